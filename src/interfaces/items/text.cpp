#include "interfaces/items/text.h"

#include "base/text.h"

namespace mw::interfaces {

std::string_view trim(std::string_view text) {
    return trimmed(text, " \t\r\f\v\n");
}

std::optional<std::string_view> next_line(std::string_view& rest) {
    if (rest.empty())
        return std::nullopt;
    const auto end = rest.find('\n');
    auto line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

std::string_view first_word(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && !is_blank(text[end]) && text[end] != '\n')
        ++end;
    return text.substr(0, end);
}

std::string_view first_identifier(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && is_identifier(text[end]))
        ++end;
    return text.substr(0, end);
}

std::size_t indentation(std::string_view line) {
    std::size_t column = 0;
    for (const char c : line) {
        if (c == '\t')
            column = (column / 8 + 1) * 8;
        else if (c == ' ')
            ++column;
        else
            break;
    }
    return column;
}

std::string_view cut(std::string_view text, std::size_t most_bytes) {
    if (text.size() <= most_bytes)
        return text;
    while (most_bytes > 0 && (static_cast<unsigned char>(text[most_bytes]) & 0xC0U) == 0x80U)
        --most_bytes;
    return text.substr(0, most_bytes);
}

std::optional<std::string_view> quoted(std::string_view text) {
    const auto open = text.find_first_of("\"'");
    if (open == std::string_view::npos)
        return std::nullopt;
    for (std::size_t at = open + 1; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == text[open])
            return text.substr(open + 1, at - open - 1);
    }
    return std::nullopt;
}

} // namespace mw::interfaces
