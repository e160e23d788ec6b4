#pragma once

#include "store/read/reader.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mw::store {

enum class BreakdownKind : std::uint8_t {
    pull,
    subsystem,
    author,    ///< by person (people.h), with all of their addresses
    committer, ///< the same of those who took the changesets into their trees
    day,       ///< of landing, UTC; days without a landing are left out
    week,      ///< from Monday
};

/// One line of a way into a release: what its changesets can be narrowed to.
struct BreakdownLine {
    std::string label;  ///< a pull's title, a name, a date as 2010-05-17; empty: landed directly
    std::string detail; ///< a pull's id, a person's addresses
    std::string term;   ///< finds these changesets, in the language of query_parser.h
    std::int64_t changesets = 0;
    std::optional<Seconds> time; ///< when the pull landed, the day or week began
};

/// How many changesets landed at one moment.
struct Landing {
    Seconds time = 0;
    std::int64_t changesets = 0;
};

struct Landings {
    std::vector<Landing> moments;  ///< in order of time, each moment once
    std::int64_t without_time = 0; ///< entries of the bundled release whose landing is not known
};

/// Lists a release in full by what leads to its changesets, at any moment of its landing. Keeps the
/// few numbers of each commit of the release that was asked for last, so that a moment that is
/// dragged along costs a pass over them and no query: 56 bytes for each, read again when somebody
/// wrote to the file. A connection of its own; one thread. Throws store::Error.
class Breakdowns {
public:
    explicit Breakdowns(const std::filesystem::path& file);
    ~Breakdowns();
    Breakdowns(const Breakdowns&) = delete;
    Breakdowns& operator=(const Breakdowns&) = delete;

    /// All lines that have changesets, most first, days and weeks in their order. Of the scope a
    /// release, place, moment, text and within count.
    std::vector<BreakdownLine> list(const CommitQuery& scope, BreakdownKind kind);

    /// What all of a scope's lines are out of: some changesets have no author or no subsystem.
    std::int64_t total(const CommitQuery& scope);

    Landings landings(RowId release);

    /// The release as it was: its figures are those of what had landed by then, and a merge window
    /// that ended later has no end yet.
    Release as_of(const Release& release, Seconds moment);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
