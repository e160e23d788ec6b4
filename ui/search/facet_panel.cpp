#include "search/facet_panel.h"

#include "core/limits.h"
#include "search/search_words.h"
#include "text/format.h"
#include "widgets/count_tree.h"

namespace mw::ui {

namespace {

enum Group { Sections, Subsystems, Authors, Pulls, Weeks };
constexpr int termRole = Qt::UserRole;

} // namespace

FacetPanel::FacetPanel(QWidget* parent) : QTreeWidget(parent) {
    setObjectName(QStringLiteral("facets"));
    setAccessibleName(tr("Narrow the list"));
    showCounts(this);
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

void FacetPanel::setFacets(const store::Facets& facets, const QString& filter) {
    fill(Sections, facets.sections, filter);
    fill(Subsystems, facets.subsystems, filter);
    fill(Authors, facets.authors, filter);
    fill(Pulls, facets.pulls, filter);
    fill(Weeks, facets.weeks, filter);
}

void FacetPanel::fill(int group, const std::vector<store::FacetValue>& values,
                      const QString& filter) {
    QTreeWidgetItem* const parent = topLevelItem(group);
    qDeleteAll(parent->takeChildren());
    QList<QTreeWidgetItem*> items;
    for (const store::FacetValue& value : values) {
        const QString label = group == Sections ? placeLabelOfKey(value.label)
                              : group == Pulls  ? pullLabel(value.label)
                                                : shownText(value.label);
        const QString term = toQString(value.term);
        const bool chosen = hasTerm(filter, term);
        auto* const item = new QTreeWidgetItem(
            {cutText(chosen ? tr("✓ %1").arg(label) : label), countText(value.hits)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, termRole, term);
        item->setToolTip(0, chosen ? tr("%1\nA click takes this back out of the filter.")
                                         .arg(tipText(shownText(value.label)))
                                   : tipText(shownText(value.label)));
        items << item;
    }
    parent->addChildren(items);
    parent->setHidden(items.isEmpty());
}

void FacetPanel::choose(QTreeWidgetItem* item) {
    const QString term = item->data(0, termRole).toString();
    if (!term.isEmpty())
        emit narrowTurned(term);
}

void FacetPanel::showEvent(QShowEvent* event) {
    QTreeWidget::showEvent(event);
    emit shown();
}

} // namespace mw::ui
