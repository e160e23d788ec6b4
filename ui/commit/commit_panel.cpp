#include "commit/commit_panel.h"

#include "commit/files/files_page.h"
#include "commit/merged_commits_model.h"
#include "commit/message/badge_bar.h"
#include "commit/message/facts_view.h"
#include "commit/note_page.h"
#include "commit/overview_page.h"
#include "commit/why_page.h"
#include "outline/outline_view.h"
#include "painting/tall_row_delegate.h"
#include "text/engine_text.h"
#include "text/format.h"
#include "ui_commit_panel.h"

#include <QDataStream>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace mw::ui {

namespace {

constexpr qreal subjectScale = 1.15;
constexpr qsizetype summaryLetters = 80; ///< of a name among other facts

QString kindText(store::CommitKind kind) {
    switch (kind) {
    case store::CommitKind::pull:
        return CommitPanel::tr("Pull");
    case store::CommitKind::branch_merge:
        return CommitPanel::tr("Branch merge");
    default:
        return CommitPanel::tr("Changeset");
    }
}

QString linesSummary(const store::CommitRow& row) {
    if (row.insertions && row.deletions)
        return QStringLiteral("+%1 −%2").arg(countText(*row.insertions), countText(*row.deletions));
    return {};
}

} // namespace

CommitPanel::CommitPanel(QWidget* parent)
    : QWidget(parent), ui_(std::make_unique<Ui::CommitPanel>()),
      brought_(std::make_unique<MergedCommitsModel>()) {
    ui_->setupUi(this);
    QFont font = ui_->subject->font();
    font.setPointSizeF(font.pointSizeF() * subjectScale);
    font.setBold(true);
    ui_->subject->setFont(font);
    ui_->pages->setCurrentWidget(ui_->message);
    // A commit in a tab of its own has no list to step through.
    for (QToolButton* const button :
         std::initializer_list<QToolButton*>{ui_->previous, ui_->next, ui_->steps})
        button->hide();
    ui_->places->hide();
    setUpMergedCommits();
    setUpOutline();

    connectPages();
    clear({});
}

CommitPanel::~CommitPanel() = default;

void CommitPanel::connectPages() {
    connect(ui_->message, &MessagePage::commitRequested, this, &CommitPanel::commitRequested);
    connect(ui_->message, &MessagePage::filterRequested, this, &CommitPanel::filterRequested);
    connect(ui_->overview, &OverviewPage::commitRequested, this, &CommitPanel::commitRequested);
    connect(ui_->overview, &OverviewPage::filterRequested, this, &CommitPanel::filterRequested);
    connect(ui_->files, &FilesPage::commitRequested, this, &CommitPanel::commitRequested);
    connect(ui_->files, &FilesPage::cloneChecked, this, &CommitPanel::onCloneState);
    connect(ui_->why, &WhyPage::filterRequested, this, &CommitPanel::filterRequested);
    connect(ui_->why, &WhyPage::putRequested, this, &CommitPanel::putRequested);
    connect(ui_->why, &WhyPage::backRequested, this, &CommitPanel::backToRulesRequested);
    connect(ui_->why, &WhyPage::rulesRequested, this, &CommitPanel::rulesRequested);
    connect(ui_->badges, &BadgeBar::newHardwareClicked, this,
            [this] { emit filterRequested(QStringLiteral("is:new-hardware")); });
    connect(ui_->badges, &BadgeBar::starClicked, this,
            [this] { emit filterRequested(QStringLiteral("is:mine")); });
    connect(ui_->badges, &BadgeBar::ownPlaceClicked, this, &CommitPanel::openWhy);
    connect(ui_->badges, &BadgeBar::noteClicked, this, &CommitPanel::openNote);
    connect(ui_->badges, &BadgeBar::markClicked, this, &CommitPanel::marksRequested);
    const auto read = [this](int page) {
        if (page >= 0 && !arranging_)
            reading_ = readingOf(ui_->pages->widget(page));
    };
    // A click on the page that is there anyway is a choice too.
    connect(ui_->pages, &QTabWidget::tabBarClicked, this, read);
    connect(ui_->pages, &QTabWidget::currentChanged, this, read);
    connect(ui_->pages, &QTabWidget::tabBarDoubleClicked, this, [this](int page) {
        if (page >= 0)
            emit wholeWanted();
    });
}

CommitPanel::Reading CommitPanel::readingOf(const QWidget* page) const {
    return page == ui_->message   ? Reading::Message
           : page == ui_->why     ? Reading::Why
           : page == ui_->note    ? Reading::Note
           : page == ui_->outline ? Reading::Outline
                                  : Reading::Content;
}

void CommitPanel::open(Reading reading) {
    reading_ = reading;
    if (ui_->stack->currentWidget() == ui_->commit)
        showPages();
}

