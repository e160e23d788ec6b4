#include "blame/later_changes.h"

#include "base/utf8.h"
#include "blame/path_lookup.h"
#include "git/diff/changed_lines.h"
#include "git/diff/patch.h"
#include "git/objects/tree_compare.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>

namespace mw::blame {

namespace {

constexpr git::History::Index commits_between_steps = 500;

class LaterSearch {
public:
    LaterSearch(LineTracer& tracer, const git::History& history, const git::ObjectId& commit,
                const std::function<void(const LaterStep&)>& step, const std::stop_token& stop)
        : tracer_(tracer), history_(history), commit_(commit), step_(step), stop_(stop) {
        const auto commits = history.commits();
        for (git::History::Index at = 0; at < commits.size(); ++at)
            places_.emplace(commits[at].id, at);
    }

    std::vector<LaterChange> run(const std::string& path) {
        const auto own = places_.find(commit_);
        if (own == places_.end())
            return {};
        follow(path);
        const auto commits = history_.commits();
        first_ = own->second;
        progress_.total = static_cast<std::int64_t>(commits.size() - first_ - 1);
        for (auto at = first_ + 1; at < commits.size() && !stop_.stop_requested(); ++at) {
            ++progress_.done;
            if (!history_.is_merge(at))
                look(commits[at], history_.parents(at));
            if (step_ && (at - first_) % commits_between_steps == 0)
                step_(progress_);
        }
        return std::move(changes_);
    }

private:
    struct FollowedPath {
        std::string path;
        PathLookup lookup;
    };

    FollowedPath& follow(const std::string& path) {
        const auto known = std::ranges::find(paths_, path, &FollowedPath::path);
        if (known != paths_.end())
            return *known;
        return paths_.emplace_back(FollowedPath{path, PathLookup(tracer_.repository(), path)});
    }

    void look(const git::History::Commit& commit, std::span<const git::ObjectId> parents) {
        if (parents.empty())
            return;
        // A rename adds to the paths.
        for (std::size_t at = 0, count = paths_.size(); at < count; ++at) {
            const auto before = paths_[at].lookup.blob(commit.parent_tree);
            const auto after = paths_[at].lookup.blob(commit.tree);
            if (!before || before == after)
                continue;
            const std::string path = paths_[at].path;
            std::optional<git::ObjectId> moved_to;
            if (!after)
                moved_to = follow_rename(commit, path);
            take(commit.id, parents.front(), path, *before, after ? after : moved_to);
        }
    }

    /// The blob under the name that the file has got; nothing where it was deleted.
    std::optional<git::ObjectId> follow_rename(const git::History::Commit& commit,
                                               const std::string& path) {
        std::vector<git::TreeChange> changes;
        git::compare_trees(tracer_.repository(), commit.parent_tree, commit.tree, changes);
        std::vector<std::string> added, deleted;
        for (const auto& change : changes) {
            if (change.status == 'A')
                added.push_back(git::path_text(change.path));
            else if (change.status == 'D')
                deleted.push_back(git::path_text(change.path));
        }
        if (!patches_)
            patches_.emplace(tracer_.repository().path());
        for (const auto& rename :
             patches_->renames(commit.id.hex(), deleted, added, {}, stop_).found)
            if (git::path_bytes(rename.old_path) == path) {
                return follow(git::path_bytes(rename.new_path)).lookup.blob(commit.tree);
            }
        return std::nullopt;
    }

    void take(const git::ObjectId& commit, const git::ObjectId& parent, const std::string& path,
              const git::ObjectId& before, const std::optional<git::ObjectId>& after) {
        std::vector<int> removed;
        if (after)
            for (const auto& change : git::changed_lines(tracer_.repository(), before, *after))
                for (int line = 0; line < change.old_count; ++line)
                    removed.push_back(change.old_start + line);
        else
            removed = all_lines(before);
        TraceLimits limits;
        // What comes before a commit in the history is not made of it.
        limits.within = [this](const git::ObjectId& id) {
            const auto place = places_.find(id);
            return place != places_.end() && place->second >= first_;
        };
        LaterChange change{commit, path, {}};
        for (const auto& origin : tracer_.trace(parent, path, removed, limits, stop_))
            if (origin.commit == commit_ && !origin.unfinished)
                change.removed.push_back(origin.line);
        if (change.removed.empty())
            return;
        changes_.push_back(std::move(change));
        if (step_) {
            auto progress = progress_;
            progress.found = &changes_.back();
            step_(progress);
        }
    }

    std::vector<int> all_lines(const git::ObjectId& blob) const {
        const auto text = tracer_.repository().read(blob, git::ObjectType::blob);
        const auto count = std::ranges::count(text.data(), '\n') + 1;
        std::vector<int> lines;
        for (int line = 1; line <= count; ++line)
            lines.push_back(line);
        return lines;
    }

    LineTracer& tracer_;
    const git::History& history_;
    const git::ObjectId commit_;
    const std::function<void(const LaterStep&)>& step_;
    const std::stop_token& stop_;
    std::unordered_map<git::ObjectId, git::History::Index, git::ObjectIdHash> places_;
    git::History::Index first_ = 0;
    std::deque<FollowedPath> paths_;
    std::optional<git::PatchReader> patches_;
    LaterStep progress_;
    std::vector<LaterChange> changes_;
};

} // namespace

std::vector<LaterChange> later_changes(LineTracer& tracer, const git::History& history,
                                       const git::ObjectId& commit, const std::string& path,
                                       const std::function<void(const LaterStep&)>& step,
                                       const std::stop_token& stop) {
    return LaterSearch(tracer, history, commit, step, stop).run(path);
}

} // namespace mw::blame
