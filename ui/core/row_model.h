#pragma once

#include "core/limits.h"
#include "text/format.h"

#include <QAbstractTableModel>

#include <iterator>
#include <utility>

namespace mw::ui {

/// Base of the flat models: keeps the rows and speaks the model protocol, so that a concrete model
/// only says what a cell is. Rows is a container or anything else with a size; Derived supplies
///
///     static int columns();
///     QVariant cell(int line, int column, int role) const;
///     QVariant headerCell(int column, int role) const;
///
/// What is shown of a cell goes through shownText(), and no more of it is shown than there is room
/// for; other roles are data.
///
/// Rows are replaced as a whole, and a change is told once: as changed data where the caller says
/// that the lines are the same ones (selections stay), else as a reset. GUI thread.
template <typename Rows, typename Derived>
class RowModel : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const final {
        return parent.isValid() ? 0 : static_cast<int>(std::size(rows_));
    }

    int columnCount(const QModelIndex& parent = {}) const final {
        return parent.isValid() ? 0 : Derived::columns();
    }

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        const QVariant value = derived().cell(index.row(), index.column(), role);
        if (value.userType() != QMetaType::QString)
            return value;
        switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return cutText(shownText(value.toString()));
        case Qt::ToolTipRole:
            return tipText(shownText(value.toString()));
        default:
            return value;
        }
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const final {
        if (orientation != Qt::Horizontal || section < 0 || section >= Derived::columns())
            return {};
        return derived().headerCell(section, role);
    }

protected:
    const Rows& rows() const { return rows_; }

    void replaceRows(Rows rows, bool sameLines) {
        if (!sameLines)
            beginResetModel();
        rows_ = std::move(rows);
        if (!sameLines)
            endResetModel();
        else
            announceAllChanged();
    }

    /// What the cells show is different, though the lines are the same.
    void announceAllChanged() {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

private:
    const Derived& derived() const { return static_cast<const Derived&>(*this); }

    Rows rows_;
};

} // namespace mw::ui
