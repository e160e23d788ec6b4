#pragma once

#include <QStyledItemDelegate>

namespace mw::ui {

/// Cells of a sheet: tones, a bar for the share behind the text, and what leads somewhere in the
/// colour of links. GUI thread.
class TableDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace mw::ui
