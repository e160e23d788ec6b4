#include "document/index/coverage.h"

#include "base/text.h"
#include "ranking/pull_text.h"
#include "store/sql/error.h"

#include <algorithm>
#include <set>
#include <span>

namespace mw::document {

namespace {

/// The row of a commit of the release.
std::optional<store::CommitRow> find(store::Reader& reader, const std::string& id,
                                     const store::Release& release) {
    try {
        const auto found = reader.find_oid(id, release.id);
        if (!found)
            return std::nullopt;
        auto rows = reader.rows(std::span(&*found, 1));
        return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
    } catch (const store::Error&) {
        return std::nullopt; // the start of several ids
    }
}

/// The section that each heading stands in: its own, or that of the last one above that named one.
std::vector<std::optional<classify::Section>> sections_of(const std::vector<Heading>& outline,
                                                          const store::Project& project) {
    std::vector<std::optional<classify::Section>> sections;
    std::optional<classify::Section> current;
    int level = 0;
    for (const auto& heading : outline) {
        if (const auto named = section_of_heading(heading.text, project)) {
            current = named;
            level = heading.level;
        } else if (heading.level <= level) {
            current.reset();
        }
        sections.push_back(current);
    }
    return sections;
}

} // namespace

std::optional<classify::Section> section_of_heading(std::string_view heading,
                                                    const store::Project& project) {
    for (const auto section : classify::all_sections())
        if (lower_case(heading) == lower_case(project.title(section)))
            return section;
    return std::nullopt;
}

Coverage coverage_of(const Rendered& shown, store::Reader& reader, const store::Release& release,
                     const RankOptions& options, const store::Project& project,
                     std::stop_token stop) {
    Coverage coverage;
    std::map<classify::Section, SectionCoverage> sections;
    std::set<std::string> cited, looked_up;
    const auto headings = sections_of(shown.outline, project);
    for (const auto& reference : shown.references) {
        const auto& entry = shown.entries[reference.entry];
        const auto section = entry.heading == nowhere ? std::nullopt : headings[entry.heading];
        const auto commit = find(reader, reference.id, release);
        if (!commit) {
            if (looked_up.insert(reference.id).second)
                coverage.unknown.push_back(reference.id);
            continue;
        }
        if (!cited.insert(commit->oid).second)
            continue;
        if (!section) {
            coverage.elsewhere.push_back(commit->oid);
            continue;
        }
        auto& made = sections[*section];
        made.cited.push_back(commit->oid);
        if (commit->kind != store::CommitKind::changeset)
            continue;
        const auto detail = reader.commit(commit->id);
        if (!detail || detail->paths.empty())
            continue;
        auto worth = score_of(*detail, {}, release);
        if (worth.feature && !worth.documented)
            made.undocumented.push_back(std::move(worth));
    }
    for (auto& ranked : rank_release(reader, release, options, std::move(stop)))
        for (auto& worth : ranked.changesets)
            if (!cited.contains(worth.row.oid) && !cited.contains(worth.row.pull))
                sections[ranked.section].left_out.push_back(std::move(worth));
    for (auto& [section, made] : sections) {
        made.section = section;
        coverage.sections.push_back(std::move(made));
    }
    for (const auto& entry : shown.entries)
        if (entry.item && entry.first_reference == entry.end_reference)
            coverage.without_commit.push_back(entry);
    return coverage;
}

} // namespace mw::document
