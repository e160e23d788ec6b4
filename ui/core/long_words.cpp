#include "core/long_words.h"

#include "core/limits.h"

#include <QTextBoundaryFinder>

namespace mw::ui {

namespace {

/// Of a run without blanks, the pieces that cannot be broken.
void findPieces(QStringView text, qsizetype start, qsizetype end, std::vector<LongWord>& found) {
    QTextBoundaryFinder places(QTextBoundaryFinder::Line, text.data() + start, end - start);
    for (qsizetype at = start; at < end;) {
        const qsizetype place = places.toNextBoundary();
        const qsizetype next = place < 0 ? end : start + place;
        if (next - at > wordLetters)
            found.push_back({at, next - at});
        at = next;
    }
}

} // namespace

std::vector<LongWord> longWords(QStringView text) {
    std::vector<LongWord> found;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        while (end < text.size() && !text[end].isSpace())
            ++end;
        if (end - at > wordLetters)
            findPieces(text, at, end, found);
        at = end + 1;
    }
    return found;
}

ShortenedText shortenText(const QString& text, qsizetype most) {
    const QString shown = cutText(text, most);
    ShortenedText shortened{{}, text.size() > most};
    qsizetype done = 0;
    for (const LongWord& word : longWords(shown)) {
        shortened.text += QStringView(shown).mid(done, word.start - done);
        shortened.text += cutText(shown.mid(word.start, word.length), wordLetters);
        shortened.cut = true;
        done = word.start + word.length;
    }
    shortened.text += QStringView(shown).mid(done);
    return shortened;
}

} // namespace mw::ui
