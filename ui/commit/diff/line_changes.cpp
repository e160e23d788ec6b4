#include "commit/diff/line_changes.h"

#include <algorithm>
#include <span>

// Words are runs of letters, digits and '_', runs of blanks, and every other character by itself.
// What both lines start and end with is common; between these the longest common sequence of words
// is, where both middles are short enough to look for it. Cases:
//   nothing but blanks in common            no marks: the lines are different ones
//   less than a third in common             no marks, for the same reason
//   marks with one blank between them       one mark, as a person would make it

namespace mw::ui {

namespace {

constexpr std::size_t longestSequence = 120;
constexpr double leastInCommon = 1.0 / 3;

using Words = std::vector<TextRange>;

bool isWord(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

bool isBlank(QStringView text) {
    return std::ranges::all_of(text, [](QChar c) { return c.isSpace(); });
}

Words lineWords(QStringView line) {
    Words words;
    for (qsizetype at = 0; at < line.size();) {
        qsizetype end = at + 1;
        const QChar first = line[at];
        if (isWord(first))
            while (end < line.size() && isWord(line[end]))
                ++end;
        else if (first.isSpace())
            while (end < line.size() && line[end].isSpace())
                ++end;
        words.push_back({static_cast<int>(at), static_cast<int>(end - at)});
        at = end;
    }
    return words;
}

/// One line while it is compared.
struct Side {
    explicit Side(QStringView text) : line(text), words(lineWords(text)), common(words.size()) {}

    QStringView word(std::size_t at) const { return line.mid(words[at].start, words[at].length); }

    std::vector<TextRange> marks() const {
        std::vector<TextRange> marks;
        bool mayJoin = false; // nothing but blanks since the last mark
        for (std::size_t at = 0; at < words.size(); ++at) {
            const TextRange& here = words[at];
            if (common[at]) {
                mayJoin = mayJoin && isBlank(word(at));
            } else if (mayJoin) {
                marks.back().length = here.start + here.length - marks.back().start;
            } else {
                marks.push_back(here);
                mayJoin = true;
            }
        }
        return marks;
    }

    double share() const {
        qsizetype all = 0, same = 0;
        for (std::size_t at = 0; at < words.size(); ++at) {
            if (isBlank(word(at)))
                continue;
            all += words[at].length;
            same += common[at] ? words[at].length : 0;
        }
        return all == 0 ? 0 : static_cast<double>(same) / static_cast<double>(all);
    }

    QStringView line;
    Words words;
    std::vector<bool> common;
};

/// Marks the longest common sequence of the words first..last of both as common.
void findSequence(Side& one, Side& other, std::size_t first, std::size_t oneLast,
                  std::size_t otherLast) {
    const std::size_t rows = oneLast - first, columns = otherLast - first;
    if (rows == 0 || columns == 0 || rows > longestSequence || columns > longestSequence)
        return;
    std::vector<int> best((rows + 1) * (columns + 1));
    const auto at = [&](std::size_t row, std::size_t column) -> int& {
        return best[row * (columns + 1) + column];
    };
    const auto same = [&](std::size_t row, std::size_t column) {
        return one.word(first + row) == other.word(first + column);
    };
    for (std::size_t row = rows; row-- > 0;)
        for (std::size_t column = columns; column-- > 0;)
            at(row, column) = same(row, column)
                                  ? at(row + 1, column + 1) + 1
                                  : std::max(at(row + 1, column), at(row, column + 1));
    for (std::size_t row = 0, column = 0; row < rows && column < columns;) {
        if (same(row, column))
            one.common[first + row++] = other.common[first + column++] = true;
        else if (at(row + 1, column) >= at(row, column + 1))
            ++row;
        else
            ++column;
    }
}

} // namespace

LineChanges changedWords(QStringView before, QStringView after) {
    Side one(before), other(after);
    const std::size_t shorter = std::min(one.words.size(), other.words.size());
    std::size_t first = 0, last = 0;
    while (first < shorter && one.word(first) == other.word(first))
        one.common[first] = other.common[first] = true, ++first;
    std::size_t oneLast = one.words.size(), otherLast = other.words.size();
    for (; last < shorter - first && one.word(oneLast - 1) == other.word(otherLast - 1); ++last)
        one.common[--oneLast] = other.common[--otherLast] = true;
    findSequence(one, other, first, oneLast, otherLast);
    if (std::max(one.share(), other.share()) < leastInCommon)
        return {};
    return {one.marks(), other.marks()};
}

double alikeness(QStringView before, QStringView after) {
    before = before.trimmed();
    after = after.trimmed();
    const qsizetype longer = std::max(before.size(), after.size());
    qsizetype shorter = std::min(before.size(), after.size()), same = 0;
    if (longer == 0)
        return 0;
    while (same < shorter && before[same] == after[same])
        ++same;
    shorter -= same;
    for (qsizetype end = 1;
         end <= shorter && before[before.size() - end] == after[after.size() - end]; ++end)
        ++same;
    return static_cast<double>(same) / static_cast<double>(longer);
}

} // namespace mw::ui
