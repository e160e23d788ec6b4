#pragma once

#include "session/refinement.h"
#include "session/section_model.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <vector>

namespace mw::ui {

/// One thing that a person has looked at, as an address is in a web browser. The release goes by
/// name and the commit by object id, so that a location outlives a re-import; commitRow stands in
/// for entries without an id.
struct Location {
    QString release;
    SectionChoice section;
    QString filter;
    QString commit;
    store::RowId commitRow = 0;
    /// What is read beside, or in place of, the commit: an address of reading/page.h.
    QString page{};
    int pageLine = 0;         ///< of the document's source, to be gone to; 0: none
    int pagePlace = 0;        ///< a character's position at the top, where the reader has been
    bool allReleases = false; ///< the list is of every release; release is the one in charge
    /// Only what had landed by then (UTC seconds) is listed and counted; empty: everything.
    std::optional<Seconds> asOf{};
    /// What the list is narrowed to besides the section: of each way one choice at most.
    std::vector<Refinement> refinements{};

    /// Null where nothing was chosen on that way.
    const Refinement* choice(Breakdown way) const {
        const auto found = std::ranges::find(refinements, way, &Refinement::way);
        return found == refinements.end() ? nullptr : &*found;
    }
    /// The choices of all refinements, in the query language.
    QString within() const {
        QStringList terms;
        for (const Refinement& choice : refinements)
            terms << choice.term;
        return terms.join(QLatin1Char(' '));
    }
    /// The list is all of the release.
    bool isWhole() const {
        return filter.isEmpty() && !section.section && refinements.empty() && !asOf;
    }

    bool hasCommit() const { return !commit.isEmpty() || commitRow != 0; }
    /// The two name the same commit, or none.
    bool sameCommit(const Location& other) const {
        return commit.isEmpty() && other.commit.isEmpty() ? commitRow == other.commitRow
                                                          : commit == other.commit;
    }
    /// The two list the same rows.
    bool sameList(const Location& other) const {
        return release == other.release && section == other.section && filter == other.filter &&
               allReleases == other.allReleases && asOf == other.asOf &&
               refinements == other.refinements;
    }
    /// The two read the same place of the same page.
    bool samePage(const Location& other) const {
        return page == other.page && pageLine == other.pageLine;
    }
    bool operator==(const Location& other) const {
        return sameList(other) && sameCommit(other) && samePage(other);
    }
};

} // namespace mw::ui
