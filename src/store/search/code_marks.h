#pragma once

#include "store/language/text_pattern.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mw::store {

struct QueryNode;

/// What a line of a diff is.
enum class CodeSide : std::uint8_t { added, removed, head };

/// Says where what a query asks for in changed lines (code:, adds:, removes:, function:) stands in
/// the lines of a diff. What the query excludes is not marked. Any thread, once it is made.
class CodeMarks {
public:
    /// Throws QueryError.
    explicit CodeMarks(std::string_view query);

    bool empty() const { return terms_.empty(); }
    /// Bytes of the line, without its sign; sorted, none overlapping another. head: what follows
    /// the second "@@" of a hunk.
    std::vector<TextRange> ranges(std::string_view line, CodeSide side) const;

private:
    struct Term {
        std::string text;
        bool open_end = false;
        bool added = false, removed = false, head = false;
    };

    void add(const QueryNode& node);
    static void find(const Term& term, std::string_view line, std::vector<TextRange>& found);

    std::vector<Term> terms_;
};

} // namespace mw::store
