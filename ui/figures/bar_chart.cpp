#include "figures/bar_chart.h"

#include "core/limits.h"
#include "painting/colors.h"
#include "painting/contrast.h"
#include "text/format.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QHorizontalBarSeries>
#include <QtCharts/QStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace mw::ui {

namespace {

constexpr qreal thickestLines = 3; ///< of text, that a lying bar has
constexpr qsizetype markLetters = 60;
constexpr int fewestColumns = 24; ///< letters that a standing chart is wide at least

/// A round step with which about so many lines make the range.
qreal roundStep(qreal range, int lines) {
    const qreal rough = std::max<qreal>(1, range / lines);
    const qreal power = std::pow(10, std::floor(std::log10(rough)));
    for (const qreal factor : {1.0, 2.0, 5.0})
        if (factor * power >= rough)
            return factor * power;
    return 10 * power;
}

} // namespace

BarChart::BarChart(QWidget* parent) : QChartView(parent) {
    setObjectName(QStringLiteral("chart"));
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setPlotAreaBackgroundVisible(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setMargins({});
    chart()->setAcceptHoverEvents(false);
}

BarChart::~BarChart() = default;

QString BarChart::axisText(qreal value) {
    // Removed lines go down from the middle; there are as many of them, not less than none.
    return countText(static_cast<qint64>(std::abs(std::llround(value))));
}

void BarChart::setChart(const ChartData& data) {
    const bool same = data.kind == data_.kind && data.release == data_.release;
    data_ = data;
    for (ChartBar& bar : data_.bars)
        bar.name = cutText(bar.name);
    if (data_.mark)
        data_.mark->text = cutText(data_.mark->text, markLetters);
    current_ = same ? std::clamp(current_, 0, std::max(0, barCount() - 1)) : 0;
    hovered_ = pressed_ = -1;
    rebuild();
    announce();
    setMinimumHeight(minimumSizeHint().height());
}

void BarChart::rebuild() {
    chart()->removeAllSeries();
    for (QAbstractAxis* const axis : chart()->axes()) {
        chart()->removeAxis(axis); // which leaves it to the caller
        delete axis;
    }
    series_ = nullptr;
    scale_.clear();
    if (data_.isEmpty())
        return;
    findRange();
    names_ = new QBarCategoryAxis(chart());
    values_ = new QValueAxis(chart());
    if (data_.timeline)
        fillStanding();
    else
        fillLying();
    // The names only tell bars apart; what a person reads is drawn here.
    QStringList places;
    for (int bar = 0; bar < barCount(); ++bar)
        places << QString::number(bar);
    names_->append(places);
    names_->setLabelsVisible(false);
    names_->setGridLineVisible(false);
    names_->setLineVisible(false);
    values_->setLabelsVisible(false);
    values_->setLineVisible(false);
    values_->setGridLineVisible(false);
    values_->setRange(low_, high_);
    series_->setBarWidth(barWidth);
    chart()->addSeries(series_);
    chart()->addAxis(names_, data_.timeline ? Qt::AlignBottom : Qt::AlignLeft);
    chart()->addAxis(values_, data_.timeline ? Qt::AlignLeft : Qt::AlignBottom);
    series_->attachAxis(names_);
    series_->attachAxis(values_);
    restyle();
    arrange();
}

void BarChart::findRange() {
    qreal most = 1, least = 0;
    for (int bar = 0; bar < barCount(); ++bar) {
        const auto& values = data_.bars[static_cast<std::size_t>(bar)].values;
        most = std::max(most, static_cast<qreal>(values[0]));
        if (values.size() < 2)
            continue;
        if (data_.timeline)
            least = std::min(least, -static_cast<qreal>(values[1]));
        else
            most = std::max(most, static_cast<qreal>(values[1]));
    }
    step_ = roundStep(most - least, 5);
    // Lying bars have their counts behind them and need no scale.
    high_ = data_.timeline ? std::ceil(most / step_) * step_ : most;
    low_ = std::floor(least / step_) * step_;
    if (data_.timeline)
        for (int line = 0; line <= qRound((high_ - low_) / step_); ++line)
            scale_.push_back(low_ + line * step_);
}

void BarChart::fillStanding() {
    series_ = new QStackedBarSeries(chart());
    const int count = std::max(1, static_cast<int>(data_.series.size()));
    for (int i = 0; i < count; ++i) {
        auto* const set = new QBarSet(QString::number(i));
        for (const ChartBar& bar : data_.bars) {
            const auto value = static_cast<qreal>(bar.values[static_cast<std::size_t>(i)]);
            set->append(i == 0 ? value : -value);
        }
        series_->append(set);
    }
}

void BarChart::fillLying() {
    series_ = new QHorizontalBarSeries(chart());
    const int count = std::max(1, static_cast<int>(data_.series.size()));
    // From the bottom up, both the bars and what is side by side within one.
    for (int i = count - 1; i >= 0; --i) {
        auto* const set = new QBarSet(QString::number(i));
        for (int bar = barCount() - 1; bar >= 0; --bar)
            set->append(static_cast<qreal>(
                data_.bars[static_cast<std::size_t>(bar)].values[static_cast<std::size_t>(i)]));
        series_->append(set);
    }
}

QColor BarChart::seriesColor(int series) const {
    if (data_.series.size() > 1)
        return paletteColor(series == 0 ? TextColor::Added : TextColor::Removed, palette(),
                            QPalette::Active);
    return readable(palette().color(QPalette::Active, QPalette::Highlight),
                    palette().color(QPalette::Base));
}

void BarChart::restyle() {
    if (!series_)
        return;
    const QList<QBarSet*> sets = series_->barSets();
    for (int i = 0; i < sets.size(); ++i) {
        const int series = data_.timeline ? i : static_cast<int>(sets.size()) - 1 - i;
        sets[i]->setColor(seriesColor(series));
        sets[i]->setBorderColor(Qt::transparent);
    }
    viewport()->update();
}

void BarChart::arrange() {
    const QFontMetrics metrics = fontMetrics();
    const int line = metrics.height(), letter = metrics.averageCharWidth();
    const int half = line / 2, lineAndHalf = line * 3 / 2;
    QRectF room = QRectF(viewport()->rect()).adjusted(letter, half, -letter, -half);
    if (!data_.series.isEmpty())
        room.setTop(room.top() + line * 1.5);
    if (data_.timeline) {
        int numbers = 0;
        for (const qreal value : scale_)
            numbers = std::max(numbers, metrics.horizontalAdvance(axisText(value)));
        const int above = data_.mark ? lineAndHalf : half;
        plot_ = room.adjusted(numbers + letter, above, 0, -lineAndHalf);
    } else {
        int names = 0;
        int counts = 0;
        for (int i = 0; i < barCount(); ++i) {
            const ChartBar& bar = data_.bars[static_cast<std::size_t>(i)];
            names = std::max(names, metrics.horizontalAdvance(bar.name));
            for (const qint64 value : bar.values)
                counts = std::max(counts, metrics.horizontalAdvance(countText(value)));
        }
        nameWidth_ = std::min(names, static_cast<int>(room.width() * 0.42));
        plot_ = room.adjusted(nameWidth_ + letter, 0, -counts - letter, 0);
    }
    if (!data_.timeline)
        plot_.setHeight(std::min<qreal>(plot_.height(), thickestLines * line * barCount()));
    plot_.setWidth(std::max<qreal>(plot_.width(), 10));
    plot_.setHeight(std::max<qreal>(plot_.height(), 10));
    chart()->setPlotArea(plot_);
    viewport()->update();
}

QSize BarChart::sizeHint() const {
    const int line = fontMetrics().height(), letter = fontMetrics().averageCharWidth();
    if (data_.timeline || data_.isEmpty())
        return {letter * 90, line * 18};
    return {letter * 90, minimumSizeHint().height()};
}

QSize BarChart::minimumSizeHint() const {
    const int line = fontMetrics().height(), letter = fontMetrics().averageCharWidth();
    if (data_.timeline || data_.isEmpty())
        return {letter * fewestColumns, line * 8};
    // A line for each bar, two where it has two counts.
    const qreal lines = data_.series.isEmpty() ? 1.4 : 2.5;
    return {letter * fewestColumns,
            static_cast<int>(lines * line * barCount()) + line * (data_.series.isEmpty() ? 1 : 3)};
}

qreal BarChart::valuePlace(qreal value) const {
    const qreal part = (value - low_) / (high_ - low_);
    return data_.timeline ? plot_.bottom() - part * plot_.height()
                          : plot_.left() + part * plot_.width();
}

QRectF BarChart::band(int bar) const {
    const qreal count = std::max(1, barCount());
    if (data_.timeline) {
        const qreal width = plot_.width() / count;
        return {plot_.left() + bar * width, plot_.top(), width, plot_.height()};
    }
    const qreal height = plot_.height() / count;
    return {0, plot_.top() + bar * height, static_cast<qreal>(viewport()->width()), height};
}

void BarChart::paintPlain(QPainter& painter, const QRectF& target) {
    plain_ = true;
    render(&painter, target, viewport()->rect(), Qt::IgnoreAspectRatio);
    plain_ = false;
}

QRect BarChart::barRect(int bar) const {
    return band(bar).toAlignedRect();
}

int BarChart::barAt(const QPoint& place) const {
    if (data_.isEmpty())
        return -1;
    const qreal along = data_.timeline ? (place.x() - plot_.left()) / plot_.width()
                                       : (place.y() - plot_.top()) / plot_.height();
    const int bar = static_cast<int>(std::floor(along * barCount()));
    return along >= 0 && bar < barCount() ? bar : -1;
}

void BarChart::setCurrent(int bar) {
    if (data_.isEmpty())
        return;
    current_ = std::clamp(bar, 0, barCount() - 1);
    viewport()->update();
    announce();
    emit barCurrent(barRect(current_));
}

void BarChart::announce() {
    setAccessibleDescription(data_.isEmpty() ? data_.emptyText : data_.summary);
    QString name = tr("%1, %2").arg(data_.title, data_.of);
    if (!data_.isEmpty() && hasFocus())
        name += QStringLiteral(". ") + data_.barText(static_cast<std::size_t>(current_));
    setAccessibleName(name);
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
}

void BarChart::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    arrange();
}

