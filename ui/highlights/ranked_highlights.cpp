#include "highlights/ranked_highlights.h"

#include "text/engine_text.h"
#include "text/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace mw::ui {

namespace {

constexpr std::size_t changesetsShown = 10;
constexpr std::size_t ofOneSection = 2;
constexpr std::size_t pullsShown = 10;
constexpr std::size_t reasonsShown = 4;

struct HighlightWords {
    Q_DECLARE_TR_FUNCTIONS(Highlights)
};

QString reasonText(const std::vector<document::ScoreReason>& reasons) {
    QStringList words;
    for (const document::ScoreReason& reason : reasons) {
        if (reason.points > 0 && static_cast<std::size_t>(words.size()) < reasonsShown)
            words << engineText(reason.words);
    }
    return words.join(QStringLiteral("; "));
}

std::vector<Highlight> bestChangesets(const std::vector<document::SectionScores>& sections) {
    struct PaletteItem {
        const document::Score* worth;
        classify::Section section;
    };
    std::vector<PaletteItem> best;
    for (const document::SectionScores& section : sections)
        for (std::size_t i = 0; i < std::min(ofOneSection, section.changesets.size()); ++i)
            if (const document::Score& worth = section.changesets[i];
                worth.score > 0 && !worth.row.oid.empty())
                best.push_back({&worth, section.section});
    std::ranges::stable_sort(best, std::greater(),
                             [](const PaletteItem& one) { return one.worth->score; });
    best.resize(std::min(best.size(), changesetsShown));
    std::vector<Highlight> lines;
    for (const PaletteItem& one : best)
        lines.push_back({toQString(one.worth->row.oid), toQString(one.worth->row.subject),
                         sectionTitle(one.section), reasonText(one.worth->reasons)});
    return lines;
}

std::vector<Highlight> largestPulls(const std::vector<document::SectionScores>& sections,
                                    const store::Release& release) {
    std::vector<const store::Pull*> pulls;
    for (const document::SectionScores& section : sections)
        for (const document::PullScore& pull : section.pulls)
            pulls.push_back(&pull.pull);
    std::ranges::stable_sort(pulls, std::greater(), &store::Pull::changesets);
    pulls.resize(std::min(pulls.size(), pullsShown));
    std::vector<Highlight> lines;
    for (const store::Pull* const pull : pulls) {
        const double share =
            100 * static_cast<double>(pull->changesets) / static_cast<double>(release.changesets);
        lines.push_back(
            {toQString(pull->oid), pullLabel(pull->title),
             HighlightWords::tr("%Ln changeset(s), %1 %", nullptr, pluralOf(pull->changesets))
                 .arg(QLocale().toString(share, 'f', 1)),
             toQString(pull->title)});
    }
    return lines;
}

} // namespace

Highlights highlightsOf(const std::vector<document::SectionScores>& sections,
                        const store::Release& release) {
    return {bestChangesets(sections), largestPulls(sections, release)};
}

} // namespace mw::ui