void CommitPanel::setSteps(const QList<QAction*>& steps) {
    ui_->previous->setDefaultAction(steps[0]);
    ui_->previous->setArrowType(Qt::UpArrow);
    ui_->next->setDefaultAction(steps[1]);
    ui_->next->setArrowType(Qt::DownArrow);
    auto* const menu = new QMenu(this);
    menu->addActions(steps);
    ui_->steps->setMenu(menu);
    for (QToolButton* const button :
         std::initializer_list<QToolButton*>{ui_->previous, ui_->next, ui_->steps})
        button->show();
}

void CommitPanel::setPlaces(const QString& places) {
    ui_->places->setText(places);
    ui_->places->setVisible(!places.isEmpty());
}

QByteArray CommitPanel::saveState() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << ui_->files->saveState() << ui_->message->isAsWritten();
    return state;
}

void CommitPanel::restoreState(const QByteArray& state) {
    QByteArray files;
    bool asWritten = false;
    QDataStream stream(state);
    stream >> files >> asWritten;
    if (stream.status() != QDataStream::Ok)
        return;
    ui_->files->restoreState(files);
    ui_->message->setAsWritten(asWritten);
}

void CommitPanel::openWhy() {
    open(Reading::Why);
    ui_->why->focusPut();
}

void CommitPanel::openNote() {
    open(Reading::Note);
    ui_->note->focusEdit();
}

NotePage& CommitPanel::note() {
    return *ui_->note;
}

OverviewPage& CommitPanel::overview() {
    return *ui_->overview;
}

void CommitPanel::setUpMergedCommits() {
    ui_->brought->setModel(brought_.get());
    ui_->brought->setItemDelegate(new TallRowDelegate(this));
    QHeaderView* const header = ui_->brought->header();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(MergedCommitsModel::SubjectColumn, QHeaderView::Stretch);
    header->resizeSection(MergedCommitsModel::IdColumn,
                          fontMetrics().horizontalAdvance(QString(15, QLatin1Char('d'))));
    header->resizeSection(MergedCommitsModel::AuthorColumn,
                          fontMetrics().horizontalAdvance(QString(20, QLatin1Char('n'))));
    setLookup({});
    const auto open = [this](const QModelIndex& index) {
        emit commitRequested(brought_->oid(index.row()));
    };
    connect(ui_->brought, &QTreeView::clicked, this, open);
    connect(ui_->brought, &QTreeView::activated, this, open);
}

void CommitPanel::setUpOutline() {
    connect(ui_->outline, &OutlineView::commitRequested, this, &CommitPanel::commitRequested);
    connect(ui_->outline, &OutlineView::mergedCommitsRequested, this,
            &CommitPanel::mergedCommitsRequested);
    connect(ui_->pages, &QTabWidget::currentChanged, this, &CommitPanel::readOutline);
}

void CommitPanel::setDatabase(const QString& database) {
    outlines_ = std::make_unique<WorkThread<OutlineEngine>>(QStringLiteral("outlines"), database);
}

void CommitPanel::setHits(const std::optional<IdList>& hits) {
    ui_->outline->setHits(hits);
}

void CommitPanel::setMarks(const SharedCodeMarks& marks) {
    ui_->files->setMarks(marks);
    if ((marks != nullptr) == readBefore_.has_value())
        return;
    if (marks)
        readBefore_ = std::exchange(reading_, Reading::Content);
    else
        reading_ = *std::exchange(readBefore_, std::nullopt);
    if (marks && ui_->stack->currentWidget() == ui_->commit)
        showPages();
}

void CommitPanel::readOutline() {
    const store::RowId row = detail_.row.id;
    if (!outlines_ || row == 0 || row == outlineOf_ || ui_->pages->currentWidget() != ui_->outline)
        return;
    outlineOf_ = row;
    ui_->outline->setOutline(nullptr);
    outlines_->runLatest(
        0, this,
        [row](OutlineEngine& engine, const std::stop_token&) { return engine.commit(row); },
        [this](const SharedOutline& outline) { ui_->outline->setOutline(outline); },
        [this](const std::exception& error) {
            outlineOf_ = 0;
            emit failed(errorText(error));
        });
}

void CommitPanel::addContextAction(QAction* action) {
    ui_->commit->setContextMenuPolicy(Qt::ActionsContextMenu);
    ui_->commit->addAction(action);
    if (QMenu* const steps = ui_->steps->menu())
        steps->addAction(action);
}

void CommitPanel::setLookup(Lookup lookup) {
    for (const int column : {MergedCommitsModel::SubjectColumn, MergedCommitsModel::AuthorColumn})
        ui_->brought->setColumnHidden(column, !lookup);
    if (lookup)
        brought_->setLookup([this, lookup = std::move(lookup)](const std::string& oid) {
            return lookup(oid, detail_.release);
        });
    else
        brought_->setLookup({});
}

