#pragma once

#include "changesets/changeset_columns.h"

#include <QItemSelection>
#include <QMenu>
#include <QWidget>

#include <memory>

namespace Ui {
class ChangesetPanel;
}

namespace mw::ui {

/// The table of changesets with its context menu and type-ahead. Owns the model and the columns.
/// GUI thread.
class ChangesetPanel : public QWidget {
    Q_OBJECT

public:
    explicit ChangesetPanel(QWidget* parent = nullptr);
    ~ChangesetPanel() override;

    ChangesetModel& model() { return model_; }
    ChangesetColumns& columns() { return *columns_; }

    /// fresh: another list than before, to be seen from its top.
    void setIds(const IdList& ids, bool fresh);
    /// Shows that commit as current, where the list has it, without asking for it.
    void setCurrent(store::RowId id);
    void setCurrentLine(int line);
    /// To the line so many further down; the first one where none is current.
    void step(int lines);
    bool canStep(int lines) const;
    void setEmptyText(const QString& text);
    /// To go on in the list: where no line is selected, the current one or else the first is.
    void focusTable();
    std::vector<store::RowId> selectedRows() const;
    /// The line that is current and selected; nothing where there is none.
    std::optional<store::CommitRow> currentRow() const;

public slots:
    void copySelection();

signals:
    void commitChosen(const QString& oid, mw::store::RowId row);
    void filterRequested(const QString& filter);
    void copyRequested(const std::vector<mw::store::RowId>& rows);
    void typeAheadRequested(const mw::ui::IdList& ids, int from, const QString& start);
    void sortRequested(mw::store::SortKey key, bool descending);
    void selectionChanged();
    /// The context menu of the selected lines, before it is seen: others add to it.
    void menuOpened(QMenu* menu);

private:
    QItemSelection linesOf(std::vector<store::RowId> rows) const;
    void showContextMenu(const QModelIndex& index, const QPoint& globalPlace);
    void selectAgain(const std::vector<store::RowId>& rows, int line);
    void addFilterActions(QMenu& menu, const store::CommitRow& row);
    void choose(const QModelIndex& index);

    std::unique_ptr<Ui::ChangesetPanel> ui_;
    ChangesetModel model_;
    store::RowId current_ = 0;
    std::unique_ptr<ChangesetColumns> columns_;
};

} // namespace mw::ui
