#include "interfaces/items/item.h"

#include "interfaces/items/text.h"
#include "interfaces/items/toolchain.h"

#include <algorithm>

namespace mw::interfaces {

using std::string_view;

void add_fact(Item& item, string_view label, string_view value) {
    if (item.facts.size() >= most_facts)
        return;
    std::string line;
    for (const char c : cut(trim(value), longest_value)) {
        const bool space = is_blank(c) || c == '\n';
        if (!space)
            line += c;
        else if (!line.ends_with(' '))
            line += ' ';
    }
    item.facts.push_back({std::string(label), std::move(line)});
}

void add_text_line(Item& item, string_view line) {
    if (item.text.size() + line.size() >= longest_text)
        return;
    if (!item.text.empty())
        item.text += '\n';
    item.text += line;
}

bool is_compared(Kind kind, string_view label) {
    switch (kind) {
    case Kind::config:
        return label == "type" || label == "prompt" || label == "default";
    case Kind::syscall:
        return true; // the table that has it, with its number there
    case Kind::abi:
        return label == "state";
    case Kind::uapi:
        return label == "ioctl" || label == "member";
    case Kind::device_tree:
        return label == "format";
    case Kind::toolchain:
        return label == "version";
    case Kind::maintainer:
        return label == "status";
    case Kind::param:
    case Kind::sysctl:
    case Kind::arch:
    case Kind::filesystem:
    case Kind::module:
        break;
    }
    return false;
}

bool is_documented(const Item& item) {
    return std::ranges::find(item.facts, documented_label, &Fact::label) != item.facts.end();
}

std::string identity(const Item& item) {
    if (item.kind == Kind::toolchain)
        return tool_identity(item.name);
    std::string id = item.scope.empty() ? item.name : item.scope + ':' + item.name;
    if (item.kind == Kind::param || item.kind == Kind::module)
        std::ranges::replace(id, '-', '_');
    return id;
}

std::string detail_of(const Item& item) {
    std::string detail = item.summary;
    const auto add_line = [&detail](string_view label, string_view value) {
        if (!detail.empty())
            detail += '\n';
        detail.append(label).append(label.empty() || value.empty() ? "" : " ").append(value);
    };
    for (const auto& fact : item.facts) {
        if (item.kind == Kind::config && fact.label == "type")
            add_line({}, fact.value);
        else if (fact.label != "prompt")
            add_line(fact.label, fact.value);
    }
    if (!item.text.empty())
        detail.append(detail.empty() ? "" : "\n\n").append(item.text);
    return detail;
}

} // namespace mw::interfaces
