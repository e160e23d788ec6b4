#include "interfaces/items/toolchain.h"

#include "base/text.h"
#include "interfaces/items/text.h"

#include <algorithm>
#include <array>

namespace mw::interfaces {

namespace {

using std::string_view;

void add_tool(string_view name, string_view version, Items& items) {
    name = trim(name.substr(0, name.find_first_of("[(\\")));
    version = trim(version);
    if (name.empty() || name.size() > longest_name || version.empty())
        return;
    Item item;
    item.kind = Kind::toolchain;
    item.name = name;
    add_fact(item, "version", version);
    items.push_back(std::move(item));
}

/// The first column ends where two spaces or a tab follow.
std::pair<string_view, string_view> split_column(string_view line) {
    const auto end = std::min(line.find("  "), line.find('\t'));
    return end == string_view::npos ? std::pair(line, string_view())
                                    : std::pair(line.substr(0, end), trim(line.substr(end)));
}

bool is_table_rule(string_view line) {
    return line.starts_with("===") && line.find_first_not_of("= ") == string_view::npos;
}

} // namespace

void read_changes_doc(string_view text, Items& items) {
    // 0: before the table, 1: its head, 2: its rows.
    int part = 0;
    while (const auto whole = next_line(text)) {
        auto line = trim(*whole);
        if (is_table_rule(line) && line.find(' ') != string_view::npos) {
            part = (part + 1) % 3;
            continue;
        }
        const bool bullet = line.starts_with("o  ") || line.starts_with("o\t");
        if (bullet)
            line = trim(line.substr(1));
        if (line.empty() || (!bullet && part != 2))
            continue;
        const auto [name, rest] = split_column(line);
        add_tool(name, split_column(rest).first, items);
    }
}

void read_min_tool_version(string_view text, Items& items) {
    std::string_view tool;
    std::string condition;
    Item* item = nullptr;
    while (const auto whole = next_line(text)) {
        const auto line = trim(*whole);
        if (line.ends_with(')') && first_identifier(line).size() + 1 == line.size()) {
            tool = line.substr(0, line.size() - 1);
            item = nullptr;
        } else if (line == ";;" || line == "esac") {
            tool = {};
        } else if (line.starts_with("if ") || line.starts_with("elif ")) {
            const auto equals = line.rfind(" = ");
            condition = equals == string_view::npos
                            ? std::string()
                            : std::string(first_word(trim(line.substr(equals + 3))));
        } else if (line == "else" || line == "fi") {
            condition.clear();
        } else if (line.starts_with("echo ") && !tool.empty()) {
            std::string version(trim(line.substr(5)));
            if (!condition.empty())
                version += " (" + condition + ')';
            if (item == nullptr) {
                const auto before = items.size();
                add_tool(tool, version, items);
                item = items.size() > before ? &items.back() : nullptr;
            } else {
                add_fact(*item, "version", version);
            }
        }
    }
}

std::string tool_identity(string_view name) {
    std::string id = lower_case(name);
    static constexpr std::array<std::pair<string_view, string_view>, 3> same = {
        std::pair{string_view("gnu c"), string_view("gcc")},
        std::pair{string_view("clang/llvm"), string_view("llvm")},
        std::pair{string_view("rust"), string_view("rustc")}};
    for (const auto& [written, tool] : same)
        if (id == written)
            return std::string(tool);
    return id;
}

} // namespace mw::interfaces
