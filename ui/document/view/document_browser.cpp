#include "document/view/document_browser.h"

#include "painting/colors.h"
#include "painting/contrast.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace mw::ui {

namespace {

constexpr int leastZoom = 50, mostZoom = 400;
/// A line that the eye finds its way back from.
constexpr int columnLetters = 92;
constexpr qreal shadeAmount = 0.07;
constexpr qreal markAmount = 0.25;

} // namespace

DocumentBrowser::DocumentBrowser(QWidget* parent) : QTextBrowser(parent), font_(font()) {
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Document"));
    setLineWrapMode(QTextEdit::FixedPixelWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& target) {
        // The middle button is told of in mouseReleaseEvent().
        emit linkFollowed(target, QApplication::keyboardModifiers() & Qt::ControlModifier);
    });
    connect(this, &QTextBrowser::highlighted, this,
            [this](const QUrl& target) { emit linkHovered(target, QCursor::pos()); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (placing_)
            return;
        // A cursor there would be one at the text's end, and lay out all before it, where what is
        // at the top has no place yet.
        const QPointF top(horizontalScrollBar()->value(), verticalScrollBar()->value());
        if (const int at = document()->documentLayout()->hitTest(top, Qt::FuzzyHit);
            at >= 0 && pacer_.hasReached(at))
            place_ = at;
        placed_ = false;
        emit scrolledByReader();
    });
    // A long text is laid out little by little, and there is no way to a place before it has one.
    const auto returnToPlace = [this] {
        if (placed_ && !placing_)
            goToPlace();
    };
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, returnToPlace);
    connect(&pacer_, &LayoutPacer::progressed, this, returnToPlace);
}

DocumentBrowser::~DocumentBrowser() {
    // The base class must not be left with a document that goes with shown_, and whoever listens
    // may be half gone.
    placing_ = true;
    const QSignalBlocker quiet(this);
    setDocument(nullptr);
}

PageTheme DocumentBrowser::theme() const {
    const QPalette colors = palette();
    PageTheme theme;
    theme.font = font_;
    theme.font.setPointSizeF(font_.pointSizeF() * zoom_ / 100);
    theme.text = colors.color(QPalette::Active, QPalette::Text);
    theme.link = linkColor(colors);
    theme.dimmed = paletteColor(TextColor::Dimmed, colors, QPalette::Active);
    theme.width = columnWidth(theme.font);
    theme.shade = blended(colors.color(QPalette::Active, QPalette::Base), theme.text, shadeAmount);
    return theme;
}

void DocumentBrowser::showPage(const LoadedPage& page, bool keepPlace) {
    const int before = keepPlace ? place_ : 0;
    placing_ = true;
    setExtraSelections({});
    const std::shared_ptr<QTextDocument> old = std::exchange(shown_, page.text);
    // Lines without a width do not break: the first layout would be of the whole text.
    if (shown_->textWidth() < 0)
        shown_->setTextWidth(columnWidth(shown_->defaultFont()));
    setDocument(shown_.get());
    pacer_.watch(shown_.get());
    if (font() != shown_->defaultFont())
        setFont(shown_->defaultFont());
    fitColumn();
    placing_ = false;
    setPlace(before);
}

void DocumentBrowser::setPlace(int place) {
    place_ = place;
    placed_ = true;
    goToPlace();
}

void DocumentBrowser::goToPlace() {
    const int place = std::clamp(place_, 0, std::max(0, document()->characterCount() - 1));
    // Asking where it is would lay out all that is before it, at once.
    if (!pacer_.hasReached(place))
        return;
    placing_ = true;
    QTextCursor cursor(document());
    cursor.setPosition(place);
    verticalScrollBar()->setValue(
        place_ <= 0 ? 0 : verticalScrollBar()->value() + cursorRect(cursor).top());
    placing_ = false;
}

QTextBlock DocumentBrowser::blockOf(const QString& anchor) const {
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        for (auto piece = block.begin(); !piece.atEnd(); ++piece)
            if (piece.fragment().charFormat().anchorNames().contains(anchor))
                return block;
    return {};
}

void DocumentBrowser::goToAnchor(const QString& name) {
    if (const QTextBlock block = blockOf(name); block.isValid())
        setPlace(block.position());
}

void DocumentBrowser::showAnchor(const QString& name) {
    const QTextBlock block = blockOf(name);
    if (!block.isValid())
        return;
    mark(QTextCursor(block));
    setPlace(block.position());
}

void DocumentBrowser::mark(const QTextCursor& cursor) {
    QTextEdit::ExtraSelection selection;
    selection.cursor = cursor;
    selection.format.setProperty(QTextFormat::FullWidthSelection, true);
    selection.format.setBackground(
        blended(palette().color(QPalette::Base), palette().color(QPalette::Highlight), markAmount));
    selection.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    setExtraSelections({selection});
}

void DocumentBrowser::setZoom(int percent) {
    const int wanted = std::clamp(percent, leastZoom, mostZoom);
    if (wanted == zoom_)
        return;
    zoom_ = wanted;
    placing_ = true;
    const QFont font = theme().font;
    if (shown_)
        shown_->setDefaultFont(font);
    setFont(font);
    fitColumn();
    pacer_.restart();
    placing_ = false;
    setPlace(place_);
    emit zoomChanged(zoom_);
}

int DocumentBrowser::columnWidth(const QFont& font) const {
    return std::min(QFontMetrics(font).averageCharWidth() * columnLetters, viewport()->width());
}

void DocumentBrowser::fitColumn() {
    const int column = columnWidth(font());
    // The view lays everything out anew whether or not that is another width.
    if (column == lineWrapColumnOrWidth() && shown_ && shown_->textWidth() == column)
        return;
    setLineWrapColumnOrWidth(column);
    pacer_.restart();
}

QVariant DocumentBrowser::loadResource(int, const QUrl&) {
    return {};
}

void DocumentBrowser::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::MiddleButton) {
        if (const QString target = anchorAt(event->pos()); !target.isEmpty())
            emit linkFollowed(QUrl(target), true);
        return;
    }
    QTextBrowser::mouseReleaseEvent(event);
}

void DocumentBrowser::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() & Qt::ControlModifier) {
        if (const QString target = textCursor().charFormat().anchorHref(); !target.isEmpty())
            emit linkFollowed(QUrl(target), true);
        return;
    }
    QTextBrowser::keyPressEvent(event);
}

void DocumentBrowser::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QTextBrowser::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() != 0)
        setZoom(zoom_ + (event->angleDelta().y() > 0 ? 10 : -10));
    event->accept();
}

void DocumentBrowser::resizeEvent(QResizeEvent* event) {
    placing_ = true;
    QTextBrowser::resizeEvent(event);
    fitColumn();
    placing_ = false;
    // The lines break elsewhere now; what was at the top stays there.
    if (placed_ || event->size().width() != event->oldSize().width())
        goToPlace();
}

void DocumentBrowser::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        emit themeChanged();
}

bool DocumentBrowser::viewportEvent(QEvent* event) {
    // What a link is about is asked for, and shown when the answer comes.
    if (event->type() == QEvent::ToolTip)
        return true;
    if (event->type() == QEvent::Leave)
        QToolTip::hideText();
    return QTextBrowser::viewportEvent(event);
}

} // namespace mw::ui
