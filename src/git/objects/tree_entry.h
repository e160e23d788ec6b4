#pragma once

#include "base/object_id.h"
#include "git/objects/repository.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace mw::git {

inline constexpr std::uint32_t entry_type_mask = 0170000;
inline constexpr std::uint32_t directory_type = 0040000;
inline constexpr std::uint32_t submodule_type = 0160000;

/// An entry of a tree object, which must outlive it.
struct RawTreeEntry {
    std::uint32_t mode = 0; ///< as git reads it: 100644, 100755, 120000, 40000, 160000
    std::string_view name;
    const char* id = nullptr; ///< ObjectId::size bytes

    bool is_directory() const { return (mode & entry_type_mask) == directory_type; }
};

/// The bytes of a tree object that are still to be read: "mode SP name NUL id" entries. Calls throw
/// git::Error where they end in the middle of one.
class TreeCursor {
public:
    explicit TreeCursor(std::string_view bytes) : rest_(bytes) {}

    bool at_end() const { return rest_.empty(); }

    /// The entry in front; pass over it with skip().
    RawTreeEntry entry() const;

    void skip() { rest_.remove_prefix(entry_end(0)); }

    /// Passes over the entries in front that are the same bytes on both sides.
    static void skip_equal(TreeCursor& a, TreeCursor& b);

private:
    std::size_t entry_end(std::size_t start) const;

    std::string_view rest_;
};

/// What stands at the end of a path.
struct TreeEntry {
    ObjectId id;
    std::uint32_t mode = 0;

    bool is_directory() const { return (mode & entry_type_mask) == directory_type; }
    /// A file's contents or a link's target.
    bool is_blob() const { return !is_directory() && (mode & entry_type_mask) != submodule_type; }
};

/// Looks a path up in a tree, one tree object for each folder of it. Nothing where the tree has no
/// such path; throws what Repository::read() throws for a tree that cannot be read.
std::optional<TreeEntry> find_tree_entry(const Repository& repository, const ObjectId& tree,
                                         std::string_view path);

} // namespace mw::git
