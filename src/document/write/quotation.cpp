#include "document/write/quotation.h"

#include "document/write/markdown_text.h"
#include "ranking/pull_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace mw::document {

namespace {

template <typename... Values>
void line(std::string& out, fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(out), format, std::forward<Values>(values)...);
    out += '\n';
}

void quote_code(std::string& out, const std::string& text) {
    const auto code = markdown_code(text);
    for (std::size_t at = 0; at < code.size();) {
        const auto end = code.find('\n', at);
        line(out, "  >{}{}", end == at ? "" : " ", code.substr(at, end - at));
        at = end + 1;
    }
}

/// Its paragraphs stand on lines of their own in the block.
void quote_item(std::string& out, const PullBlock& block) {
    const std::string indent(2 * static_cast<std::size_t>(block.depth), ' ');
    const auto first = block.text.find('\n');
    line(out, "  > {}- {}", indent, markdown_text(block.text.substr(0, first)));
    if (first == std::string::npos)
        return;
    for (std::size_t at = first + 1; at < block.text.size();) {
        const auto end = std::min(block.text.find('\n', at), block.text.size());
        line(out, "  >\n  > {}  {}", indent, markdown_text(block.text.substr(at, end - at)));
        at = end + 1;
    }
    line(out, "  >");
}

} // namespace

void quote_lines(std::string& out, const std::string& text) {
    const auto line_at = [&text](std::size_t at) {
        const auto rest = std::string_view(text).substr(std::min(at, text.size()));
        return rest.substr(0, rest.find('\n'));
    };
    const auto is_code = [](std::string_view words) {
        return words.starts_with(' ') || words.starts_with('\t');
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto words = line_at(at);
        const auto start = at;
        at += words.size() + 1;
        if (is_code(words)) {
            for (; is_code(line_at(at)); at += line_at(at).size() + 1)
                ;
            quote_code(out, text.substr(start, at - start));
            continue;
        }
        const auto next = line_at(at);
        const bool goes_on = !words.empty() && !next.empty() && !is_code(next);
        line(out, "  >{}{}{}", words.empty() ? "" : " ", markdown_text(words), goes_on ? "\\" : "");
    }
}

void quote_prose(std::string& out, const std::string& prose) {
    constexpr std::size_t longest_quote = 3000;
    std::size_t quoted = 0;
    auto before = PullBlock::Kind::heading;
    for (const auto& block : blocks_of(prose)) {
        if (block.kind == PullBlock::Kind::heading || block.kind == PullBlock::Kind::title)
            continue; // what came with it, not what is said of it
        const bool item = block.kind == PullBlock::Kind::item;
        if (quoted > 0 && !(item && before == PullBlock::Kind::item))
            line(out, "  >");
        if (quoted > longest_quote) {
            line(out, "  > \u2026");
            return;
        }
        if (block.kind == PullBlock::Kind::literal)
            quote_code(out, block.text);
        else if (item)
            quote_item(out, block);
        else
            line(out, "  > {}", markdown_text(block.text));
        quoted += block.text.size();
        before = block.kind;
    }
}

} // namespace mw::document
