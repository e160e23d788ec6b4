#include "git/objects/tree_compare.h"

#include "git/objects/tree_entry.h"
#include "git/setup/error.h"

#include <algorithm>
#include <cstring>
#include <optional>

// Two trees are walked side by side, like git's tree-diff.c and unlike libgit2's diff, which
// expands both whole trees first (libgit2 pull request 6863). Trees are read as raw bytes: most
// entries are equal on both sides and are passed over by one comparison of memory.
//
// Cases, for the two entries in front, ordered by name as git orders trees (a directory as if its
// name ended in '/'):
//   old first                  the old one is gone: a deleted path, or every path below it
//   new first                  the new one has come: an added path, or every path below it
//   same name, same id, mode   nothing
//   both directories           compare what is in them
//   both not directories       one change: 'T' where the kind differs (file, link, submodule), else
//                              'M', also for a changed permission bit alone
//   directory and file         never meet here: their names sort apart, so they come as old or new
//                              first, and give deleted and added paths, as git has it

namespace mw::git {

namespace {

/// Git's own limit (core.maxTreeDepth): deeper trees would exhaust the stack.
constexpr int deepest_tree = 2048;
/// No commit of a kernel changes more than 100,000; trees that hold each other many times over
/// would fill the memory.
constexpr std::size_t most_changes = 10'000'000;

/// base_name_compare() of git's read-cache.c.
int compare_names(const RawTreeEntry& a, const RawTreeEntry& b) {
    const std::size_t common = std::min(a.name.size(), b.name.size());
    if (const int order = std::memcmp(a.name.data(), b.name.data(), common); order != 0)
        return order;
    const auto next = [common](const RawTreeEntry& e) -> int {
        if (e.name.size() > common)
            return static_cast<unsigned char>(e.name[common]);
        return e.is_directory() ? '/' : 0;
    };
    return next(a) - next(b);
}

class TreeWalk {
public:
    TreeWalk(const Repository& repository, std::vector<TreeChange>& changes)
        : repository_(repository), changes_(changes) {}

    void compare(const ObjectId& old_tree, const ObjectId& new_tree) {
        const auto old_object = read(old_tree);
        const auto new_object = read(new_tree);
        TreeCursor old_side(old_object ? old_object->data() : std::string_view());
        TreeCursor new_side(new_object ? new_object->data() : std::string_view());
        for (;;) {
            TreeCursor::skip_equal(old_side, new_side);
            if (old_side.at_end() && new_side.at_end())
                return;
            const RawTreeEntry old_entry = old_side.at_end() ? RawTreeEntry() : old_side.entry();
            const RawTreeEntry new_entry = new_side.at_end() ? RawTreeEntry() : new_side.entry();
            const int order = old_side.at_end()   ? 1
                              : new_side.at_end() ? -1
                                                  : compare_names(old_entry, new_entry);
            if (order <= 0)
                old_side.skip();
            if (order >= 0)
                new_side.skip();
            if (order < 0)
                on_one_side(old_entry, true);
            else if (order > 0)
                on_one_side(new_entry, false);
            else
                on_both_sides(old_entry, new_entry);
        }
    }

private:
    std::optional<RawObject> read(const ObjectId& tree) const {
        if (tree.is_null())
            return std::nullopt;
        return repository_.read(tree, ObjectType::tree);
    }

    void on_both_sides(const RawTreeEntry& old_entry, const RawTreeEntry& new_entry) {
        const bool same_id = std::memcmp(old_entry.id, new_entry.id, ObjectId::size) == 0;
        if (same_id && old_entry.mode == new_entry.mode)
            return;
        if (old_entry.is_directory()) {
            if (!same_id)
                descend(new_entry.name, ObjectId::from_bytes(old_entry.id),
                        ObjectId::from_bytes(new_entry.id));
            return;
        }
        const bool same_type =
            (old_entry.mode & entry_type_mask) == (new_entry.mode & entry_type_mask);
        add({prefix_ + std::string(new_entry.name), same_type ? 'M' : 'T',
             ObjectId::from_bytes(old_entry.id), ObjectId::from_bytes(new_entry.id), old_entry.mode,
             new_entry.mode});
    }

    void on_one_side(const RawTreeEntry& entry, bool deleted) {
        const auto id = ObjectId::from_bytes(entry.id);
        if (entry.is_directory()) {
            descend(entry.name, deleted ? id : ObjectId{}, deleted ? ObjectId{} : id);
            return;
        }
        TreeChange change{prefix_ + std::string(entry.name), deleted ? 'D' : 'A', {}, {}, 0, 0};
        (deleted ? change.old_id : change.new_id) = id;
        (deleted ? change.old_mode : change.new_mode) = entry.mode;
        add(std::move(change));
    }

    void add(TreeChange change) {
        if (changes_.size() == most_changes)
            throw Error("A commit of {} changes more than {} files, which no commit of a "
                        "kernel does.",
                        repository_.path().string(), most_changes);
        changes_.push_back(std::move(change));
    }

    void descend(std::string_view name, const ObjectId& old_tree, const ObjectId& new_tree) {
        const auto length = prefix_.size();
        if (++depth_ > deepest_tree)
            throw DamagedObject("A tree of {} has folders more than {} deep. git reads "
                                "none like that either.",
                                repository_.path().string(), deepest_tree);
        prefix_.append(name).push_back('/');
        compare(old_tree, new_tree);
        prefix_.resize(length);
        --depth_;
    }

    const Repository& repository_;
    std::vector<TreeChange>& changes_;
    std::string prefix_;
    int depth_ = 0;
};

} // namespace

bool is_submodule(std::uint32_t mode) {
    return (mode & entry_type_mask) == submodule_type;
}

void compare_trees(const Repository& repository, const ObjectId& old_tree, const ObjectId& new_tree,
                   std::vector<TreeChange>& changes) {
    if (old_tree != new_tree)
        TreeWalk(repository, changes).compare(old_tree, new_tree);
}

} // namespace mw::git
