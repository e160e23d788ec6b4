#pragma once

#include "classify/classifier.h"
#include "classify/maintainers/maintainers.h"
#include "classify/rules.h"
#include "git/history/history.h"
#include "store/write/section_writer.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace mw::importer {

/// The rules that changesets are sorted by: the shipped file, with a person's own layered over it
/// where there is one.
struct RulesFiles {
    std::filesystem::path shipped, own; ///< own: empty where there is none

    /// shipped: empty for the installed data/sections.toml. Throws base::Error when it is
    /// not installed.
    static RulesFiles find(const std::filesystem::path& shipped);

    /// Throws classify::RulesError.
    std::shared_ptr<const classify::Rules> load() const;

    /// A number that changes when the rules do.
    std::uint64_t hash() const;
};

/// The same with what is in them.
struct ReadRules {
    RulesFiles files;
    std::shared_ptr<const classify::Rules> read;
};

/// Sorts the changesets of a stored release anew, from what the database holds: no clone is read.
/// A person's own choices stay. The bundled release is left alone: its sections are an article's.
/// Blocks; throws store::Error and classify::RulesError, then the release is as it was.
void sort_release(const std::filesystem::path& database, const std::string& release_name,
                  const RulesFiles& rules);

/// Tells the new hardware of a stored release by the Kconfig symbols that came, once these are
/// known, and names it by their prompts. also: commits that are asked though they bring none, since
/// they may have done so before. Blocks; throws store::Error.
void name_new_hardware(const std::filesystem::path& database, const std::string& release_name,
                       const std::vector<store::RowId>& also);

/// Of a stored commit: its links, and what is looked at to sort it, as long as it lives.
git::MergeContents::Node node_of(const store::StoredSubject& subject);
classify::Subject subject_of(const store::StoredSubject& stored);

} // namespace mw::importer
