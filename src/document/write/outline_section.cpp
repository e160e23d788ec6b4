#include "document/write/outline_section.h"

#include "document/write/citation.h"
#include "document/write/markdown_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace mw::document {

namespace {

using store::OutlineKind;

/// "Signed-off-by: ..." and its like.
bool is_trailer(std::string_view line) {
    const auto colon = line.find(": ");
    return colon != std::string_view::npos && line.substr(0, colon).find(' ') == line.npos &&
           line.substr(0, colon).ends_with("-by");
}

/// The lines of a message, each behind what makes it a quote within an item.
std::string quoted(std::string_view message, const std::string& indent) {
    std::string text;
    std::size_t empty_lines = 0;
    while (!message.empty()) {
        const auto line = message.substr(0, message.find('\n'));
        message.remove_prefix(std::min(message.size(), line.size() + 1));
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
            ++empty_lines;
            continue;
        }
        if (is_trailer(line))
            continue;
        if (!text.empty() && empty_lines > 0)
            text += indent + ">\n";
        empty_lines = 0;
        text += indent + "> " + markdown_text(line) + "\n";
    }
    return text.empty() ? text : "\n" + text + "\n";
}

std::string figures(const store::OutlineNode& node) {
    const auto lines = node.insertions
                           ? fmt::format("+{} −{}", *node.insertions, node.deletions.value_or(0))
                           : std::string();
    if (node.kind == OutlineKind::changeset)
        return lines.empty() ? lines : " (" + lines + ")";
    return fmt::format(" ({} {}{}{})", node.changesets,
                       node.changesets == 1 ? "changeset" : "changesets", lines.empty() ? "" : ", ",
                       lines);
}

} // namespace

std::string outline_section(const store::Outline& outline, const MessageOf& message,
                            std::size_t deepest) {
    std::string text;
    for (const auto& node : outline.nodes) {
        if (node.depth > deepest)
            continue;
        const std::string indent(2 * node.depth, ' ');
        const auto title = store::outline_title(node);
        text += fmt::format("{}- {}{}\n", indent,
                            node.oid.empty()
                                ? markdown_text(title)
                                : markdown_link(markdown_words(title), commit_address(node.oid)),
                            figures(node));
        if (node.kind == OutlineKind::pull || node.kind == OutlineKind::branch_merge)
            text += quoted(message(node.row), indent + "  ");
    }
    return text;
}

} // namespace mw::document
