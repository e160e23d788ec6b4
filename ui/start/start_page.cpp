#include "start/start_page.h"

#include "clone/clone_model.h"
#include "clone/history_clone.h"
#include "painting/colors.h"
#include "painting/contrast.h"
#include "start/recent_places.h"
#include "ui_start_page.h"

#include <QHeaderView>
#include <QTimer>

#include <algorithm>

namespace mw::ui {

namespace {

/// A line that is longer is hard to read, a column that is narrower cuts its lists.
constexpr int columnCharacters = 90, leastColumnCharacters = 62;
constexpr int mostListLines = 6;
constexpr qreal titleScale = 1.5, headingScale = 1.15;

void makeHeading(QLabel* label, qreal scale) {
    QFont font = label->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * scale);
    label->setFont(font);
}

} // namespace

StartPage::StartPage(const Parts& parts, QWidget* parent)
    : QScrollArea(parent), ui_(std::make_unique<Ui::StartPage>()), parts_(parts) {
    ui_->setupUi(this);
    makeHeading(ui_->title, titleScale);
    for (QLabel* const heading :
         {ui_->articleHeading, ui_->recentHeading, ui_->importHeading, ui_->historyHeading})
        makeHeading(heading, headingScale);
    setFocusProxy(ui_->read);
    ui_->progress->watch(&parts_.history);
    setUpLists();
    connectButtons();
    offerArticle({});
    showOutcome({}, false);
    showSearch(false, {});
    ui_->form->setEnabled(!parts_.history.isRunning());
}

StartPage::~StartPage() = default;

/// Side by side where there is room, else one below the other.
void StartPage::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    const int letter = fontMetrics().averageCharWidth();
    const bool wide = viewport()->width() > 2 * leastColumnCharacters * letter;
    ui_->columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    ui_->content->setMaximumWidth((wide ? 2 : 1) * columnCharacters * letter);
}

void StartPage::setUpLists() {
    ui_->clones->setModel(&parts_.clones);
    ui_->recent->setModel(&parts_.recent);
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    QHeaderView* const clones = ui_->clones->header();
    clones->setSectionResizeMode(CloneModel::FolderColumn, QHeaderView::Stretch);
    clones->resizeSection(CloneModel::ReleaseColumn, 16 * digit);
    clones->resizeSection(CloneModel::NewestColumn, 14 * digit);
    clones->resizeSection(CloneModel::SizeColumn, 12 * digit);
    QHeaderView* const recent = ui_->recent->header();
    recent->setSectionResizeMode(RecentPlaces::TitleColumn, QHeaderView::Stretch);
    recent->resizeSection(RecentPlaces::WhatColumn, 22 * digit);
    recent->resizeSection(RecentPlaces::TimeColumn, 18 * digit);
    for (QTreeView* const list : {ui_->clones, ui_->recent}) {
        list->header()->setStretchLastSection(false);
        connect(list->model(), &QAbstractItemModel::modelReset, this,
                [this, list] { showRoomFor(list); });
        showRoomFor(list);
    }
}

void StartPage::connectButtons() {
    connect(ui_->read, &QPushButton::clicked, this, &StartPage::articleWanted);
    connect(ui_->import, &QPushButton::clicked, this, [this] { emit importWanted({}); });
    connect(ui_->look, &QPushButton::clicked, this, &StartPage::searchWanted);
    connect(ui_->stop, &QPushButton::clicked, this, &StartPage::searchStopWanted);
    // Where a desktop activates with one click both come; what follows bears it.
    const auto openClone = [this](const QModelIndex& index) {
        if (ui_->import->isEnabled())
            emit importWanted(index.data(CloneModel::FolderRole).toString());
    };
    connect(ui_->clones, &QTreeView::clicked, this, openClone);
    connect(ui_->clones, &QTreeView::activated, this, openClone);
    const auto openRecent = [this](const QModelIndex& index) { emit recentWanted(index.row()); };
    connect(ui_->recent, &QTreeView::clicked, this, openRecent);
    connect(ui_->recent, &QTreeView::activated, this, openRecent);
    connect(ui_->form, &HistoryForm::stateWanted, this, &StartPage::folderStateWanted);
    connect(ui_->form, &HistoryForm::getWanted, this,
            [this](const QString& url, const QString& to, const QString& release) {
                showOutcome({}, false);
                emit historyWanted(url, to, release);
            });
    connect(&parts_.history, &HistoryClone::started, ui_->form, [this] {
        ui_->form->setEnabled(false);
        QTimer::singleShot(0, this, [this] { ensureWidgetVisible(ui_->progress); });
    });
    const auto allow = [this] {
        ui_->form->setEnabled(true);
        emit folderStateWanted(ui_->form->folder());
    };
    connect(&parts_.history, &HistoryClone::finished, ui_->form, allow);
    connect(&parts_.history, &HistoryClone::failed, ui_->form, allow);
    connect(&parts_.history, &HistoryClone::cancelled, ui_->form, allow);
}

/// A list is as high as its lines; one without lines would be a hole in the page.
void StartPage::showRoomFor(QTreeView* list) {
    const int lines = list->model()->rowCount();
    list->setVisible(lines > 0);
    if (list == ui_->recent)
        ui_->recentNone->setVisible(lines == 0);
    const int line = std::max(list->sizeHintForRow(0), fontMetrics().height() + 4);
    list->setFixedHeight(list->header()->sizeHint().height() + 2 * list->frameWidth() +
                         std::clamp(lines, 1, mostListLines) * line + 2);
}

void StartPage::offerArticle(const QString& release) {
    const bool there = !release.isEmpty();
    ui_->read->setVisible(there);
    ui_->articleText->setText(
        there ? tr("An article on %1 comes with this program, and the changesets that it tells of: "
                   "sorted into sections, with their messages, to be read without a network.")
                    .arg(release)
              : tr("This database has no release with an article of its own. Ctrl+O adds an "
                   "article that you have."));
    ui_->read->setText(tr("Read the article on %1").arg(release));
    ui_->articleHeading->setText(there ? tr("Read %1").arg(release) : tr("Read an article"));
}

void StartPage::showSearch(bool looking, const QString& sentence) {
    ui_->look->setVisible(!looking);
    ui_->stop->setVisible(looking);
    ui_->found->setText(sentence);
    ui_->found->setVisible(!sentence.isEmpty());
}

void StartPage::showFolderState(const QString& folder, const FolderState& state) {
    ui_->form->showState(folder, state);
}

void StartPage::showOutcome(const QString& sentence, bool wrong) {
    ui_->outcome->setText(sentence);
    ui_->outcome->setVisible(!sentence.isEmpty());
    QPalette colors = palette();
    if (wrong)
        colors.setColor(QPalette::WindowText,
                        readable(paletteColor(TextColor::Removed, palette(), QPalette::Active),
                                 palette().color(QPalette::Window)));
    ui_->outcome->setPalette(colors);
}

void StartPage::allowImport(bool allowed) {
    ui_->import->setEnabled(allowed);
    ui_->clones->setEnabled(allowed);
}

} // namespace mw::ui
