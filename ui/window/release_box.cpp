#include "window/release_box.h"

#include <algorithm>

namespace mw::ui {

namespace {

constexpr qsizetype leastNameLetters = 14, mostNameLetters = 30;

} // namespace

ReleaseBox::ReleaseBox(QWidget* parent) : QComboBox(parent) {
    setModel(&model_);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(leastNameLetters);
    setAccessibleName(tr("Release"));
    connect(this, &QComboBox::activated, this,
            [this](int row) { emit chosen(itemData(row, ReleaseModel::NameRole).toString()); });
}

void ReleaseBox::setReleases(const std::vector<store::Release>& releases) {
    model_.setReleases(releases);
    qsizetype letters = leastNameLetters;
    for (int row = 0; row < count(); ++row)
        letters = std::max(letters, itemText(row).size());
    setMinimumContentsLength(static_cast<int>(std::min(letters, mostNameLetters)));
}

void ReleaseBox::setCurrent(const QString& name) {
    setCurrentIndex(model_.rowOf(name));
    setToolTip(currentData(Qt::ToolTipRole).toString());
}

} // namespace mw::ui
