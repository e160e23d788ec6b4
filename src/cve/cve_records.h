#pragma once

#include "base/error.h"

#include <cstddef>
#include <exception>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

/// The kernel's own CVE records: the repository "vulns" of its numbering authority (its
/// documentation: Documentation/process/cve.rst of the kernel). Each published record is three
/// files below cve/published/YEAR: CVE-YEAR-NUMBER.sha1 (not read here), .dyad and .json.
namespace mw::cve {

/// A commit that a record names.
struct CommitRole {
    bool fixes = false; ///< otherwise it introduced the fault
    std::string oid;    ///< 40 lower-case hex digits
    bool operator==(const CommitRole&) const = default;
    auto operator<=>(const CommitRole&) const = default;
};

/// One published record.
struct Record {
    std::string id;              ///< "CVE-2023-52454"
    std::optional<double> score; ///< CVSS base score, 0 to 10, of the newest version that is given
    std::string severity;        ///< "HIGH" and so on; empty without a score
    std::string vector;          ///< CVSS vector; empty without a score
    std::vector<CommitRole> commits; ///< sorted, each once; of the mainline and of stable branches
};

struct Records {
    std::vector<Record> records;           ///< by id as text
    std::vector<base::Message> unreadable; ///< files that could not be understood, and why
};

/// The commits of a .dyad file: lines "VERSION:ID:VERSION:ID", the faulty state and the fixed one,
/// with 0 for an id that is not known; lines that begin with # say how it was made. Nothing where a
/// line has another form.
std::optional<std::vector<CommitRole>> read_dyad(std::string_view text);

/// Score, severity and vector of a CVE record in JSON (version 5 of the CVE schema,
/// https://github.com/CVEProject/cve-schema); false where it cannot be read.
bool read_scores(std::string_view json, Record& record);

/// Reads every published record of a clone (bare or not: its HEAD, or else its branch master or
/// main, whichever has records) or of a plain folder with the same files. Throws git::Error or
/// base::Error where path holds no such records; git::Stopped where asked to
/// stop. progress: files read so far.
Records read_records(const std::filesystem::path& path, std::stop_token stop = {},
                     const std::function<void(std::size_t)>& progress = {});

} // namespace mw::cve
