#include "interfaces/docs/parameter_doc.h"

#include "interfaces/docs/sentence.h"
#include "interfaces/items/text.h"

#include <algorithm>

namespace mw::interfaces {

namespace {

using std::string_view;

bool is_name_character(char c) {
    return is_identifier(c) || c == '.' || c == '-' || c == '*' || c == '<' || c == '>';
}

bool has_upper_case(string_view text) {
    return std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The name of an entry's first line without its tab; empty where that begins no entry.
string_view entry_name(string_view line) {
    std::size_t end = 0;
    while (end < line.size() && is_name_character(line[end]))
        ++end;
    // "db9.dev[2|3]=" has more behind the name.
    const auto name = line.substr(0, end);
    const auto rest = line.substr(end);
    const auto behind = trim(rest);
    if (name.empty() || name.size() > longest_name || name.front() == '-')
        return {};
    if (rest.starts_with('=') || rest.starts_with('[') || behind.starts_with('[') || behind == "=")
        return name;
    // Bare: an abbreviation is in capitals, and a sentence goes on behind one space.
    return !has_upper_case(name) && (behind.empty() || rest.starts_with('\t')) ? name
                                                                               : string_view();
}

/// One line with single spaces.
std::string squeezed(string_view text) {
    std::string line;
    while (!(text = trim(text)).empty()) {
        const auto word = first_word(text);
        line.append(line.empty() ? "" : " ").append(word);
        text.remove_prefix(word.size());
    }
    return line;
}

/// Passes over "[X86-64]", which says where a parameter is known.
string_view without_tags(string_view text) {
    if (!text.starts_with('['))
        return text;
    const auto close = text.find(']');
    return close == string_view::npos ? string_view() : trim(text.substr(close + 1));
}

bool tells_format(string_view line) {
    return line.starts_with("Format:") || line.starts_with('{');
}

} // namespace

void read_parameter_doc(string_view text, Items& items) {
    Item* entry = nullptr;
    FirstSentence sentence;
    const auto finish = [&] {
        if (entry != nullptr)
            entry->summary = sentence.text();
        sentence.clear();
        entry = nullptr;
    };
    while (const auto line = next_line(text)) {
        if (trim(*line).empty()) {
            sentence.add("");
            continue;
        }
        const bool one_tab = line->size() > 1 && line->front() == '\t' && !is_blank((*line)[1]);
        if (!one_tab) {
            if (!line->starts_with('\t') && !line->starts_with(' '))
                finish();
            else if (entry != nullptr) {
                add_text_line(*entry, trim(*line));
                if (!tells_format(trim(*line)) || !sentence.text().empty())
                    sentence.add(*line);
            }
            continue;
        }
        finish();
        const auto words = line->substr(1);
        const auto name = entry_name(words);
        if (name.empty())
            continue;
        items.emplace_back();
        entry = &items.back();
        entry->kind = Kind::param;
        entry->name = name;
        add_fact(*entry, documented_label, squeezed(words));
        sentence.add(without_tags(trim(words.substr(first_word(words).size()))));
    }
    finish();
}

} // namespace mw::interfaces
