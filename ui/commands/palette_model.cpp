#include "commands/palette_model.h"

#include "commands/fuzzy.h"

#include <algorithm>

namespace mw::ui {

namespace {

constexpr int mostMatches = 200;
constexpr std::size_t matchesAbove = 6; ///< above what was typed as such
/// Between equals, what was used lately comes first.
constexpr int recentBonus = 6;
/// A word that fits what stands beside the text counts less than one in it.
constexpr int besideScore = 2;

/// Every word must fit; nothing where one does not.
std::optional<PaletteLine> fit(const PaletteItem& candidate, const QStringList& words) {
    PaletteLine line{candidate, {}, 0};
    for (const QString& word : words) {
        if (const auto match = fuzzyMatch(word, candidate.text)) {
            line.score += match->score;
            line.places.insert(line.places.end(), match->places.begin(), match->places.end());
        } else if (candidate.detail.contains(word, Qt::CaseInsensitive)) {
            line.score += besideScore;
        } else {
            return std::nullopt;
        }
    }
    std::ranges::sort(line.places);
    return line;
}

/// Where the words stand in a title, each once.
std::vector<int> placesOf(const QStringList& words, const QString& title) {
    std::vector<int> places;
    for (const QString& word : words)
        if (const qsizetype at = title.indexOf(word, 0, Qt::CaseInsensitive); at >= 0)
            for (qsizetype i = 0; i < word.size(); ++i)
                places.push_back(static_cast<int>(at + i));
    std::ranges::sort(places);
    return places;
}

} // namespace

void PaletteModel::rank(const Candidates& all, const QString& typed, const Candidates& meant,
                        const QStringList& recent, const Candidates& found) {
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<PaletteLine> lines;
    for (const PaletteItem& candidate : all) {
        auto line = fit(candidate, words);
        if (!line)
            continue;
        const qsizetype place = candidate.id.isEmpty() ? -1 : recent.indexOf(candidate.id);
        if (place >= 0)
            line->score += words.isEmpty() ? static_cast<int>(recent.size() - place) : recentBonus;
        lines.push_back(*std::move(line));
    }
    std::ranges::stable_sort(lines, [&](const PaletteLine& one, const PaletteLine& other) {
        if (one.score != other.score)
            return one.score > other.score;
        return !words.isEmpty() && one.candidate.text.size() < other.candidate.text.size();
    });
    if (lines.size() > mostMatches)
        lines.resize(mostMatches);
    std::vector<PaletteLine> between;
    for (const PaletteItem& candidate : meant)
        between.push_back({candidate, {}, 0});
    for (const PaletteItem& candidate : found)
        between.push_back({candidate, placesOf(words, candidate.text), 0});
    const auto best = static_cast<std::ptrdiff_t>(std::min(lines.size(), matchesAbove));
    lines.insert(words.isEmpty() ? lines.end() : lines.begin() + best,
                 std::make_move_iterator(between.begin()), std::make_move_iterator(between.end()));
    replaceRows(std::move(lines), false);
}

QVariant PaletteModel::cell(int row, int, int role) const {
    const PaletteItem& candidate = line(row).candidate;
    switch (role) {
    case Qt::DisplayRole:
        return candidate.text;
    case Qt::AccessibleTextRole: {
        QStringList parts{candidate.text};
        for (const QString& part : {candidate.detail, candidate.keys})
            if (!part.isEmpty())
                parts << part;
        if (candidate.checked)
            parts << tr("on");
        return parts.join(QLatin1String(", "));
    }
    case LineRole:
        return QVariant::fromValue(static_cast<const void*>(&line(row)));
    default:
        return {};
    }
}

QVariant PaletteModel::headerCell(int, int role) const {
    return role == Qt::DisplayRole ? tr("Command") : QVariant();
}

} // namespace mw::ui
