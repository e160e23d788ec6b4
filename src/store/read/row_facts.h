#pragma once

#include "store/model/records.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace SQLite {
class Database;
}

namespace mw::store {

/// What is known of a commit from outside its release: CVE records and other trees.
struct RowFacts {
    std::vector<CveMark> cves;
    std::vector<TreeMark> trees;
};

/// By id; those that it fixes and those that it introduced.
std::vector<CveMark> load_cves(SQLite::Database& database, RowId commit);
/// By name; those that were asked for it.
std::vector<TreeMark> load_trees(SQLite::Database& database, RowId commit);

/// Reads them for lines of a table, each by the indexes. Owns a connection; one thread. Throws
/// store::Error.
class RowFactsReader {
public:
    explicit RowFactsReader(const std::filesystem::path& file);
    ~RowFactsReader();
    RowFactsReader(const RowFactsReader&) = delete;
    RowFactsReader& operator=(const RowFactsReader&) = delete;

    RowFacts of(RowId commit);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
