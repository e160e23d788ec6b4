#include "table/table_delegate.h"

#include "core/limits.h"
#include "painting/colors.h"
#include "painting/contrast.h"
#include "table/table_model.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace mw::ui {

namespace {

/// Enough to be seen, little enough for text to be read on it.
constexpr qreal barStrength = 0.25;

QColor barColor(const QPalette& palette) {
    return blended(palette.color(QPalette::Base), palette.color(QPalette::Highlight), barStrength);
}

} // namespace

void TableDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = cutText(option->text); // whole in the model, to be copied
    const auto tone = static_cast<TextColor>(index.data(TableModel::TextColorRole).toInt());
    const bool leads = index.data(TableModel::TargetRole).isValid();
    if (tone == TextColor::Normal && !leads)
        return;
    // Text on a bar has to be read as well.
    QPalette onBar = option->palette;
    if (index.data(TableModel::ShareRole).toReal() != 0)
        onBar.setColor(QPalette::Base, barColor(option->palette));
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        option->palette.setColor(group, QPalette::Text,
                                 tone == TextColor::Normal ? linkColor(onBar)
                                                           : paletteColor(tone, onBar, group));
}

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const qreal share = index.data(TableModel::ShareRole).toReal();
    if (share != 0 && !(option.state & QStyle::State_Selected)) {
        QRectF bar = QRectF(option.rect).adjusted(1, 2, -1, -2);
        const qreal width = bar.width() * std::min<qreal>(1, std::abs(share));
        // From the right edge, where the number is.
        bar.setLeft(bar.right() - width);
        painter->fillRect(bar, barColor(option.palette));
    }
    QStyledItemDelegate::paint(painter, option, index);
}

} // namespace mw::ui
