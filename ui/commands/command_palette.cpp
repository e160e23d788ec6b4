#include "commands/command_palette.h"

#include "commands/palette_delegate.h"
#include "painting/readable_placeholder.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace mw::ui {

namespace {

constexpr int paletteLetters = 84;
constexpr int shownLines = 14;
constexpr int mostRecent = 30;

} // namespace

CommandPalette::CommandPalette(QWidget* window, Offer offer, Meaning meaning, Search search)
    : QFrame(window), offer_(std::move(offer)), meaning_(std::move(meaning)),
      search_(std::move(search)) {
    setObjectName(QStringLiteral("commandPalette"));
    setUp();
    hide();
    window->installEventFilter(this);
    edit_->installEventFilter(this);
    connect(edit_, &QLineEdit::textChanged, this, &CommandPalette::narrow);
    connect(list_, &QListView::clicked, this, &CommandPalette::take);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (isVisible() && now && now != this && !isAncestorOf(now))
            hide();
    });
}

void CommandPalette::setUp() {
    setAccessibleName(tr("Command palette"));
    setFrameStyle(QFrame::StyledPanel | QFrame::Raised);
    setAutoFillBackground(true);
    edit_ = new QLineEdit(this);
    edit_->setObjectName(QStringLiteral("paletteEdit"));
    edit_->setPlaceholderText(tr("A command, section, release, document, commit, or ?words"));
    edit_->setAccessibleName(tr("Find a command or a place"));
    new ReadablePlaceholder(edit_);
    list_ = new QListView(this);
    list_->setObjectName(QStringLiteral("paletteList"));
    list_->setAccessibleName(tr("Commands and places"));
    list_->setModel(&model_);
    list_->setItemDelegate(new PaletteDelegate(this));
    list_->setUniformItemSizes(true);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The line keeps the focus; its keys move in here.
    list_->setFocusPolicy(Qt::NoFocus);
    hint_ = new QLabel(tr("Nothing fits. Words after a ? are searched for."), this);
    hint_->setWordWrap(true);
    hint_->setMargin(6);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(edit_);
    layout->addWidget(list_, 1);
    layout->addWidget(hint_);
}

void CommandPalette::open() {
    if (!isVisible())
        before_ = QApplication::focusWidget();
    all_ = offer_();
    found_.clear();
    {
        const QSignalBlocker quiet(edit_);
        edit_->clear();
    }
    narrow();
    show();
    raise();
    edit_->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::dismiss() {
    hide();
    if (before_)
        before_->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::narrow() {
    // What was found for fewer letters stays until the answer for these comes, as far as it fits.
    const QStringList words = edit_->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::erase_if(found_, [&words](const PaletteItem& candidate) {
        return words.isEmpty() || !std::ranges::all_of(words, [&](const QString& word) {
                   return candidate.text.contains(word, Qt::CaseInsensitive);
               });
    });
    rank();
    search_(edit_->text());
}

void CommandPalette::setFound(const QString& typed, Candidates found) {
    if (!isVisible() || typed != edit_->text())
        return;
    const int row = list_->currentIndex().row();
    const QString chosen = list_->currentIndex().data().toString();
    found_ = std::move(found);
    rank();
    // Somebody may have gone down already: to what is behind what has come, at most.
    for (int line = std::max(0, row); line < model_.rowCount(); ++line)
        if (model_.line(line).candidate.text == chosen) {
            list_->setCurrentIndex(model_.index(line, 0));
            break;
        }
}

void CommandPalette::rank() {
    const QString typed = edit_->text();
    const bool search = typed.startsWith(QLatin1Char('?'));
    model_.rank(search ? Candidates() : all_, search ? QString() : typed, meaning_(typed), recent_,
                search ? Candidates() : found_);
    list_->setVisible(model_.rowCount() > 0);
    hint_->setVisible(model_.rowCount() == 0);
    if (model_.rowCount() > 0)
        list_->setCurrentIndex(model_.index(0, 0));
    place();
}

void CommandPalette::place() {
    const QWidget* const window = parentWidget();
    const int width =
        std::min(fontMetrics().averageCharWidth() * paletteLetters, window->width() - 24);
    const int lines = std::clamp(model_.rowCount(), 1, shownLines);
    const QMargins margins = layout()->contentsMargins();
    const int wanted =
        edit_->sizeHint().height() + margins.top() + margins.bottom() +
        (model_.rowCount() > 0 ? lines * list_->sizeHintForRow(0) : hint_->sizeHint().height()) +
        2 * list_->frameWidth() + 3 * layout()->spacing() + 2 * frameWidth();
    const int top = std::min(window->height() / 12, 80);
    setGeometry((window->width() - width) / 2, top, width,
                std::min(wanted, window->height() - 2 * top));
}

bool CommandPalette::handleKey(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int count = model_.rowCount();
        if (count == 0)
            return true;
        const int step = event->key() == Qt::Key_Down ? 1 : -1;
        list_->setCurrentIndex(
            model_.index((list_->currentIndex().row() + step + count) % count, 0));
        return true;
    }
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(list_, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // there is nowhere else to go in here
    default:
        return false;
    }
}

void CommandPalette::take() {
    const QModelIndex index = list_->currentIndex();
    if (!index.isValid())
        return;
    const PaletteItem chosen = model_.line(index.row()).candidate;
    if (!chosen.id.isEmpty()) {
        recent_.removeAll(chosen.id);
        recent_.prepend(chosen.id);
        recent_ = recent_.mid(0, mostRecent);
    }
    // First, so that the command is about what had the focus.
    dismiss();
    chosen.run();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != edit_)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        // The window's Escape would empty the filter.
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent*>(event)))
        return true;
    return QFrame::eventFilter(watched, event);
}

} // namespace mw::ui
