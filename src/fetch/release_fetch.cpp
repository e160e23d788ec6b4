#include "fetch/release_fetch.h"

#include "base/calendar.h"
#include "base/system/atomic_file.h"
#include "fetch/download_folder.h"
#include "fetch/range_completion.h"
#include "git/objects/commit_links.h"
#include "git/objects/fetch_consent.h"
#include "git/objects/repository.h"
#include "git/objects/tags.h"
#include "git/setup/error.h"
#include "git/setup/own_repository.h"
#include "git/setup/remote_address.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace mw::fetch {

namespace fs = std::filesystem;

namespace {

/// Work for a release is seldom based on anything older: of seventeen releases between 2.6.13 and
/// 2.6.35 it left 0 to 2 commits each to be asked for.
constexpr Seconds further_back = 180 * one_day;

/// How much of the whole each part of one release is: what is before FROM, up to -rc1, the rest.
constexpr double weight_before = 0.3, weight_from = 0.25, weight_window = 0.3;
constexpr int completion_rounds_shown = 1;

/// The whole history comes in steps of so many releases.
constexpr std::size_t releases_in_a_step = 4;

struct Part {
    std::string tag;
    double weight;
};

/// A folder of its own for a moment.
class MomentaryFolder {
public:
    explicit MomentaryFolder(fs::path path) : path_(std::move(path)) { remove(); }
    ~MomentaryFolder() { remove(); }
    MomentaryFolder(const MomentaryFolder&) = delete;
    MomentaryFolder& operator=(const MomentaryFolder&) = delete;

    const fs::path& path() const { return path_; }

private:
    void remove() const {
        std::error_code ignored; // the next download tries again
        fs::remove_all(path_, ignored);
    }

    fs::path path_;
};

std::string tag_spec(const std::string& tag) {
    return fmt::format("+refs/tags/{0}:refs/tags/{0}", tag);
}

class ReleaseFetch {
public:
    ReleaseFetch(const FetchRequest& request, const FetchEvents& events,
                 const std::stop_token& stop)
        : request_(request), events_(events), stop_(stop), meter_(events.progress) {}

    FetchedRelease run();

private:
    ReleaseRange chosen_range(const std::vector<std::string>& tags) const;
    void get_release(DownloadFolder& folder, GitRun& git);
    void get_whole(DownloadFolder& folder, GitRun& git, std::vector<std::string> tags);
    Seconds cut_off_date(DownloadFolder& folder);
    std::vector<Part> parts() const;
    void get_part(DownloadFolder& folder, GitRun& git, const Part& part, Seconds since);
    void finish(DownloadFolder& folder);

