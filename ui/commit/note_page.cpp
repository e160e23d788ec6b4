#include "commit/note_page.h"

#include "painting/readable_placeholder.h"

#include <QDesktopServices>
#include <QKeyEvent>
#include <QLabel>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace mw::ui {

namespace {

constexpr int writingPauseMilliseconds = 600;

/// Shows text and what it links to; loads nothing that it names.
class NotePreview : public QTextBrowser {
public:
    using QTextBrowser::QTextBrowser;

protected:
    QVariant loadResource(int, const QUrl&) override { return {}; }
};

/// Blanks alone are no note.
QString noteOf(const QPlainTextEdit& edit) {
    const QString text = edit.toPlainText();
    return text.trimmed().isEmpty() ? QString() : text;
}

} // namespace

NotePage::NotePage(QWidget* parent)
    : QWidget(parent), edit_(new QPlainTextEdit), preview_(new NotePreview),
      state_(new QLabel(this)) {
    edit_->setObjectName(QStringLiteral("note"));
    edit_->setAccessibleName(tr("Your note on this commit"));
    edit_->setFrameShape(QFrame::NoFrame);
    edit_->setTabChangesFocus(true);
    edit_->installEventFilter(this);
    new ReadablePlaceholder(edit_);
    state_->setObjectName(QStringLiteral("noteState"));
    state_->setMargin(4);
    state_->setWordWrap(true);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* const sides = new QSplitter(Qt::Horizontal);
    sides->setChildrenCollapsible(false);
    sides->addWidget(edit_);
    sides->addWidget(preview_);
    layout->addWidget(sides, 1);
    layout->addWidget(state_);
    setFocusProxy(edit_);
    preview_->setObjectName(QStringLiteral("notePreview"));
    preview_->setAccessibleName(tr("The note as it reads"));
    preview_->setFrameShape(QFrame::NoFrame);
    preview_->setOpenLinks(false);
    connect(preview_, &QTextBrowser::anchorClicked, this, [](const QUrl& target) {
        if (target.scheme() == QLatin1String("http") || target.scheme() == QLatin1String("https"))
            QDesktopServices::openUrl(target);
    });

    pause_.setSingleShot(true);
    pause_.setInterval(writingPauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &NotePage::flush);
    connect(edit_, &QPlainTextEdit::textChanged, this, [this] {
        if (noteOf(*edit_) != known_)
            pause_.start();
        showState();
    });
}

void NotePage::showNote(const QString& oid, const QString& note) {
    if (oid == oid_ && !oid.isEmpty())
        return;
    flush();
    oid_ = oid;
    // What was written and could not be kept, or is on its way, is newer than what was read.
    known_ = unsaved_.value(oid, note);
    edit_->setPlainText(*known_);
    edit_->setEnabled(!oid.isEmpty());
    edit_->setPlaceholderText(
        oid.isEmpty() ? tr("This entry has no commit id by which a note could be remembered.")
                      : tr("What you want to remember about this commit, in Markdown. It is saved "
                           "by itself."));
    pause_.stop();
    if (refused_.contains(oid)) {
        known_.reset();
        pause_.start();
    }
    showState();
}

void NotePage::onNoteRead(const QString& oid, const QString& note) {
    unsaved_.remove(oid);
    refused_.remove(oid);
    if (oid != oid_)
        return;
    known_ = note;
    edit_->setPlainText(note);
    pause_.stop();
    showState();
}

void NotePage::noteSaved(const QString& oid, const QString& note) {
    if (const auto waiting = unsaved_.constFind(oid);
        waiting != unsaved_.constEnd() && *waiting == note)
        unsaved_.erase(waiting);
    showState();
}

void NotePage::noteRefused(const QString& oid) {
    // The next key, or the next time that the page is left or shown, tries again.
    if (unsaved_.contains(oid))
        refused_.insert(oid);
    if (oid == oid_)
        known_.reset();
    showState();
}

void NotePage::flush() {
    pause_.stop();
    const QString note = noteOf(*edit_);
    if (oid_.isEmpty() || note == known_)
        return;
    known_ = note;
    unsaved_.insert(oid_, note);
    refused_.remove(oid_);
    showState();
    emit noteChanged(oid_, note);
}

void NotePage::focusEdit() {
    edit_->setFocus(Qt::ShortcutFocusReason);
    edit_->moveCursor(QTextCursor::End);
}

void NotePage::showPreview() {
    const QString note = noteOf(*edit_);
    preview_->setVisible(!note.isEmpty());
    preview_->document()->setMarkdown(
        note, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                  QTextDocument::MarkdownNoHTML);
}

void NotePage::showState() {
    showPreview();
    const QString note = noteOf(*edit_);
    state_->setText(oid_.isEmpty()                              ? QString()
                    : note != known_ || unsaved_.contains(oid_) ? tr("Not saved yet")
                    : note.isEmpty()                            ? tr("No note")
                                                                : tr("Saved"));
}

bool NotePage::eventFilter(QObject* watched, QEvent* event) {
    if (watched != edit_)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut)
        flush();
    const bool key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!key || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    // Else Esc would clear the filter above the table.
    event->accept();
    if (event->type() == QEvent::KeyPress)
        emit leaveRequested();
    return true;
}

} // namespace mw::ui
