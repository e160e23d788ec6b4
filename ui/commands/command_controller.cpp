#include "commands/command_controller.h"

#include "commands/about_dialog.h"
#include "commands/command_palette.h"
#include "commands/shortcut_table.h"
#include "document/document_controller.h"
#include "manual/manual_dialog.h"

#include <QMainWindow>
#include <QMenu>

namespace mw::ui {

namespace {

template <typename Dialog>
bool raiseOpen(const QMainWindow& window) {
    auto* const open = window.findChild<Dialog*>();
    if (open) {
        open->raise();
        open->activateWindow();
    }
    return open != nullptr;
}

} // namespace

CommandController::CommandController(const QString& database, const Parts& parts)
    : QObject(&parts.window), database_(database), parts_(parts), titles_(database) {
    palette_ = new CommandPalette(
        &parts_.window,
        [this] {
            Candidates all = commandCandidates(parts_.window);
            for (const Candidates& more :
                 {sectionCandidates(parts_.session), releaseCandidates(parts_.session),
                  documentCandidates(parts_.session, parts_.documents.pane(),
                                     parts_.documents.library())})
                all.insert(all.end(), more.begin(), more.end());
            return all;
        },
        [this](const QString& typed) { return typedCandidates(parts_.session, typed); },
        [this](const QString& typed) {
            const store::Release* const release = parts_.session.release();
            // "?words" is a search for all of a commit, in the list.
            titles_.find(typed.startsWith(QLatin1Char('?')) ? QString() : typed,
                         release ? release->id : 0);
        });
    connect(&titles_, &CommitFinder::found, this,
            [this](const QString& typed, const std::vector<store::CommitRow>& rows) {
                palette_->setFound(typed, commitCandidates(parts_.session, rows));
            });
}

void CommandController::addActions(QMenu& go, QMenu& help) {
    const auto add = [this](const char* name, const QString& text, const QKeySequence& keys,
                            auto what) {
        auto* const action = new QAction(text, &parts_.window);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, what);
        return action;
    };
    go.addSeparator();
    go.addAction(add("actionPalette", tr("&Command or place…"), QStringLiteral("Ctrl+K"),
                     [this] { palette_->open(); }));
    help.addAction(add("actionManual", tr("Man&ual"), Qt::Key_F1, &CommandController::showManual));
    help.addAction(add("actionShortcuts", tr("&Keyboard shortcuts"), Qt::CTRL | Qt::Key_F1,
                       &CommandController::showSheet));
    help.addSeparator();
    help.addAction(
        add("actionAbout", tr("&About Merge Window"), {}, &CommandController::showAbout));
}

QByteArray CommandController::saveState() const {
    return palette_->recent().join(QLatin1Char('\n')).toUtf8();
}

void CommandController::restoreState(const QByteArray& state) {
    palette_->setRecent(QString::fromUtf8(state).split(QLatin1Char('\n'), Qt::SkipEmptyParts));
}

void CommandController::showManual() {
    if (raiseOpen<ManualDialog>(parts_.window))
        return;
    auto* const manual = new ManualDialog(&parts_.window);
    manual->setAttribute(Qt::WA_DeleteOnClose);
    connect(manual, &ManualDialog::keysWanted, this, &CommandController::showSheet);
    manual->show();
}

void CommandController::showSheet() {
    if (raiseOpen<ShortcutTable>(parts_.window))
        return;
    auto* const sheet = new ShortcutTable(parts_.window);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->show();
}

void CommandController::showAbout() {
    if (raiseOpen<AboutDialog>(parts_.window))
        return;
    auto* const about = new AboutDialog(database_, &parts_.window);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->show();
}

} // namespace mw::ui
