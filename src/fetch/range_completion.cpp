#include "fetch/range_completion.h"

#include "base/system/atomic_file.h"
#include "git/history/history.h"
#include "git/objects/commit_links.h"

#include <algorithm>
#include <unordered_set>

namespace mw::fetch {

namespace {

using ObjectIds = std::unordered_set<git::ObjectId, git::ObjectIdHash>;

std::vector<git::ObjectId> parents_of(const git::Repository& repository,
                                      const git::ObjectId& commit) {
    return git::links_of(repository, commit).parents;
}

/// Those of all that the ends lead to, as far as it is there, that lack a parent.
std::vector<git::ObjectId> cut_off_commits(const git::Repository& repository,
                                           std::vector<git::ObjectId> ends) {
    ObjectIds seen(ends.begin(), ends.end());
    std::vector<git::ObjectId> cut_off;
    while (!ends.empty()) {
        const auto commit = ends.back();
        ends.pop_back();
        bool whole = true;
        for (const auto& parent : parents_of(repository, commit)) {
            if (seen.contains(parent))
                continue;
            if (!repository.contains(parent)) {
                whole = false;
                continue;
            }
            seen.insert(parent);
            ends.push_back(parent);
        }
        if (!whole)
            cut_off.push_back(commit);
    }
    return cut_off;
}

} // namespace

RangeCompletion::RangeCompletion(const DownloadFolder& folder, const ReleaseRange& range,
                                 GitRun& git, const std::stop_token& stop)
    : folder_(folder), range_(range), git_(git), stop_(stop),
      known_(git::read_known_history(folder.path())) {
    from_ = git::Repository(folder.path(), stop).resolve_commit(range.from);
}

void RangeCompletion::run() {
    // Each round gets closer to the release's first commits; one that gets nowhere is the last.
    for (auto left = missing(); !left.empty();) {
        std::vector<git::ObjectId> in_from;
        for (const auto& one : left)
            if (is_in_from(one))
                in_from.push_back(one.commit);
        fetch_alone(in_from);
        auto& ancestors = known_.ancestors[from_];
        ancestors.insert(ancestors.end(), in_from.begin(), in_from.end());
        git::write_known_history(folder_.path(), known_);
        const auto before = std::move(left);
        left = missing();
        const bool same = std::ranges::equal(before, left, {}, &Missing::commit, &Missing::commit);
        if (same && !left.empty())
            throw git::Error(
                "The server does not send what came before commit {}, which is part of {}. Get the "
                "whole history instead.",
                left.front().child.hex(), range_.to);
    }
    note_borders();
}

std::vector<RangeCompletion::Missing> RangeCompletion::missing() const {
    const git::Repository repository(folder_.path(), stop_);
    const auto history =
        git::History::read(repository, from_, repository.resolve_commit(range_.to), stop_);
    if (stop_.stop_requested())
        throw git::Stopped();
    std::vector<Missing> found;
    ObjectIds seen;
    for (const auto index : history.cut_off()) {
        const auto& child = history.commits()[index].id;
        for (const auto& parent : parents_of(repository, child))
            if (!repository.contains(parent) && seen.insert(parent).second)
                found.push_back({parent, child});
    }
    return found;
}

/// A server that is asked for what is not in FROM has nothing to send where all of it is, and git
/// fails. It fails as well where the network does: so the same is asked for the commit's child,
/// which is not in FROM, and then once more.
bool RangeCompletion::is_in_from(const Missing& missing) {
    if (ask(missing.commit))
        return false;
    git_.fetch({"--shallow-exclude=refs/tags/" + range_.from, "origin", missing.child.hex()});
    return !ask(missing.commit);
}

bool RangeCompletion::ask(const git::ObjectId& commit) {
    return git_.try_fetch({"--shallow-exclude=refs/tags/" + range_.from, "origin", commit.hex()});
}

void RangeCompletion::fetch_alone(const std::vector<git::ObjectId>& commits) {
    std::string input;
    for (const auto& commit : commits)
        input += commit.hex() + '\n';
    if (!commits.empty())
        git_.fetch({"--depth=1", "--stdin", "origin"}, input);
}

/// git's list of commits without parents is written anew: each time that it deepens a history it
/// takes some for cut off whose parents are there.
void RangeCompletion::note_borders() {
    const git::Repository repository(folder_.path(), stop_);
    std::vector<git::ObjectId> ends{repository.resolve_commit(range_.to), from_};
    for (const auto& [commit, ancestors] : known_.ancestors)
        ends.insert(ends.end(), ancestors.begin(), ancestors.end());
    const auto borders = cut_off_commits(repository, std::move(ends));
    known_.borders = {borders.begin(), borders.end()};
    std::string lines;
    for (const auto& border : borders)
        lines += border.hex() + '\n';
    const auto list = folder_.path() / "shallow";
    if (borders.empty())
        std::filesystem::remove(list);
    else
        base::write_file(list, lines);
    git::write_known_history(folder_.path(), known_);
}

} // namespace mw::fetch
