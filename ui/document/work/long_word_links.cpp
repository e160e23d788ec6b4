#include "document/work/long_word_links.h"

#include "core/long_words.h"

#include <QColor>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QUrl>

#include <algorithm>
#include <vector>

namespace mw::ui {

namespace {

constexpr QLatin1String wordScheme("word");

} // namespace

QStringList linkLongWords(QTextDocument& text, const QColor& link) {
    QStringList words;
    QTextCharFormat format;
    format.setAnchor(true);
    format.setForeground(link);
    for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
        if (block.length() <= wordLetters)
            continue;
        const QString shown = block.text();
        std::vector<LongWord> found = longWords(shown);
        // From the end, so that the places of the others stay.
        std::ranges::reverse(found);
        for (const LongWord& word : found) {
            format.setAnchorHref(wordScheme + QLatin1Char(':') + QString::number(words.size()));
            words << shown.mid(word.start, word.length);
            QTextCursor cursor(block);
            const int end = block.position() + static_cast<int>(word.start + word.length);
            cursor.setPosition(end - static_cast<int>(word.length - wordLetters));
            cursor.setPosition(end, QTextCursor::KeepAnchor);
            cursor.insertText(QStringLiteral("…"), format);
        }
    }
    return words;
}

bool isLongWordLink(const QUrl& link) {
    return link.scheme() == wordScheme;
}

const QString* wordOfLink(const QStringList& words, const QUrl& link) {
    bool number = false;
    const int at = link.path().toInt(&number);
    return isLongWordLink(link) && number && at >= 0 && at < words.size() ? &words.at(at) : nullptr;
}

} // namespace mw::ui
