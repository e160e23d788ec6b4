#include "changesets/changeset_view.h"

#include "changesets/changeset_delegate.h"
#include "painting/colors.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QPainter>

#include <algorithm>

namespace mw::ui {

ChangesetView::ChangesetView(QWidget* parent) : QTreeView(parent) {
    setItemDelegate(new ChangesetDelegate(this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setItemsExpandable(false);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(true);
    header()->setFirstSectionMovable(true);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
}

void ChangesetView::setEmptyText(const QString& text) {
    emptyText_ = text;
    viewport()->update();
}

void ChangesetView::setHits(SharedHits hits) {
    static_cast<ChangesetDelegate*>(itemDelegate())->setHits(std::move(hits));
    viewport()->update();
}

void ChangesetView::keyboardSearch(const QString& typed) {
    if (!model() || model()->rowCount() == 0)
        return;
    const bool goesOn =
        sinceKey_.isValid() && sinceKey_.elapsed() < QApplication::keyboardInputInterval();
    sinceKey_.start();
    // The same letter over and over walks through what starts with it.
    const bool repeats = goesOn && typed_ == typed;
    typed_ = goesOn && !repeats ? typed_ + typed : typed;
    const int current = currentIndex().row();
    const bool stays = goesOn && !repeats;
    emit typeAheadRequested(current < 0 ? 0 : current + (stays ? 0 : 1), typed_);
}

void ChangesetView::setSelectionModel(QItemSelectionModel* selection) {
    QTreeView::setSelectionModel(selection);
    // A header that knows the selection asks for each of its columns, at each painting, whether all
    // lines are selected: 170 ms where they are and there are 200,000. One of its own stays empty.
    header()->setSelectionModel(new QItemSelectionModel(selection->model(), header()));
}

void ChangesetView::dataChanged(const QModelIndex& first, const QModelIndex& last,
                                const QList<int>& roles) {
    // Of lines that are not seen nothing has to be painted again, but Qt asks for the rectangle of
    // each: 125 ms for 200,000.
    const QRect seen = viewport()->rect();
    const QModelIndex top = indexAt(seen.topLeft()), bottom = indexAt(seen.bottomLeft());
    const int from = std::max(first.row(), top.isValid() ? top.row() : 0);
    const int to = std::min(last.row(), bottom.isValid() ? bottom.row() : last.row());
    if (from <= to)
        QTreeView::dataChanged(first.siblingAtRow(from), last.siblingAtRow(to), roles);
}

void ChangesetView::contextMenuEvent(QContextMenuEvent* event) {
    QModelIndex index = indexAt(event->pos());
    QPoint place = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        index = currentIndex();
        scrollTo(index);
        const QRect line = visualRect(index);
        place = viewport()->mapToGlobal(
            QPoint(std::max(line.left(), 0) + 2 * line.height(), line.bottom()));
    }
    if (index.isValid())
        emit menuRequested(index, place);
}

void ChangesetView::paintEvent(QPaintEvent* event) {
    QTreeView::paintEvent(event);
    if (emptyText_.isEmpty() || !model() || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(paletteColor(TextColor::Dimmed, palette(), QPalette::Active));
    const int margin = fontMetrics().height() * 2;
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                     Qt::AlignCenter | Qt::TextWordWrap, emptyText_);
}

} // namespace mw::ui
