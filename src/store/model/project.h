#pragma once

#include "classify/sections.h"

#include <string>
#include <utility>
#include <vector>

namespace mw::store {

/// Whose history a release is of: what its sections are called there, and where its commits can be
/// seen. Of the kernel's, and of releases that older programs imported, everything is empty.
struct Project {
    /// The rules that it was sorted by: "u-boot" for data/projects/u-boot.toml; empty: the
    /// kernel's.
    std::string rules;
    /// The address of a commit's page, with "{id}" for the id (git/objects/commit_page.h): what the
    /// clone's origin tells, or that of the kernel's stable releases for one of them; and what a
    /// person gave, which goes before.
    std::string origin_page, given_page;
    /// Where they differ from the kernel's.
    std::vector<std::pair<classify::SectionKey, std::string>> titles;

    /// The address of a commit's page; empty where none is known. Of the kernel it is the
    /// mainline's.
    std::string page(const std::string& oid) const;

    std::string title(classify::Section section) const;
    std::string title(classify::Subgroup subgroup) const;
};

} // namespace mw::store
