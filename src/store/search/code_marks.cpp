#include "store/search/code_marks.h"

#include "code/identifiers.h"
#include "store/language/query_parser.h"

#include <algorithm>

namespace mw::store {

CodeMarks::CodeMarks(std::string_view query) {
    add(parse_query(query));
}

void CodeMarks::add(const QueryNode& node) {
    if (node.kind == QueryNode::Kind::none_of)
        return;
    for (const auto& child : node.children)
        add(child);
    const auto& field = node.field;
    const bool asks_for_lines = field == "code" || field == "adds" || field == "removes";
    if (node.kind != QueryNode::Kind::term || node.value.empty() ||
        (!asks_for_lines && field != "function"))
        return;
    terms_.push_back({node.value, node.prefix, asks_for_lines && field != "removes",
                      asks_for_lines && field != "adds", !asks_for_lines});
}

void CodeMarks::find(const Term& term, std::string_view line, std::vector<TextRange>& found) {
    const std::string_view text = term.text;
    for (auto at = line.find(text); at != line.npos; at = line.find(text, at + 1)) {
        auto end = at + text.size();
        if (at > 0 && code::is_word_char(text.front()) && code::is_word_char(line[at - 1]))
            continue;
        const bool goes_on =
            end < line.size() && code::is_word_char(text.back()) && code::is_word_char(line[end]);
        if (goes_on && !term.open_end)
            continue;
        while (goes_on && end < line.size() && code::is_word_char(line[end]))
            ++end;
        found.push_back({at, end});
    }
}

std::vector<TextRange> CodeMarks::ranges(std::string_view line, CodeSide side) const {
    std::vector<TextRange> found;
    for (const auto& term : terms_)
        if (side == CodeSide::added     ? term.added
            : side == CodeSide::removed ? term.removed
                                        : term.head)
            find(term, line, found);
    std::ranges::sort(found);
    std::vector<TextRange> joined;
    for (const auto& range : found)
        if (!joined.empty() && range.begin < joined.back().end)
            joined.back().end = std::max(joined.back().end, range.end);
        else
            joined.push_back(range);
    return joined;
}

} // namespace mw::store
