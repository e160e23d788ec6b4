#include "import/code_indexing.h"

#include "store/read/code_reader.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <filesystem>

namespace mw::ui {

CodeIndexing::CodeIndexing(const QString& database, Session& session, ImportController& import,
                           QObject* parent)
    : QObject(parent), session_(session), import_(import),
      thread_(QStringLiteral("code state"), Database{database}) {
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
    action_.setEnabled(false);
    const store::Release* const release = session_.release();
    if (!release || release->repository.empty() || !store::has_lines(release->lines) ||
        import_.isRunning())
        return;
    thread_.runLatest(
        0, this,
        [row = release->id](const Database& database, const std::stop_token&) {
            return store::CodeReader(std::filesystem::path(database.file.toStdU16String()))
                       .state(row) == store::CodeState::unread;
        },
        [this, row = release->id](bool unread) {
            const store::Release* const shown = session_.release();
            action_.setEnabled(unread && shown && shown->id == row && !import_.isRunning());
        },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

void CodeIndexing::start() {
    if (const store::Release* const release = session_.release())
        import_.indexCode(toQString(release->name));
}

} // namespace mw::ui
