#include "store/model/records.h"
#include "store/rows/row_tables.h"
#include "store/search/term_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

// Terms that find nothing because what they ask for was never read, and not because nothing has it:
//     lines:                                      lines were not counted
//     new: gone: changed: config: param: syscall: the files of the ends were not read
//     cve: severity: is:cve, -fix, -cause         CVE records were not read
// code: and its like are refused at once (code_terms.cpp): their negation would find everything.

namespace mw::store {

namespace {

constexpr std::array interface_fields{"new", "gone", "changed", "config", "param", "syscall"};
constexpr std::array cve_kinds{"cve", "cve-fix", "cve-cause"};

base::Message without_lines(const ReadState& release) {
    const auto& name = release.name;
    if (release.bundled)
        return base::Message("Of '{}', which comes with the program, lines are not known. Import "
                             "it from a clone.",
                             name);
    switch (release.lines) {
    case LineState::pending:
        return base::Message("The lines of '{}' are not counted yet.", name);
    case LineState::not_wanted:
        return base::Message("'{}' was imported without its lines. Import it again with them.",
                             name);
    case LineState::unavailable:
        return base::Message("The clone of '{}' lacks contents of files, so its lines are not "
                             "counted. Import it from a clone that has them.",
                             name);
    case LineState::counted:
    case LineState::partly:
        break;
    }
    return {};
}

base::Message without_interfaces(const ReadState& release) {
    const auto& name = release.name;
    if (release.bundled && release.interfaces != InterfaceState::read)
        return base::Message("What changed at the edges of '{}', which comes with the program, is "
                             "not known. Import it from a clone.",
                             name);
    switch (release.interfaces) {
    case InterfaceState::unread:
        return base::Message("The files of '{}' have not been read yet, so what changed at its "
                             "edges is not known. An import reads them.",
                             name);
    case InterfaceState::not_wanted:
        return base::Message("'{}' was imported without its lines, so what changed at its edges "
                             "is not known. Import it again with them.",
                             name);
    case InterfaceState::unavailable:
        return base::Message("The clone of '{}' lacks contents of files, so what changed at its "
                             "edges is not known. Import it from a clone that has them.",
                             name);
    case InterfaceState::read:
        break;
    }
    return {};
}

} // namespace

base::Message TermFinder::unknown_because(const QueryNode& term, const RowIdBitmap& span) {
    if (term.field == "lines")
        return unread_because(span, without_lines);
    if (std::ranges::find(interface_fields, term.field) != interface_fields.end())
        return unread_because(span, without_interfaces);
    const bool marks =
        term.field == "cve" ||
        (term.field == "is" &&
         std::ranges::find(cve_kinds, tokenizer_.fold(term.value)) != cve_kinds.end());
    if (marks || term.field == "severity")
        return unmarked_because(marks, span);
    return {};
}

base::Message
TermFinder::unread_because(const RowIdBitmap& span,
                           const std::function<base::Message(const ReadState&)>& because) {
    RowScan releases(database_, fmt::format("SELECT r.name, r.embedded, r.line_state, "
                                            "r.interface_state, r.code_state, {} FROM release r "
                                            "ORDER BY r.embedded, r.last_landing DESC",
                                            run_of_release));
    base::Message reason;
    while (releases.next()) {
        if (releases.is_null(5) || releases.number(5) > span.last() ||
            releases.number(6) < span.first())
            continue;
        auto unread = because({std::string(releases.text(0)), releases.number(1) != 0,
                               static_cast<LineState>(releases.number(2)),
                               static_cast<InterfaceState>(releases.number(3)),
                               static_cast<CodeState>(releases.number(4))});
        if (unread.empty())
            return {};
        if (reason.empty())
            reason = std::move(unread);
    }
    return reason;
}

/// Records that come with the program have no vector, and are of its release alone.
base::Message TermFinder::unmarked_because(bool marks, const RowIdBitmap& span) {
    auto known = select("SELECT EXISTS (SELECT 1 FROM cve), EXISTS (SELECT 1 FROM cve WHERE vector "
                        "<> ''), EXISTS (SELECT 1 FROM cve_mark WHERE commit_id BETWEEN ?1 AND ?2)",
                        span);
    bool any = false, rated = false, marked = false;
    while (known.next()) {
        any = known.number(0) != 0;
        rated = known.number(1) != 0;
        marked = known.number(2) != 0;
    }
    if (rated || (marks && marked))
        return {};
    if (!any)
        return base::Message(base::Advice::read_cves, "No CVE records were read yet.");
    if (!marks)
        return base::Message(base::Advice::read_cves,
                             "None of the CVE records that are known has a score.");
    return base::Message(base::Advice::read_cves,
                         "The CVE records that are known name nothing here, and may be of another "
                         "release alone.");
}

} // namespace mw::store
