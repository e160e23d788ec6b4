#pragma once

#include "importer/import.h"
#include "store/model/outline_records.h"
#include "store/model/records.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace mw::test {

/// A release as it was read back from the database after an import.
struct Imported {
    store::Release release;
    std::vector<std::string> changesets;                ///< ids, in landing order
    std::map<std::string, store::CommitDetail> commits; ///< by id, merges among them
    std::vector<store::Pull> pulls;
    store::Outline outline;
    std::vector<std::string> faults; ///< what Reader::check() found
};

importer::ImportRequest request_for(const std::filesystem::path& database,
                                    const std::filesystem::path& repository,
                                    const std::string& from, const std::string& to);

Imported read_release(const std::filesystem::path& database, const std::string& name);

/// Imports FROM..TO into a new database and reads it back. fetch: as if the person allowed it.
Imported import_range(const std::filesystem::path& repository, const std::string& from,
                      const std::string& to, bool fetch = false);

/// Expects each commit, merge, pull, landing, place in the outline, file, line, person and trailer
/// to be what git says.
void expect_as_git_says(const Imported& imported, const std::filesystem::path& repository,
                        const std::string& from, const std::string& to);

/// import_range() and expect_as_git_says() in one.
Imported import_and_compare(const std::filesystem::path& repository, const std::string& from,
                            const std::string& to);

} // namespace mw::test
