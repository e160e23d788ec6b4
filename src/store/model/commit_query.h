#pragma once

#include "base/message.h"
#include "store/model/records.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace mw::store {

enum class SortKey : std::uint8_t {
    landing, ///< the order in which changesets reached the mainline
    rank,    ///< best matches of the query's words first (BM25), then parts of words
    subject,
    author,
    author_time,
    section,
    subsystem,
    files,
    lines, ///< insertions plus deletions
    pull,
    oid,
    mentions, ///< entries of documents that reach it
};

/// Which commits, in which order. Every condition given must hold.
struct CommitQuery {
    std::optional<RowId> release; ///< empty: over all releases
    std::optional<classify::Section> section;
    std::optional<classify::Subgroup> subgroup;
    std::optional<RowId> pull;    ///< landed through this pull
    std::optional<Seconds> as_of; ///< landed no later than this
    std::string text;             ///< in the query language of query_parser.h
    /// The same, of which all must hold as well: what the window narrows a list to besides the text
    /// that a person types. Merges are not meant by it.
    std::string within;
    SortKey sort = SortKey::landing;
    bool descending = false;
    bool starred_first = false; ///< what is:mine finds before the others, each in that order
    /// Over all releases: a commit that several have is found in the one that ends last alone.
    bool each_once = false;
    std::optional<std::int64_t> limit;
};

/// A term of a query that nothing matches.
struct EmptyTerm {
    std::size_t position = 0, length = 0; ///< bytes of the query's text
    /// Why it is not known whether something has it, and what to do; empty where nothing has it.
    base::Message unknown;
};

} // namespace mw::store