void CommitPanel::showCommit(const store::CommitDetail& detail, const store::Release& release) {
    const bool sameCommit = ui_->stack->currentWidget() == ui_->commit &&
                            detail.row.oid == detail_.row.oid && !detail.row.oid.empty() &&
                            release.name == release_.name;
    detail_ = detail;
    release_ = release;
    ui_->stack->setCurrentWidget(ui_->commit);
    showTitle();
    ui_->message->showCommit(detail_, release_, sameCommit);
    ui_->badges->showCommit(detail_.row);
    ui_->why->showCommit(detail_, release_);
    const auto& personal = detail_.row.personal;
    ui_->note->showNote(toQString(detail_.row.oid),
                        personal ? toQString(personal->note) : QString());
    const QString clone = toQString(release_.repository);
    if (clone != noticeClone_)
        hideNotice();
    ui_->files->setFiles({toQString(detail_.row.oid), clone, release_.to_oid, release_.from_oid,
                          toQString(release_.name)},
                         detail_.paths, sameCommit);
    if (!sameCommit || detail.row.id != outlineOf_)
        outlineOf_ = 0; // read again once it is looked at
    if (!sameCommit || brought_->rowCount() != static_cast<int>(detail_.brought.size()))
        brought_->setIds(detail_.brought);
    showPages();
    readOutline();
    emit shown(detail_, release_);
}

void CommitPanel::clear(const QString& message) {
    forgetCommit();
    ui_->empty->setText(message);
    ui_->stack->setCurrentWidget(ui_->empty);
}

void CommitPanel::showOverview(const store::Release& release) {
    forgetCommit();
    ui_->overview->showRelease(release);
    ui_->stack->setCurrentWidget(ui_->overview);
}

void CommitPanel::forgetCommit() {
    detail_ = {};
    ui_->note->showNote({}, {});
    ui_->files->setFiles({}, {}, false);
    brought_->setIds({});
    outlineOf_ = 0;
    ui_->outline->setOutline(nullptr);
}

void CommitPanel::showTitle() {
    const store::CommitRow& row = detail_.row;
    const bool titled = !row.subject.empty();
    ui_->subject->showText(titled ? toQString(row.subject) : tr("title unknown"));
    QStringList parts{
        commitName(row),
        tr("%1 of %2").arg(kindText(row.kind), cutText(toQString(release_.name), summaryLetters))};
    if (!row.author.empty())
        parts << cutText(shownText(row.author), summaryLetters);
    if (row.landed_time)
        parts << tr("landed %1").arg(dateText(row.landed_time));
    if (row.files && row.kind == store::CommitKind::changeset)
        parts << tr("%Ln file(s)", nullptr, pluralOf(*row.files));
    if (const QString lines = linesSummary(row); !lines.isEmpty())
        parts << lines;
    else if (release_.lines == store::LineState::pending && row.files)
        parts << tr("lines not counted yet");
    ui_->summary->showText(parts.join(QStringLiteral(" · ")));
}

void CommitPanel::showPages() {
    const bool merge = detail_.row.kind != store::CommitKind::changeset;
    // Of the release that comes with the program not all files are known.
    const bool hasFiles = !merge && (!release_.bundled || !detail_.paths.empty());
    const bool hasBrought = merge && !detail_.brought.empty();
    QTabWidget* const pages = ui_->pages;
    arranging_ = true;
    pages->setTabVisible(pages->indexOf(ui_->files), hasFiles);
    pages->setTabVisible(pages->indexOf(ui_->brought), hasBrought);
    pages->setTabVisible(pages->indexOf(ui_->outline), hasBrought && outlines_);
    pages->setTabText(pages->indexOf(ui_->files),
                      tr("Fi&les (%1)").arg(countText(std::ssize(detail_.paths))));
    const bool noted = detail_.row.personal && !detail_.row.personal->note.empty();
    pages->setTabText(pages->indexOf(ui_->note), noted ? tr("&Note ✎") : tr("&Note"));
    pages->setTabText(pages->indexOf(ui_->brought),
                      tr("&Brought (%1)").arg(countText(std::ssize(detail_.brought))));
    QWidget* wanted = ui_->message;
    if (reading_ == Reading::Why)
        wanted = ui_->why;
    else if (reading_ == Reading::Note)
        wanted = ui_->note;
    else if (reading_ == Reading::Outline && hasBrought && outlines_)
        wanted = ui_->outline;
    else if ((reading_ == Reading::Content || reading_ == Reading::Outline) && hasFiles)
        wanted = ui_->files;
    else if (reading_ == Reading::Content && hasBrought)
        wanted = ui_->brought;
    pages->setCurrentWidget(wanted);
    arranging_ = false;
}

void CommitPanel::onCloneState(const QString& clone, bool there) {
    if (there) {
        hideNotice();
    } else if (clone != noticeClone_) {
        // Once for each clone: one that the person has closed stays closed.
        noticeClone_ = clone;
        ui_->notice->showMessage(MessageBar::Kind::Warning, FilesPage::missingCloneText(clone));
    }
}

void CommitPanel::hideNotice() {
    noticeClone_.clear();
    ui_->notice->hide();
}

} // namespace mw::ui
