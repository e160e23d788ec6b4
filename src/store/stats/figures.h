#pragma once

#include "store/model/records.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mw::store {

/// One bar of a chart.
struct Figure {
    std::string
        name; ///< a day as 2010-05-17 (UTC), a section's key, a subsystem, a person, a domain
    std::string query; ///< finds the changesets behind it, in the language of query_parser.h
    std::int64_t changesets = 0;
    std::optional<std::int64_t> insertions, deletions; ///< empty where lines are not counted
};

enum class FigureKind : std::uint8_t {
    day,     ///< of landing, in order of time, days without a landing left out
    section, ///< in the taxonomy's order; hardware's subgroups one by one
    subsystem,
    author,
    domain, ///< of the authors' addresses
    /// Authors of whom the database knows no changeset that landed before the release began, under
    /// the same name or address; empty where it knows no earlier landing at all.
    first_time_author,
    reviewer, ///< who is named by Reviewed-by; likewise the next two; a bare name counts as it is
    tester,
    reporter,
    /// Of the authors, when they wrote it, by the map that the person gave (employers.h);
    /// unknown_employer is one of them. Empty where there is no map.
    employer,
};

/// What charts of a release show: its changesets counted by one thing or another, merges left out.
/// A connection of its own; one thread. Throws store::Error.
class Figures {
public:
    explicit Figures(const std::filesystem::path& file);
    ~Figures();
    Figures(const Figures&) = delete;
    Figures& operator=(const Figures&) = delete;

    /// All days and sections, in their order; of the others the largest, at most limit of them.
    std::vector<Figure> count(RowId release, FigureKind kind, std::optional<Seconds> as_of = {},
                              std::size_t limit = 100);

    /// Whether the database has landings from before the release, without which nobody can say who
    /// is there for the first time.
    bool knows_earlier_landings(RowId release);

    /// Whether there is a map of employers.
    bool knows_employers();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
