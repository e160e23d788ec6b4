#pragma once

#include "breakdown/as_of_slider.h"

#include <QDateEdit>
#include <QLabel>
#include <QTimer>
#include <QToolButton>
#include <QWidget>

namespace mw::ui {

/// As of which moment the release is looked at: the slider over its landings, the date to be typed,
/// what had landed by then in words, and two moments that articles are cut at. Words follow the
/// handle at once, moments are asked for at a pace that lists can keep up with. GUI thread.
class AsOfBar : public QWidget {
    Q_OBJECT

public:
    explicit AsOfBar(QWidget* parent = nullptr);

    /// Hides all but a sentence where no landing is known.
    void setCurve(const LandingChart& curve);
    /// Shows it without asking for it. While a person is on the way elsewhere, that goes on.
    void setMoment(std::optional<Seconds> moment);
    std::optional<Seconds> moment() const { return moment_; }

    /// The handle gets the focus, as soon as it is there.
    void focusHandle();
    void goToMiddle();
    void goToWindowEnd();
    void goToEverything();

signals:
    void momentChosen(std::optional<Seconds> moment);

private:
    QToolButton* addButton(const QString& text, const QString& name, const QString& toolTip);
    void choose(std::optional<Seconds> moment);
    void show(std::optional<Seconds> moment);
    void announce();

    LandingChart curve_;
    std::optional<Seconds> moment_;
    std::optional<Seconds> announced_;
    bool focusWanted_ = false;
    QTimer pace_;
    AsOfSlider* slider_;
    QLabel* label_;
    QDateEdit* date_;
    QLabel* words_;
    QToolButton* middle_;
    QToolButton* window_;
    QToolButton* everything_;
};

} // namespace mw::ui
