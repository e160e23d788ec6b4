#include "breakdown/as_of_bar.h"

#include "text/format.h"

#include <QHBoxLayout>
#include <QTimeZone>

#include <utility>

namespace mw::ui {

namespace {

/// A list of a release is there within this.
constexpr int paceMilliseconds = 60;

QDate utcDate(Seconds moment) {
    return utcDateTime(moment).date();
}

/// Days are UTC's, so that none lacks its midnight as a day of a local zone may.
void setUtc(QDateTimeEdit& edit) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    edit.setTimeZone(QTimeZone::UTC);
#else
    edit.setTimeSpec(Qt::UTC);
#endif
}

} // namespace

AsOfBar::AsOfBar(QWidget* parent)
    : QWidget(parent), slider_(new AsOfSlider(this)), label_(new QLabel(tr("As &of:"), this)),
      date_(new QDateEdit(this)), words_(new QLabel(this)) {
    setObjectName(QStringLiteral("asOfBar"));
    slider_->setObjectName(QStringLiteral("asOfSlider"));
    date_->setObjectName(QStringLiteral("asOfDate"));
    words_->setObjectName(QStringLiteral("asOfWords"));
    date_->setAccessibleName(tr("As of this date"));
    date_->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    setUtc(*date_);
    date_->setKeyboardTracking(false);
    label_->setBuddy(date_);
    words_->setTextFormat(Qt::PlainText);
    // Long words must not make the window wide.
    words_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    middle_ = addButton(tr("First half"), QStringLiteral("asOfMiddle"),
                        tr("As of the middle of the merge window, about a week in"));
    window_ = addButton(tr("Merge window"), QStringLiteral("asOfWindow"),
                        tr("As of the end of the merge window"));
    everything_ = addButton(tr("Everything"), QStringLiteral("asOfEverything"),
                            tr("All that landed, up to the release"));

    auto* const line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(label_);
    line->addWidget(date_);
    line->addWidget(words_, 1);
    for (QToolButton* const button : {middle_, window_, everything_})
        line->addWidget(button);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 3, 4, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(slider_);

    pace_.setSingleShot(true);
    pace_.setInterval(paceMilliseconds);
    connect(&pace_, &QTimer::timeout, this, &AsOfBar::announce);
    connect(slider_, &QAbstractSlider::valueChanged, this,
            [this](int day) { choose(curve_.endOfDay(day)); });
    connect(date_, &QDateEdit::dateChanged, this, [this](const QDate& date) {
        choose(curve_.endOfDay(curve_.dayOf(utcStartOfDay(date))));
    });
    connect(middle_, &QToolButton::clicked, this, &AsOfBar::goToMiddle);
    connect(window_, &QToolButton::clicked, this, &AsOfBar::goToWindowEnd);
    connect(everything_, &QToolButton::clicked, this, &AsOfBar::goToEverything);
    setCurve({});
    words_->clear(); // nothing is known of a release while none is open
}

QToolButton* AsOfBar::addButton(const QString& text, const QString& name, const QString& toolTip) {
    auto* const button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void AsOfBar::setCurve(const LandingChart& curve) {
    curve_ = curve;
    const bool known = !curve_.isEmpty();
    for (QWidget* const part : std::initializer_list<QWidget*>{slider_, label_, date_, everything_})
        part->setVisible(known);
    for (QWidget* const part : {middle_, window_})
        part->setVisible(known && curve_.windowEnd());
    if (known) {
        const QSignalBlocker quiet(date_);
        date_->setDateRange(utcDate(curve_.startOfDay(0)),
                            utcDate(curve_.startOfDay(curve_.days() - 1)));
    }
    slider_->setCurve(curve_);
    show(moment_);
    if (known && std::exchange(focusWanted_, false))
        focusHandle();
}

void AsOfBar::focusHandle() {
    if (curve_.isEmpty())
        focusWanted_ = true;
    else
        slider_->setFocus(Qt::ShortcutFocusReason);
}

void AsOfBar::setMoment(std::optional<Seconds> moment) {
    announced_ = moment;
    if (!pace_.isActive() && !slider_->isSliderDown())
        show(moment);
}

void AsOfBar::show(std::optional<Seconds> moment) {
    moment_ = moment;
    slider_->setMoment(moment);
    const QSignalBlocker quiet(date_);
    if (!curve_.isEmpty())
        date_->setDate(moment ? utcDate(*moment) : utcDate(curve_.startOfDay(curve_.days() - 1)));
    const QString words = curve_.sentence(moment);
    words_->setText(words);
    words_->setToolTip(words);
    slider_->setAccessibleDescription(words);
    everything_->setEnabled(moment.has_value());
    middle_->setEnabled(moment != curve_.middleOfWindow());
    window_->setEnabled(moment != curve_.windowEnd());
}

void AsOfBar::choose(std::optional<Seconds> moment) {
    show(moment);
    if (!pace_.isActive())
        pace_.start();
}

void AsOfBar::announce() {
    if (moment_ == announced_)
        return;
    announced_ = moment_;
    emit momentChosen(moment_);
}

void AsOfBar::goToMiddle() {
    if (const auto moment = curve_.middleOfWindow())
        choose(moment);
}

void AsOfBar::goToWindowEnd() {
    if (const auto moment = curve_.windowEnd())
        choose(moment);
}

void AsOfBar::goToEverything() {
    choose({});
}

} // namespace mw::ui
