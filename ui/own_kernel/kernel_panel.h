#pragma once

#include "own_kernel/own_kernel_facts.h"

#include <QHash>
#include <QStringList>
#include <QTreeWidget>

namespace mw::ui {

/// What of the present list matters to a person's own kernel: what their trees lack, what their
/// configuration builds, which changesets fix a CVE. A click on a line narrows the list to it, a
/// second one takes that back; where nothing is known yet, a line leads to where it is told. Says
/// when it is looked at, so that nothing is counted for a hidden panel. GUI thread.
class KernelPanel : public QTreeWidget {
    Q_OBJECT

public:
    enum class Setup { Trees, Config, Records };

    explicit KernelPanel(QWidget* parent = nullptr);

    void setFacts(const OwnKernelFacts& facts, const QString& filter);
    /// What there is to count.
    QStringList terms() const;
    /// In the order of terms(); -1 where it is not known.
    void setCounts(const QList<qint64>& counts);
    /// The search on screen: the lines that it has are marked as chosen.
    void setFilter(const QString& filter);

signals:
    void shown();
    void narrowTurned(const QString& term);
    void setupWanted(mw::ui::KernelPanel::Setup what);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QTreeWidgetItem* addGroup(const QString& title);
    void addTerm(QTreeWidgetItem* group, const QString& text, const QString& term,
                 const QString& toolTip);
    void addSetup(const QString& text, Setup what, const QString& toolTip);
    void addTree(const store::Tree& tree);
    void addConfig(const store::KernelConfig& config);
    void addRecords();
    void choose(QTreeWidgetItem* item);

    QList<QTreeWidgetItem*> counted_;
    QStringList groups_; ///< what the lines are of
    QString filter_;
};

} // namespace mw::ui
