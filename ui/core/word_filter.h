#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace mw::ui {

/// Lets through the lines that hold every word of a text, in whatever order, upper and lower case
/// alike. Reads the filter role of the filter column, or what textOf() makes of a line. GUI thread.
class WordFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setText(const QString& text);

protected:
    /// Runs change, and asks of every line anew whether it is let through. Qt 6.10 wants to be told
    /// before the change as well, and deprecates what 6.4 has.
    template <typename Change>
    void changeFilter(Change change) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
        beginFilterChange();
        change();
        endFilterChange(Direction::Rows);
#else
        change();
        invalidateRowsFilter();
#endif
    }

    virtual QString textOf(int row, const QModelIndex& parent) const;
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList words_;
};

} // namespace mw::ui
