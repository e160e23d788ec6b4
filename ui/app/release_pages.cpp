#include "app/release_pages.h"

#include "compare/compare_controller.h"
#include "figures/figures_controller.h"

namespace mw::ui {

ReleasePages::ReleasePages(const QString& database, Session& session, ReadingPane& pane,
                           QMenu& menu, QObject* parent)
    : QObject(parent) {
    auto* const figures = new FiguresController(database, session, pane, this);
    figures->addActions(menu);
    connect(figures, &FiguresController::failed, this, &ReleasePages::failed);
    connect(figures, &FiguresController::said, this, &ReleasePages::said);
    auto* const compare = new CompareController(database, session, pane, this);
    compare->addActions(menu);
    connect(compare, &CompareController::failed, this, &ReleasePages::failed);
}

} // namespace mw::ui
