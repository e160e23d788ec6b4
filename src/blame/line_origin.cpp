#include "blame/line_origin.h"

#include "base/utf8.h"
#include "blame/path_lookup.h"
#include "git/diff/changed_lines.h"
#include "git/diff/patch.h"
#include "git/objects/commit_links.h"
#include "git/objects/tree_compare.h"

#include <queue>

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

// The way of git's blame.c. A suspect is a version of a file and the lines that it may have
// written. Suspects are looked at newest first, so that what several branches share is looked at
// once:
//   not within the limits, or cut off     its lines are unfinished
//   a parent has the very file            all lines go to the first such parent
//   a parent has another version          each line that is the same there goes to it, parent after
//                                         parent; what no parent takes was written here
//   no parent has the path                the file that became this one is looked for in what the
//                                         commit deleted, as `git diff -M` finds it
//   a root commit                         wrote all of it

namespace mw::blame {

namespace {

constexpr std::int64_t commits_for_a_step = 256;

struct FollowedLine {
    int number = 0; ///< in the suspect
    int asked = 0;
};

using FollowedLines = std::vector<FollowedLine>;

struct SuspectFile {
    git::ObjectId commit;
    std::string path;
    auto operator<=>(const SuspectFile&) const = default;
};

/// Moves to `passed` what stands outside the changes, by its number in the old text.
void pass_unchanged(const std::vector<git::ChangedLines>& changes, FollowedLines& lines,
                    FollowedLines& passed) {
    FollowedLines kept;
    for (const auto& line : lines) {
        int shift = 0;
        bool changed = false;
        for (const auto& change : changes) {
            if (line.number < change.new_start)
                break;
            changed = line.number < change.new_start + change.new_count;
            if (changed)
                break;
            shift += change.old_count - change.new_count;
        }
        if (changed)
            kept.push_back(line);
        else
            passed.push_back({line.number + shift, line.asked});
    }
    lines = std::move(kept);
}

} // namespace

struct LineTracer::Impl {
    explicit Impl(const std::filesystem::path& path) : repository(path) {}

    struct Parent {
        git::ObjectId commit;
        std::string path;
        git::ObjectId blob;
    };

    PathLookup& lookup(const std::string& path) {
        auto& found = lookups[path];
        if (!found)
            found = std::make_unique<PathLookup>(repository, path);
        return *found;
    }

    git::CommitLinks links(const git::ObjectId& commit) const {
        return git::links_of(repository, commit);
    }

    /// What the file was called in that parent of a commit that added it under its present name.
    std::optional<std::string> name_before(const SuspectFile& file, const git::CommitLinks& here,
                                           std::size_t parent, const git::ObjectId& parent_tree,
                                           const std::stop_token& stop) {
        std::vector<git::TreeChange> changes;
        git::compare_trees(repository, parent_tree, here.tree, changes);
        std::vector<std::string> deleted;
        for (const auto& change : changes)
            if (change.status == 'D' && !git::is_submodule(change.old_mode))
                deleted.push_back(git::path_text(change.path));
        if (deleted.empty())
            return std::nullopt;
        if (!patches)
            patches.emplace(repository.path());
        git::RenameLimits limits;
        limits.parent = parent;
        const std::vector<std::string> added{git::path_text(file.path)};
        const auto renames = patches->renames(file.commit.hex(), deleted, added, limits, stop);
        if (renames.found.empty())
            return std::nullopt;
        return git::path_bytes(renames.found.front().old_path);
    }

    /// The versions that the file came from, in the order of the parents.
    std::vector<Parent> parents_of(const SuspectFile& file, const git::CommitLinks& here,
                                   const git::ObjectId& blob, const std::stop_token& stop) {
        std::vector<Parent> parents;
        std::vector<std::pair<std::size_t, git::ObjectId>> without;
        for (std::size_t at = 0; at < here.parents.size(); ++at) {
            const auto tree = links(here.parents[at]).tree;
            const auto before = lookup(file.path).blob(tree);
            if (!before) {
                without.emplace_back(at, tree);
                continue;
            }
            parents.push_back({here.parents[at], file.path, *before});
            if (*before == blob)
                return {parents.back()};
        }
        for (const auto& [at, tree] : without)
            if (const auto name = name_before(file, here, at, tree, stop)) {
                const auto before = lookup(*name).blob(tree);
                if (before && *before == blob)
                    return {{here.parents[at], *name, *before}};
                if (before)
                    parents.insert(std::ranges::find_if(parents,
                                                        [&](const Parent& other) {
                                                            return std::ranges::find(here.parents,
                                                                                     other.commit) -
                                                                       here.parents.begin() >
                                                                   static_cast<std::ptrdiff_t>(at);
                                                        }),
                                   {here.parents[at], *name, *before});
            }
        return parents;
    }

