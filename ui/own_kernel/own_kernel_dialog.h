#pragma once

#include "own_kernel/own_kernel_facts.h"
#include "table/table_panel.h"

#include <QDialog>

#include <memory>

namespace Ui {
class OwnKernelDialog;
}

namespace mw::ui {

/// A person's own kernel on three pages: the trees that are asked what they have, the configuration
/// and the release's new symbols that it does not answer, and the CVE records. Shows what it is
/// given and asks others for the work; the window stays usable beside it. GUI thread.
class OwnKernelDialog : public QDialog {
    Q_OBJECT

public:
    enum class Tab { Trees, Config, Records };

    explicit OwnKernelDialog(QWidget* parent = nullptr);
    ~OwnKernelDialog() override;

    void showFacts(const OwnKernelFacts& facts, const QString& release);
    void showProblem(const QString& sentence);
    /// While something is read or imported, nothing else can be asked for.
    void setBusy(bool reading, bool importing);
    void openTab(Tab tab);

    TableView& trees() { return trees_->view(); }
    TableView& symbols() { return symbols_->view(); }

signals:
    void treeWanted();
    void treeAgainWanted(const QString& name);
    void treeRemovalWanted(const QString& name);
    void configWanted();
    void configAgainWanted();
    void configRemovalWanted();
    void recordsWanted();
    void followed(const mw::ui::TableTarget& target);
    /// The list of a target is to be saved.
    void exportWanted(const mw::ui::TableTarget& target);

private:
    void focusFirst();
    void setUpTrees();
    void setUpConfig();
    QString chosenTree() const;
    TableTarget lacking(bool cves) const;
    void refresh();
    void showConfig();
    void showRecords();

    std::unique_ptr<Ui::OwnKernelDialog> ui_;
    TablePanel* trees_;
    TablePanel* symbols_;
    OwnKernelFacts facts_;
    QString release_;
    bool reading_ = false, importing_ = false;
};

} // namespace mw::ui
