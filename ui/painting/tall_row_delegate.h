#pragma once

#include <QStyledItemDelegate>

namespace mw::ui {

/// Items with some room above and below their text: long lists are read line by line. GUI thread.
class TallRowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(option.fontMetrics.height() * 7 / 5);
        return size;
    }
};

} // namespace mw::ui
