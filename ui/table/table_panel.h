#pragma once

#include "table/table_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace mw::ui {

/// A sheet with a line to find words in it and a button that copies it. GUI thread.
class TablePanel : public QWidget {
    Q_OBJECT

public:
    explicit TablePanel(const QString& accessibleName, QWidget* parent = nullptr);

    TableView& view() { return *view_; }
    /// Widgets between the words and the button, which the panel then owns.
    void addTool(QWidget* tool);

private:
    QLineEdit* words_;
    QLabel* count_;
    QToolButton* copy_;
    TableView* view_;
};

} // namespace mw::ui
