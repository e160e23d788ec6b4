#include "annotations/place_dialog.h"

#include "ui_place_dialog.h"
#include "widgets/list_keys.h"
#include "widgets/readable_placeholder.h"
#include "widgets/roomy_delegate.h"

#include <QPushButton>

namespace mw::ui {

PlaceDialog::PlaceDialog(const QString& what, const std::optional<classify::Place>& current,
                         QWidget* parent)
    : QDialog(parent), ui_(std::make_unique<Ui::PlaceDialog>()) {
    ui_->setupUi(this);
    ui_->what->setText(what);
    new ReadablePlaceholder(ui_->edit);
    filter_.setSourceModel(&model_);
    filter_.setFilterRole(PlaceModel::SearchRole);
    ui_->places->setModel(&filter_);
    ui_->places->setItemDelegate(new RoomyDelegate(this));
    new ListKeys(ui_->edit, ui_->places);
    const int line = current ? model_.lineOf(*current) : -1;
    ui_->places->setCurrentIndex(filter_.mapFromSource(model_.index(line < 0 ? 0 : line, 0)));

    connect(ui_->edit, &QLineEdit::textChanged, this, &PlaceDialog::narrow);
    connect(ui_->places, &QListView::activated, this, &PlaceDialog::choose);
    connect(ui_->buttons, &QDialogButtonBox::accepted, this, &PlaceDialog::choose);
    connect(ui_->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

PlaceDialog::~PlaceDialog() = default;

void PlaceDialog::narrow(const QString& text) {
    filter_.setText(text);
    if (!ui_->places->currentIndex().isValid() && filter_.rowCount() > 0)
        ui_->places->setCurrentIndex(filter_.index(0, 0));
    ui_->buttons->button(QDialogButtonBox::Ok)->setEnabled(filter_.rowCount() > 0);
}

void PlaceDialog::choose() {
    const QModelIndex index = filter_.mapToSource(ui_->places->currentIndex());
    if (!index.isValid())
        return;
    // The dialog may be gone once it has been accepted.
    const classify::Place place = model_.place(index.row());
    emit chosen(place);
    accept();
}

} // namespace mw::ui
