#pragma once

#include "core/word_filter.h"
#include "table/table_model.h"

namespace mw::ui {

/// A sheet sorted by what its cells are worth, with those rows alone that hold all of some words,
/// in whatever columns. GUI thread.
class TableProxy : public WordFilter {
    Q_OBJECT

public:
    explicit TableProxy(QObject* parent = nullptr) : WordFilter(parent) {
        setSortRole(TableModel::OrderRole);
    }

protected:
    QString textOf(int row, const QModelIndex& parent) const override {
        QString line;
        for (int column = 0; column < sourceModel()->columnCount(); ++column)
            line += sourceModel()->index(row, column, parent).data().toString() + QLatin1Char('\n');
        return line;
    }
};

} // namespace mw::ui
