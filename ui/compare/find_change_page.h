#pragma once

#include "store/read/equivalent_commits.h"
#include "table/table_panel.h"

#include <QLineEdit>

#include <vector>

namespace mw::ui {

/// A line for an id or words of a title, and below it which releases have the change. GUI thread.
class FindChangePage : public QWidget {
    Q_OBJECT

public:
    explicit FindChangePage(QWidget* parent = nullptr);

    void showHomes(const std::vector<store::EquivalentCommit>& homes);
    QString wanted() const { return edit_->text().trimmed(); }

signals:
    void wantedChanged(const QString& idOrTitle);
    void followed(const mw::ui::TableTarget& target);

private:
    QLineEdit* edit_;
    TablePanel* table_;
};

} // namespace mw::ui
