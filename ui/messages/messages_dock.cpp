#include "messages/messages_dock.h"

#include "core/long_words.h"
#include "messages/message_log.h"
#include "ui_messages_dock.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

#include <algorithm>

namespace mw::ui {

namespace {

constexpr qsizetype textLetters = 20'000;

} // namespace

MessagesDock::MessagesDock(MessageLog& log, QWidget* parent)
    : QDockWidget(parent), ui_(std::make_unique<Ui::MessagesDock>()), log_(log) {
    ui_->setupUi(this);
    ui_->list->setModel(&log_);
    QHeaderView* const header = ui_->list->header();
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    header->resizeSection(MessageLog::TimeColumn, 11 * digit);
    header->resizeSection(MessageLog::KindColumn, 15 * digit);
    setFocusProxy(ui_->list);

    auto* const keys = new QAction(tr("Copy"), ui_->list);
    keys->setShortcut(QKeySequence::Copy);
    keys->setShortcutContext(Qt::WidgetShortcut);
    ui_->list->addAction(keys);
    connect(keys, &QAction::triggered, this, &MessagesDock::copy);
    connect(ui_->copy, &QPushButton::clicked, this, &MessagesDock::copy);
    connect(ui_->clear, &QPushButton::clicked, this, [this] { log_.clear(); });
    connect(ui_->act, &QPushButton::clicked, this, [this] {
        const int line = chosen();
        // A copy: what it does may say something, which moves the lines.
        const std::function<void()> act = line < 0 ? nullptr : log_.message(line).act;
        if (act)
            act();
    });
    connect(ui_->list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &MessagesDock::showChosen);
    connect(&log_, &QAbstractItemModel::modelReset, this, [this] {
        if (log_.rowCount() > 0)
            ui_->list->setCurrentIndex(log_.index(0, 0));
        showChosen();
    });
    showChosen();
}

MessagesDock::~MessagesDock() = default;

void MessagesDock::focusList() {
    ui_->list->setFocus(Qt::ShortcutFocusReason);
}

int MessagesDock::chosen() const {
    const QModelIndex current = ui_->list->currentIndex();
    return current.isValid() ? current.row() : -1;
}

void MessagesDock::showChosen() {
    const int line = chosen();
    ui_->text->setPlainText(line < 0 ? tr("Nothing was said in this session: no error, no remark.")
                                     : shortenText(log_.message(line).text, textLetters).text);
    const QString action = line < 0 ? QString() : log_.message(line).action;
    ui_->act->setText(action);
    ui_->act->setVisible(!action.isEmpty());
    ui_->copy->setEnabled(line >= 0);
    ui_->clear->setEnabled(line >= 0);
}

void MessagesDock::copy() {
    QModelIndexList chosenRows = ui_->list->selectionModel()->selectedRows();
    std::ranges::sort(chosenRows, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex& index : chosenRows)
        lines << log_.lineText(index.row());
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace mw::ui
