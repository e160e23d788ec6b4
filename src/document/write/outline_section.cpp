#include "document/write/outline_section.h"

#include "base/visible_text.h"
#include "document/markdown/html.h"
#include "document/write/citation.h"
#include "document/write/markdown_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
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

/// The lines of a message but for its trailers, without empty lines at its ends.
std::string without_trailers(std::string_view message) {
    std::string text;
    while (!message.empty()) {
        const auto line = message.substr(0, message.find('\n'));
        message.remove_prefix(std::min(message.size(), line.size() + 1));
        if (!is_trailer(line) && (!text.empty() || !line.empty()))
            text.append(line).append("\n");
    }
    while (text.ends_with('\n'))
        text.pop_back();
    return text;
}

std::string shown_in_html(std::string_view text) {
    return html_text(base::visible_text(text));
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
                            std::size_t deepest, const store::Project& project) {
    std::string text;
    for (const auto& node : outline.nodes) {
        if (node.depth > deepest)
            continue;
        const std::string indent(2 * node.depth, ' ');
        const auto title = store::outline_title(node);
        text +=
            fmt::format("{}- {}{}\n", indent,
                        node.oid.empty() ? markdown_text(title)
                                         : commit_link(markdown_words(title), node.oid, project),
                        figures(node));
        if (node.kind == OutlineKind::pull || node.kind == OutlineKind::branch_merge)
            text += quoted(message(node.row), indent + "  ");
    }
    return text;
}

void write_outline_html(const store::Outline& outline, const MessageOf& message,
                        const store::Project& project, std::ostream& out) {
    std::size_t open = 0; // lists
    for (const auto& node : outline.nodes) {
        for (; open > node.depth + 1; --open)
            out << "</li></ul>\n";
        if (open == node.depth + 1)
            out << "</li>\n";
        for (; open <= node.depth; ++open)
            out << "<ul>\n";
        const auto title = shown_in_html(store::outline_title(node));
        out << "<li>";
        const auto page = node.oid.empty() ? std::string() : project.page(node.oid);
        if (page.empty())
            out << title << (node.oid.empty() ? "" : " " + node.oid.substr(0, 12));
        else
            out << "<a href=\"" << html_text(page) << "\">" << title << "</a>";
        out << html_text(figures(node));
        if (node.kind != OutlineKind::pull && node.kind != OutlineKind::branch_merge)
            continue;
        if (const auto text = without_trailers(message(node.row)); !text.empty())
            out << "<blockquote><pre>" << shown_in_html(text) << "</pre></blockquote>";
    }
    for (; open > 0; --open)
        out << "</li></ul>\n";
}

store::Outline part_of_outline(const store::Outline& outline,
                               const std::function<bool(const store::OutlineNode& node)>& wanted) {
    std::vector<std::size_t> before{0}; // wanted ones before each node
    for (const auto& node : outline.nodes)
        before.push_back(before.back() + (node.row != 0 && wanted(node) ? 1 : 0));
    store::Outline part{{}, outline.people, outline.places};
    std::vector<std::size_t> path;
    for (std::size_t at = 0; at < outline.nodes.size(); ++at) {
        auto node = outline.nodes[at];
        if (at != 0 && before[node.end] == before[at])
            continue;
        const auto place = part.nodes.size();
        path.resize(node.depth);
        node.parent = path.empty() ? 0 : path.back();
        path.push_back(place);
        const bool changeset = node.kind == OutlineKind::changeset;
        if (!changeset) {
            node.changesets = 0;
            if (node.insertions)
                node.insertions = node.deletions = 0;
        }
        part.nodes.push_back(node);
        for (const auto above : path) {
            auto& sum = part.nodes[above];
            sum.end = place + 1;
            if (!changeset || above == place)
                continue;
            ++sum.changesets;
            if (node.insertions) {
                sum.insertions = sum.insertions.value_or(0) + *node.insertions;
                sum.deletions = sum.deletions.value_or(0) + node.deletions.value_or(0);
            }
        }
    }
    return part;
}

} // namespace mw::document
