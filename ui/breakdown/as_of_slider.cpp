#include "breakdown/as_of_slider.h"

#include "painting/colors.h"
#include "text/format.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace mw::ui {

namespace {

constexpr int sliderSide = 8; ///< half of the handle, and the focus frame
constexpr int sliderTop = 4, sliderBottom = 5;
constexpr qreal handleWidth = 11, handleHeight = 9;
constexpr int barsHeight = 30;
constexpr qreal lateTint = 0.30, grooveTint = 0.25;
constexpr int daysOfAWeek = 7;
/// Large days would leave nothing of the others to be seen.
constexpr qreal heightPower = 0.6;

} // namespace

AsOfSlider::AsOfSlider(QWidget* parent) : QAbstractSlider(parent) {
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("As of which day"));
    setPageStep(daysOfAWeek);
    setMouseTracking(true);
}

void AsOfSlider::setCurve(const LandingChart& curve) {
    const QSignalBlocker quiet(this);
    curve_ = curve;
    moment_.reset();
    setRange(0, std::max(0, curve_.days() - 1));
    setValue(maximum());
    setEnabled(curve_.days() > 1);
    update();
}

void AsOfSlider::setMoment(std::optional<Seconds> moment) {
    const QSignalBlocker quiet(this);
    const int day = moment ? curve_.dayOf(*moment) : maximum();
    setValue(day);
    moment_ = moment && curve_.endOfDay(day) != moment ? moment : std::nullopt;
    update();
}

QSize AsOfSlider::sizeHint() const {
    return {400, sliderTop + barsHeight + sliderBottom};
}

QSize AsOfSlider::minimumSizeHint() const {
    return {160, sliderTop + barsHeight + sliderBottom};
}

QRectF AsOfSlider::track() const {
    return QRectF(rect()).adjusted(sliderSide, sliderTop, -sliderSide, -sliderBottom);
}

qreal AsOfSlider::placeOf(Seconds moment) const {
    const QRectF area = track();
    if (curve_.isEmpty())
        return area.right();
    const Seconds start = curve_.startOfDay(0), end = curve_.startOfDay(curve_.days());
    const qreal part = qreal(moment - start) / qreal(end - start);
    return area.left() + area.width() * std::clamp(part, 0.0, 1.0);
}

qreal AsOfSlider::placeOfDay(int day) const {
    return placeOf(curve_.startOfDay(day + 1));
}

qreal AsOfSlider::handlePlace() const {
    return moment_ ? placeOf(*moment_) : placeOfDay(value());
}

int AsOfSlider::dayAt(qreal place) const {
    const QRectF area = track();
    if (area.width() <= 0 || curve_.isEmpty())
        return 0;
    // The end of a day is what the handle points at: the nearest one is meant.
    const qreal ends = (place - area.left()) / area.width() * curve_.days();
    return std::clamp(static_cast<int>(std::lround(ends)) - 1, 0, maximum());
}

void AsOfSlider::paintBars(QPainter& painter) const {
    const QRectF area = track();
    const auto& days = curve_.perDay();
    if (days.empty())
        return;
    // More days than there is room for share a bar.
    const auto bars = std::min<std::size_t>(
        days.size(), static_cast<std::size_t>(std::max<qreal>(1, area.width() / 2)));
    std::vector<std::int64_t> sums(bars);
    for (std::size_t day = 0; day < days.size(); ++day)
        sums[day * bars / days.size()] += days[day];
    const qreal largest = qreal(std::max<std::int64_t>(1, *std::ranges::max_element(sums)));
    const QColor base = palette().color(QPalette::Window);
    const QColor landed = palette().color(QPalette::Active, QPalette::Highlight);
    const QColor late = blended(base, palette().color(QPalette::WindowText), lateTint);
    const qreal width = area.width() / qreal(bars), here = handlePlace();
    const qreal gap = width > 4 ? 1 : 0;
    for (std::size_t bar = 0; bar < bars; ++bar) {
        const qreal height =
            sums[bar] == 0
                ? 0
                : std::max(1.5, area.height() * std::pow(qreal(sums[bar]) / largest, heightPower));
        const QRectF shape(area.left() + qreal(bar) * width, area.bottom() - height, width - gap,
                           height);
        painter.fillRect(shape, shape.center().x() <= here ? landed : late);
    }
    painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1),
                     blended(base, palette().color(QPalette::WindowText), grooveTint));
}

