#include "interfaces/parse/narrow.h"

#include "interfaces/items/text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace mw::interfaces {

namespace {

using std::string_view;

string_view line_at(string_view text, std::size_t start) {
    return text.substr(start, text.find('\n', start) - start);
}

bool begins_kconfig_entry(string_view line) {
    static constexpr std::array<string_view, 11> words = {
        "config", "menuconfig", "choice", "endchoice", "menu",    "endmenu",
        "if",     "endif",      "source", "comment",   "mainmenu"};
    return std::ranges::find(words, first_word(line)) != words.end();
}

std::size_t line_start(string_view text, std::size_t at) {
    const auto newline = at == 0 ? string_view::npos : text.rfind('\n', at - 1);
    return newline == string_view::npos ? 0 : newline + 1;
}

string_view line_before(string_view text, std::size_t start) {
    const auto begin = line_start(text, start - 1);
    return text.substr(begin, start - 1 - begin);
}

/// Whether a piece of its own begins at the start of this line, which is not the first.
bool begins_piece(Source source, string_view text, std::size_t start) {
    switch (source) {
    case Source::kconfig:
        return begins_kconfig_entry(line_at(text, start));
    case Source::parameter_doc: {
        const auto line = line_at(text, start);
        return line.size() > 1 && line[0] == '\t' && !is_blank(line[1]);
    }
    case Source::maintainers:
        return trim(line_before(text, start)).empty();
    case Source::uapi_header:
        // What is not in brackets is read by itself; so is what is for the kernel alone, which a
        // part may lack the start of: then it gives more than there is, and no harm is done.
        return line_before(text, start).starts_with('}');
    case Source::code: {
        const auto before = trim(line_before(text, start));
        return before.empty() || before.back() == ';' || before.back() == '}';
    }
    default:
        return false; // small files are read whole
    }
}

/// Where the part that differs begins: a piece whose first line both sides share.
std::size_t front_of(Source source, string_view text, std::size_t common) {
    std::size_t start = line_start(text, common);
    while (start > 0) {
        start = line_start(text, start - 1);
        if (begins_piece(source, text, start))
            return start;
    }
    return 0;
}

/// Bytes at the end to leave out, at most common.
std::size_t back_of(Source source, string_view text, std::size_t common) {
    std::size_t start = text.size() - common;
    if (start > 0 && text[start - 1] != '\n') {
        const auto newline = text.find('\n', start);
        if (newline == string_view::npos)
            return 0;
        start = newline + 1;
    }
    while (start < text.size() && !begins_piece(source, text, start)) {
        const auto newline = text.find('\n', start);
        if (newline == string_view::npos)
            return 0;
        start = newline + 1;
    }
    return text.size() - start;
}

/// Bytes that both have at the front; whole blocks at a time, which memcmp() compares fast.
std::size_t shared_front(string_view a, string_view b) {
    constexpr std::size_t block = 256;
    const auto shorter = std::min(a.size(), b.size());
    std::size_t at = 0;
    while (at + block <= shorter && std::memcmp(a.data() + at, b.data() + at, block) == 0)
        at += block;
    while (at < shorter && a[at] == b[at])
        ++at;
    return at;
}

std::size_t shared_back(string_view a, string_view b) {
    constexpr std::size_t block = 256;
    const auto shorter = std::min(a.size(), b.size());
    const auto *a_end = a.data() + a.size(), *b_end = b.data() + b.size();
    std::size_t count = 0;
    while (count + block <= shorter &&
           std::memcmp(a_end - count - block, b_end - count - block, block) == 0)
        count += block;
    while (count < shorter && *(a_end - count - 1) == *(b_end - count - 1))
        ++count;
    return count;
}

} // namespace

void narrow(Source source, string_view& old_text, string_view& new_text) {
    const auto front = front_of(source, old_text, shared_front(old_text, new_text));
    old_text.remove_prefix(front);
    new_text.remove_prefix(front);
    const auto back = back_of(source, old_text, shared_back(old_text, new_text));
    old_text.remove_suffix(back);
    new_text.remove_suffix(back);
}

} // namespace mw::interfaces
