#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mw::store {

/// A CVE record as it is kept: what a changeset of any release is marked by.
struct CveRow {
    struct Commit {
        std::string oid; ///< hex, 40 digits
        bool fixes = false;
    };
    std::string id;              ///< "CVE-2023-52454"
    std::optional<double> score; ///< CVSS base score
    std::string severity, vector;
    std::vector<Commit> commits;
};

/// How many records and marks there are.
struct CveCounts {
    std::size_t records = 0;
    std::size_t fixing = 0, introducing = 0; ///< changesets of releases in the database
};

/// The CVE records of the database. They hang on commit ids, so they mark every release that is
/// there or is imported later. Owns a writing connection; one thread. Throws store::Error.
class CveStore {
public:
    explicit CveStore(const std::filesystem::path& file);
    ~CveStore();
    CveStore(const CveStore&) = delete;
    CveStore& operator=(const CveStore&) = delete;

    /// Puts these in place of all that were there, in one transaction.
    CveCounts replace(const std::vector<CveRow>& records);

    /// Adds what comes with the program, of which scores are not known, unless there are records
    /// that were read from their clone: those know better.
    void add_unless_read(const std::vector<CveRow>& records);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
