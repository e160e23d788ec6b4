#include "widgets/count_tree.h"

#include "painting/tall_row_delegate.h"

#include <QHeaderView>
#include <QTreeWidget>

namespace mw::ui {

void showCounts(QTreeWidget* tree) {
    tree->setItemDelegate(new TallRowDelegate(tree));
    tree->setColumnCount(2);
    tree->setHeaderHidden(true);
    tree->setUniformRowHeights(true);
    tree->setTabKeyNavigation(false);
    tree->setAllColumnsShowFocus(true);
    tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tree->header()->setStretchLastSection(false);
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
}

} // namespace mw::ui
