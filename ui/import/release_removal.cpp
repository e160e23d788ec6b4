#include "import/release_removal.h"

#include "store/write/release_removal.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <QMessageBox>
#include <QPushButton>

#include <filesystem>

namespace mw::ui {

ReleaseRemoval::ReleaseRemoval(const QString& database, Session& session, ImportController& import,
                               QWidget& window)
    : QObject(&window), session_(session), import_(import), window_(window),
      thread_(QStringLiteral("removal"), Database{database}) {
    action_.setText(tr("Re&move this release…"));
    action_.setToolTip(tr("Take the release out of the database; what you made of it stays"));
    action_.setObjectName(QStringLiteral("actionRemoveRelease"));
    connect(&action_, &QAction::triggered, this, &ReleaseRemoval::ask);
    connect(&session_, &Session::releaseChanged, this, &ReleaseRemoval::showState);
    connect(&session_, &Session::releasesChanged, this, &ReleaseRemoval::showState);
    for (const auto signal : {&ImportController::started, &ImportController::cancelled})
        connect(&import_, signal, this, &ReleaseRemoval::showState);
    connect(&import_, &ImportController::finished, this, &ReleaseRemoval::showState);
    connect(&import_, &ImportController::failed, this, &ReleaseRemoval::showState);
    showState();
}

void ReleaseRemoval::showState() {
    const store::Release* const release = session_.release();
    action_.setEnabled(release && !release->bundled && !running_ && !import_.isRunning());
}

void ReleaseRemoval::ask() {
    const store::Release* const release = session_.release();
    if (!release || !action_.isEnabled())
        return;
    const QString name = toQString(release->name);
    auto* const question =
        new QMessageBox(QMessageBox::Question, tr("Remove a release"),
                        tr("Remove %1 with its %Ln changeset(s) from the database?", nullptr,
                           pluralOf(release->changesets))
                            .arg(name),
                        QMessageBox::Cancel, &window_);
    question->setInformativeText(
        tr("Your notes, bookmarks, colours and own sections stay, and are there again when the "
           "release is imported. The clone it was read from is not touched."));
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto* const yes = question->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, name] { remove(name); });
    question->open();
}

void ReleaseRemoval::remove(const QString& release) {
    running_ = true;
    showState();
    thread_.runAlways(
        this,
        [release](const Database& database) {
            store::remove_release(std::filesystem::path(database.file.toStdU16String()),
                                  release.toStdString());
            return true;
        },
        [this, release](bool) {
            running_ = false;
            session_.reload();
            showState();
            emit removed(tr("%1 was removed. What you made of its commits stays.").arg(release));
        },
        [this](const std::exception& error) {
            running_ = false;
            showState();
            emit failed(errorText(error));
        });
}

} // namespace mw::ui
