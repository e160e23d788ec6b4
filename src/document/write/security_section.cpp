#include "document/write/security_section.h"

#include "document/write/citation.h"
#include "document/write/markdown_text.h"
#include "document/write/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <vector>

namespace mw::document {

namespace {

double score_of(const store::CommitDetail& commit) {
    double score = -1;
    for (const auto& mark : commit.cves)
        if (mark.fixes)
            score = std::max(score, mark.score.value_or(-1));
    return score;
}

/// "CVE-2023-52454 (5.5, medium), CVE-2024-1".
std::string records_of(const store::CommitDetail& commit) {
    std::string text;
    for (const auto& mark : commit.cves) {
        if (!mark.fixes)
            continue;
        text.append(text.empty() ? "" : ", ").append(mark.id);
        auto severity = mark.severity;
        std::ranges::transform(severity, severity.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (mark.score)
            text += fmt::format(" ({:.1f}{}{})", *mark.score, severity.empty() ? "" : ", ",
                                markdown_text(severity));
    }
    return text;
}

} // namespace

std::string security_section(std::span<const store::CommitDetail> commits,
                             const store::Project& project) {
    std::vector<const store::CommitDetail*> order;
    std::set<std::string> records;
    for (const auto& commit : commits) {
        order.push_back(&commit);
        for (const auto& mark : commit.cves)
            if (mark.fixes)
                records.insert(mark.id);
    }
    if (order.empty())
        return {};
    std::ranges::stable_sort(order, std::greater(),
                             [](const store::CommitDetail* commit) { return score_of(*commit); });
    auto text = fmt::format(
        "## Security\n\nThe kernel's CVE records name {} {} of this release as the fix of {}.\n\n",
        grouped(std::ssize(order)), order.size() == 1 ? "changeset" : "changesets",
        records.size() == 1 ? "one fault" : grouped(std::ssize(records)) + " faults");
    for (const auto* commit : order)
        text += fmt::format(
            "- {}: {} ({})\n", records_of(*commit),
            markdown_text(commit->row.subject.empty() ? commit->row.about : commit->row.subject),
            commit->row.oid.empty() ? "no id is known"
                                    : commit_link("commit", commit->row.oid, project));
    return text + '\n';
}

} // namespace mw::document
