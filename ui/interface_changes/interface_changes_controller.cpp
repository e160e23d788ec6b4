#include "interface_changes/interface_changes_controller.h"

#include "pages/reading_pane.h"
#include "session/session.h"
#include "table/table_target.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <algorithm>

namespace mw::ui {

InterfaceChangesController::InterfaceChangesController(const QString& database, Session& session,
                                                       ReadingPane& pane, QObject* parent)
    : QObject(parent), database_(database), session_(session), pane_(pane),
      open_(new QAction(tr("I&nterface changes"), this)) {
    open_->setObjectName(QStringLiteral("actionInterfaces"));
    open_->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+I")));
    open_->setToolTip(
        tr("Configuration symbols, parameters, system calls, device trees: what came, "
           "went or changed at the edges"));
    open_->setEnabled(false);
    connect(open_, &QAction::triggered, this, &InterfaceChangesController::open);
    pane_.registerPages(Page::Kind::Interfaces, [this](const QString& address, QWidget* owner) {
        return makePage(address, owner);
    });
    connect(&session_, &Session::releasesChanged, this, [this] {
        open_->setEnabled(!session_.releases().empty());
        // An import may have read what was not known.
        for (const QString& address : pane_.addresses())
            fill(address);
    });
}

InterfaceChangesController::~InterfaceChangesController() = default;

void InterfaceChangesController::addActions(QMenu& menu) {
    menu.addAction(open_);
}

void InterfaceChangesController::open() {
    session_.navigation().openPage(
        Page::ofRelease(Page::Kind::Interfaces, session_.navigation().current().release));
}

InterfaceChangesPage* InterfaceChangesController::makePage(const QString& address,
                                                           QWidget* parent) {
    auto* const page = new InterfaceChangesPage(Page::parse(address).release, parent);
    connect(page, &InterfaceChangesPage::followed, this, &InterfaceChangesController::follow);
    connect(page, &InterfaceChangesPage::importWanted, this, [this, page] {
        const store::Release* const release = releaseOf(*page);
        emit importWanted(release && !release->bundled ? toQString(release->repository)
                                                       : QString());
    });
    // The pane knows the page once it has it.
    QMetaObject::invokeMethod(
        page,
        [this, address, page] {
            pane_.setTitle(address, tr("Interface changes: %1").arg(page->release()));
            fill(address);
            if (session_.navigation().current().page == address)
                page->setFocus();
        },
        Qt::QueuedConnection);
    return page;
}

const store::Release*
InterfaceChangesController::releaseOf(const InterfaceChangesPage& page) const {
    const auto release =
        std::ranges::find(session_.releases(), page.release().toStdString(), &store::Release::name);
    return release == session_.releases().end() ? nullptr : &*release;
}

void InterfaceChangesController::fill(const QString& address) {
    auto* const page = pane_.page<InterfaceChangesPage>(address);
    if (!page)
        return;
    const store::Release* const release = releaseOf(*page);
    if (!release) {
        page->showProblem(tr("%1 is not in the database any more.").arg(page->release()));
        return;
    }
    if (release->interfaces != store::InterfaceState::read) {
        page->showUnknown(*release);
        emit shown(address);
        return;
    }
    if (!thread_)
        thread_ = std::make_unique<WorkThread<InterfaceChangesEngine>>(QStringLiteral("interfaces"),
                                                                       database_);
    thread_->run(
        page,
        [id = release->id](InterfaceChangesEngine& engine, const std::stop_token&) {
            return engine.read(id);
        },
        [this, page, address](std::vector<store::InterfaceRow> rows) {
            page->showChanges(std::move(rows));
            emit shown(address);
        },
        [page](const std::exception& error) { page->showProblem(errorText(error)); });
}

void InterfaceChangesController::follow(const TableTarget& target) {
    session_.navigation().go(locationOf(target, session_.navigation().current()));
}

} // namespace mw::ui
