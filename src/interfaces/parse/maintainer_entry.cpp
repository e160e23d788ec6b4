#include "interfaces/parse/maintainer_entry.h"

#include "interfaces/items/text.h"

namespace mw::interfaces {

namespace {

using std::string_view;

/// The letter of "S:\tMaintained", or of "S\tMaintained" where the colon was forgotten; 0 where a
/// line is none of an entry.
char tag_of(string_view line) {
    if (line.size() < 2 || line[0] < 'A' || line[0] > 'Z')
        return '\0';
    const auto behind = line.substr(1);
    return behind[0] == ':' || behind[0] == '\t' || behind.starts_with(" \t") ? line[0] : '\0';
}

string_view label_of(char tag) {
    switch (tag) {
    case 'S':
        return "status";
    case 'M':
    case 'P':
        return "maintainer";
    case 'L':
        return "list";
    case 'F':
        return "file";
    default:
        return {};
    }
}

} // namespace

void read_maintainer_entries(string_view text, Items& items) {
    string_view title;
    Item* entry = nullptr;
    while (const auto line = next_line(text)) {
        const char tag = tag_of(*line);
        if (tag == '\0') {
            // Titles stand at the start of a line; what explains the file is indented or prose,
            // with no tag on the line below.
            title = line->empty() || is_blank(line->front()) ? string_view() : trim(*line);
            entry = nullptr;
            continue;
        }
        if (!title.empty() && title.size() <= longest_name) {
            items.emplace_back();
            entry = &items.back();
            entry->kind = Kind::maintainer;
            entry->name = title;
        }
        title = {};
        const auto label = label_of(tag);
        if (entry != nullptr && !label.empty())
            add_fact(*entry, label, line->substr(2));
    }
}

} // namespace mw::interfaces
