#pragma once

#include "compare/compare_tables.h"
#include "table/table_panel.h"

#include <QComboBox>
#include <QWidget>

#include <memory>
#include <vector>

namespace Ui {
class ComparePage;
}

namespace mw::ui {

class FindChangePage;
class ReleaseChooser;

/// Releases side by side: totals, sections, people, new hardware and pulls as tables, and a line to
/// look for a change in all of them. Shows what it is given. GUI thread.
class ComparePage : public QWidget {
    Q_OBJECT

public:
    explicit ComparePage(const QString& release, QWidget* parent = nullptr);
    ~ComparePage() override;

    const QString& release() const { return release_; }
    /// Those to choose from; what is chosen stays chosen.
    void setReleases(const std::vector<store::Release>& releases);
    /// What a person has chosen before; where the releases are not known yet, once they are.
    void choose(const QStringList& names);
    /// Oldest first.
    std::vector<store::Release> chosen() const;
    FindChangePage& findChange() { return *find_; }
    /// Brings the page to the front on which a change is looked for.
    void openFindChange();

    void showCompared(CompareTables sheets);
    /// A sentence beside the names: what is compared, or why it cannot be.
    void showNote(const QString& sentence);

    /// What is being counted, to know it again.
    std::vector<store::Side> wanted{};

signals:
    void chosenChanged();
    void followed(const mw::ui::TableTarget& target);

private:
    TablePanel* addTable(const char* name, const QString& title);
    void showPeople();

    std::unique_ptr<Ui::ComparePage> ui_;
    const QString release_;
    ReleaseChooser* chooser_ = nullptr;
    TablePanel *totals_ = nullptr, *places_ = nullptr, *people_ = nullptr, *hardware_ = nullptr,
               *pulls_ = nullptr;
    QComboBox* peopleShown_ = nullptr;
    FindChangePage* find_ = nullptr;
    std::array<TableData, 4> peopleSheets_;
};

} // namespace mw::ui