    git::Repository repository;
    std::optional<git::PatchReader> patches;
    std::map<std::string, std::unique_ptr<PathLookup>> lookups;
};

namespace {

/// One question, while it is answered.
class Trace {
public:
    Trace(LineTracer::Impl& impl, const TraceLimits& limits, const std::stop_token& stop)
        : impl_(impl), limits_(limits), stop_(stop) {}

    std::vector<LineOrigin> run(const git::ObjectId& start, const std::string& path,
                                const std::vector<int>& lines);

private:
    struct Turn {
        std::int64_t time;
        SuspectFile file;
        bool operator<(const Turn& other) const { return time < other.time; }
    };

    void suspect(const SuspectFile& file, const FollowedLines& lines);
    void look(const SuspectFile& file, FollowedLines lines);
    void found(const SuspectFile& file, const FollowedLines& lines, bool unfinished);

    LineTracer::Impl& impl_;
    const TraceLimits& limits_;
    const std::stop_token& stop_;
    std::map<SuspectFile, FollowedLines> suspects_;
    std::priority_queue<Turn> turns_;
    std::vector<LineOrigin> origins_;
};

void Trace::found(const SuspectFile& file, const FollowedLines& lines, bool unfinished) {
    for (const auto& line : lines)
        origins_.push_back({line.asked, file.commit, file.path, line.number, unfinished});
}

void Trace::suspect(const SuspectFile& file, const FollowedLines& lines) {
    if (lines.empty())
        return;
    auto& known = suspects_[file];
    if (known.empty())
        turns_.push({impl_.links(file.commit).commit_time, file});
    known.insert(known.end(), lines.begin(), lines.end());
}

void Trace::look(const SuspectFile& file, FollowedLines lines) {
    const auto here = impl_.links(file.commit);
    const auto blob = impl_.lookup(file.path).blob(here.tree);
    if (!blob)
        return; // nobody asks for lines of a file that is not there
    if (impl_.repository.is_shallow_at(file.commit)) {
        found(file, lines, true);
        return;
    }
    for (const auto& parent : impl_.parents_of(file, here, *blob, stop_)) {
        FollowedLines passed;
        if (parent.blob == *blob)
            passed.swap(lines);
        else
            pass_unchanged(git::changed_lines(impl_.repository, parent.blob, *blob), lines, passed);
        suspect({parent.commit, parent.path}, passed);
        if (lines.empty())
            return;
    }
    found(file, lines, false);
}

std::vector<LineOrigin> Trace::run(const git::ObjectId& start, const std::string& path,
                                   const std::vector<int>& lines) {
    const auto blob = impl_.lookup(path).blob(impl_.links(start).tree);
    if (!blob)
        return {};
    const auto text = impl_.repository.read(*blob, git::ObjectType::blob);
    const auto count = std::ranges::count(text.data(), '\n') +
                       (!text.data().empty() && text.data().back() != '\n' ? 1 : 0);
    FollowedLines asked;
    for (const int line : lines)
        if (line >= 1 && line <= count)
            asked.push_back({line, line});
    suspect({start, path}, asked);
    std::int64_t looked = 0;
    while (!turns_.empty()) {
        const SuspectFile file = turns_.top().file;
        turns_.pop();
        const auto turn = suspects_.extract(file);
        if (turn.empty())
            continue;
        if (stop_.stop_requested() || (limits_.within && !limits_.within(file.commit)))
            found(file, turn.mapped(), true);
        else
            look(file, turn.mapped());
        if (++looked % commits_for_a_step == 0 && limits_.step)
            limits_.step(looked);
    }
    std::ranges::stable_sort(origins_, {}, &LineOrigin::line);
    return std::move(origins_);
}

} // namespace

LineTracer::LineTracer(const std::filesystem::path& repository)
    : impl_(std::make_unique<Impl>(repository)) {}

LineTracer::~LineTracer() = default;
LineTracer::LineTracer(LineTracer&&) noexcept = default;
LineTracer& LineTracer::operator=(LineTracer&&) noexcept = default;

const git::Repository& LineTracer::repository() const {
    return impl_->repository;
}

std::vector<LineOrigin> LineTracer::trace(const git::ObjectId& start, const std::string& path,
                                          const std::vector<int>& lines, const TraceLimits& limits,
                                          const std::stop_token& stop) {
    return Trace(*impl_, limits, stop).run(start, path, lines);
}

} // namespace mw::blame
