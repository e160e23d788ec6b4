// What the main window says and allows while releases come and go.

#include "import/code_indexing.h"
#include "import/release_removal.h"
#include "messages/messages.h"
#include "start/start_controller.h"
#include "text/engine_text.h"
#include "text/format.h"
#include "ui_main_window.h"
#include "window/main_window.h"

#include <algorithm>
#include <utility>

namespace mw::ui {

void MainWindow::connectImport() {
    connect(&import_, &ImportController::started, this, [this] {
        ui_->message->hide();
        allowImport(false);
        importedAt_ = session_.navigation().current();
        followsImport_ = false;
    });
    connect(&import_, &ImportController::browsable, this, [this](const store::Release& release) {
        // Whoever reads on meanwhile is not torn away; importFinished() offers the way.
        followsImport_ = session_.navigation().current() == importedAt_;
        session_.reload(followsImport_ ? toQString(release.name) : QString());
    });
    connect(&import_, &ImportController::finished, this, &MainWindow::importFinished);
    connect(&import_, &ImportController::failed, this, [this](const QString& sentence) {
        allowImport(true);
        messages_->say(MessageBar::Kind::Error, sentence, tr("Import again…"),
                       [this] { openImportDialog(); });
        emit failed(sentence);
        session_.reload();
    });
    connect(&import_, &ImportController::cancelled, this, [this] {
        allowImport(true);
        ui_->message->showMessage(MessageBar::Kind::Information,
                                  tr("The import was stopped. What an earlier step had finished "
                                     "is kept, nothing else was changed."));
        session_.reload();
    });
}

void MainWindow::setUpRemoval() {
    auto* const indexing = new CodeIndexing(session_, import_, this);
    ui_->releaseMenu->addAction(indexing->action());
    auto* const removal = new ReleaseRemoval(options_.database, session_, import_, *this);
    ui_->releaseMenu->addSeparator();
    ui_->releaseMenu->addAction(removal->action());
    connect(removal, &ReleaseRemoval::removed, this, [this](const QString& sentence) {
        ui_->message->showMessage(MessageBar::Kind::Information, sentence);
    });
    connect(removal, &ReleaseRemoval::failed, this, &MainWindow::showError);
}

void MainWindow::allowImport(bool allowed) {
    ui_->actionImport->setEnabled(allowed);
    ui_->banner->setActionEnabled(allowed);
}

void MainWindow::openImportDialog() {
    start_->importFrom({});
}

void MainWindow::importFinished(const store::Release& release) {
    allowImport(true);
    const auto& refreshed = import_.refreshed();
    if (refreshed && !refreshed->changed) {
        ui_->message->showMessage(
            MessageBar::Kind::Information,
            tr("The clone has nothing new for %1.").arg(cutText(toQString(release.name))));
        session_.reload();
        return;
    }
    QStringList lines{
        tr("%1 is complete: %2.").arg(toQString(release.name), releaseSummary(release))};
    if (refreshed && !refreshed->former_name.empty())
        lines.prepend(
            tr("%1 is tagged by now: it was called %2 here.")
                .arg(cutText(toQString(release.name)), cutText(toQString(refreshed->former_name))));
    for (const base::Message& remark : release.remarks)
        lines << engineText(remark);
    const QString name = toQString(release.name);
    const QString shown = session_.navigation().current().release;
    // The place goes with the name.
    const bool renamed = refreshed && toQString(refreshed->former_name) == shown;
    if (followsImport_ || shown == name || renamed)
        ui_->message->showMessage(MessageBar::Kind::Information, lines.join(QLatin1Char('\n')));
    else
        messages_->say(MessageBar::Kind::Information, lines.join(QLatin1Char('\n')), tr("Show it"),
                       [this, name] { session_.navigation().openRelease(name); });
    session_.reload(renamed ? name : QString());
}

void MainWindow::resumePendingLines() {
    if (std::exchange(resumed_, true) || import_.isRunning() || !options_.remembers())
        return;
    const auto pending =
        std::ranges::find_if(session_.releases(), [](const store::Release& release) {
            return !release.bundled && release.lines == store::LineState::pending;
        });
    if (pending != session_.releases().end())
        import_.resumeLines(toQString(pending->name));
}

} // namespace mw::ui
