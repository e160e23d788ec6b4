#pragma once

#include <string>
#include <string_view>

namespace mw::document {

/// Appends text with the characters escaped that mean something in HTML, in attributes too.
inline void append_html(std::string& html, std::string_view text) {
    for (const char c : text) {
        switch (c) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        case '"':
            html += "&quot;";
            break;
        case '\'':
            html += "&#39;";
            break;
        default:
            html += c;
        }
    }
}

inline std::string html_text(std::string_view text) {
    std::string html;
    append_html(html, text);
    return html;
}

} // namespace mw::document
