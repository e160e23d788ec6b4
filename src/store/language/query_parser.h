#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mw::store {

/// The query language, as a person types it:
///
///     query   = { or }                            words beside each other must all be there
///     or      = unary { "OR" unary }              OR binds stronger than standing side by side
///     unary   = [ "-" ] primary                   "-" in front of anything: not
///     primary = "(" query ")" | term
///     term    = [ field ":" [ "=" ] ] value
///     value   = '"' characters '"' | word    a quote between quotes is written twice
///     word    = characters without white space, quotes and brackets; a "*" at its end asks for
///               words that start so. In names, paths and their like there is none elsewhere.
///
/// "AND" and "NOT" in capitals are mistakes that say what is written here instead.
///
/// "=" asks for those of whom the value is all there is to say: author:="Ann Lee" is one person,
/// where author:"Ann Lee" is whoever has these words in name or address. Fields that have no such
/// question take it for a part of the value.
///
/// Field names are matched without regard to case; a word with a ":" whose front is no field name
/// is a plain word ("net:", "x86/mm:"), so titles can be pasted; only a front that looks like a
/// slip of a field name ("autor:miller") is a mistake. The empty query is everything.
struct QueryNode {
    enum class Kind { all_of, any_of, none_of, term };

    Kind kind = Kind::all_of;
    std::vector<QueryNode> children; ///< of all_of, any_of; one of none_of

    // Of a term:
    std::string field; ///< lower case; empty for plain words
    std::string value;
    bool phrase = false; ///< was quoted
    bool prefix = false; ///< ended in "*"
    bool whole = false;  ///< began with "=": the value and nothing else
    /// Bytes from the query's start: where the term begins, its value begins, the term ends.
    std::size_t position = 0, value_position = 0, end = 0;
};

/// Throws QueryError with a position for a mistake. Never anything else: any bytes are a query or
/// a mistake. Nesting is limited to 100 brackets, the whole to 250 terms.
QueryNode parse_query(std::string_view text);

/// Fields that a term can name, in the order in which help lists them.
const std::vector<std::string_view>& query_fields();

/// Words that "is:" knows.
const std::vector<std::string_view>& query_kinds();

/// The term in which a cursor stands, of a query that may be half written.
struct TermAt {
    std::string field; ///< lower case; empty for a plain word
    /// Bytes from the query's start: the value or plain word with its quotes. begin == end == the
    /// cursor where it stands in no term.
    std::size_t value_begin = 0, end = 0;
};
TermAt term_at(std::string_view text, std::size_t cursor);

} // namespace mw::store
