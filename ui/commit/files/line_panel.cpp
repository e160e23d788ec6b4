#include "commit/files/line_panel.h"

#include "core/limits.h"
#include "labels/wrap_label.h"
#include "painting/tall_row_delegate.h"
#include "text/format.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace mw::ui {

namespace {

constexpr int slowLineMilliseconds = 300;
constexpr int mostLinesShown = 6;
enum LineColumn { LineCommitColumn, LineTitleColumn, LineAuthorColumn, LineDateColumn, LineCount };

} // namespace

LinePanel::LinePanel(QWidget* parent)
    : QWidget(parent), state_(new WrapLabel(this)), stop_(new QPushButton(tr("S&top"), this)),
      further_(new QPushButton(tr("&Further back"), this)), close_(new QToolButton(this)),
      commits_(new QTreeWidget(this)) {
    setObjectName(QStringLiteral("linePanel"));
    state_->setObjectName(QStringLiteral("lineState"));
    state_->setTextFormat(Qt::PlainText);
    stop_->setObjectName(QStringLiteral("stopLines"));
    further_->setObjectName(QStringLiteral("linesFurther"));
    further_->setToolTip(tr("Goes on in the clone, before the start of the release"));
    close_->setObjectName(QStringLiteral("closeLines"));
    close_->setText(QStringLiteral("✕"));
    close_->setAutoRaise(true);
    close_->setFocusPolicy(Qt::StrongFocus);
    close_->setToolTip(tr("Close"));
    close_->setAccessibleName(tr("Close"));
    commits_->setObjectName(QStringLiteral("lineCommits"));
    commits_->setAccessibleName(tr("Commits of the line"));
    commits_->setHeaderHidden(true);
    commits_->setRootIsDecorated(false);
    commits_->setUniformRowHeights(true);
    commits_->setAllColumnsShowFocus(true);
    commits_->setTabKeyNavigation(false);
    commits_->setFrameShape(QFrame::NoFrame);
    commits_->setColumnCount(LineCount);
    commits_->setItemDelegate(new TallRowDelegate(this));
    commits_->header()->setStretchLastSection(false);
    commits_->header()->setSectionResizeMode(LineTitleColumn, QHeaderView::Stretch);
    auto* const line = new QHBoxLayout;
    line->setContentsMargins(8, 3, 4, 0);
    line->addWidget(state_, 1);
    for (QWidget* const button : std::initializer_list<QWidget*>{further_, stop_, close_})
        line->addWidget(button);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(commits_);
    hide();
    slow_.setSingleShot(true);
    slow_.setInterval(slowLineMilliseconds);
    connect(&slow_, &QTimer::timeout, this, [this] {
        state_->setText(running_);
        stop_->show();
        show();
    });
    connect(stop_, &QPushButton::clicked, this, [this] {
        finder_.stop();
        end(tr("Stopped: what was found by then is below."));
    });
    connect(further_, &QPushButton::clicked, this,
            [this] { start(Asked::Origin, LineQuestion(next_), release_); });
    connect(close_, &QToolButton::clicked, this, &LinePanel::reset);
    connect(commits_, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem* item) {
        emit commitRequested(item->data(0, Qt::UserRole).toString());
    });
    connect(&finder_, &LineFinder::progressed, this, &LinePanel::showProgress);
    connect(&finder_, &LineFinder::found, this, &LinePanel::add);
    connect(&finder_, &LineFinder::finished, this, &LinePanel::finish);
    connect(&finder_, &LineFinder::failed, this, &LinePanel::end);
}

void LinePanel::askOrigin(const LineQuestion& question, const QString& release) {
    start(Asked::Origin, question, release);
}

void LinePanel::askLater(const LineQuestion& question, const QString& release) {
    start(Asked::Later, question, release);
}

void LinePanel::say(const QString& sentence) {
    reset();
    commits_->clear();
    further_->hide();
    end(sentence);
}

void LinePanel::start(Asked asked, const LineQuestion& question, const QString& release) {
    asked_ = asked;
    question_ = question;
    release_ = release;
    unfinished_ = false;
    commits_->clear();
    further_->hide();
    stop_->hide();
    running_ = asked == Asked::Origin ? tr("Looking for who wrote this line…")
                                      : tr("Looking for what changed these lines later…");
    state_->setText(running_);
    fit();
    slow_.start();
    if (asked == Asked::Origin)
        finder_.findOrigin(question_);
    else
        finder_.findLater(question_);
}

void LinePanel::reset() {
    finder_.stop();
    slow_.stop();
    asked_ = Asked::Nothing;
    hide();
}

void LinePanel::showProgress(qint64 done, qint64 total) {
    if (asked_ == Asked::Origin)
        running_ =
            tr("Looking for who wrote this line: %Ln commit(s) so far", nullptr, pluralOf(done));
    else
        running_ = tr("Looking for what changed these lines later: %1 of %2")
                       .arg(countText(done), countText(total));
    if (!slow_.isActive())
        state_->setText(running_);
}

void LinePanel::add(const LineCommit& commit) {
    unfinished_ = commit.unfinished;
    next_ = commit.further;
    if (commit.unfinished)
        return;
    auto* const item = new QTreeWidgetItem(commits_);
    item->setData(0, Qt::UserRole, commit.oid);
    item->setText(LineCommitColumn, shortOid(commit.oid));
    item->setText(LineTitleColumn, cutText(shownText(commit.title)));
    item->setText(LineAuthorColumn, cutText(shownText(commit.author)));
    item->setText(LineDateColumn, asked_ == Asked::Later ? tr("%Ln line(s)", nullptr, commit.lines)
                                                         : dateText(commit.time));
    item->setToolTip(LineTitleColumn, tipText(shownText(commit.title)));
    if (commits_->topLevelItemCount() == 1)
        commits_->setCurrentItem(item);
    fit();
}

void LinePanel::finish() {
    const int count = commits_->topLevelItemCount();
    if (asked_ == Asked::Later) {
        end(count == 0
                ? tr("Nothing in %1 changed later what this changeset added to this file.")
                      .arg(cutText(release_))
                : tr("%Ln changeset(s) of %1 changed later what this one added to this file:",
                     nullptr, count)
                      .arg(cutText(release_)));
    } else if (unfinished_) {
        end(tr("This line is older than %1: no changeset of the release wrote it.")
                .arg(cutText(release_)));
        further_->show();
    } else if (count == 0) {
        end(tr("There is no such line in the clone."));
    } else {
        end(tr("This line was last written by:"));
        commits_->setFocus();
    }
}

void LinePanel::end(const QString& sentence) {
    slow_.stop();
    stop_->hide();
    state_->setText(sentence);
    fit();
    show();
}

void LinePanel::fit() {
    const int count = commits_->topLevelItemCount();
    commits_->setVisible(count > 0);
    if (count == 0)
        return;
    fitColumns();
    const int row = std::max(1, commits_->sizeHintForRow(0));
    commits_->setFixedHeight(row * std::min(count, mostLinesShown) + 4);
}

void LinePanel::fitColumns() {
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int letter = fontMetrics().averageCharWidth();
    commits_->header()->resizeSection(LineCommitColumn, 14 * digit);
    commits_->header()->resizeSection(LineAuthorColumn, 20 * letter);
    commits_->header()->resizeSection(LineDateColumn, 12 * digit);
    commits_->setColumnHidden(LineAuthorColumn, width() < 70 * letter);
}

void LinePanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitColumns();
}

} // namespace mw::ui
