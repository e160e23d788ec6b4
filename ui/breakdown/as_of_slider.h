#pragma once

#include "breakdown/landing_chart.h"

#include <QAbstractSlider>

namespace mw::ui {

/// The days of a release with how much landed on each, the end of its merge window, and a handle at
/// the moment as of which it is looked at. The value is the day, from 0; the last stands for
/// everything. Keys: left and right a day, page a week, Home and End. GUI thread.
class AsOfSlider : public QAbstractSlider {
    Q_OBJECT

public:
    explicit AsOfSlider(QWidget* parent = nullptr);

    void setCurve(const LandingChart& curve);
    /// Shows it without asking for it; the handle stands within the day where it is not its end.
    void setMoment(std::optional<Seconds> moment);
    /// Where the day ends, in the widget.
    qreal placeOfDay(int day) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;
    void sliderChange(SliderChange change) override;

private:
    QRectF track() const;
    qreal placeOf(Seconds moment) const;
    qreal handlePlace() const;
    int dayAt(qreal place) const;
    void paintBars(QPainter& painter) const;
    void paintWindowEnd(QPainter& painter) const;
    void paintHandle(QPainter& painter) const;

    LandingChart curve_;
    std::optional<Seconds> moment_; ///< of the value, where it is no end of a day
};

} // namespace mw::ui
