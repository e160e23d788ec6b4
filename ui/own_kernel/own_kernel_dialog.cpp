#include "own_kernel/own_kernel_dialog.h"

#include "core/limits.h"
#include "own_kernel/own_kernel_tables.h"
#include "own_kernel/tree_queries.h"
#include "text/build_words.h"
#include "text/format.h"
#include "ui_own_kernel_dialog.h"

#include <QItemSelectionModel>
#include <QTabBar>

#include <algorithm>
#include <utility>

namespace mw::ui {

namespace {

/// In letters and lines: what the titles of the trees' table need in German. No wider than the
/// window.
constexpr QSize dialogLetters{190, 26};

} // namespace

OwnKernelDialog::OwnKernelDialog(QWidget* parent)
    : QDialog(parent), ui_(std::make_unique<Ui::OwnKernelDialog>()),
      trees_(new TablePanel(tr("Trees"))), symbols_(new TablePanel(tr("New symbols"))) {
    ui_->setupUi(this);
    trees_->setObjectName(QStringLiteral("treeTable"));
    symbols_->setObjectName(QStringLiteral("symbolTable"));
    ui_->treesLayout->addWidget(trees_, 1);
    ui_->configLayout->addWidget(symbols_, 1);
    const int wanted = dialogLetters.width() * fontMetrics().averageCharWidth();
    resize(parent ? std::min(wanted, parent->window()->width()) : wanted,
           dialogLetters.height() * fontMetrics().lineSpacing());
    setUpTrees();
    setUpConfig();
    connect(ui_->readRecords, &QPushButton::clicked, this, &OwnKernelDialog::recordsWanted);
    connect(ui_->showCveFixes, &QPushButton::clicked, this, [this] {
        emit followed({release_, QStringLiteral("is:cve-fix")});
    });
    for (TableView* const view : {&trees(), &symbols()})
        connect(view, &TableView::followed, this, &OwnKernelDialog::followed);
    refresh();
}

OwnKernelDialog::~OwnKernelDialog() = default;

void OwnKernelDialog::setUpTrees() {
    connect(ui_->addTree, &QPushButton::clicked, this, &OwnKernelDialog::treeWanted);
    connect(ui_->readTree, &QPushButton::clicked, this,
            [this] { emit treeAgainWanted(chosenTree()); });
    connect(ui_->removeTree, &QPushButton::clicked, this,
            [this] { emit treeRemovalWanted(chosenTree()); });
    connect(ui_->showFixes, &QPushButton::clicked, this, [this] { emit followed(lacking(false)); });
    connect(ui_->showTreeCves, &QPushButton::clicked, this,
            [this] { emit followed(lacking(true)); });
    connect(ui_->exportFixes, &QPushButton::clicked, this,
            [this] { emit exportWanted(lacking(false)); });
    connect(trees().selectionModel(), &QItemSelectionModel::currentChanged, this,
            &OwnKernelDialog::refresh);
}

void OwnKernelDialog::setUpConfig() {
    connect(ui_->chooseConfig, &QPushButton::clicked, this, &OwnKernelDialog::configWanted);
    connect(ui_->readConfig, &QPushButton::clicked, this, &OwnKernelDialog::configAgainWanted);
    connect(ui_->removeConfig, &QPushButton::clicked, this, &OwnKernelDialog::configRemovalWanted);
    for (const auto& [button, query] :
         {std::pair{ui_->showBuilt, "is:built"}, std::pair{ui_->showUntold, "is:cannot-tell"},
          std::pair{ui_->showNotBuilt, "is:not-built"}})
        connect(button, &QPushButton::clicked, this, [this, words = QLatin1String(query)] {
            emit followed({release_, words});
        });
}

QString OwnKernelDialog::chosenTree() const {
    const TableView& view = trees_->view();
    const QModelIndex index = view.currentIndex();
    const int row = index.isValid() ? index.row() : 0;
    return view.model()->index(row, 0).data(TableModel::OrderRole).toString();
}

TableTarget OwnKernelDialog::lacking(bool cves) const {
    const TreeQueries queries(chosenTree().toStdString());
    return {release_, cves ? queries.cveFixesLacking : queries.fixesLacking};
}

void OwnKernelDialog::openTab(Tab tab) {
    ui_->tabs->setCurrentIndex(static_cast<int>(tab));
    show();
    raise();
    activateWindow();
    focusFirst();
}

void OwnKernelDialog::focusFirst() {
    const Tab tab = static_cast<Tab>(ui_->tabs->currentIndex());
    QWidget* const first = tab == Tab::Trees    ? static_cast<QWidget*>(ui_->addTree)
                           : tab == Tab::Config ? static_cast<QWidget*>(ui_->chooseConfig)
                                                : ui_->readRecords;
    if (tab == Tab::Trees && !facts_.trees.empty())
        trees().setFocus();
    else
        first->setFocus();
}

void OwnKernelDialog::showFacts(const OwnKernelFacts& facts, const QString& release) {
    facts_ = facts;
    release_ = release;
    ui_->problem->hide();
    trees().setSheet(treeSheet(facts_, release_, reading_));
    if (!facts_.trees.empty() && !trees().currentIndex().isValid())
        trees().setCurrentIndex(trees().model()->index(0, 0));
    showConfig();
    showRecords();
    refresh();
}

void OwnKernelDialog::showProblem(const QString& sentence) {
    ui_->problem->setText(sentence);
    ui_->problem->show();
}

void OwnKernelDialog::showConfig() {
    symbols().setSheet(symbolSheet(facts_, release_));
    symbols_->setVisible(facts_.config.has_value());
    ui_->unanswered->setVisible(facts_.config.has_value());
    if (!facts_.config) {
        ui_->builds->setText(
            tr("Give the configuration of your kernel, and see which changesets touch what it "
               "builds, and which new symbols it does not answer yet: a .config, a file such as "
               "/boot/config-6.1.0, or /proc/config.gz. It can be dropped on the window, too."));
        return;
    }
    ui_->builds->setText(
        buildSentence(facts_.builds, toQString(facts_.config->file), release_) + QLatin1Char('\n') +
        tr("Read on %1 from %2, for arch/%3.")
            .arg(dateText(facts_.config->read_at), cutText(toQString(facts_.config->file)),
                 toQString(facts_.config->architecture)));
    ui_->unanswered->setText(
        tr("%Ln new symbol(s) of %1 that it does not answer, with what make takes unasked:",
           nullptr, pluralOf(std::ssize(facts_.unanswered)))
            .arg(cutText(release_)));
}

void OwnKernelDialog::showRecords() {
    const QString about =
        tr("The kernel's own CVE records say which changesets fix or brought a fault. Point at a "
           "clone of them (git.kernel.org, “vulns”), and again when it was renewed. Nothing is "
           "fetched.");
    const QString counted =
        facts_.cveFixes + facts_.cveCauses == 0
            ? tr("None of the records known here names a changeset of %1.").arg(cutText(release_))
            : tr("Changesets of %1 that fix a CVE: %2; that brought the fault of one: %3.")
                  .arg(cutText(release_), countText(facts_.cveFixes), countText(facts_.cveCauses));
    ui_->records->setText(about + QStringLiteral("\n\n") + counted);
}

void OwnKernelDialog::setBusy(bool reading, bool importing) {
    if (importing)
        showProblem(
            tr("A release is being imported. Trees, a configuration and records can be read "
               "once it is there."));
    else if (importing_)
        ui_->problem->hide();
    importing_ = importing;
    const bool before = std::exchange(reading_, reading || importing);
    if (facts_.trees.empty())
        trees().setSheet(treeSheet(facts_, release_, reading));
    refresh();
    // A button that could not be used had no focus.
    const QWidget* const focused = focusWidget();
    if (before && !reading_ && (!focused || focused == ui_->tabs->tabBar()))
        focusFirst();
}

void OwnKernelDialog::refresh() {
    const bool tree = !facts_.trees.empty(), config = facts_.config.has_value();
    for (QPushButton* const button : {ui_->addTree, ui_->chooseConfig, ui_->readRecords})
        button->setEnabled(!reading_);
    for (QPushButton* const button : {ui_->readTree, ui_->removeTree})
        button->setEnabled(tree && !reading_);
    for (QPushButton* const button : {ui_->showFixes, ui_->showTreeCves, ui_->exportFixes})
        button->setEnabled(tree);
    for (QPushButton* const button : {ui_->readConfig, ui_->removeConfig})
        button->setEnabled(config && !reading_);
    for (QPushButton* const button : {ui_->showBuilt, ui_->showUntold, ui_->showNotBuilt})
        button->setEnabled(config);
    ui_->showCveFixes->setEnabled(facts_.cveFixes > 0);
}

} // namespace mw::ui
