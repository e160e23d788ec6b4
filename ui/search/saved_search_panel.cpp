#include "search/saved_search_panel.h"

#include "core/limits.h"
#include "painting/colors.h"
#include "painting/tall_row_delegate.h"
#include "text/format.h"

#include <QHeaderView>
#include <QPainter>
#include <QSignalBlocker>

namespace mw::ui {

namespace {

enum Column { Name, Scope };
constexpr qsizetype scopeLetters = 24;
constexpr int nameRole = Qt::UserRole; ///< as it is saved, whatever is being written over it

} // namespace

SavedSearchPanel::SavedSearchPanel(QWidget* parent) : QTreeWidget(parent) {
    setObjectName(QStringLiteral("savedSearches"));
    setAccessibleName(tr("Saved searches"));
    setItemDelegate(new TallRowDelegate(this));
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setTabKeyNavigation(false);
    setAllColumnsShowFocus(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    header()->setSectionResizeMode(Scope, QHeaderView::ResizeToContents);
    const auto open = [this](QTreeWidgetItem* item) {
        emit openRequested(item->data(Name, nameRole).toString());
    };
    connect(this, &QTreeWidget::itemClicked, this, open);
    connect(this, &QTreeWidget::itemActivated, this, open);
    connect(this, &QTreeWidget::itemChanged, this, &SavedSearchPanel::finishEditing);
}

void SavedSearchPanel::setSearches(const std::vector<store::SavedSearch>& searches) {
    const QSignalBlocker quiet(this);
    const QString before = current();
    clear();
    for (const store::SavedSearch& search : searches) {
        const QString name = toQString(search.name);
        const bool all = search.release.empty();
        auto* const item = new QTreeWidgetItem(
            this,
            {name, all ? tr("all releases") : cutText(toQString(search.release), scopeLetters)});
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setData(Name, nameRole, name);
        item->setTextAlignment(Scope, Qt::AlignRight | Qt::AlignVCenter);
        const QString query =
            search.query.empty() ? tr("everything") : tipText(shownText(search.query));
        for (const int column : {Name, Scope})
            item->setToolTip(column,
                             all ? tr("%1\nin all releases").arg(query)
                                 : tr("%1\nin %2").arg(query, tipText(toQString(search.release))));
    }
    setCurrent(before);
    viewport()->update();
}

QString SavedSearchPanel::current() const {
    const QTreeWidgetItem* const item = currentItem();
    return item ? item->data(Name, nameRole).toString() : QString();
}

void SavedSearchPanel::setCurrent(const QString& name) {
    for (int row = 0; row < topLevelItemCount(); ++row)
        if (topLevelItem(row)->data(Name, nameRole).toString() == name)
            setCurrentItem(topLevelItem(row));
}

void SavedSearchPanel::editName() {
    if (QTreeWidgetItem* const item = currentItem()) {
        scrollToItem(item);
        setFocus(Qt::OtherFocusReason);
        editItem(item, Name);
    }
}

void SavedSearchPanel::finishEditing(QTreeWidgetItem* item, int column) {
    const QString name = item->data(Name, nameRole).toString();
    if (column == Name && item->text(Name) != name)
        emit renameRequested(name, item->text(Name).trimmed());
}

void SavedSearchPanel::paintEvent(QPaintEvent* event) {
    QTreeWidget::paintEvent(event);
    if (topLevelItemCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(paletteColor(TextColor::Dimmed, palette(), QPalette::Active));
    const int margin = fontMetrics().averageCharWidth() * 2;
    painter.drawText(
        viewport()->rect().adjusted(margin, margin, -margin, -margin),
        Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap,
        tr("No search is saved yet. Ctrl+Shift+S keeps the one on screen under a name."));
}

} // namespace mw::ui
