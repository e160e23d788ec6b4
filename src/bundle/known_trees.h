#pragma once

#include "git/objects/repository.h"
#include "importer/interface_comparison.h"

#include <string>
#include <unordered_set>
#include <vector>

namespace mw::bundle {

/// The two trees between which the release lies, each in a clone of its own that need not have the
/// other's history. The second may be younger than the release's end.
class KnownTrees {
public:
    KnownTrees(const std::string& old_repository, const std::string& old_revision,
               const std::string& new_repository, const std::string& new_revision);

    /// What a changeset may have done to a file: 'M' where both trees have it; 'A' and 'D' where
    /// only one has it and so some changeset made or removed it, this one or another.
    char likely_status(const std::string& path) const;

    bool is_new(const std::string& path) const;
    bool is_gone(const std::string& path) const;

    /// Of the new tree.
    std::string maintainers() const;

    importer::InterfaceComparison interfaces() const;

private:
    git::Repository old_, new_;
    git::ObjectId old_commit_, new_commit_;
    std::unordered_set<std::string> old_files_, new_files_;
};

} // namespace mw::bundle
