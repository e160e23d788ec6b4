#include "widgets/wrap_label.h"

#include <QEvent>
#include <QResizeEvent>
#include <QTextDocument>
#include <QTextOption>

namespace mw::ui {

WrapLabel::WrapLabel(QWidget* parent) : QLabel(parent) {
    setWordWrap(true);
    // With it, QLabel lays plain text out as a document, too.
    setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void WrapLabel::setText(const QString& text) {
    QLabel::setText(text);
    forgetLayout();
}

QSize WrapLabel::minimumSizeHint() const {
    return {0, fontMetrics().lineSpacing()};
}

/// QLabel breaks lines between words alone, and says so to its document whenever that has to be
/// laid out again; a break inside a word is the document's to make. Invisible characters that can
/// be broken at would be copied with the text.
void WrapLabel::breakLongWords() const {
    auto* const document = findChild<QTextDocument*>();
    if (!document)
        return;
    QTextOption option = document->defaultTextOption();
    if (option.wrapMode() == QTextOption::WrapAtWordBoundaryOrAnywhere)
        return;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document->setDefaultTextOption(option);
}

int WrapLabel::layOut(int width) const {
    QLabel::heightForWidth(width); // lays it out where that was to be done
    breakLongWords();
    return QLabel::heightForWidth(width);
}

int WrapLabel::heightForWidth(int width) const {
    const auto known = heights_.constFind(width);
    return known != heights_.constEnd() ? *known : *heights_.insert(width, layOut(width));
}

/// What is not on screen is laid out when it comes there.
void WrapLabel::forgetLayout() {
    heights_.clear();
    if (isVisible())
        layOut(width());
}

void WrapLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    layOut(event->size().width());
}

void WrapLabel::showEvent(QShowEvent* event) {
    QLabel::showEvent(event);
    layOut(width());
}

void WrapLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        forgetLayout();
}

} // namespace mw::ui
