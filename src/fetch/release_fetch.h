#pragma once

#include "base/message.h"
#include "fetch/download_meter.h"
#include "fetch/git_run.h"
#include "fetch/release_range.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace mw::fetch {

/// The mainline, where people get it as a rule.
inline constexpr const char* mainline_address =
    "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git";

struct FetchRequest {
    std::string tag;     ///< the release, as "v6.7"; with whole it may be empty: the newest
    std::string address; ///< as a person writes it; relative paths count from where one is
    std::filesystem::path folder;
    bool whole = false; ///< the history from its start, instead of this release alone
};

/// What a download will be, known once the server has named its tags.
struct FetchPlan {
    ReleaseRange range;
    std::int64_t bytes_expected = 0; ///< a guess, from other kernel histories
};

struct FetchEvents {
    std::function<void(const FetchPlan&)> planned; ///< may be empty, as all of these
    DownloadMeter::Sink progress;                  ///< for each line that git writes
};

struct FetchedRelease {
    ReleaseRange range;
    std::filesystem::path repository;
    std::int64_t bytes = 0; ///< that the objects take on the disk
    double seconds = 0;     ///< of this call
    std::vector<base::Message> remarks;
};

/// What the history of one release takes, and all of it, in bytes; guesses.
std::int64_t expected_bytes(const ReleaseName& release, bool whole);

/// Gets the history of one release, or all of it, from a server into a bare repository without file
/// contents (partial-clone, "blob:none"):
///
///   1. The tags that there are (`git ls-remote`) tell where the release starts.
///   2. From half a year before that date, and no further back, everything that the release's tags
///      lead to is fetched, a tag after the other; a download that was interrupted goes on with the
///      tag that is not there yet.
///   3. Where a commit of the release is cut off, what came before it is asked for by itself: the
///      server sends what is not in FROM (`--shallow-exclude`), or has nothing to send because all
///      of it is. In the second case the commit is known to be FROM's
///      (git/objects/known_history.h), and is fetched alone. So on until no commit of the release
///      is cut off.
///
/// Nothing of the release is missing then, and nothing that is in FROM already counts as its own.
/// The whole history comes in steps of some releases, so that it can be interrupted as well.
///
/// stop ends git and leaves a folder that the next call goes on with. Blocks; any thread. Throws
/// git::Error with a sentence (FetchError where git failed), git::Stopped, base::FileError.
FetchedRelease fetch_release(const FetchRequest& request, const FetchEvents& events,
                             const std::stop_token& stop);

} // namespace mw::fetch
