#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

#include <algorithm>

namespace mw::ui {

/// Lets through the lines that hold every word of a text, in whatever order, upper and lower case
/// alike. Reads the filter role. GUI thread.
class WordFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setText(const QString& text) {
        words_ = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        const QString text =
            sourceModel()->index(row, filterKeyColumn(), parent).data(filterRole()).toString();
        return std::ranges::all_of(
            words_, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
    }

private:
    QStringList words_;
};

} // namespace mw::ui
