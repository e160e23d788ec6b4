#include "document/write/web_address.h"

#include "base/characters.h"
#include "base/text.h"

#include <algorithm>

namespace mw::document {

namespace {

bool is_letter(char c) {
    return is_alnum(c) && !is_digit(c);
}

/// Bytes of the start that makes it one; 0 where there is none.
std::size_t start_length(std::string_view text) {
    constexpr std::size_t longest = 8;
    const auto start = lower_case(text.substr(0, longest));
    for (const std::string_view scheme : {"http://", "https://", "ftp://"})
        if (start.starts_with(scheme))
            return scheme.size();
    constexpr std::string_view www = "www."; // in small letters, as GitHub's Markdown knows it
    return text.starts_with(www) && text.size() > www.size() && is_alnum(text[www.size()])
               ? www.size()
               : 0;
}

/// Quotation marks, dashes and full stops beyond ASCII (U+2000 to U+206F, U+3000 to U+303F, U+FF00
/// to U+FF0F) are not written in addresses.
bool is_wide_punctuation(std::string_view text) {
    return text.starts_with("\xe2\x80") || text.starts_with("\xe2\x81") ||
           text.starts_with("\xe3\x80") || text.starts_with("\xef\xbc");
}

/// How many more brackets are open; below 0: one closes that none opened.
class Brackets {
public:
    bool closes_none(char c) {
        constexpr std::string_view opening = "([{", closing = ")]}";
        if (const auto at = opening.find(c); at != std::string_view::npos)
            ++open_[at];
        if (const auto at = closing.find(c); at != std::string_view::npos)
            return --open_[at] < 0;
        return false;
    }

private:
    int open_[3] = {0, 0, 0};
};

/// before: the character that the address stands behind; marks of emphasis and quotes end it where
/// they began before it.
std::size_t end_of_address(std::string_view text, std::size_t from, char before) {
    Brackets brackets;
    auto end = from;
    for (; end < text.size(); ++end) {
        const char c = text[end];
        if (static_cast<unsigned char>(c) <= ' ' || c == '\x7f' ||
            std::string_view("<>\"`|\\^").find(c) != std::string_view::npos ||
            is_wide_punctuation(text.substr(end)) || brackets.closes_none(c))
            break;
    }
    const auto is_behind = [before](char c) {
        return std::string_view("?!.,:;").find(c) != std::string_view::npos ||
               (c == before && std::string_view("*_~'").find(c) != std::string_view::npos);
    };
    while (end > from && is_behind(text[end - 1]))
        --end;
    return end;
}

} // namespace

std::size_t web_address_length(std::string_view text, std::size_t at) {
    if (std::string_view("hHfFw").find(text[at]) == std::string_view::npos)
        return 0;
    const auto start = start_length(text.substr(at));
    if (start == 0 || (at > 0 && is_letter(text[at - 1])))
        return 0;
    const bool has_scheme = text[at] != 'w';
    if (!has_scheme && at > 0 && (is_alnum(text[at - 1]) || text[at - 1] == '.'))
        return 0;
    const auto end = end_of_address(text, at + start, at > 0 ? text[at - 1] : ' ');
    return end > at + start ? end - at : 0;
}

} // namespace mw::document
