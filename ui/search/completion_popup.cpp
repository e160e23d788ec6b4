#include "search/completion_popup.h"

#include "core/limits.h"
#include "text/format.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace mw::ui {

namespace {

constexpr int mostLines = 10;
constexpr int valueRole = Qt::UserRole; ///< what is written into the line, of any length

} // namespace

CompletionPopup::CompletionPopup(QLineEdit* edit) : QTreeWidget(edit->window()), edit_(edit) {
    setObjectName(QStringLiteral("completion"));
    setAccessibleName(tr("Suggestions for the filter"));
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::Box);
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(true);
    hide();
    edit_->installEventFilter(this);
    connect(edit_, &QLineEdit::textEdited, this,
            [this](const QString& text) { emit wanted(text, edit_->cursorPosition()); });
    connect(edit_, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())
            hide();
    });
    connect(this, &QTreeWidget::itemClicked, this, &CompletionPopup::take);
}

void CompletionPopup::suggest(int begin, int end,
                              const std::vector<store::Suggestion>& suggestions) {
    clear();
    begin_ = begin;
    end_ = end;
    const QString typed = edit_->text().mid(begin, end - begin);
    const bool done = suggestions.size() == 1 && toQString(suggestions.front().text) == typed;
    if (!edit_->hasFocus() || edit_->text().isEmpty()) {
        hide();
        return;
    }
    for (const store::Suggestion& suggestion : suggestions) {
        auto* const item = new QTreeWidgetItem(
            this, {cutText(shownText(suggestion.text)), cutText(shownText(suggestion.note))});
        item->setData(0, valueRole, toQString(suggestion.text));
    }
    if (topLevelItemCount() == 0 || done) {
        hide();
        return;
    }
    place();
    show();
    raise();
}

void CompletionPopup::place() {
    resizeColumnToContents(0);
    const int lines = std::min(topLevelItemCount(), mostLines);
    const QWidget* const window = edit_->window();
    const QPoint below = edit_->mapTo(window, QPoint(0, edit_->height()));
    const int width = std::min(edit_->width(), fontMetrics().averageCharWidth() * 80);
    const int height = std::min(lines * sizeHintForRow(0) + 2 * frameWidth(),
                                std::max(window->height() - below.y(), sizeHintForRow(0)));
    setGeometry(below.x(), below.y(), width, height);
}

void CompletionPopup::move(int step) {
    const int current = currentItem() ? indexOfTopLevelItem(currentItem()) : (step > 0 ? -1 : 0);
    const int count = topLevelItemCount();
    setCurrentItem(topLevelItem((current + step + count) % count));
}

void CompletionPopup::take(QTreeWidgetItem* item) {
    QString text = item->data(0, valueRole).toString();
    // A field goes on with its value, a folder with what is in it.
    const bool goesOn = text.endsWith(QLatin1Char(':')) || text.endsWith(QLatin1Char('=')) ||
                        text.endsWith(QLatin1Char('/'));
    hide();
    const QString rest = edit_->text().mid(end_);
    if (!goesOn && !rest.startsWith(QLatin1Char(' ')))
        text += QLatin1Char(' ');
    edit_->setText(edit_->text().left(begin_) + text + rest);
    edit_->setCursorPosition(begin_ + static_cast<int>(text.size()));
    if (goesOn)
        emit wanted(edit_->text(), edit_->cursorPosition());
}

bool CompletionPopup::handleKey(int key) {
    switch (key) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Tab:
        take(currentItem() ? currentItem() : topLevelItem(0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (QTreeWidgetItem* const chosen = currentItem()) {
            take(chosen);
            return true;
        }
        hide();
        return false;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

bool CompletionPopup::eventFilter(QObject* watched, QEvent* event) {
    if (watched != edit_ || !isVisible())
        return QTreeWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        // The window's Escape would empty the filter.
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent*>(event)->key()))
        return true;
    if (event->type() == QEvent::FocusOut)
        hide();
    return QTreeWidget::eventFilter(watched, event);
}

} // namespace mw::ui
