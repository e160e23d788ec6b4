#include "annotations/section_dialog.h"

#include "core/limits.h"
#include "painting/readable_placeholder.h"
#include "painting/tall_row_delegate.h"
#include "ui_section_dialog.h"
#include "widgets/list_keys.h"

#include <QPushButton>

namespace mw::ui {

SectionDialog::SectionDialog(const QString& what,
                             const std::optional<classify::SectionKey>& current, QWidget* parent)
    : QDialog(parent), ui_(std::make_unique<Ui::SectionDialog>()) {
    ui_->setupUi(this);
    ui_->what->setText(cutText(what));
    new ReadablePlaceholder(ui_->edit);
    filter_.setSourceModel(&model_);
    filter_.setFilterRole(SectionChoiceModel::SearchRole);
    ui_->places->setModel(&filter_);
    ui_->places->setItemDelegate(new TallRowDelegate(this));
    new ListKeys(ui_->edit, ui_->places);
    const int line = current ? model_.lineOf(*current) : -1;
    ui_->places->setCurrentIndex(filter_.mapFromSource(model_.index(line < 0 ? 0 : line, 0)));

    connect(ui_->edit, &QLineEdit::textChanged, this, &SectionDialog::narrow);
    connect(ui_->places, &QListView::activated, this, &SectionDialog::choose);
    connect(ui_->buttons, &QDialogButtonBox::accepted, this, &SectionDialog::choose);
    connect(ui_->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

SectionDialog::~SectionDialog() = default;

void SectionDialog::narrow(const QString& text) {
    filter_.setText(text);
    if (!ui_->places->currentIndex().isValid() && filter_.rowCount() > 0)
        ui_->places->setCurrentIndex(filter_.index(0, 0));
    ui_->buttons->button(QDialogButtonBox::Ok)->setEnabled(filter_.rowCount() > 0);
}

void SectionDialog::choose() {
    const QModelIndex index = filter_.mapToSource(ui_->places->currentIndex());
    if (!index.isValid())
        return;
    // The dialog may be gone once it has been accepted.
    const classify::SectionKey place = model_.place(index.row());
    emit chosen(place);
    accept();
}

} // namespace mw::ui
