#pragma once

#include "models/changeset_model.h"

#include <QItemSelection>
#include <QMenu>
#include <QWidget>

#include <array>
#include <memory>

namespace Ui {
class ChangesetPanel;
}

namespace mw::ui {

/// The table of changesets with its columns, its context menu and type-ahead. Owns the model.
/// GUI thread.
class ChangesetPanel : public QWidget {
    Q_OBJECT

public:
    explicit ChangesetPanel(QWidget* parent = nullptr);
    ~ChangesetPanel() override;

    ChangesetModel& model() { return model_; }
    /// Shown and hidden columns; the same menu is the header's context menu.
    QMenu* columnMenu() { return &columnMenu_; }

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

    /// Selected changesets know little beyond title and section: they have columns of their own.
    enum class Columns { Whole, Selected };
    void useColumns(Columns columns);
    /// The release of each line: while the list is of several.
    void showReleases(bool show);
    QByteArray saveColumns(Columns columns) const;
    void restoreColumns(Columns columns, const QByteArray& state);

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

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void resetColumns();
    void applyColumns(const QByteArray& state);
    /// Gives the subject what the other columns leave, until somebody sizes it by hand; where there
    /// is too little for all, each gives way, so that nothing has to be looked for sideways.
    void fitColumns();
    QItemSelection linesOf(std::vector<store::RowId> rows) const;
    void fillColumnMenu();
    void showContextMenu(const QModelIndex& index, const QPoint& globalPlace);
    void selectAgain(const std::vector<store::RowId>& rows, int line);
    void addFilterActions(QMenu& menu, const store::CommitRow& row);
    void choose(const QModelIndex& index);

    std::unique_ptr<Ui::ChangesetPanel> ui_;
    ChangesetModel model_;
    QMenu columnMenu_;
    store::RowId current_ = 0;
    Columns columns_ = Columns::Whole;
    std::array<QByteArray, 2> savedColumns_; ///< of the layout not in use
    bool severalReleases_ = false;
    QList<int> wanted_; ///< width of each column where there is room
    bool fitted_ = true;
    bool fitting_ = false;
};

} // namespace mw::ui
