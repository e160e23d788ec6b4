#include "commit/message/message_view.h"

#include "commit/message/message_blocks.h"
#include "core/long_words.h"
#include "labels/whole_text.h"
#include "painting/colors.h"
#include "painting/contrast.h"
#include "ranking/pull_text.h"
#include "text/format.h"
#include "text/message_links.h"
#include "text/pull_html.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QEvent>
#include <QFontDatabase>
#include <QMenu>
#include <QScrollBar>
#include <QTextCursor>

#include <memory>

namespace mw::ui {

namespace {

constexpr int messageMargin = 8;
/// Some thousand lines; the longest message of the kernel has a tenth of that.
constexpr qsizetype messageLetters = 200'000;
constexpr int messageTabColumns = 8;
constexpr int lineHeightPercent = 112;
constexpr qreal gapOfParagraphs = 0.6; ///< of a line's height
constexpr qreal codeTint = 0.05;

QString commitScheme() {
    return QStringLiteral("commit");
}

QString wholeScheme() {
    return QStringLiteral("whole");
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
    asWritten_ = new QAction(tr("&Line for line, as written"), this);
    asWritten_->setObjectName(QStringLiteral("actionAsWritten"));
    asWritten_->setCheckable(true);
    asWritten_->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+L")));
    asWritten_->setShortcutContext(Qt::WidgetShortcut);
    addAction(asWritten_);
    connect(asWritten_, &QAction::toggled, this, &MessageView::render);
}

bool MessageView::isAsWritten() const {
    return asWritten_->isChecked();
}

void MessageView::setAsWritten(bool asWritten) {
    asWritten_->setChecked(asWritten);
}

void MessageView::contextMenuEvent(QContextMenuEvent* event) {
    const std::unique_ptr<QMenu> menu(createStandardContextMenu(event->pos()));
    if (kind_ != Kind::Note) {
        menu->addSeparator();
        menu->addAction(asWritten_);
    }
    menu->exec(event->globalPos());
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
    heading_ = shownText(heading);
    whole_ = text;
    // What ends a line hides nothing.
    const ShortenedText shown =
        shortenText(shownText(QString(text).replace(QLatin1String("\r\n"), QLatin1String("\n"))),
                    messageLetters);
    text_ = shown.text;
    cut_ = shown.cut;
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
    } else if (kind_ == Kind::Merge && !isAsWritten()) {
        document()->setDefaultFont(font());
        setHtml(pullHtml(document::blocks_of(text_.toStdString()), linkColor(palette())));
    } else {
        renderMessage();
    }
    if (cut_)
        offerWhole();
    markHits();
}

void MessageView::offerWhole() {
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    QTextBlockFormat layout;
    layout.setTopMargin(QFontMetricsF(font()).height() * gapOfParagraphs);
    cursor.insertBlock(layout, QTextCharFormat());
    cursor.insertText(
        tr("All of the message: %Ln letter(s)", nullptr, static_cast<int>(whole_.size())),
        linkFormat(wholeScheme() + QStringLiteral(":message"), linkColor(palette())));
}

void MessageView::renderMessage() {
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    document()->setDefaultFont(isAsWritten() ? fixed : font());
    setTabStopDistance(messageTabColumns *
                       QFontMetricsF(fixed).horizontalAdvance(QLatin1Char(' ')));
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    if (isAsWritten())
        insertLinked(cursor, text_);
    else
        renderBlocks(cursor);
    cursor.endEditBlock();
}

void MessageView::renderBlocks(QTextCursor& cursor) const {
    const QFontMetricsF metrics(font());
    const qreal step = metrics.horizontalAdvance(QStringLiteral("– ")) * 1.5;
    const QColor base = palette().color(QPalette::Base), ink = palette().color(QPalette::Text);
    bool first = true;
    for (const MessageBlock& block : messageBlocks(text_, false)) {
        QTextBlockFormat layout;
        layout.setLineHeight(lineHeightPercent, QTextBlockFormat::ProportionalHeight);
        QTextCharFormat format;
        QString text = block.text;
        if (block.gap)
            layout.setTopMargin(metrics.height() * gapOfParagraphs);
        if (block.kind == MessageBlock::Kind::Code || block.kind == MessageBlock::Kind::Quote) {
            format.setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
            layout.setLineHeight(100, QTextBlockFormat::ProportionalHeight);
            layout.setNonBreakableLines(true);
            if (block.kind == MessageBlock::Kind::Code)
                layout.setBackground(blended(base, ink, codeTint));
            else
                format.setForeground(paletteColor(TextColor::Dimmed, palette(), QPalette::Active));
        } else if (block.kind == MessageBlock::Kind::Heading) {
            format.setFontWeight(QFont::DemiBold);
        } else if (block.kind == MessageBlock::Kind::Item) {
            const qreal hanging = metrics.horizontalAdvance(block.marker + QLatin1Char(' '));
            layout.setLeftMargin(step * (block.depth + 1) + (block.marker.isEmpty() ? 0 : hanging));
            layout.setTextIndent(block.marker.isEmpty() ? 0 : -hanging);
            if (!block.marker.isEmpty())
                text.prepend(block.marker + QLatin1Char(' '));
        }
        // One block of the document, however many lines it has.
        text.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
        if (first)
            cursor.setBlockFormat(layout);
        else
            cursor.insertBlock(layout, QTextCharFormat());
        first = false;
        insertLinked(cursor, text, format);
    }
}

void MessageView::insertLinked(QTextCursor& cursor, const QString& text,
                               const QTextCharFormat& format) const {
    const QColor color = linkColor(palette());
    qsizetype done = 0;
    for (const MessageLink& link : findLinks(text)) {
        cursor.insertText(text.mid(done, link.start - done), format);
        const QString shown = text.mid(link.start, link.length);
        const bool commit = link.kind == MessageLink::Kind::Commit;
        QTextCharFormat linked = format;
        linked.merge(linkFormat(commit ? commitScheme() + QLatin1Char(':') + shown : shown, color));
        cursor.insertText(shown, linked);
        done = link.start + link.length;
    }
    cursor.insertText(text.mid(done), format);
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
    insertLinked(cursor, text_);
}

void MessageView::follow(const QUrl& target) {
    if (target.scheme() == wholeScheme())
        WholeText::open(tr("Message"), whole_, this);
    else if (target.scheme() == commitScheme())
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
