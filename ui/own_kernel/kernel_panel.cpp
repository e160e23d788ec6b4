#include "own_kernel/kernel_panel.h"

#include "core/limits.h"
#include "own_kernel/tree_queries.h"
#include "search/search_words.h"
#include "text/format.h"
#include "widgets/count_tree.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mw::ui {

namespace {

constexpr int panelTermRole = Qt::UserRole, panelTextRole = Qt::UserRole + 1,
              panelSetupRole = Qt::UserRole + 2;

} // namespace

KernelPanel::KernelPanel(QWidget* parent) : QTreeWidget(parent) {
    setObjectName(QStringLiteral("kernelPanel"));
    setAccessibleName(tr("My kernel"));
    showCounts(this);
    connect(this, &QTreeWidget::itemClicked, this, &KernelPanel::choose);
    connect(this, &QTreeWidget::itemActivated, this, &KernelPanel::choose);
}

QTreeWidgetItem* KernelPanel::addGroup(const QString& title) {
    auto* const group = new QTreeWidgetItem(this, {cutText(title)});
    group->setFlags(Qt::ItemIsEnabled);
    group->setToolTip(0, tipText(title));
    QFont bold = font();
    bold.setBold(true);
    group->setFont(0, bold);
    group->setExpanded(true);
    return group;
}

void KernelPanel::addTerm(QTreeWidgetItem* group, const QString& text, const QString& term,
                          const QString& toolTip) {
    auto* const item = new QTreeWidgetItem(group, {text, QString()});
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setData(0, panelTermRole, term);
    item->setData(0, panelTextRole, text);
    item->setToolTip(0, tipText(toolTip));
    counted_ << item;
}

void KernelPanel::addSetup(const QString& text, Setup what, const QString& toolTip) {
    auto* const item = new QTreeWidgetItem(this, {text});
    item->setData(0, panelSetupRole, int(what));
    item->setToolTip(0, tipText(toolTip));
    item->setFirstColumnSpanned(true);
}

void KernelPanel::addTree(const store::Tree& tree) {
    const QString name = toQString(tree.name);
    QTreeWidgetItem* const group = addGroup(name);
    const TreeQueries queries(tree.name);
    addTerm(group, tr("Fixes it lacks"), queries.fixesLacking,
            tr("Changesets that say what they fix, or ask for stable kernels, and that %1 does not "
               "have")
                .arg(name));
    addTerm(group, tr("CVE fixes it lacks"), queries.cveFixesLacking,
            tr("Changesets that fix a CVE and that %1 does not have").arg(name));
    addTerm(group, tr("Not there"), queries.lacking,
            tr("Everything that %1 does not have").arg(name));
    addTerm(group, tr("There"), queries.there,
            tr("What %1 has, as the same commit or as a backport").arg(name));
    addTerm(group, tr("Cannot tell"), queries.unknown,
            tr("The history of %1 does not go back so far").arg(name));
}

void KernelPanel::addConfig(const store::KernelConfig& config) {
    QTreeWidgetItem* const group = addGroup(tr("My configuration"));
    group->setToolTip(0, tipText(toQString(config.file)));
    addTerm(group, tr("Built by it"), QStringLiteral("is:built"),
            tr("Changesets that touch what the configuration builds"));
    addTerm(group, tr("Cannot tell"), QStringLiteral("is:cannot-tell"),
            tr("Whether it is built, only running the tree's own scripts would say"));
    addTerm(group, tr("Not built"), QStringLiteral("is:not-built"),
            tr("Changesets of which the configuration builds nothing"));
}

void KernelPanel::addRecords() {
    QTreeWidgetItem* const group = addGroup(tr("CVE records"));
    const QString fix = QStringLiteral("is:cve-fix");
    addTerm(group, tr("Fixes a CVE"), fix, tr("By the kernel's own CVE records"));
    const std::array<std::pair<QString, const char*>, 5> classes{
        std::pair{tr("… critical"), "critical"}, std::pair{tr("… high"), "high"},
        std::pair{tr("… medium"), "medium"}, std::pair{tr("… low"), "low"},
        std::pair{tr("… not rated yet"), "unknown"}};
    for (const auto& [text, severity] : classes)
        addTerm(group, text, fix + QStringLiteral(" severity:") + QLatin1String(severity),
                tr("Fixes of that severity, as the records rate it"));
    addTerm(group, tr("Introduced one"), QStringLiteral("is:cve-cause"),
            tr("Changesets that brought the fault of a CVE"));
}

/// Facts are asked for at each reading of the releases; lines that stay keep what was chosen and
/// opened among them.
void KernelPanel::setFacts(const OwnKernelFacts& facts, const QString& filter) {
    const bool records = facts.cveFixes + facts.cveCauses > 0;
    QStringList groups{facts.config ? toQString(facts.config->file) : QString(),
                       records ? QStringLiteral("cve") : QString()};
    for (const auto& [tree, counts] : facts.trees)
        groups << toQString(tree.name);
    if (std::exchange(groups_, groups) == groups) {
        setFilter(filter);
        return;
    }
    clear();
    counted_.clear();
    for (const auto& [tree, counts] : facts.trees)
        addTree(tree);
    if (facts.trees.empty())
        addSetup(
            tr("Does my tree have this?…"), Setup::Trees,
            tr("Point at a stable branch, a vendor's or a distribution's kernel, and see which "
               "fixes it lacks"));
    if (facts.config)
        addConfig(*facts.config);
    else
        addSetup(tr("What does my kernel build?…"), Setup::Config,
                 tr("Give a .config, and see which changesets touch what it builds"));
    if (records)
        addRecords();
    else
        addSetup(tr("Which changesets fix a CVE?…"), Setup::Records,
                 tr("Point at a clone of the kernel's CVE records"));
    setFilter(filter);
}

QStringList KernelPanel::terms() const {
    QStringList terms;
    for (const QTreeWidgetItem* const item : counted_)
        terms << item->data(0, panelTermRole).toString();
    return terms;
}

void KernelPanel::setCounts(const QList<qint64>& counts) {
    for (qsizetype i = 0; i < std::min(counts.size(), counted_.size()); ++i)
        counted_[i]->setText(1, counts[i] < 0 ? QStringLiteral("—") : countText(counts[i]));
}

void KernelPanel::setFilter(const QString& filter) {
    filter_ = filter;
    for (QTreeWidgetItem* const item : counted_) {
        const QString text = item->data(0, panelTextRole).toString();
        item->setText(0, hasTerm(filter, item->data(0, panelTermRole).toString())
                             ? tr("✓ %1").arg(text)
                             : text);
    }
}

void KernelPanel::choose(QTreeWidgetItem* item) {
    const QString term = item->data(0, panelTermRole).toString();
    const QVariant setup = item->data(0, panelSetupRole);
    if (!term.isEmpty())
        emit narrowTurned(term);
    else if (setup.isValid())
        emit setupWanted(static_cast<Setup>(setup.toInt()));
}

void KernelPanel::showEvent(QShowEvent* event) {
    QTreeWidget::showEvent(event);
    emit shown();
}

} // namespace mw::ui
