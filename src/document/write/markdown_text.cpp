#include "document/write/markdown_text.h"

#include <algorithm>

namespace mw::document {

namespace {

bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool needs_escape(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == '_') // inside a word it means nothing, and names are full of it
        return at == 0 || at + 1 == text.size() || !is_word(text[at - 1]) || !is_word(text[at + 1]);
    return std::string_view("\\`*[]<&~|").find(c) != std::string_view::npos;
}

bool starts_block(std::string_view line) {
    if (line.empty())
        return false;
    if (std::string_view("#>+-=").find(line[0]) != std::string_view::npos)
        return true;
    const auto end = line.find_first_not_of("0123456789");
    return end != std::string_view::npos && end > 0 && (line[end] == '.' || line[end] == ')');
}

bool is_plain_address(std::string_view word) {
    return (word.starts_with("http://") || word.starts_with("https://")) &&
           word.find_first_of("\\`*[]<>|\"") == std::string_view::npos;
}

} // namespace

std::string markdown_text(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size() + text.size() / 16);
    bool line_start = true;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ' || text[at] == '\t' || text[at] == '\n') {
            line_start = text[at] == '\n' || (line_start && !escaped.ends_with('\\'));
            escaped += text[at++];
            continue;
        }
        const auto end = std::min(text.find_first_of(" \t\n", at), text.size());
        const auto word = text.substr(at, end - at);
        if (is_plain_address(word)) {
            escaped += word;
            line_start = false;
            at = end;
            continue;
        }
        std::size_t done = 0;
        if (line_start && starts_block(word)) {
            const auto mark = std::min(word.find_first_not_of("0123456789"), word.size() - 1);
            escaped.append(word.substr(0, mark)).append("\\").append(1, word[mark]);
            done = mark + 1;
        }
        for (; done < word.size(); ++done) {
            if (needs_escape(word, done))
                escaped += '\\';
            escaped += word[done];
        }
        line_start = false;
        at = end;
    }
    return escaped;
}

std::string markdown_link(std::string_view escaped_words, std::string_view address) {
    std::string safe;
    for (const char c : address) {
        if (c == '<')
            safe += "%3C";
        else if (c == '>')
            safe += "%3E";
        else if (c == '\\')
            safe += "%5C";
        else if (c != '\n')
            safe += c;
    }
    return std::string("[").append(escaped_words).append("](<").append(safe).append(">)");
}

} // namespace mw::document