    const FetchRequest& request_;
    const FetchEvents& events_;
    const std::stop_token& stop_;
    DownloadMeter meter_;
    std::string address_;
    ReleaseRange range_;
    bool has_earlier_ = false; ///< the release before FROM is younger than what is cut off
};

/// With no tag the newest mainline release.
ReleaseRange ReleaseFetch::chosen_range(const std::vector<std::string>& tags) const {
    if (!request_.tag.empty())
        return range_of(request_.tag, tags);
    std::pair<std::vector<int>, std::string> newest;
    for (const auto& tag : tags)
        if (const auto name = release_name(tag); name->candidate == 0 && name->update == 0)
            newest = std::max(newest, {name->release, tag});
    return range_of(newest.second, tags);
}

/// When FROM was, and the release before it: two commits, in a repository that is thrown away. In
/// the one that is to stay they would be without their history, and git 2.39 asks for the parents
/// of such commits one by one when it gets it.
Seconds ReleaseFetch::cut_off_date(DownloadFolder& folder) {
    auto state = folder.state();
    const MomentaryFolder moment(folder.path() / "mergewindow" / "dates");
    if (!git::make_own_repository(moment.path(), "origin", address_))
        throw git::Error("{} cannot be written to.", moment.path().string());
    GitRun git(moment.path(), git::shown_address(address_), meter_, stop_);
    std::vector<std::string> words{"--filter=tree:0", "--depth=1", "origin", tag_spec(range_.from)};
    if (!range_.before_from.empty())
        words.push_back(tag_spec(range_.before_from));
    git.fetch(words);
    const git::Repository repository(moment.path(), stop_);
    const auto from = repository.resolve_commit(range_.from);
    const auto time = git::links_of(repository, from).commit_time;
    if (!state.since)
        state.since = std::max<Seconds>(time - further_back, 1);
    // Only tags of commits are listed; that of v2.6.11 is one of a tree.
    has_earlier_ = std::ranges::any_of(git::list_tags(moment.path()), [&](const git::Tag& tag) {
        return tag.name == range_.before_from && tag.time > *state.since;
    });
    folder.write(state);
    return *state.since;
}

std::vector<Part> ReleaseFetch::parts() const {
    std::vector<Part> parts;
    double left = 1;
    const auto add = [&](const std::string& tag, double weight) {
        parts.push_back({tag, weight});
        left -= weight;
    };
    if (has_earlier_)
        add(range_.before_from, weight_before);
    add(range_.from, has_earlier_ ? weight_from : weight_before + weight_from);
    if (!range_.candidates.empty())
        add(range_.candidates.front(), weight_window);
    parts.push_back({range_.to, left});
    return parts;
}

void ReleaseFetch::get_part(DownloadFolder& folder, GitRun& git, const Part& part, Seconds since) {
    if (folder.has_tag(part.tag)) {
        meter_.skip_part(part.weight);
        return;
    }
    meter_.start_part(part.weight);
    std::vector<std::string> words{"--filter=blob:none",
                                   fmt::format("--shallow-since=@{} +0000", since), "origin",
                                   tag_spec(part.tag)};
    if (part.tag == range_.to)
        for (const auto& candidate : range_.candidates)
            words.push_back(tag_spec(candidate));
    git.fetch(words);
}

void ReleaseFetch::get_release(DownloadFolder& folder, GitRun& git) {
    const auto since = cut_off_date(folder);
    const auto all = parts();
    meter_.expect(expected_bytes(*release_name(range_.to), false),
                  static_cast<int>(all.size()) + completion_rounds_shown);
    for (const auto& part : all)
        get_part(folder, git, part, since);
    meter_.start_part(0);
    meter_.start(DownloadProgress::Step::completing);
    RangeCompletion(folder, range_, git, stop_).run();
}

/// All branches and tags at the end: what is there by then does not come again.
void ReleaseFetch::get_whole(DownloadFolder& folder, GitRun& git, std::vector<std::string> tags) {
    std::erase_if(tags, [](const std::string& tag) {
        const auto name = release_name(tag);
        return name->candidate != 0 || name->update != 0;
    });
    std::ranges::sort(tags, {}, [](const std::string& tag) { return release_name(tag)->release; });
    std::vector<std::string> steps;
    for (std::size_t at = 0; at < tags.size(); at += releases_in_a_step)
        steps.push_back(tags[at]);
    const double weight = 1.0 / static_cast<double>(steps.size() + 1);
    meter_.expect(expected_bytes(*release_name(range_.to), true),
                  static_cast<int>(steps.size()) + 1);
    for (const auto& tag : steps) {
        if (folder.has_tag(tag)) {
            meter_.skip_part(weight);
            continue;
        }
        meter_.start_part(weight);
        git.fetch({"--filter=blob:none", "origin", tag_spec(tag)});
    }
    meter_.start_part(weight);
    git.fetch(
        {"--filter=blob:none", "origin", "+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"});
}

/// `git log` without a word starts at HEAD.
void ReleaseFetch::finish(DownloadFolder& folder) {
    const git::Repository repository(folder.path(), stop_);
    std::error_code error;
    const bool branch = fs::exists(folder.path() / "refs/heads/master", error);
    base::write_file(folder.path() / "HEAD",
                     branch ? std::string("ref: refs/heads/master\n")
                            : repository.resolve_commit(range_.to).hex() + '\n');
    // The person gave the address: git may go there again for what this clone lacks.
    git::remember_consent(repository);
    auto state = folder.state();
    state.complete = true;
    folder.write(state);
}

FetchedRelease ReleaseFetch::run() {
    const auto started = std::chrono::steady_clock::now();
    const auto address = git::usable_address(request_.address, fs::current_path());
    if (!address)
        throw git::Error("'{}' is no address that git may be sent to: it starts with "
                         "https:// as a rule; http, git, ssh and a folder on this "
                         "computer are taken as well.",
                         request_.address);
    address_ = *address;
    meter_.start(DownloadProgress::Step::asking);
    auto tags = remote_tags(address_, stop_);
    range_ = chosen_range(tags);
    const auto expected = expected_bytes(*release_name(range_.to), request_.whole);
    if (events_.planned)
        events_.planned({range_, expected});
    DownloadFolder folder(request_.folder, {range_.to, request_.whole, {}, false}, address_);
    GitRun git(folder.path(), git::shown_address(address_), meter_, stop_);
    FetchedRelease fetched;
    if (request_.whole)
        get_whole(folder, git, std::move(tags));
    else if (!folder.state().complete)
        get_release(folder, git);
    finish(folder);
    if (git.sends_everything())
        fetched.remarks.push_back(
            base::Message("The server does not know how to leave the files' contents "
                          "out: all of them came along, and take their room."));
    fetched.range = range_;
    fetched.repository = folder.path();
    fetched.bytes = folder.bytes();
    fetched.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return fetched;
}

} // namespace

/// Measured: 2.6.35 takes 31 MB and the history up to then 184 MB; the mainline took 1.5 to 2 GB in
/// 2025, some 1.4 kB a commit. A release of 6.x has half as many commits again, in a larger tree.
std::int64_t expected_bytes(const ReleaseName& release, bool whole) {
    constexpr std::int64_t megabyte = 1'000'000;
    const int major = release.release.front();
    if (major < 3)
        return (whole ? 190 : 33) * megabyte;
    constexpr std::array<std::int64_t, 4> alone{45, 65, 85, 100};
    constexpr std::array<std::int64_t, 4> all{500, 900, 1400, 1900};
    const auto column = static_cast<std::size_t>(std::min(major, 6) - 3);
    return (whole ? all.at(column) : alone.at(column)) * megabyte;
}

FetchedRelease fetch_release(const FetchRequest& request, const FetchEvents& events,
                             const std::stop_token& stop) {
    return ReleaseFetch(request, events, stop).run();
}

} // namespace mw::fetch
