#include "cli/commands.h"
#include "cli/mistakes.h"
#include "cli/output/output.h"
#include "document/write/outline_section.h"
#include "store/read/outline_reader.h"
#include "store/read/reader.h"
#include "store/sql/error.h"
#include "store/user/project_store.h"

#include <fmt/format.h>

#include <cstdint>
#include <limits>
#include <memory>
#include <string>

namespace mw::cli {

namespace {

using store::OutlineKind;

/// Of the nearest node above that has an id: a series has none, and neither has a release.
std::string parent_id(const store::Outline& outline, std::size_t node) {
    while (node != 0) {
        node = outline.nodes[node].parent;
        if (!outline.nodes[node].oid.empty())
            return outline.nodes[node].oid;
    }
    return {};
}

Json node_to_json(const store::Outline& outline, std::size_t at) {
    const auto& node = outline.nodes[at];
    return {{"oid", document::or_null(node.oid)},
            {"parent", document::or_null(parent_id(outline, at))},
            {"depth", node.depth},
            {"kind", store::to_string(node.kind)},
            {"title", store::outline_title(node)},
            {"changesets", node.changesets},
            {"insertions", document::or_null(node.insertions)},
            {"deletions", document::or_null(node.deletions)}};
}

std::string line_of(const store::OutlineNode& node) {
    const std::string lines =
        node.insertions ? fmt::format("  +{} -{}", *node.insertions, node.deletions.value_or(0))
                        : std::string();
    const std::string count = node.kind == OutlineKind::changeset
                                  ? std::string()
                                  : fmt::format("  [{} {}]", node.changesets,
                                                node.changesets == 1 ? "changeset" : "changesets");
    const std::string id = node.oid.empty() ? std::string(12, ' ') : node.oid.substr(0, 12);
    return fmt::format("{}  {}{}{}{}", id, std::string(2 * node.depth, ' '),
                       store::outline_title(node), count, lines);
}

store::Outline find_outline(const Options& options, const std::string& wanted) {
    store::Reader reader(options.database);
    store::OutlineReader outlines(options.database);
    if (const auto release = reader.release(wanted))
        return outlines.release(release->id);
    const bool is_id = wanted.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
    if (const auto row = is_id ? reader.find_oid(wanted) : std::nullopt)
        return outlines.commit(*row);
    std::string names;
    for (const auto& release : reader.releases())
        names.append(names.empty() ? "" : ", ").append(release.name);
    throw store::Error(
        fmt::format("The database has neither a release nor a commit '{}'. Releases are: {}.",
                    wanted, names.empty() ? "none" : names));
}

struct OutlineRequest {
    std::string wanted;
    std::int64_t deepest = std::numeric_limits<std::int64_t>::max();
    bool markdown = false;
};

/// Whose history the commits are of.
store::Project project_of_outline(const Options& options, const store::Outline& outline) {
    store::Reader reader(options.database);
    for (const auto& node : outline.nodes) {
        const auto commit = node.oid.empty() ? std::nullopt : reader.commit_by_oid(node.oid);
        if (commit)
            return store::ProjectStore(options.database, store::Access::read)
                .all()[commit->release];
    }
    return {};
}

void print_outline(const Options& options, const OutlineRequest& request) {
    const auto outline = find_outline(options, request.wanted);
    const auto deepest = static_cast<std::size_t>(request.deepest);
    if (request.markdown) {
        store::OutlineReader messages(options.database);
        print_data_line(document::outline_section(
            outline, [&](store::RowId commit) { return messages.message(commit); }, deepest,
            project_of_outline(options, outline)));
        return;
    }
    for (std::size_t at = 0; at < outline.nodes.size(); ++at) {
        if (outline.nodes[at].depth > deepest)
            continue;
        if (options.json)
            print_json(node_to_json(outline, at));
        else
            print_line(line_of(outline.nodes[at]));
    }
}

} // namespace

void add_outline(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand(
        "outline", "Show what a pull or a release is made of: merges, series, changesets");
    const auto request = std::make_shared<OutlineRequest>();
    command->add_option("what", request->wanted, "A release's name, or a commit's id")->required();
    command->add_option("--depth", request->deepest, "No deeper than so many steps")
        ->type_name("N")
        ->check(whole_number(0));
    command->add_flag("--markdown", request->markdown,
                      "As lists in Markdown, with the messages of merges quoted");
    command->callback([request, &options] { print_outline(options, *request); });
}

} // namespace mw::cli