void BarChart::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        restyle();
        setMinimumHeight(minimumSizeHint().height());
        arrange();
    }
}

void BarChart::keyPressEvent(QKeyEvent* event) {
    constexpr int page = 10;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        setCurrent(current_ - 1);
        break;
    case Qt::Key_Right:
    case Qt::Key_Down:
        setCurrent(current_ + 1);
        break;
    case Qt::Key_PageUp:
        setCurrent(current_ - page);
        break;
    case Qt::Key_PageDown:
        setCurrent(current_ + page);
        break;
    case Qt::Key_Home:
        setCurrent(0);
        break;
    case Qt::Key_End:
        setCurrent(barCount() - 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (!data_.isEmpty())
            emit barOpened(current_);
        break;
    default:
        event->ignore();
    }
}

void BarChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    pressed_ = barAt(event->pos());
    if (pressed_ >= 0)
        setCurrent(pressed_);
}

void BarChart::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    const int bar = barAt(event->pos());
    if (bar >= 0 && bar == std::exchange(pressed_, -1))
        emit barOpened(bar);
}

void BarChart::mouseMoveEvent(QMouseEvent* event) {
    const int bar = barAt(event->pos());
    if (bar == hovered_)
        return;
    hovered_ = bar;
    viewport()->setCursor(bar < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    viewport()->update();
    // A tip that is there already follows the mouse at once.
    if (bar < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPosition().toPoint(),
                           tipText(data_.barText(static_cast<std::size_t>(bar))).toHtmlEscaped(),
                           viewport());
}

bool BarChart::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QChartView::viewportEvent(event);
    const auto* const help = static_cast<QHelpEvent*>(event);
    if (const int bar = barAt(help->pos()); bar >= 0)
        QToolTip::showText(help->globalPos(),
                           tipText(data_.barText(static_cast<std::size_t>(bar))).toHtmlEscaped(),
                           viewport());
    return true;
}

void BarChart::wheelEvent(QWheelEvent* event) {
    event->ignore(); // the page scrolls
}

void BarChart::leaveEvent(QEvent* event) {
    hovered_ = -1;
    viewport()->update();
    QChartView::leaveEvent(event);
}

void BarChart::focusInEvent(QFocusEvent* event) {
    QChartView::focusInEvent(event);
    announce();
    viewport()->update();
}

void BarChart::focusOutEvent(QFocusEvent* event) {
    QChartView::focusOutEvent(event);
    announce();
    viewport()->update();
}

} // namespace mw::ui
