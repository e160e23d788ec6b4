#include "classify/title.h"

#include <algorithm>
#include <cctype>

namespace mw::classify {

namespace {

constexpr std::size_t longest_scope = 60;
constexpr std::size_t most_words_in_scope = 4;

std::string collapse(std::string_view title) {
    std::string text;
    for (const char c : title) {
        if (!std::isspace(static_cast<unsigned char>(c)))
            text.push_back(c);
        else if (!text.empty() && text.back() != ' ')
            text.push_back(' ');
    }
    if (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text;
}

std::string lower(std::string text) {
    for (char& c : text)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

void trim_front(std::string& text, std::string_view characters) {
    text.erase(0, std::min(text.find_first_not_of(characters), text.size()));
}

/// "[scsi] lpfc: x" is "scsi: lpfc: x"; "[patch 3/4]" says nothing.
bool open_brackets(std::string& text) {
    if (!text.starts_with('['))
        return false;
    const auto close = text.find(']');
    if (close == std::string::npos || close > longest_scope)
        return false;
    const auto tag = lower(text.substr(1, close - 1));
    text.erase(0, close + 1);
    trim_front(text, " :-");
    if (!tag.empty() && !tag.starts_with("patch") && !tag.starts_with("rfc"))
        text.insert(0, tag + ": ");
    return true;
}

bool strip_revert(std::string& text) {
    for (const std::string_view start : {"revert \"", "reapply \"", "revert: ", "re: "})
        if (text.starts_with(start)) {
            text.erase(0, start.size());
            return true;
        }
    return false;
}

/// "arm: 6104/1: gpio" is "arm: gpio", "v4l/dvb (12795): tm6000" is "v4l/dvb: tm6000".
void strip_numbers(std::string& text) {
    const auto colon = text.find(':');
    if (colon == std::string::npos)
        return;
    if (const auto open = text.rfind(" (", colon);
        open != std::string::npos && text[colon - 1] == ')' &&
        text.find_first_not_of("0123456789", open + 2) == colon - 1) {
        text.erase(open, colon - open);
        return;
    }
    const auto next = text.find(':', colon + 1);
    if (next == std::string::npos || next - colon < 3)
        return;
    const auto number = std::string_view(text).substr(colon + 1, next - colon - 1);
    if (number.find_first_not_of(" 0123456789/") == std::string_view::npos)
        text.erase(colon + 1, next - colon);
}

/// Where the scope ends: the last colon before which every part is short, or the first " - " where
/// that comes early ("alsa: hda - fix").
std::size_t scope_end(std::string_view text) {
    std::size_t end = 0;
    std::size_t start = 0;
    while (true) {
        const auto colon = text.find(':', start);
        if (colon == std::string_view::npos || colon > longest_scope)
            return end;
        const auto part = text.substr(start, colon - start);
        const auto words =
            1 + static_cast<std::size_t>(std::ranges::count(
                    part.substr(std::min(part.find_first_not_of(' '), part.size())), ' '));
        // "foo::bar" is a name, a quote or bracket begins what the title says.
        if (part.empty() || words > most_words_in_scope ||
            part.find_first_of("\"'(") != std::string_view::npos)
            return end;
        end = colon;
        start = colon + 1;
    }
}

/// "alsa: hda - fix" is "alsa: hda: fix".
void open_dash(std::string& text) {
    if (const auto dash = text.find(" - "); dash != std::string::npos && dash <= 30) {
        text.erase(dash, 1);
        text[dash] = ':';
    }
}

void add_comma_parts(std::string_view scope, std::vector<std::string>& scopes) {
    auto first = scope.substr(0, scope.find(':'));
    if (first.find_first_of(",&+") == std::string_view::npos)
        return;
    while (!first.empty()) {
        const auto comma = first.find_first_of(",&+");
        std::string part(first.substr(0, comma));
        trim_front(part, " ");
        while (!part.empty() && part.back() == ' ')
            part.pop_back();
        if (!part.empty())
            scopes.push_back(std::move(part));
        first.remove_prefix(comma == std::string_view::npos ? first.size() : comma + 1);
    }
}

} // namespace

Title read_title(std::string_view title) {
    Title read;
    read.text = lower(collapse(title));
    while (strip_revert(read.text) || open_brackets(read.text)) {
    }
    strip_numbers(read.text);
    open_dash(read.text);
    const auto scope = std::string_view(read.text).substr(0, scope_end(read.text));
    if (!scope.empty()) {
        read.scopes.emplace_back(scope);
        add_comma_parts(scope, read.scopes);
    }
    return read;
}

std::string statement_of(std::string_view title) {
    auto text = collapse(title);
    while (open_brackets(text)) {
    }
    strip_numbers(text);
    open_dash(text);
    if (const auto end = scope_end(text); end != 0)
        text.erase(0, end + 1);
    trim_front(text, " ");
    // hwmon puts the driver into brackets: "hwmon: (lm90) Add support for ...".
    if (const auto close = text.find(") "); text.starts_with('(') && close < longest_scope)
        text.erase(0, close + 2);
    return text;
}

} // namespace mw::classify