void AsOfSlider::paintWindowEnd(QPainter& painter) const {
    if (!curve_.windowEnd())
        return;
    const QRectF area = track();
    const qreal place = placeOf(*curve_.windowEnd());
    const QColor text = palette().color(QPalette::Active, QPalette::WindowText);
    painter.setPen(QPen(text, 1, Qt::DashLine));
    painter.drawLine(QPointF(place, area.top() - 2), QPointF(place, area.bottom()));
    const QString label = curve_.windowTag();
    const QFontMetricsF metrics(font());
    const qreal width = metrics.horizontalAdvance(label) + 2;
    const bool fits = place + 4 + width <= area.right();
    const QRectF room(fits ? place + 4 : place - 4 - width, area.top() - 1, width,
                      metrics.height());
    QColor ground = palette().color(QPalette::Window);
    ground.setAlphaF(0.8F);
    painter.fillRect(room, ground);
    painter.setPen(text);
    painter.drawText(room, Qt::AlignCenter, label);
}

void AsOfSlider::paintHandle(QPainter& painter) const {
    const QRectF area = track();
    const qreal place = handlePlace();
    const QColor text = palette().color(QPalette::Active, QPalette::WindowText);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(text, 1.5));
    painter.drawLine(QPointF(place, area.top() - 2), QPointF(place, area.bottom()));
    QPainterPath grip;
    grip.moveTo(place, area.bottom() - handleHeight);
    grip.lineTo(place + handleWidth / 2, area.bottom() - handleHeight / 2);
    grip.lineTo(place + handleWidth / 2, area.bottom() + 3);
    grip.lineTo(place - handleWidth / 2, area.bottom() + 3);
    grip.lineTo(place - handleWidth / 2, area.bottom() - handleHeight / 2);
    grip.closeSubpath();
    painter.setPen(QPen(text, 1));
    painter.setBrush(isSliderDown() || hasFocus()
                         ? palette().color(QPalette::Active, QPalette::Highlight)
                         : palette().color(QPalette::Active, QPalette::Button));
    painter.drawPath(grip);
}

void AsOfSlider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Active, QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    paintBars(painter);
    paintWindowEnd(painter);
    paintHandle(painter);
}

void AsOfSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    setSliderDown(true);
    setSliderPosition(dayAt(event->position().x()));
}

void AsOfSlider::mouseMoveEvent(QMouseEvent* event) {
    if (isSliderDown())
        setSliderPosition(dayAt(event->position().x()));
}

void AsOfSlider::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && isSliderDown()) {
        setSliderPosition(dayAt(event->position().x()));
        setSliderDown(false);
    }
}

bool AsOfSlider::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || curve_.isEmpty())
        return QAbstractSlider::event(event);
    const auto* const help = static_cast<QHelpEvent*>(event);
    const QRectF area = track();
    const qreal part = (help->pos().x() - area.left()) / std::max(1.0, area.width());
    const int day = std::clamp(static_cast<int>(part * curve_.days()), 0, curve_.days() - 1);
    QToolTip::showText(help->globalPos(),
                       tr("%1: %Ln landed on this day", nullptr,
                          pluralOf(curve_.perDay()[static_cast<std::size_t>(day)]))
                           .arg(dateText(curve_.startOfDay(day))),
                       this);
    return true;
}

void AsOfSlider::sliderChange(SliderChange change) {
    if (change == SliderValueChange)
        moment_.reset();
    QAbstractSlider::sliderChange(change);
    update();
}

} // namespace mw::ui
