#include "table/table_panel.h"

#include "painting/readable_placeholder.h"
#include "text/format.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace mw::ui {

TablePanel::TablePanel(const QString& accessibleName, QWidget* parent)
    : QWidget(parent), words_(new QLineEdit(this)), count_(new QLabel(this)),
      copy_(new QToolButton(this)), view_(new TableView(this)) {
    view_->setAccessibleName(accessibleName);
    words_->setObjectName(QStringLiteral("words"));
    words_->setPlaceholderText(tr("Find in this table"));
    words_->setAccessibleName(tr("Find in this table"));
    words_->setClearButtonEnabled(true);
    new ReadablePlaceholder(words_);
    count_->setObjectName(QStringLiteral("lines"));
    copy_->setObjectName(QStringLiteral("copyTable"));
    copy_->setText(tr("Copy the table"));
    copy_->setToolTip(tr("Copy every line, as a spreadsheet takes it. Ctrl+C in the table copies "
                         "the selected lines."));

    auto* const bar = new QHBoxLayout;
    bar->setContentsMargins(4, 4, 4, 4);
    bar->addWidget(words_, 1);
    bar->addSpacing(4);
    bar->addWidget(count_);
    bar->addSpacing(4);
    bar->addWidget(copy_);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(view_, 1);
    setFocusProxy(view_);

    connect(words_, &QLineEdit::textChanged, view_, &TableView::setWords);
    connect(copy_, &QToolButton::clicked, view_, &TableView::copyAll);
    connect(view_, &TableView::rowsChanged, this, [this](int shown, int all) {
        for (QWidget* const tool : std::initializer_list<QWidget*>{words_, count_, copy_})
            tool->setVisible(all > 0);
        count_->setText(shown != all ? tr("%1 of %2").arg(countText(shown), countText(all))
                                     : tr("%Ln line(s)", nullptr, all));
    });
}

void TablePanel::addTool(QWidget* tool) {
    auto* const bar = static_cast<QHBoxLayout*>(layout()->itemAt(0)->layout());
    bar->insertWidget(0, tool);
}

} // namespace mw::ui
