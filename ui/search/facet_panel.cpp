#include "search/facet_panel.h"

#include "text/format.h"
#include "views/roomy_delegate.h"

#include <QHeaderView>

namespace mw::ui {

namespace {

enum Group { Sections, Subsystems, Authors, Pulls, Weeks };
constexpr int termRole = Qt::UserRole;

} // namespace

FacetPanel::FacetPanel(QWidget* parent) : QTreeWidget(parent) {
    setObjectName(QStringLiteral("facets"));
    setAccessibleName(tr("How the list spreads"));
    setItemDelegate(new RoomyDelegate(this));
    setColumnCount(2);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setTabKeyNavigation(false);
    setAllColumnsShowFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    for (const QString& title :
         {tr("Section"), tr("Subsystem"), tr("Author"), tr("Pull"), tr("Week")}) {
        auto* const group = new QTreeWidgetItem(this, {title});
        group->setFlags(Qt::ItemIsEnabled);
        QFont bold = font();
        bold.setBold(true);
        group->setFont(0, bold);
    }
    topLevelItem(Sections)->setExpanded(true);
    topLevelItem(Authors)->setExpanded(true);
    connect(this, &QTreeWidget::itemClicked, this, &FacetPanel::choose);
    connect(this, &QTreeWidget::itemActivated, this, &FacetPanel::choose);
}

void FacetPanel::setFacets(const store::Facets& facets) {
    fill(Sections, facets.sections);
    fill(Subsystems, facets.subsystems);
    fill(Authors, facets.authors);
    fill(Pulls, facets.pulls);
    fill(Weeks, facets.weeks);
}

void FacetPanel::fill(int group, const std::vector<store::FacetValue>& values) {
    QTreeWidgetItem* const parent = topLevelItem(group);
    qDeleteAll(parent->takeChildren());
    QList<QTreeWidgetItem*> items;
    for (const store::FacetValue& value : values) {
        const QString label = group == Sections ? placeLabelOfKey(value.label)
                              : group == Pulls  ? pullLabel(value.label)
                                                : toQString(value.label);
        auto* const item = new QTreeWidgetItem({label, countText(value.hits)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, termRole, toQString(value.term));
        item->setToolTip(0, toQString(value.label));
        items << item;
    }
    parent->addChildren(items);
    parent->setHidden(items.isEmpty());
}

void FacetPanel::choose(QTreeWidgetItem* item) {
    const QString term = item->data(0, termRole).toString();
    if (!term.isEmpty())
        emit narrowRequested(term);
}

void FacetPanel::showEvent(QShowEvent* event) {
    QTreeWidget::showEvent(event);
    emit shown();
}

} // namespace mw::ui
