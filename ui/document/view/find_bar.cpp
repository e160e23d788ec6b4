#include "document/view/find_bar.h"

#include "painting/symbolic_icon.h"
#include "text/format.h"
#include "ui_find_bar.h"

#include <QKeyEvent>
#include <QTextCursor>
#include <QTextEdit>

#include <algorithm>

namespace mw::ui {

FindBar::FindBar(QWidget* parent) : QWidget(parent), ui_(std::make_unique<Ui::FindBar>()) {
    ui_->setupUi(this);
    ui_->close->setIcon(symbolicIcon(QStringLiteral("close")));
    ui_->words->installEventFilter(this);
    connect(ui_->words, &QLineEdit::textEdited, this, [this] {
        count();
        // What is found while typing starts where the reader is, and grows there.
        if (!text_ || places_.empty())
            return;
        const int from = text_->textCursor().selectionStart();
        const auto at = std::ranges::lower_bound(places_, from);
        show(at == places_.end() ? places_.front() : *at,
             static_cast<int>(ui_->words->text().size()));
    });
    connect(ui_->next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(ui_->previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(ui_->close, &QToolButton::clicked, this, &FindBar::leave);
    hide();
}

FindBar::~FindBar() = default;

void FindBar::setText(QTextEdit* text) {
    text_ = text;
}

void FindBar::open() {
    const QString selected = text_ ? text_->textCursor().selectedText() : QString();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        ui_->words->setText(selected);
    QWidget::show();
    ui_->words->setFocus(Qt::ShortcutFocusReason);
    ui_->words->selectAll();
    count();
}

void FindBar::refresh() {
    if (isVisible())
        count();
}

void FindBar::leave() {
    hide();
    if (text_)
        text_->setFocus(Qt::OtherFocusReason);
}

void FindBar::count() {
    places_.clear();
    const QString words = ui_->words->text();
    if (text_ && !words.isEmpty()) {
        // One copy of the text and a search in it: QTextDocument::find() makes a cursor for each
        // place. Paragraphs are separated as in positions of the document.
        const QString all = text_->document()->toRawText();
        for (qsizetype at = all.indexOf(words, 0, Qt::CaseInsensitive); at >= 0;
             at = all.indexOf(words, at + words.size(), Qt::CaseInsensitive))
            places_.push_back(static_cast<int>(at));
    }
    showCount(-1);
}

void FindBar::findNext() {
    go(false);
}

void FindBar::findPrevious() {
    go(true);
}

void FindBar::go(bool backwards) {
    count();
    if (!text_ || places_.empty())
        return;
    const QTextCursor cursor = text_->textCursor();
    auto at = places_.begin();
    if (backwards) {
        at = std::ranges::lower_bound(places_, cursor.selectionStart());
        at = at == places_.begin() ? std::prev(places_.end()) : std::prev(at);
    } else {
        at = std::ranges::upper_bound(places_, cursor.hasSelection() ? cursor.selectionStart()
                                                                     : cursor.position() - 1);
        if (at == places_.end())
            at = places_.begin();
    }
    show(*at, static_cast<int>(ui_->words->text().size()));
}

void FindBar::show(int position, int length) {
    QTextCursor cursor(text_->document());
    cursor.setPosition(position);
    cursor.setPosition(position + length, QTextCursor::KeepAnchor);
    text_->setTextCursor(cursor);
    showCount(static_cast<int>(std::ranges::lower_bound(places_, position) - places_.begin()));
}

void FindBar::showCount(int place) {
    const auto total = static_cast<qint64>(places_.size());
    ui_->next->setEnabled(total > 0);
    ui_->previous->setEnabled(total > 0);
    if (ui_->words->text().isEmpty())
        ui_->found->clear();
    else if (total == 0)
        ui_->found->setText(tr("Not found"));
    else if (place >= 0)
        ui_->found->setText(tr("%1 of %2").arg(countText(place + 1), countText(total)));
    else
        ui_->found->setText(tr("%1 found").arg(countText(total)));
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    auto* const key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!enter && key->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride)
        event->accept(); // Esc is the window's, for its filter
    else if (!enter)
        leave();
    else
        go(key->modifiers() & Qt::ShiftModifier);
    return true;
}

} // namespace mw::ui
