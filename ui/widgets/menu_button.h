#pragma once

#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>

namespace mw::ui {

/// A tool button of words whose menu opens at a click, with an arrow behind them: styles draw it
/// small, into a corner of the words. GUI thread.
class MenuButton : public QToolButton {
    Q_OBJECT

public:
    explicit MenuButton(QWidget* parent = nullptr) : QToolButton(parent) {
        setPopupMode(InstantPopup);
    }

    QSize sizeHint() const override { return QToolButton::sizeHint() + QSize(arrowRoom(), 0); }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        QStylePainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        option.features &=
            ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
        QStyleOptionToolButton label = option;
        option.text.clear();
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
        const QRect words = rect().adjusted(0, 0, -arrowRoom(), 0);
        label.rect = QStyle::visualRect(layoutDirection(), rect(), words);
        painter.drawControl(QStyle::CE_ToolButtonLabel, label);
        const int side = arrowRoom();
        const QRect arrow(words.right() - side / 4, (height() - side) / 2, side, side);
        option.rect = QStyle::visualRect(layoutDirection(), rect(), arrow);
        painter.drawPrimitive(QStyle::PE_IndicatorArrowDown, option);
    }

private:
    int arrowRoom() const { return fontMetrics().height() * 2 / 3; }
};

} // namespace mw::ui
