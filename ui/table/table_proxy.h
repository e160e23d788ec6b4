#pragma once

#include "table/table_model.h"

#include <QSortFilterProxyModel>

#include <algorithm>

namespace mw::ui {

/// A sheet sorted by what its cells are worth, with those rows alone that hold all of some words,
/// in whatever columns. GUI thread.
class TableProxy : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit TableProxy(QObject* parent = nullptr) : QSortFilterProxyModel(parent) {
        setSortRole(TableModel::OrderRole);
    }

    void setWords(const QString& words) {
        words_ = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        QString line;
        for (int column = 0; !words_.isEmpty() && column < sourceModel()->columnCount(); ++column)
            line += sourceModel()->index(row, column, parent).data().toString() + QLatin1Char('\n');
        return std::all_of(words_.begin(), words_.end(), [&line](const QString& word) {
            return line.contains(word, Qt::CaseInsensitive);
        });
    }

private:
    QStringList words_;
};

} // namespace mw::ui
