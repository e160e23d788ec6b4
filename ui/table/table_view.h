#pragma once

#include "table/table_model.h"
#include "table/table_proxy.h"

#include <QTableView>

#include <algorithm>

namespace mw::ui {

/// A sheet on screen: sorted at a click on a header, its lines copied as a spreadsheet takes them,
/// cells that lead somewhere followed by click or Enter. GUI thread. Owns model and proxy.
class TableView : public QTableView {
    Q_OBJECT

public:
    explicit TableView(QWidget* parent = nullptr);

    /// Keeps the order that a person chose as long as the columns are the same.
    void setSheet(TableData sheet);
    TableModel& sheetModel() { return model_; }
    /// Only rows that hold all of the words.
    void setWords(const QString& words);

    /// Tab-separated, with the titles, in the order on screen.
    QString text(bool selectedOnly) const;

public slots:
    /// The selected rows, or every row where fewer than two are.
    void copySelection();
    void copyAll();

signals:
    void followed(const mw::ui::TableTarget& target);
    void rowsChanged(int shown, int all);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void follow(const QModelIndex& index);
    void fitRows();
    void measureColumns();
    void fitColumns();

    TableModel model_;
    TableProxy proxy_;
    /// What a column's contents want.
    struct Width {
        int wanted = 0;
        int least = 0; ///< its head can be read
        bool bars = false;

        int within(int limit) const { return std::min(wanted, std::max(least, limit)); }
    };
    std::vector<Width> widths_;
};

} // namespace mw::ui
