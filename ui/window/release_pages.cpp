#include "window/release_pages.h"

#include "compare/compare_controller.h"
#include "figures/figures_controller.h"
#include "interface_changes/interface_changes_controller.h"

namespace mw::ui {

ReleasePages::ReleasePages(const QString& database, Session& session, ReadingPane& pane,
                           QMenu& menu, QObject* parent)
    : QObject(parent), compare_(new CompareController(database, session, pane, this)) {
    auto* const figures = new FiguresController(database, session, pane, this);
    figures->addActions(menu);
    connect(figures, &FiguresController::failed, this, &ReleasePages::failed);
    connect(figures, &FiguresController::said, this, &ReleasePages::said);
    auto* const edges = new InterfaceChangesController(database, session, pane, this);
    edges->addActions(menu);
    connect(edges, &InterfaceChangesController::importWanted, this, &ReleasePages::importWanted);
    compare_->addActions(menu);
    connect(compare_, &CompareController::failed, this, &ReleasePages::failed);
}

QByteArray ReleasePages::saveState() const {
    return compare_->saveState();
}

void ReleasePages::restoreState(const QByteArray& state) {
    compare_->restoreState(state);
}

} // namespace mw::ui
