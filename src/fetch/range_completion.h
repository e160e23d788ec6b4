#pragma once

#include "fetch/download_folder.h"
#include "fetch/git_run.h"
#include "fetch/release_range.h"
#include "git/objects/known_history.h"
#include "git/objects/repository.h"

#include <stop_token>
#include <vector>

namespace mw::fetch {

/// Completes the history of a release that was cut off by date, below those of its commits alone
/// that are cut off (release_fetch.h, step 3), and notes what the server said. One thread; blocks;
/// throws as fetch_release() does.
class RangeCompletion {
public:
    /// Keeps references.
    RangeCompletion(const DownloadFolder& folder, const ReleaseRange& range, GitRun& git,
                    const std::stop_token& stop);

    void run();

private:
    /// A commit that is not there, and one of the release that has it as a parent.
    struct Missing {
        git::ObjectId commit, child;
    };

    std::vector<Missing> missing() const;
    bool is_in_from(const Missing& missing);
    bool ask(const git::ObjectId& commit);
    void fetch_alone(const std::vector<git::ObjectId>& commits);
    void note_borders();

    const DownloadFolder& folder_;
    const ReleaseRange& range_;
    GitRun& git_;
    const std::stop_token& stop_;
    git::ObjectId from_;
    git::KnownHistory known_;
};

} // namespace mw::fetch
