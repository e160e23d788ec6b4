#pragma once

#include "base/object_id.h"
#include "git/setup/clone_folders.h"

#include <git2.h>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// For the .cpp files of src/git; no public header of ours includes this one.
namespace mw::git {

/// Other contents and other parents that a clone gives to objects which keep their names: refs of
/// `git replace` and the file info/grafts, read as `git log` reads them (git's replace-object.c and
/// commit.c). Immutable once made; any thread.
class Replacements {
public:
    Replacements() = default;

    /// replace: false passes over `git replace`, as core.useReplaceRefs and GIT_NO_REPLACE_OBJECTS
    /// ask for. Throws git::Error.
    Replacements(git_repository* repository, const CloneFolders& clone, bool replace);

    bool empty() const { return replaced_.empty() && grafts_.empty(); }

    /// The object whose contents count; the same one where it is not replaced. Nothing where
    /// replacements lead from one to the next more than five times.
    std::optional<ObjectId> content_of(const ObjectId& id) const;

    /// A commit's bytes with the parents that a graft gives it; nothing where none does.
    std::optional<std::string> grafted(const ObjectId& commit, std::string_view bytes) const;

    bool is_replaced(const ObjectId& id) const { return replaced_.contains(id); }
    bool is_grafted(const ObjectId& id) const { return grafts_.contains(id); }

    std::size_t replaced_count() const { return replaced_.size(); }

    /// Changes with what is replaced or grafted; 0 for nothing.
    std::uint64_t fingerprint() const;

private:
    void read_references(git_repository* repository);
    void read_grafts(const CloneFolders& clone);
    void add_graft(std::string_view line);

    std::unordered_map<ObjectId, ObjectId, ObjectIdHash> replaced_;
    std::unordered_map<ObjectId, std::vector<ObjectId>, ObjectIdHash> grafts_;
};

} // namespace mw::git
