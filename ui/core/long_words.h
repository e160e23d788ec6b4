#pragma once

#include <QString>
#include <QStringView>

#include <vector>

// Qt's layout looks for a place to break a line from the start of each line to the end of the word:
// a word of 400,000 letters takes 20 s (Qt 6.4). Text of languages without blanks has such places
// and is none.

namespace mw::ui {

/// Letters (UTF-16 units) that may follow each other without a place to break a line.
inline constexpr qsizetype wordLetters = 1000;

struct LongWord {
    qsizetype start = 0, length = 0;
};

/// Where nothing can be broken for more than wordLetters letters. Takes time in proportion to the
/// text. Any thread.
std::vector<LongWord> longWords(QStringView text);

/// A text in which no word is longer than can be laid out.
struct ShortenedText {
    QString text;
    bool cut = false; ///< something was left out; "…" stands where it was
};

/// The first `most` letters of a text, with its long words cut. Any thread.
ShortenedText shortenText(const QString& text, qsizetype most);

} // namespace mw::ui
