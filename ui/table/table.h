#pragma once

#include "changesets/changeset_model.h"

#include <QMetaType>
#include <QString>
#include <QVariant>

#include <optional>
#include <vector>

namespace mw::ui {

/// Where a cell leads: a release filtered by a query, or a commit of it. Empty: nowhere.
struct TableTarget {
    QString release;
    QString query;
    QString commit{};
    std::optional<Seconds> asOf{}; ///< of that release, if it is another than the one here

    bool isEmpty() const { return query.isEmpty() && commit.isEmpty(); }
};

/// One finished cell.
struct TableCell {
    QString text;
    QVariant order{}; ///< what it is sorted by; the text where invalid
    QString toolTip{};
    TableTarget target{};
    qreal share = 0; ///< of the cell's width that a bar behind the text takes; below 0 to the left
    TextColor tone = TextColor::Normal;
};

struct TableColumn {
    QString title;
    QString toolTip{};
    bool number = false; ///< to the right, sorted largest first
};

/// A table of finished cells, as a comparison or a chart makes them.
struct TableData {
    std::vector<TableColumn> columns;
    std::vector<std::vector<TableCell>> rows; ///< as many cells in each as there are columns
    QString emptyText{};                      ///< why there are no rows
};

} // namespace mw::ui

Q_DECLARE_METATYPE(mw::ui::TableTarget)
