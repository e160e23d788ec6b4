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

struct Best {
    int score = impossible, place = -1;
};

/// For each letter and each place of the text that has it: the best score of the letters up to
/// there, and where the letter before stands.
class Scores {
public:
    Scores(qsizetype rows, qsizetype columns)
        : columns_(columns), best_(static_cast<std::size_t>(rows * columns), impossible),
          from_(best_.size(), -1) {}

    int& best(qsizetype row, qsizetype column) { return best_[cell(row, column)]; }
    int& from(qsizetype row, qsizetype column) { return from_[cell(row, column)]; }

private:
    std::size_t cell(qsizetype row, qsizetype column) const {
        return static_cast<std::size_t>(row * columns_ + column);
    }

    qsizetype columns_;
    std::vector<int> best_, from_;
};

/// The letter before stands right in front of it (neighbour); or further left (gap), of which the
/// best so far is carried along: anywhere where a word starts here, and otherwise within the same
/// word.
void scoreLetter(Scores& scores, qsizetype row, QChar letter, const QString& text,
                 const QString& folded) {
    Best anywhere, inWord;
    for (qsizetype column = row; column < text.size(); ++column) {
        const bool start = startsWord(text, column);
        if (start || (column > 0 && startsWord(text, column - 1)))
            inWord = {};
        if (row > 0 && column > 1) {
            const Best further{scores.best(row - 1, column - 2), static_cast<int>(column - 2)};
            if (further.score > anywhere.score)
                anywhere = further;
            if (further.score > inWord.score && !start && !startsWord(text, column - 1))
                inWord = further;
        }
        if (folded[column] != letter)
            continue;
        Best before{start ? 0 : -withinCost, -1};
        if (row > 0) {
            const Best& gap = start ? anywhere : inWord;
            before = {gap.score - gapCost, gap.place};
            const int near = scores.best(row - 1, column - 1) + neighbourScore;
            if (near >= before.score)
                before = {near, static_cast<int>(column - 1)};
            if (before.score < impossible / 2)
                continue;
        }
        scores.best(row, column) = before.score + placeScore(text, column);
        scores.from(row, column) = before.place;
    }
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString& letters, const QString& text) {
    const qsizetype rows = letters.size(), columns = text.size();
    if (rows == 0)
        return FuzzyMatch{};
    if (rows > columns)
        return std::nullopt;
    const QString wanted = letters.toCaseFolded(), folded = text.toCaseFolded();
    if (folded.size() != columns || wanted.size() != rows)
        return std::nullopt; // a letter that folds into two has no place of its own

    Scores scores(rows, columns);
    for (qsizetype row = 0; row < rows; ++row)
        scoreLetter(scores, row, wanted[row], text, folded);

    qsizetype column = 0;
    for (qsizetype other = 1; other < columns; ++other)
        if (scores.best(rows - 1, other) > scores.best(rows - 1, column))
            column = other;
    FuzzyMatch match;
    match.score = scores.best(rows - 1, column);
    if (match.score < leastPerLetter * rows)
        return std::nullopt;
    match.places.resize(static_cast<std::size_t>(rows));
    for (qsizetype row = rows - 1; row >= 0; --row) {
        match.places[static_cast<std::size_t>(row)] = static_cast<int>(column);
        column = scores.from(row, column);
    }
    return match;
}

} // namespace mw::ui
