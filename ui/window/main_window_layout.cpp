// How the main window shares its room, and what it remembers of that between starts.

#include "breakdown/breakdown_controller.h"
#include "commands/command_controller.h"
#include "commit/commit_panel.h"
#include "follow/follow_controller.h"
#include "messages/messages.h"
#include "own_kernel/own_kernel_controller.h"
#include "stars/star_controller.h"
#include "start/start_controller.h"
#include "ui_main_window.h"
#include "widgets/screen_fit.h"
#include "window/main_window.h"
#include "window/release_pages.h"
#include "window/whole_page.h"

namespace mw::ui {

namespace {

using LayoutColumns = ChangesetColumns::Set;

constexpr QSize firstSize{1440, 900};
constexpr int sidebarWidth = 260;

QString layoutKey(const char* name) {
    return QStringLiteral("window/") + QLatin1String(name);
}

} // namespace

void MainWindow::setUpWholePage() {
    whole_ = new WholePage({*this, *ui_->central, *ui_->message, *ui_->contentSplitter, *reading_,
                            *ui_->actionCommit, session_.navigation()});
    ui_->viewMenu->insertAction(ui_->actionBeside, whole_->action());
    connect(ui_->actionClearFilter, &QAction::triggered, this, [this] {
        if (whole_->isOn())
            whole_->setOn(false);
        else
            ui_->filter->clear();
    });
    for (const char* const name :
         {"actionFilter", "actionNextPane", "actionSections", "actionBeside", "actionAsOfBar",
          "actionAsOfDay", "actionAsOfMiddle", "actionAsOfWindow", "actionAsOfEverything",
          "actionWaySections", "actionWayPulls", "actionWaySubsystems", "actionWayPeople",
          "actionWayCommitters", "actionWayTime"})
        if (auto* const action = findChild<QAction*>(QLatin1String(name)))
            whole_->leaveFor(action);
}

void MainWindow::setUpOwnKernel() {
    ownKernel_ =
        new OwnKernelController(options_.database, {*this, session_, *ui_->sidebar, import_}, this);
    ui_->menuBar->insertMenu(ui_->helpMenu->menuAction(), ownKernel_->menu());
    ui_->statusBar->addPermanentWidget(ownKernel_->readingBar());
    connect(ownKernel_, &OwnKernelController::listWanted, ui_->changesets,
            &ChangesetPanel::focusTable);
    connect(ownKernel_, &OwnKernelController::said, ui_->statusBar,
            [this](const QString& sentence) { ui_->statusBar->showMessage(sentence, 5000); });
    connect(ownKernel_, &OwnKernelController::failed, this, &MainWindow::showError);
    connect(
        ownKernel_, &OwnKernelController::done, this,
        [this](const QString& sentence, const QString& action, const std::function<void()>& act) {
            messages_->say(MessageBar::Kind::Information, sentence, action, act);
        });
    connect(ownKernel_, &OwnKernelController::exportWanted, this, [this] {
        if (auto* const action = findChild<QAction*>(QStringLiteral("actionExportList")))
            action->trigger();
    });
    connect(start_, &StartController::configurationDropped, ownKernel_,
            &OwnKernelController::readConfig);
}

void MainWindow::setUpFollowing() {
    auto* const follow =
        new FollowController(options_.database,
                             {session_, import_, *ui_->changesets,
                              *qobject_cast<QBoxLayout*>(ui_->filter->parentWidget()->layout())},
                             this);
    follow->addActions(*ui_->releaseMenu);
    connect(follow, &FollowController::listWanted, ui_->changesets, &ChangesetPanel::focusTable);
    connect(follow, &FollowController::failed, this, &MainWindow::showError);
    connect(follow, &FollowController::said, ui_->statusBar,
            [this](const QString& sentence) { ui_->statusBar->showMessage(sentence, 5000); });
}

void MainWindow::setUpStars() {
    stars_ = new StarController(
        options_.database, {*this, session_, *ui_->sidebar, *ui_->changesets, *ui_->ways}, this);
    stars_->addActions(*ui_->editMenu, *ui_->viewMenu);
    connect(stars_, &StarController::failed, this, &MainWindow::showError);
    connect(stars_, &StarController::said, ui_->statusBar,
            [this](const QString& sentence) { ui_->statusBar->showMessage(sentence, 5000); });
}

void MainWindow::restoreLayout() {
    resize(fittingSize(firstSize, spaceFor(*this)));
    ui_->mainSplitter->setStretchFactor(1, 1);
    ui_->mainSplitter->setSizes({sidebarWidth, width() - sidebarWidth});
    ui_->contentSplitter->setSizes({420, 380});
    if (!options_.remembers())
        return;
    // Qt knows the screen that the window was on, and not what a smaller one leaves free.
    if (restoreGeometry(settings_.value(layoutKey("geometry"))) && !isMaximized() &&
        !isFullScreen())
        setGeometry(fittingPlace(geometry(), spaceFor(*this)));
    restoreState(settings_.value(layoutKey("docks")));
    ways_->restore(settings_);
    stars_->restore(settings_);
    personal_->keepTrackOfReading(settings_.flag(layoutKey("keepTrackOfReading"), false));
    ui_->actionBeside->setChecked(settings_.flag(layoutKey("beside"), false));
    ui_->actionSections->setChecked(settings_.flag(layoutKey("sections"), true));
    ui_->actionCommit->setChecked(settings_.flag(layoutKey("commit"), true));
    ui_->mainSplitter->restoreState(settings_.value(layoutKey("mainSplitter")));
    ui_->contentSplitter->restoreState(settings_.value(layoutKey("contentSplitter")));
    room_->restore(settings_.value(layoutKey("room")));
    reading_->restoreState(settings_.value(layoutKey("reading")));
    ui_->commit->restoreState(settings_.value(layoutKey("diff")));
    pages_->restoreState(settings_.value(layoutKey("compare")));
    // Pages are about what is in one database.
    if (!settings_.place(options_.database).release.isEmpty())
        reading_->restoreTabs(settings_.value(layoutKey("tabs")));
    ui_->sidebar->restore(settings_.value(layoutKey("sidebar")));
    commands_->restoreState(settings_.value(layoutKey("commands")));
    ui_->changesets->columns().restore(LayoutColumns::Whole, settings_.value(layoutKey("columns")));
    ui_->changesets->columns().restore(LayoutColumns::Selected,
                                       settings_.value(layoutKey("selectedColumns")));
}

void MainWindow::saveLayout() {
    settings_.setValue(layoutKey("geometry"), saveGeometry());
    settings_.setValue(layoutKey("docks"), saveState());
    ways_->save(settings_);
    stars_->save(settings_);
    settings_.setValue(layoutKey("keepTrackOfReading"), personal_->keepsTrackOfReading());
    settings_.setValue(layoutKey("beside"), ui_->actionBeside->isChecked());
    settings_.setValue(layoutKey("sections"), ui_->actionSections->isChecked());
    settings_.setValue(layoutKey("commit"), ui_->actionCommit->isChecked());
    settings_.setValue(layoutKey("mainSplitter"), ui_->mainSplitter->saveState());
    settings_.setValue(layoutKey("contentSplitter"), ui_->contentSplitter->saveState());
    settings_.setValue(layoutKey("room"), room_->save());
    settings_.setValue(layoutKey("reading"), reading_->saveState());
    settings_.setValue(layoutKey("diff"), ui_->commit->saveState());
    settings_.setValue(layoutKey("compare"), pages_->saveState());
    settings_.setValue(layoutKey("tabs"), reading_->saveTabs());
    settings_.setValue(layoutKey("sidebar"), ui_->sidebar->save());
    settings_.setValue(layoutKey("commands"), commands_->saveState());
    settings_.setValue(layoutKey("columns"), ui_->changesets->columns().save(LayoutColumns::Whole));
    settings_.setValue(layoutKey("selectedColumns"),
                       ui_->changesets->columns().save(LayoutColumns::Selected));
    settings_.setPlace(options_.database, session_.navigation().current());
}

} // namespace mw::ui
