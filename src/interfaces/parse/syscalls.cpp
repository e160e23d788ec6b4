#include "interfaces/parse/syscalls.h"

#include "interfaces/items/text.h"

#include <algorithm>
#include <array>

namespace mw::interfaces {

namespace {

using std::string_view;

/// "x86_64" of arch/x86/entry/syscalls/syscall_64.tbl, "mips_n32", "arm", "generic".
std::string table_of(string_view path) {
    static constexpr string_view arch = "arch/";
    if (!path.starts_with(arch))
        return "generic";
    const auto below = path.substr(arch.size());
    std::string table(below.substr(0, below.find('/')));
    auto name = path.substr(path.rfind('/') + 1);
    name = name.substr(0, name.find('.'));
    for (const string_view front : {"syscall", "unistd"})
        if (name.starts_with(front))
            name.remove_prefix(front.size());
    if (name.starts_with('_'))
        name.remove_prefix(1);
    if (!name.empty())
        table.append(1, '_').append(name);
    return table;
}

/// Numbers that tables keep free have a name there as well.
bool is_placeholder(string_view name) {
    for (const string_view front : {"reserved", "unused", "sys_ni_syscall", "ni_syscall"})
        if (name.starts_with(front) &&
            name.find_first_not_of("0123456789_", front.size()) == string_view::npos)
            return true;
    return false;
}

void add_call(string_view name, string_view number, const std::string& table, Items& items) {
    if (name.empty() || name.size() > longest_name || is_placeholder(name))
        return;
    Item item;
    item.kind = Kind::syscall;
    item.name = name;
    add_fact(item, table, number);
    items.push_back(std::move(item));
}

constexpr string_view ni_syscall = "sys_ni_syscall";

/// A number whose entry point does nothing keeps its name, so that it is not given away again.
std::string number_of(string_view number, string_view entry_point) {
    std::string value(number);
    if (entry_point == ni_syscall)
        value.append(" (").append(ni_syscall).append(")");
    return value;
}

/// What unistd.h defines as __NR_ that is no system call: bases and counts.
bool is_call_name(string_view name) {
    static constexpr std::array<string_view, 8> others = {
        "syscalls",          "Linux",         "Linux_syscalls",       "SYSCALL_BASE", "syscall_max",
        "OABI_SYSCALL_BASE", "syscall_count", "arch_specific_syscall"};
    return std::ranges::find(others, name) == others.end() && !name.starts_with("compat_") &&
           !name.ends_with("_Linux") && !name.ends_with("_Linux_syscalls");
}

/// "333" of "(__NR_Linux + 333)", where a number is in it.
string_view number_in(string_view value) {
    value = value.substr(0, value.find("/*"));
    const auto end = value.find_last_of("0123456789");
    if (end == string_view::npos)
        return {};
    std::size_t begin = end;
    while (begin > 0 && value[begin - 1] >= '0' && value[begin - 1] <= '9')
        --begin;
    return begin > 0 && is_identifier(value[begin - 1]) ? string_view()
                                                        : value.substr(begin, end + 1 - begin);
}

} // namespace

void read_syscall_table(string_view path, string_view text, Items& items) {
    const auto table = table_of(path);
    while (const auto line = next_line(text)) {
        auto rest = trim(*line);
        std::array<string_view, 4> columns;
        for (auto& column : columns) {
            column = first_word(rest);
            rest = trim(rest.substr(column.size()));
        }
        if (!columns[0].empty() && columns[0].find_first_not_of("0123456789") == string_view::npos)
            add_call(columns[2],
                     number_of(columns[0], columns[3].empty() ? ni_syscall : columns[3]), table,
                     items);
    }
}

void read_unistd_header(string_view path, string_view text, Items& items) {
    const auto table = table_of(path);
    while (const auto line = next_line(text)) {
        auto rest = trim(*line);
        if (!rest.starts_with('#')) {
            // "__SYSCALL(__NR_name, sys_ni_syscall)" below the name's own line.
            if (rest.starts_with("__SYSCALL(__NR_") && !items.empty() &&
                rest.find(ni_syscall) != string_view::npos) {
                const auto name = first_identifier(rest.substr(15));
                auto& fact = items.back().facts.back();
                if (name == items.back().name)
                    fact.value = number_of(fact.value, ni_syscall);
            }
            continue;
        }
        rest = trim(rest.substr(1));
        if (first_word(rest) != "define")
            continue;
        rest = trim(rest.substr(string_view("define").size()));
        const auto macro = first_identifier(rest);
        const auto value = trim(rest.substr(macro.size()));
        auto name = macro;
        for (const string_view front : {"__NR3264_", "__NR_"})
            if (name.starts_with(front)) {
                name.remove_prefix(front.size());
                break;
            }
        if (name.size() != macro.size() && !value.empty() && is_call_name(name))
            add_call(name, number_in(value), table, items);
    }
}

} // namespace mw::interfaces
