#include "document/article.h"
#include "document/markdown_text.h"

#include <algorithm>

namespace mw::document {

namespace {

/// Bytes of a bullet with the space behind it; 0 where the line is no list item.
std::size_t bullet_length(std::string_view line) {
    for (const std::string_view bullet : {"* ", "- ", "+ ", "o ", "\u2022 ", "\u2013 "})
        if (line.starts_with(bullet))
            return bullet.size();
    return 0;
}

bool is_underline(std::string_view line) {
    return line.size() >= 3 && (line.find_first_not_of('=') == std::string_view::npos ||
                                line.find_first_not_of('-') == std::string_view::npos);
}

} // namespace

std::string markdown_of_plain(std::string_view text) {
    std::string markdown;
    bool in_item = false, after_text = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        auto line = text.substr(at, end - at);
        at = end + 1;
        const auto start = std::min(line.find_first_not_of(" \t"), line.size());
        const bool indented = start > 0;
        line = line.substr(start);
        if (const auto last = line.find_last_not_of(" \t"); last != std::string_view::npos)
            line = line.substr(0, last + 1);
        if (line.empty()) {
            after_text = false;
        } else if (after_text && !in_item && is_underline(line)) {
            markdown.append(line); // the line above is a heading
            after_text = false;
        } else if (const auto bullet = bullet_length(line)) {
            markdown.append("- ").append(markdown_text(line.substr(bullet)));
            in_item = after_text = true;
        } else {
            in_item = in_item && (indented || after_text);
            markdown.append(in_item ? "  " : "").append(markdown_text(line));
            after_text = true;
        }
        markdown += '\n';
    }
    return markdown;
}

} // namespace mw::document
