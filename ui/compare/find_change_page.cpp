#include "compare/find_change_page.h"

#include "compare/compare_tables.h"
#include "painting/readable_placeholder.h"
#include "painting/symbolic_icon.h"

#include <QVBoxLayout>

namespace mw::ui {

FindChangePage::FindChangePage(QWidget* parent)
    : QWidget(parent), edit_(new QLineEdit), table_(new TablePanel(tr("Releases that have it"))) {
    edit_->setObjectName(QStringLiteral("change"));
    edit_->setPlaceholderText(tr("Id or title of a change, then Enter"));
    edit_->setAccessibleName(tr("Id or title of a change"));
    edit_->setClearButtonEnabled(true);
    edit_->addAction(symbolicIcon(QStringLiteral("search")), QLineEdit::LeadingPosition)
        ->setText(tr("Search"));
    new ReadablePlaceholder(edit_);
    table_->setObjectName(QStringLiteral("homes"));
    table_->view().setSheet(homesSheet({}, false));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 0);
    layout->setSpacing(0);
    layout->addWidget(edit_);
    layout->addWidget(table_, 1);
    setFocusProxy(edit_);
    connect(edit_, &QLineEdit::returnPressed, this, [this] {
        if (!wanted().isEmpty())
            emit wantedChanged(wanted());
    });
    connect(edit_, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())
            table_->view().setSheet(homesSheet({}, false));
    });
    connect(&table_->view(), &TableView::followed, this, &FindChangePage::followed);
}

void FindChangePage::showHomes(const std::vector<store::EquivalentCommit>& homes) {
    table_->view().setSheet(homesSheet(homes, true));
    if (homes.empty())
        return;
    table_->view().setCurrentIndex(table_->view().model()->index(0, 0));
    table_->setFocus();
}

} // namespace mw::ui
