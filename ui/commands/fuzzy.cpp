#include "commands/fuzzy.h"

#include <algorithm>
#include <limits>

namespace mw::ui {

namespace {

constexpr int letterScore = 1;
constexpr int startScore = 9;     ///< the text's first letter
constexpr int wordScore = 7;      ///< the first letter of a word
constexpr int neighbourScore = 8; ///< right behind the letter before
constexpr int gapCost = 1;
/// A match that begins within a word: "ware" in "Hardware".
constexpr int withinCost = 6;
/// What a letter must bring on average. Scattered ones bring less.
constexpr int leastPerLetter = 4;

constexpr int impossible = std::numeric_limits<int>::min() / 2;

bool startsWord(const QString& text, qsizetype place) {
    if (place == 0)
        return true;
    const QChar before = text[place - 1], here = text[place];
    return (here.isLetterOrNumber() && !before.isLetterOrNumber()) ||
           (here.isUpper() && before.isLower());
}

int placeScore(const QString& text, qsizetype place) {
    return letterScore + (place == 0 ? startScore : startsWord(text, place) ? wordScore : 0);
}

} // namespace

/// For each letter and each place of the text that has it: the best score of the letters up to
/// there. The letter before stands right in front of it (neighbour); or further left (gap), of
/// which the best so far is carried along: anywhere where a word starts here, and otherwise within
/// the same word. The way back gives the places.
std::optional<FuzzyMatch> fuzzyMatch(const QString& letters, const QString& text) {
    const qsizetype rows = letters.size(), columns = text.size();
    if (rows == 0)
        return FuzzyMatch{};
    if (rows > columns)
        return std::nullopt;
    const QString wanted = letters.toCaseFolded(), folded = text.toCaseFolded();
    if (folded.size() != columns || wanted.size() != rows)
        return std::nullopt; // a letter that folds into two has no place of its own

    const auto cell = [columns](qsizetype row, qsizetype column) {
        return static_cast<std::size_t>(row * columns + column);
    };
    std::vector<int> best(static_cast<std::size_t>(rows * columns), impossible);
    std::vector<int> from(best.size(), -1);
    for (qsizetype row = 0; row < rows; ++row) {
        struct Best {
            int score = impossible, place = -1;
        };
        Best anywhere, inWord;
        for (qsizetype column = row; column < columns; ++column) {
            const bool start = startsWord(text, column);
            if (start || (column > 0 && startsWord(text, column - 1)))
                inWord = {};
            if (row > 0 && column > 1) {
                const Best further{best[cell(row - 1, column - 2)], static_cast<int>(column - 2)};
                if (further.score > anywhere.score)
                    anywhere = further;
                if (further.score > inWord.score && !start && !startsWord(text, column - 1))
                    inWord = further;
            }
            if (folded[column] != wanted[row])
                continue;
            int before = start ? 0 : -withinCost, beforeAt = -1;
            if (row > 0) {
                const Best& gap = start ? anywhere : inWord;
                before = gap.score - gapCost;
                beforeAt = gap.place;
                if (const int near = best[cell(row - 1, column - 1)] + neighbourScore;
                    near >= before) {
                    before = near;
                    beforeAt = static_cast<int>(column - 1);
                }
                if (before < impossible / 2)
                    continue;
            }
            best[cell(row, column)] = before + placeScore(text, column);
            from[cell(row, column)] = beforeAt;
        }
    }

    const auto last = best.begin() + static_cast<std::ptrdiff_t>(cell(rows - 1, 0));
    const auto top = std::max_element(last, best.end());
    if (*top < leastPerLetter * rows)
        return std::nullopt;
    FuzzyMatch match;
    match.score = *top;
    match.places.resize(static_cast<std::size_t>(rows));
    auto column = static_cast<int>(top - last);
    for (qsizetype row = rows - 1; row >= 0; --row) {
        match.places[static_cast<std::size_t>(row)] = column;
        column = from[cell(row, column)];
    }
    return match;
}

} // namespace mw::ui
