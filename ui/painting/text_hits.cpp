#include "painting/text_hits.h"

#include <QScrollBar>
#include <QTextBlock>

#include <utility>

namespace mw::ui {

namespace {

/// Tells marks of this class from those of others.
constexpr int hitProperty = QTextFormat::UserProperty + 17;

} // namespace

TextHits& TextHits::of(QTextEdit* text) {
    auto* known = text->findChild<TextHits*>(QString(), Qt::FindDirectChildrenOnly);
    return known ? *known : *new TextHits(text);
}

TextHits::TextHits(QTextEdit* text) : QObject(text), text_(text) {
    later_.setSingleShot(true);
    later_.setInterval(0);
    connect(&later_, &QTimer::timeout, this, &TextHits::mark);
    const QScrollBar* const bar = text_->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, &later_, qOverload<>(&QTimer::start));
    connect(bar, &QScrollBar::rangeChanged, &later_, qOverload<>(&QTimer::start));
}

void TextHits::setHits(SharedHits hits) {
    hits_ = std::move(hits);
    later_.start();
}

void TextHits::mark() {
    QList<QTextEdit::ExtraSelection> marks = text_->extraSelections();
    const auto before = marks.size();
    marks.removeIf(
        [](const QTextEdit::ExtraSelection& mark) { return mark.format.hasProperty(hitProperty); });
    if (!hits_ && marks.size() == before)
        return;
    const HitColors colors = hitColors(text_->palette());
    const int end =
        text_->cursorForPosition(text_->viewport()->rect().bottomRight()).block().blockNumber();
    for (QTextBlock block = text_->cursorForPosition(QPoint(0, 0)).block();
         hits_ && block.isValid() && block.blockNumber() <= end; block = block.next())
        for (const Hits::Range& range : hits_->ranges(block.text(), "")) {
            QTextEdit::ExtraSelection mark;
            mark.format.setProperty(hitProperty, true);
            mark.format.setBackground(colors.background);
            mark.format.setForeground(colors.text);
            mark.cursor = QTextCursor(text_->document());
            mark.cursor.setPosition(block.position() + range.begin);
            mark.cursor.setPosition(block.position() + range.begin + range.length,
                                    QTextCursor::KeepAnchor);
            marks.push_back(mark);
        }
    text_->setExtraSelections(marks);
}

} // namespace mw::ui
