#include "stars/star_panel.h"

#include "core/limits.h"
#include "painting/symbolic_icon.h"
#include "search/search_words.h"
#include "text/format.h"
#include "widgets/count_tree.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace mw::ui {

namespace {

constexpr int starTermRole = Qt::UserRole, starTextRole = Qt::UserRole + 1,
              starLineRole = Qt::UserRole + 2;

} // namespace

QString starText(store::Star::Kind kind, const QString& name) {
    switch (kind) {
    case store::Star::Kind::path:
        return StarPanel::tr("Path %1").arg(name);
    case store::Star::Kind::person:
        return StarPanel::tr("Author %1").arg(name);
    case store::Star::Kind::subsystem:
        break;
    }
    return StarPanel::tr("Subsystem %1").arg(name);
}

StarPanel::StarPanel(QWidget* parent) : QTreeWidget(parent) {
    setObjectName(QStringLiteral("starPanel"));
    setAccessibleName(tr("My stars"));
    showCounts(this);
    setRootIsDecorated(false);
    connect(this, &QTreeWidget::itemClicked, this, &StarPanel::choose);
    connect(this, &QTreeWidget::itemActivated, this, &StarPanel::choose);
    setLines({});
}

void StarPanel::addLine(const QString& text, const QString& toolTip, const QString& term,
                        qint64 count) {
    auto* const item = new QTreeWidgetItem(this, {text, countText(count)});
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setData(0, starTermRole, term);
    item->setData(0, starTextRole, text);
    item->setToolTip(0, tipText(toolTip));
}

void StarPanel::setLines(const StarLines& stars) {
    const int current = indexOfTopLevelItem(currentItem());
    clear();
    lines_ = stars.lines;
    if (lines_.empty()) {
        auto* const item = new QTreeWidgetItem(this, {tr("No stars yet: Ctrl+Alt+M gives one.")});
        item->setToolTip(0, tipText(tr("Star the subsystems, paths and people that you look after: "
                                       "here, in the menu of a changeset, or in the lists above")));
        item->setFirstColumnSpanned(true);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        return;
    }
    addLine(tr("All of mine"), tr("Changesets of any of these"), QStringLiteral("is:mine"),
            stars.changesets);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const StarLine& line = lines_[i];
        const QString name = shownText(line.star.name);
        addLine(cutText(name),
                starText(line.star.kind, name) + QLatin1Char('\n') +
                    tr("Delete takes the star away"),
                line.term, line.changesets);
        topLevelItem(topLevelItemCount() - 1)->setData(0, starLineRole, int(i));
    }
    if (current >= 0)
        setCurrentItem(topLevelItem(std::min(current, topLevelItemCount() - 1)));
    setFilter(filter_);
}

void StarPanel::setFilter(const QString& filter) {
    filter_ = filter;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem* const item = topLevelItem(i);
        const QString text = item->data(0, starTextRole).toString();
        if (!text.isEmpty())
            item->setText(0, hasTerm(filter, item->data(0, starTermRole).toString())
                                 ? tr("✓ %1").arg(text)
                                 : text);
    }
}

void StarPanel::choose(QTreeWidgetItem* item) {
    if (const QString term = item->data(0, starTermRole).toString(); !term.isEmpty())
        emit narrowTurned(term);
}

const store::Star* StarPanel::currentStar() const {
    const QVariant line = currentItem() ? currentItem()->data(0, starLineRole) : QVariant();
    return line.isValid() ? &lines_[static_cast<std::size_t>(line.toInt())].star : nullptr;
}

void StarPanel::showEvent(QShowEvent* event) {
    QTreeWidget::showEvent(event);
    emit shown();
}

void StarPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Delete)
        QTreeWidget::keyPressEvent(event);
    else if (const store::Star* const star = currentStar())
        emit starTurned(star->kind, toQString(star->name));
}

void StarPanel::contextMenuEvent(QContextMenuEvent* event) {
    const store::Star* const current = currentStar();
    if (!current)
        return;
    QMenu menu(this);
    // By value: the lines may be set anew while the menu is open.
    menu.addAction(tr("&Take the star away"), this,
                   [this, star = *current] { emit starTurned(star.kind, toQString(star.name)); });
    menu.exec(event->reason() == QContextMenuEvent::Keyboard
                  ? viewport()->mapToGlobal(visualItemRect(currentItem()).bottomLeft())
                  : event->globalPos());
}

} // namespace mw::ui
