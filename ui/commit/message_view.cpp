#include "commit/message_view.h"

#include "commit/message_links.h"
#include "document/pull_text.h"
#include "text/pull_html.h"
#include "views/contrast.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFontDatabase>
#include <QScrollBar>
#include <QTextCursor>

namespace mw::ui {

namespace {

constexpr int messageMargin = 8;
constexpr int messageTabColumns = 8;

QString commitScheme() {
    return QStringLiteral("commit");
}

QTextCharFormat linkFormat(const QString& target, const QColor& color) {
    QTextCharFormat format;
    format.setAnchor(true);
    format.setAnchorHref(target);
    format.setForeground(color);
    format.setFontUnderline(true);
    return format;
}

} // namespace

MessageView::MessageView(QWidget* parent) : QTextBrowser(parent) {
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(messageMargin);
    setAccessibleName(tr("Message"));
    connect(this, &QTextBrowser::anchorClicked, this, &MessageView::follow);
}

void MessageView::showMessage(const QString& message) {
    show(Kind::Message, {}, message);
}

void MessageView::showMerge(const QString& message) {
    show(Kind::Merge, {}, message);
}

void MessageView::showNote(const QString& heading, const QString& text) {
    show(Kind::Note, heading, text);
}

void MessageView::show(Kind kind, const QString& heading, const QString& text) {
    kind_ = kind;
    heading_ = heading;
    text_ = text;
    render();
    verticalScrollBar()->setValue(0);
}

int MessageView::widthForColumns(int columns) const {
    const QFontMetrics metrics(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    return columns * metrics.horizontalAdvance(QLatin1Char(' ')) + 2 * messageMargin +
           verticalScrollBar()->sizeHint().width();
}

void MessageView::setHits(SharedHits hits) {
    hits_ = std::move(hits);
    markHits();
}

void MessageView::markHits() {
    QList<ExtraSelection> marks;
    if (hits_) {
        const HitColors colors = hitColors(palette());
        for (const Hits::Range& range :
             hits_->ranges(document()->toPlainText(), kind_ == Kind::Note ? "" : "body")) {
            ExtraSelection mark;
            mark.format.setBackground(colors.background);
            mark.format.setForeground(colors.text);
            mark.cursor = QTextCursor(document());
            mark.cursor.setPosition(range.begin);
            mark.cursor.setPosition(range.begin + range.length, QTextCursor::KeepAnchor);
            marks.push_back(mark);
        }
    }
    setExtraSelections(marks);
}

void MessageView::render() {
    clear();
    if (kind_ == Kind::Note) {
        renderNote();
    } else if (kind_ == Kind::Merge) {
        document()->setDefaultFont(font());
        setHtml(pullHtml(document::blocks_of(text_.toStdString()), linkColor(palette())));
    } else {
        renderMessage();
    }
    markHits();
}

void MessageView::renderMessage() {
    const QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    document()->setDefaultFont(font);
    setTabStopDistance(messageTabColumns * QFontMetricsF(font).horizontalAdvance(QLatin1Char(' ')));
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    insertLinked(cursor);
    cursor.endEditBlock();
}

void MessageView::insertLinked(QTextCursor& cursor) const {
    const QColor color = linkColor(palette());
    qsizetype done = 0;
    for (const MessageLink& link : findLinks(text_)) {
        cursor.insertText(text_.mid(done, link.start - done), QTextCharFormat());
        const QString shown = text_.mid(link.start, link.length);
        const bool commit = link.kind == MessageLink::Kind::Commit;
        cursor.insertText(
            shown, linkFormat(commit ? commitScheme() + QLatin1Char(':') + shown : shown, color));
        done = link.start + link.length;
    }
    cursor.insertText(text_.mid(done), QTextCharFormat());
}

void MessageView::renderNote() {
    document()->setDefaultFont(font());
    QTextCursor cursor(document());
    if (!heading_.isEmpty()) {
        QTextCharFormat bold;
        bold.setFontWeight(QFont::Bold);
        cursor.insertText(heading_, bold);
        cursor.insertBlock();
    }
    insertLinked(cursor);
}

void MessageView::follow(const QUrl& target) {
    if (target.scheme() == commitScheme())
        emit commitRequested(target.path());
    else if (target.scheme() == QLatin1String("http") || target.scheme() == QLatin1String("https"))
        QDesktopServices::openUrl(target);
}

void MessageView::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        const int place = verticalScrollBar()->value();
        render();
        verticalScrollBar()->setValue(place);
    }
}

QVariant MessageView::loadResource(int, const QUrl&) {
    return {};
}

} // namespace mw::ui
