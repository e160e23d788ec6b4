#include "labels/wrap_label.h"

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
bool WrapLabel::breakLongWords() const {
    auto* const document = findChild<QTextDocument*>();
    if (!document)
        return false;
    QTextOption option = document->defaultTextOption();
    if (option.wrapMode() == QTextOption::WrapAtWordBoundaryOrAnywhere)
        return false;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document->setDefaultTextOption(option);
    return true;
}

void WrapLabel::layOut() const {
    QLabel::heightForWidth(width()); // lays it out where that was to be done
    breakLongWords();
}

int WrapLabel::heightForWidth(int width) const {
    const auto known = heights_.constFind(width);
    if (known != heights_.constEnd())
        return *known;
    int height = QLabel::heightForWidth(width); // lays it out where that was to be done
    if (breakLongWords())
        height = QLabel::heightForWidth(width);
    heights_.insert(width, height);
    return height;
}

/// What is not on screen is laid out when it comes there.
void WrapLabel::forgetLayout() {
    heights_.clear();
    if (isVisible())
        layOut();
}

void WrapLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    layOut();
}

void WrapLabel::showEvent(QShowEvent* event) {
    QLabel::showEvent(event);
    layOut();
}

void WrapLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        forgetLayout();
}

} // namespace mw::ui
