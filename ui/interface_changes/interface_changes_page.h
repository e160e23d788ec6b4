#pragma once

#include "interface_changes/interface_tables.h"
#include "store/model/records.h"
#include "table/table_panel.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace Ui {
class InterfaceChangesPage;
}

namespace mw::ui {

/// What changed at the edges of a release as a table, by kind and change, each line with its
/// changeset. Shows what it is given, or why there is nothing and what helps. GUI thread.
class InterfaceChangesPage : public QWidget {
    Q_OBJECT

public:
    explicit InterfaceChangesPage(const QString& release, QWidget* parent = nullptr);
    ~InterfaceChangesPage() override;

    const QString& release() const { return release_; }
    TableView& table() { return table_->view(); }

    void showChanges(std::vector<store::InterfaceRow> rows);
    /// Why nothing is known of this release, which Release::interfaces tells.
    void showUnknown(const store::Release& release);
    void showProblem(const QString& sentence);

    InterfaceChoice choice() const;
    void choose(const InterfaceChoice& choice);

signals:
    void followed(const mw::ui::TableTarget& target);
    /// The release is to be imported again from its clone.
    void importWanted();

private:
    void countKinds();
    void showRows();
    void showNote(const QString& sentence, const QString& remedy);

    std::unique_ptr<Ui::InterfaceChangesPage> ui_;
    const QString release_;
    TablePanel* table_;
    std::vector<store::InterfaceRow> rows_;
};

} // namespace mw::ui
