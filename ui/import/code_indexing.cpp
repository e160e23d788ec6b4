#include "import/code_indexing.h"

#include "text/format.h"

namespace mw::ui {

CodeIndexing::CodeIndexing(Session& session, ImportController& import, QObject* parent)
    : QObject(parent), session_(session), import_(import) {
    action_.setText(tr("In&dex its code"));
    action_.setToolTip(tr("For a release that an older version of the program imported: reads from "
                          "its clone what can be searched with code:"));
    action_.setObjectName(QStringLiteral("actionIndexCode"));
    connect(&action_, &QAction::triggered, this, &CodeIndexing::start);
    connect(&session_, &Session::releaseChanged, this, &CodeIndexing::showState);
    connect(&session_, &Session::releasesChanged, this, &CodeIndexing::showState);
    for (const auto signal : {&ImportController::started, &ImportController::cancelled})
        connect(&import_, signal, this, &CodeIndexing::showState);
    connect(&import_, &ImportController::finished, this, &CodeIndexing::showState);
    connect(&import_, &ImportController::failed, this, &CodeIndexing::showState);
    showState();
}

void CodeIndexing::showState() {
    const store::Release* const release = session_.release();
    action_.setEnabled(release && !release->repository.empty() &&
                       store::has_lines(release->lines) &&
                       release->code == store::CodeState::unread && !import_.isRunning());
}

void CodeIndexing::start() {
    if (const store::Release* const release = session_.release())
        import_.indexCode(toQString(release->name));
}

} // namespace mw::ui
