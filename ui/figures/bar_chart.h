#pragma once

#include "figures/chart_data.h"

#include <QtCharts/QChartView>

#include <vector>

class QAbstractBarSeries;
class QBarCategoryAxis;
class QValueAxis;

namespace mw::ui {

/// One chart: bars that stand or lie, each with its name and its count, drawn by Qt Charts in the
/// palette's colours. Words are drawn here, elided where there is no room and whole in a tool tip,
/// so that none is cut and none stands on another. A bar is chosen by mouse or arrow keys and
/// opened by click or Enter. GUI thread.
class BarChart : public QChartView {
    Q_OBJECT

public:
    explicit BarChart(QWidget* parent = nullptr);
    ~BarChart() override;

    void setChart(const ChartData& data);
    const ChartData& data() const { return data_; }

    int currentBar() const { return current_; }
    /// Where a bar's row or column is, for who points at it.
    QRect barRect(int bar) const;
    int barAt(const QPoint& place) const;

    /// As it is on screen, without what follows mouse and keyboard.
    void paintPlain(QPainter& painter, const QRectF& target);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void barOpened(int bar);
    /// The bar at this height is to be seen.
    void barCurrent(const QRect& rect);

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    static constexpr qreal barWidth = 0.72; ///< of the room that a bar has

    static QString axisText(qreal value);
    void rebuild();
    void fillStanding();
    void fillLying();
    void findRange();
    void restyle();
    void arrange();
    void setCurrent(int bar);
    void announce();
    QColor seriesColor(int series) const;
    qreal valuePlace(qreal value) const;
    QRectF band(int bar) const;
    void drawLegend(QPainter& painter) const;
    void drawStanding(QPainter& painter) const;
    void drawLying(QPainter& painter) const;
    void drawMark(QPainter& painter) const;
    int barCount() const { return static_cast<int>(data_.drawn()); }

    ChartData data_;
    QAbstractBarSeries* series_ = nullptr; ///< the chart owns series and axes
    QBarCategoryAxis* names_ = nullptr;
    QValueAxis* values_ = nullptr;
    QRectF plot_;
    qreal low_ = 0, high_ = 1, step_ = 1; ///< of the values, round numbers
    std::vector<qreal> scale_;            ///< values with a line of their own; of standing bars
    int nameWidth_ = 0;                   ///< of lying bars
    int current_ = 0, hovered_ = -1, pressed_ = -1;
    bool plain_ = false;
};

} // namespace mw::ui
