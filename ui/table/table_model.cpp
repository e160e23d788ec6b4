#include "table/table_model.h"

#include "core/limits.h"
#include "text/format.h"

#include <utility>

namespace mw::ui {

void TableModel::setSheet(TableData sheet) {
    beginResetModel();
    sheet_ = std::move(sheet);
    endResetModel();
}

int TableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(sheet_.rows.size());
}

int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(sheet_.columns.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = static_cast<std::size_t>(index.column());
    const TableCell& cell = sheet_.rows[static_cast<std::size_t>(index.row())][column];
    const bool number = sheet_.columns[column].number;
    switch (role) {
    case Qt::DisplayRole:
        return shownText(cell.text);
    case Qt::ToolTipRole:
        return tipText(shownText(cell.toolTip.isEmpty() ? cell.text : cell.toolTip))
            .toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return QString(sheet_.columns[column].title + QStringLiteral(": ") + cell.text);
    case Qt::TextAlignmentRole:
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case OrderRole:
        return cell.order.isValid() ? cell.order : QVariant(cell.text.toCaseFolded());
    case ShareRole:
        return cell.share;
    case TextColorRole:
        return int(cell.tone);
    case TargetRole:
        return cell.target.isEmpty() ? QVariant() : QVariant::fromValue(cell.target);
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const TableColumn& column = sheet_.columns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::ToolTipRole:
        return column.toolTip;
    case Qt::TextAlignmentRole:
        return int((column.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::InitialSortOrderRole:
        return int(column.number ? Qt::DescendingOrder : Qt::AscendingOrder);
    default:
        return {};
    }
}

} // namespace mw::ui
