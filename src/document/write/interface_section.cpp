#include "document/write/interface_section.h"

#include "document/write/citation.h"
#include "document/write/markdown_text.h"
#include "document/write/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace mw::document {

namespace {

using interfaces::Change;
using interfaces::InterfaceChange;
using interfaces::Kind;

struct KindWords {
    std::string_view one, many;
};

KindWords kind_words(Kind kind) {
    switch (kind) {
    case Kind::config:
        return {"configuration symbol", "Configuration symbols"};
    case Kind::param:
        return {"parameter", "Parameters of the kernel and of modules"};
    case Kind::syscall:
        return {"system call", "System calls"};
    case Kind::uapi:
        return {"name in the headers for user space", "Headers for user space"};
    case Kind::abi:
        return {"ABI entry", "Files of sysfs and the like (ABI)"};
    case Kind::sysctl:
        return {"sysctl", "Sysctls"};
    case Kind::device_tree:
        return {"device tree binding", "Device tree bindings"};
    case Kind::toolchain:
        return {"tool", "Tools that building takes"};
    case Kind::maintainer:
        return {"entry of MAINTAINERS", "Entries of MAINTAINERS"};
    case Kind::arch:
        return {"architecture", "Architectures"};
    case Kind::filesystem:
        return {"filesystem", "Filesystems"};
    case Kind::module:
        return {"module", "Modules"};
    }
    return {};
}

std::string_view change_word(Change change) {
    switch (change) {
    case Change::added:
        return "New";
    case Change::removed:
        return "Gone";
    case Change::changed:
        break;
    }
    return "Changed";
}

/// A symbol without a prompt is nothing that a person is asked for.
bool has_no_prompt(const InterfaceChange& change) {
    static constexpr std::array<std::string_view, 5> types = {"bool", "tristate", "int", "hex",
                                                              "string"};
    const auto line = std::string_view(change.detail)
                          .substr(0, std::min(change.detail.find('\n'), change.detail.size()));
    return change.kind == Kind::config && change.change != Change::changed &&
           std::ranges::find(types, line) != types.end();
}

std::string entry(const store::InterfaceRow& row, const store::Project& project) {
    const auto& change = row.change;
    const auto remark = interface_remark(change);
    auto line = fmt::format("- {}", markdown_text(change.name));
    if (!remark.empty())
        line.append(": ").append(markdown_text(remark));
    if (!change.oid.empty())
        line.append(" (").append(commit_link("commit", change.oid, project)).append(")");
    return line + '\n';
}

void write_kind(std::span<const store::InterfaceRow> rows, std::size_t most,
                const store::Project& project, std::string& text) {
    text += fmt::format("**{}**\n", interface_title(rows.front().change.kind));
    for (const auto change : {Change::added, Change::removed, Change::changed}) {
        std::vector<const store::InterfaceRow*> listed;
        for (const auto& row : rows)
            if (row.change.change == change)
                listed.push_back(&row);
        if (listed.empty())
            continue;
        std::ranges::stable_partition(listed,
                                      [](const auto* row) { return !has_no_prompt(row->change); });
        text += fmt::format("\n{} ({}):\n\n", change_word(change), grouped(std::ssize(listed)));
        for (std::size_t i = 0; i < std::min(most, listed.size()); ++i)
            text += entry(*listed[i], project);
        if (listed.size() > most)
            text += fmt::format("- and {} more\n",
                                grouped(std::ssize(listed) - static_cast<std::ptrdiff_t>(most)));
    }
    text += '\n';
}

} // namespace

std::string_view interface_title(Kind kind) {
    return kind_words(kind).many;
}

std::string interface_remark(const InterfaceChange& change) {
    if (has_no_prompt(change))
        return {};
    return change.detail.substr(0, change.detail.find('\n'));
}

std::string interface_in_words(const InterfaceChange& change) {
    auto words = fmt::format("{} {} {}", change_word(change.change), kind_words(change.kind).one,
                             change.name);
    if (const auto remark = interface_remark(change); !remark.empty())
        words.append(": ").append(remark);
    return words;
}

std::string interface_section(std::span<const store::InterfaceRow> rows, std::size_t most,
                              const store::Project& project) {
    std::string text;
    for (std::size_t at = 0; at < rows.size();) {
        std::size_t end = at;
        while (end < rows.size() && rows[end].change.kind == rows[at].change.kind)
            ++end;
        write_kind(rows.subspan(at, end - at), most, project, text);
        at = end;
    }
    return text.empty() ? text : "## Interface changes\n\n" + text;
}

} // namespace mw::document
