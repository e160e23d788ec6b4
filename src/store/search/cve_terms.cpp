#include "base/error.h"
#include "store/search/term_finder.h"
#include "store/sql/error.h"

#include <fmt/format.h>

#include <charconv>
#include <string>
#include <string_view>

// The terms that ask for what CVE records say of a commit:
//     cve:2023-52454, cve:CVE-2023-52454, cve:2023*    fixed or introduced it
//     severity:>7, severity:high                       fixes or introduced one of that score (CVSS
//                                                      base score) or that severity
//     severity:unknown                                 of one that nobody has rated yet

namespace mw::store {

namespace {

constexpr const char* select_commits =
    "SELECT m.commit_id FROM cve_mark m JOIN cve r ON r.id = m.cve_id WHERE m.commit_id BETWEEN ?1 "
    "AND ?2 AND ";

struct Comparison {
    const char* operation = ">=";
    double score = 0;
};

std::optional<Comparison> comparison_of(std::string_view value) {
    Comparison comparison;
    for (const char* candidate : {">=", "<=", ">", "<", "="})
        if (value.starts_with(candidate)) {
            comparison.operation = candidate;
            value.remove_prefix(std::string_view(candidate).size());
            break;
        }
    const auto [end, error] =
        std::from_chars(value.data(), value.data() + value.size(), comparison.score);
    if (error != std::errc() || end != value.data() + value.size())
        return std::nullopt;
    return comparison;
}

} // namespace

void TermFinder::find_cve(const QueryNode& term, RowIdBitmap& found) {
    std::string id = tokenizer_.fold(term.value);
    if (!id.starts_with("cve"))
        id = "cve-" + id;
    if (id.find_first_not_of("cve-0123456789") != std::string::npos || id.size() < 8)
        throw QueryError(
            base::Message("A record is written cve:2023-52454 or cve:CVE-2023-52454; cve:2023* are "
                          "all of a year."),
            term.value_position);
    auto commits = select(fmt::format("{} lower(r.id) {}", select_commits,
                                      term.prefix ? "BETWEEN ?3 AND ?3 || char(0x10FFFF)" : "= ?3"),
                          found);
    commits.bind(3, std::string_view(id));
    collect(commits, found);
}

void TermFinder::find_severity(const QueryNode& term, RowIdBitmap& found) {
    const auto folded = tokenizer_.fold(term.value);
    if (const auto comparison = comparison_of(term.value)) {
        auto commits =
            select(fmt::format("{} r.score {} ?3", select_commits, comparison->operation), found);
        commits.bind_real(3, comparison->score);
        collect(commits, found);
        return;
    }
    for (const char* known : {"none", "low", "medium", "high", "critical"})
        if (folded == known) {
            auto commits = select(fmt::format("{} lower(r.severity) = ?3", select_commits), found);
            commits.bind(3, std::string_view(folded));
            collect(commits, found);
            return;
        }
    if (folded == "unknown") {
        auto commits = select(fmt::format("{} r.score IS NULL", select_commits), found);
        collect(commits, found);
        return;
    }
    throw QueryError("'severity:' wants a CVSS score, as in severity:>7, or one of: none, low, "
                     "medium, high, critical, unknown.",
                     term.value_position);
}

} // namespace mw::store
