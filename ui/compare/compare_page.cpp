#include "compare/compare_page.h"

#include "compare/find_change_page.h"
#include "compare/release_chooser.h"
#include "ui_compare_page.h"

#include <QTabBar>

#include <utility>

namespace mw::ui {

ComparePage::ComparePage(const QString& release, QWidget* parent)
    : QWidget(parent), ui_(std::make_unique<Ui::ComparePage>()), release_(release) {
    ui_->setupUi(this);
    chooser_ = new ReleaseChooser(release, ui_->releases);
    connect(chooser_, &ReleaseChooser::chosenChanged, this, &ComparePage::chosenChanged);
    ui_->note->setText(tr("Being counted…"));

    totals_ = addTable("totals", tr("Totals"));
    places_ = addTable("places", tr("Sections"));
    people_ = addTable("people", tr("People"));
    hardware_ = addTable("hardware", tr("New hardware"));
    pulls_ = addTable("pulls", tr("Largest pulls"));
    peopleShown_ = new QComboBox;
    peopleShown_->setObjectName(QStringLiteral("peopleShown"));
    peopleShown_->setAccessibleName(tr("Which people"));
    peopleShown_->addItems({tr("Everybody"), tr("New in the newest"), tr("Not in the newest"),
                            tr("First-time authors")});
    people_->addTool(peopleShown_);
    connect(peopleShown_, &QComboBox::currentIndexChanged, this, &ComparePage::showPeople);
    find_ = new FindChangePage;
    ui_->tabs->addTab(find_, tr("Find a change"));
    connect(find_, &FindChangePage::followed, this, &ComparePage::followed);
    // Who walks the tabs by keyboard stays on them.
    connect(ui_->tabs, &QTabWidget::currentChanged, this, [this] {
        if (!ui_->tabs->tabBar()->hasFocus() && isVisible())
            ui_->tabs->currentWidget()->setFocus();
    });
    setFocusProxy(totals_);
}

ComparePage::~ComparePage() = default;

TablePanel* ComparePage::addTable(const char* name, const QString& title) {
    auto* const table = new TablePanel(title);
    table->setObjectName(QLatin1String(name));
    ui_->tabs->addTab(table, title);
    connect(&table->view(), &TableView::followed, this, &ComparePage::followed);
    return table;
}

void ComparePage::setReleases(const std::vector<store::Release>& releases) {
    chooser_->setReleases(releases);
}

void ComparePage::choose(const QStringList& names) {
    chooser_->choose(names);
}

std::vector<store::Release> ComparePage::chosen() const {
    return chooser_->chosen();
}

void ComparePage::openFindChange() {
    ui_->tabs->setCurrentWidget(find_);
    find_->setFocus(Qt::ShortcutFocusReason);
}

void ComparePage::showCompared(CompareTables sheets) {
    totals_->view().setSheet(std::move(sheets.totals));
    places_->view().setSheet(std::move(sheets.places));
    hardware_->view().setSheet(std::move(sheets.hardware));
    pulls_->view().setSheet(std::move(sheets.pulls));
    peopleSheets_ = std::move(sheets.people);
    showPeople();
}

void ComparePage::showPeople() {
    people_->view().setSheet(peopleSheets_[static_cast<std::size_t>(peopleShown_->currentIndex())]);
}

void ComparePage::showNote(const QString& sentence) {
    ui_->note->setText(sentence);
}

} // namespace mw::ui
