#include "figures/figures_controller.h"

#include "pages/reading_pane.h"
#include "session/session.h"
#include "table/table_target.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <algorithm>

namespace mw::ui {

FiguresController::FiguresController(const QString& database, Session& session, ReadingPane& pane,
                                     QObject* parent)
    : QObject(parent), database_(database), session_(session), pane_(pane),
      open_(new QAction(tr("&Figures"), this)) {
    open_->setObjectName(QStringLiteral("actionFigures"));
    open_->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+G")));
    open_->setToolTip(tr("Charts of the release in front"));
    open_->setEnabled(false);
    connect(open_, &QAction::triggered, this, &FiguresController::open);
    pane_.registerPages(Page::Kind::Figures, [this](const QString& address, QWidget* owner) {
        return makePage(address, owner);
    });
    connect(&session_, &Session::releasesChanged, this, [this] {
        open_->setEnabled(!session_.releases().empty());
        // An import may have counted lines, or brought a past.
        fillAll();
    });
    connect(&session_.navigation(), &Navigation::changed, this, &FiguresController::followMoment);
}

FiguresController::~FiguresController() = default;

void FiguresController::addActions(QMenu& menu) {
    menu.addAction(open_);
}

void FiguresController::open() {
    session_.navigation().openPage(
        Page::ofRelease(Page::Kind::Figures, session_.navigation().current().release));
}

FiguresPage* FiguresController::makePage(const QString& address, QWidget* parent) {
    auto* const page = new FiguresPage(Page::parse(address).release, parent);
    connect(page, &FiguresPage::followed, this, &FiguresController::follow);
    connect(page, &FiguresPage::said, this, &FiguresController::said);
    connect(page, &FiguresPage::failed, this, &FiguresController::failed);
    connect(page, &FiguresPage::employersWanted, this, &FiguresController::readEmployers);
    connect(page, &FiguresPage::employersForgotten, this, &FiguresController::forgetEmployers);
    // The pane knows the page once it has it.
    QMetaObject::invokeMethod(
        page,
        [this, address, page] {
            pane_.setTitle(address, tr("Figures: %1").arg(page->release()));
            fill(address);
            if (session_.navigation().current().page == address)
                page->setFocus();
        },
        Qt::QueuedConnection);
    return page;
}

void FiguresController::fill(const QString& address) {
    auto* const page = pane_.page<FiguresPage>(address);
    if (!page)
        return;
    const auto release = std::ranges::find(session_.releases(), page->release().toStdString(),
                                           &store::Release::name);
    if (release == session_.releases().end()) {
        page->showProblem(tr("%1 is not in the database any more.").arg(page->release()));
        return;
    }
    const Location& place = session_.navigation().current();
    page->asOf = place.release == page->release() ? place.asOf : std::nullopt;
    thread().run(
        page,
        [release = *release, asOf = page->asOf](FiguresEngine& engine,
                                                const std::stop_token& stop) {
            return engine.count(release, asOf, stop);
        },
        [this, page, address](ReleaseFigures figures) {
            // A slider passes many moments; the newest is on its way.
            if (figures.asOf != page->asOf)
                return;
            page->showFigures(std::move(figures));
            emit shown(address);
        },
        [page](const std::exception& error) { page->showProblem(errorText(error)); });
}

WorkThread<FiguresEngine>& FiguresController::thread() {
    if (!thread_)
        thread_ = std::make_unique<WorkThread<FiguresEngine>>(QStringLiteral("figures"), database_);
    return *thread_;
}

void FiguresController::readEmployers(const QString& file) {
    thread().runAlways(
        this, [file](const FiguresEngine& engine) { return engine.readEmployers(file); },
        [this](const store::Employers::Lines& lines) {
            QString sentence = tr("Read %Ln line(s) of who worked for whom", nullptr,
                                  pluralOf(static_cast<std::int64_t>(lines.read)));
            if (lines.unread > 0)
                sentence += tr("; %Ln cannot be read", nullptr,
                               pluralOf(static_cast<std::int64_t>(lines.unread)));
            emit said(sentence);
            fillAll();
        },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

void FiguresController::forgetEmployers() {
    thread().runAlways(
        this,
        [](const FiguresEngine& engine) {
            engine.forgetEmployers();
            return true;
        },
        [this](bool) { fillAll(); },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

void FiguresController::fillAll() {
    for (const QString& address : pane_.addresses())
        fill(address);
}

void FiguresController::followMoment() {
    const Location& place = session_.navigation().current();
    for (const QString& address : pane_.addresses()) {
        auto* const page = pane_.page<FiguresPage>(address);
        if (page && page->release() == place.release && page->asOf != place.asOf)
            fill(address);
    }
}

void FiguresController::follow(const TableTarget& target) {
    session_.navigation().go(locationOf(target, session_.navigation().current()));
}

} // namespace mw::ui
