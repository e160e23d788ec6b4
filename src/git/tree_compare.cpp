#include "git/tree_compare.h"

#include "git/error.h"

#include <fmt/format.h>

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

constexpr std::uint32_t type_mask = 0170000;
constexpr std::uint32_t directory_type = 0040000;
constexpr std::uint32_t submodule_type = 0160000;

/// canon_mode() of git's cache.h: early trees hold modes such as 100664, which git reads as 100644.
std::uint32_t canonical(std::uint32_t mode) {
    switch (mode & type_mask) {
    case 0100000:
        return 0100644 | ((mode & 0100) != 0 ? 0111 : 0);
    case 0120000:
    case directory_type:
        return mode & type_mask;
    default:
        return submodule_type;
    }
}

struct Entry {
    std::uint32_t mode = 0;
    std::string_view name;
    const char* id = nullptr;

    bool is_directory() const { return (mode & type_mask) == directory_type; }
};

[[noreturn]] void throw_cut_off() {
    throw Error(
        "A tree object ends in the middle of an entry: the clone is damaged. 'git fsck' run "
        "there tells where.");
}

/// The bytes of a tree object that are still to be read: "mode SP name NUL id" entries.
class TreeCursor {
public:
    explicit TreeCursor(std::string_view bytes) : rest_(bytes) {}

    bool at_end() const { return rest_.empty(); }

    /// The entry in front; pass over it with skip().
    Entry entry() const {
        std::uint32_t mode = 0;
        std::size_t at = 0;
        while (at < rest_.size() && rest_[at] != ' ')
            mode = mode * 8 + static_cast<std::uint32_t>(rest_[at++] - '0');
        const std::size_t end = entry_end(0);
        const std::size_t name_end = end - ObjectId::size - 1;
        if (++at > name_end)
            throw_cut_off();
        return {canonical(mode), rest_.substr(at, name_end - at), rest_.data() + name_end + 1};
    }

    void skip() { rest_.remove_prefix(entry_end(0)); }

    /// Passes over the entries in front that are the same bytes on both sides.
    static void skip_equal(TreeCursor& a, TreeCursor& b) {
        const auto shorter = static_cast<std::ptrdiff_t>(std::min(a.rest_.size(), b.rest_.size()));
        const auto* const first = a.rest_.data();
        const auto equal = static_cast<std::size_t>(
            std::mismatch(first, first + shorter, b.rest_.data()).first - first);
        std::size_t boundary = 0;
        while (boundary < equal) {
            const std::size_t end = a.entry_end(boundary);
            if (end > equal)
                break;
            boundary = end;
        }
        a.rest_.remove_prefix(boundary);
        b.rest_.remove_prefix(boundary);
    }

private:
    std::size_t entry_end(std::size_t start) const {
        const auto name_end = rest_.find('\0', start);
        if (name_end == std::string_view::npos || rest_.size() - name_end <= ObjectId::size)
            throw_cut_off();
        return name_end + 1 + ObjectId::size;
    }

    std::string_view rest_;
};

/// base_name_compare() of git's read-cache.c.
int compare_names(const Entry& a, const Entry& b) {
    const std::size_t common = std::min(a.name.size(), b.name.size());
    if (const int order = std::memcmp(a.name.data(), b.name.data(), common); order != 0)
        return order;
    const auto next = [common](const Entry& e) -> int {
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
            const Entry old_entry = old_side.at_end() ? Entry() : old_side.entry();
            const Entry new_entry = new_side.at_end() ? Entry() : new_side.entry();
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

    void on_both_sides(const Entry& old_entry, const Entry& new_entry) {
        const bool same_id = std::memcmp(old_entry.id, new_entry.id, ObjectId::size) == 0;
        if (same_id && old_entry.mode == new_entry.mode)
            return;
        if (old_entry.is_directory()) {
            if (!same_id)
                descend(new_entry.name, ObjectId::from_bytes(old_entry.id),
                        ObjectId::from_bytes(new_entry.id));
            return;
        }
        const bool same_type = (old_entry.mode & type_mask) == (new_entry.mode & type_mask);
        changes_.push_back({prefix_ + std::string(new_entry.name), same_type ? 'M' : 'T',
                            ObjectId::from_bytes(old_entry.id), ObjectId::from_bytes(new_entry.id),
                            old_entry.mode, new_entry.mode});
    }

    void on_one_side(const Entry& entry, bool deleted) {
        const auto id = ObjectId::from_bytes(entry.id);
        if (entry.is_directory()) {
            descend(entry.name, deleted ? id : ObjectId{}, deleted ? ObjectId{} : id);
            return;
        }
        TreeChange change{prefix_ + std::string(entry.name), deleted ? 'D' : 'A', {}, {}, 0, 0};
        (deleted ? change.old_id : change.new_id) = id;
        (deleted ? change.old_mode : change.new_mode) = entry.mode;
        changes_.push_back(std::move(change));
    }

    void descend(std::string_view name, const ObjectId& old_tree, const ObjectId& new_tree) {
        const auto length = prefix_.size();
        prefix_.append(name).push_back('/');
        compare(old_tree, new_tree);
        prefix_.resize(length);
    }

    const Repository& repository_;
    std::vector<TreeChange>& changes_;
    std::string prefix_;
};

} // namespace

bool is_submodule(std::uint32_t mode) {
    return (mode & type_mask) == submodule_type;
}

void compare_trees(const Repository& repository, const ObjectId& old_tree, const ObjectId& new_tree,
                   std::vector<TreeChange>& changes) {
    if (old_tree != new_tree)
        TreeWalk(repository, changes).compare(old_tree, new_tree);
}

} // namespace mw::git
