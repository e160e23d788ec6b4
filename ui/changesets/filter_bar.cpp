#include "changesets/filter_bar.h"

#include "core/limits.h"
#include "painting/colors.h"
#include "painting/readable_placeholder.h"
#include "painting/symbolic_icon.h"
#include "ui_filter_bar.h"
#include "widgets/clear_button.h"

#include <QAction>
#include <QKeyEvent>

#include <algorithm>

namespace mw::ui {

namespace {

/// Between two searches while somebody types on and on.
constexpr int searchMilliseconds = 90;
/// A query that is not written to its end is no mistake yet: so long after the last key it is.
constexpr int unfinishedMilliseconds = 1500;

/// Of a query, on each side of a mistake.
constexpr qsizetype lettersAround = 120;

/// The query, or the part of it around the place, with the character there marked; a mistake at
/// its end gets a mark of its own.
QString markedQuery(const QString& query, int position, const QColor& color) {
    const qsizetype at = std::clamp<qsizetype>(position, 0, query.size());
    const QString marked = at < query.size() ? query.mid(at, 1) : QStringLiteral("‸");
    const QString before = at > lettersAround
                               ? QStringLiteral("…") + query.mid(at - lettersAround, lettersAround)
                               : query.left(at);
    return QStringLiteral("<code>%1<span style=\"color:%2;font-weight:bold;"
                          "text-decoration:underline\">%3</span>%4</code>")
        .arg(before.toHtmlEscaped(), color.name(), marked.toHtmlEscaped(),
             cutText(query.mid(at + 1), lettersAround).toHtmlEscaped());
}

} // namespace

FilterBar::FilterBar(QWidget* parent) : QWidget(parent), ui_(std::make_unique<Ui::FilterBar>()) {
    ui_->setupUi(this);
    clearButtonWhenNeeded(ui_->edit);
    ui_->edit->addAction(symbolicIcon(QStringLiteral("search")), QLineEdit::LeadingPosition)
        ->setText(tr("Search"));
    ui_->edit->installEventFilter(this);
    new ReadablePlaceholder(ui_->edit);
    setFocusProxy(ui_->edit);
    setAutoFillBackground(true); // the blinking cursor then repaints no more than the bar

    typing_.setSingleShot(true);
    typing_.setInterval(searchMilliseconds);
    connect(&typing_, &QTimer::timeout, this, &FilterBar::announce);
    unfinished_.setSingleShot(true);
    unfinished_.setInterval(unfinishedMilliseconds);
    connect(&unfinished_, &QTimer::timeout, this, &FilterBar::revealMistake);
    connect(ui_->edit, &QLineEdit::textChanged, this, [this] {
        // Not again for every key: who types without a pause sees results too.
        if (!typing_.isActive())
            typing_.start();
        unfinished_.start();
    });
    connect(ui_->stop, &QToolButton::clicked, this, &FilterBar::stopRequested);
    connect(ui_->edit, &QLineEdit::returnPressed, this, [this] {
        announce();
        revealMistake();
        emit leaveRequested();
    });
}

FilterBar::~FilterBar() = default;

QString FilterBar::filter() const {
    return ui_->edit->text();
}

void FilterBar::setFilter(const QString& filter) {
    // A place of the same filter, as when a commit or a page was opened: what somebody has typed
    // since and not announced yet must stay.
    if (filter == announced_)
        return;
    announced_ = filter;
    if (ui_->edit->text() != filter)
        ui_->edit->setText(filter);
    typing_.stop();
    unfinished_.stop();
}

void FilterBar::setCount(const QString& count) {
    ui_->count->setText(count);
}

void FilterBar::setLooking(bool looking) {
    // The focus goes on in the line, not to whatever stands next.
    if (!looking && ui_->stop->hasFocus())
        ui_->edit->setFocus();
    ui_->stop->setVisible(looking);
}

void FilterBar::showMistake(const QString& sentence, int position, bool kept) {
    const QColor color = paletteColor(TextColor::Removed, palette(), QPalette::Active);
    QString text = tr("%1 — %2").arg(markedQuery(announced_, position, color),
                                     cutText(sentence).toHtmlEscaped());
    if (kept)
        text += QStringLiteral("<br>") +
                tr("The list is still the one of the last filter that could be understood.");
    else
        ui_->count->clear();
    ui_->mistake->setText(text);
    ui_->mistake->setAccessibleName(tr("Mistake in the filter at character %1: %2")
                                        .arg(QString::number(position + 1), cutText(sentence)));
    ui_->mistake->setVisible(ui_->mistake->isVisible() || !unfinished_.isActive());
}

void FilterBar::showUnverified(const QString& sentence) {
    const QString text = cutText(sentence);
    ui_->mistake->setText(text.toHtmlEscaped());
    ui_->mistake->setAccessibleName(text);
    ui_->mistake->show();
}

void FilterBar::revealMistake() {
    unfinished_.stop();
    ui_->mistake->setVisible(!ui_->mistake->text().isEmpty());
}

void FilterBar::clearMistake() {
    ui_->mistake->hide();
    ui_->mistake->clear();
}

void FilterBar::focusEdit() {
    ui_->edit->setFocus(Qt::ShortcutFocusReason);
    ui_->edit->selectAll();
}

void FilterBar::clear() {
    ui_->edit->clear();
    announce();
}

void FilterBar::announce() {
    typing_.stop();
    if (filter() == announced_)
        return;
    announced_ = filter();
    emit filterChanged(announced_);
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == ui_->edit && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        announce();
        emit leaveRequested();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace mw::ui
