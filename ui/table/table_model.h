#pragma once

#include "table/table.h"

#include <QAbstractTableModel>

namespace mw::ui {

/// Shows a TableData. GUI thread.
class TableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { OrderRole = Qt::UserRole, ShareRole, TextColorRole, TargetRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Always a reset: what stands in a row is another thing than before.
    void setSheet(TableData sheet);
    const TableData& sheet() const { return sheet_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    TableData sheet_;
};

} // namespace mw::ui
