#pragma once

#include "bench/usage_record.h"
#include "changesets/changeset_view.h"
#include "fixtures/stall_meter.h"
#include "window/main_window.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleOptionSlider>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <functional>

/// The real window on a database, a person's hands for it, and a stall meter that is read after
/// each thing they do. GUI thread.
class WindowDrive {
public:
    explicit WindowDrive(const QString& database) : window_(optionsFor(database)) {
        using namespace mw::ui;
        QObject::connect(&window_, &MainWindow::complete, [this] { complete_ = true; });
        QObject::connect(&window_.session(), &Session::listChanged, [this] { ++lists_; });
        QObject::connect(&window_.session(), &Session::commitShown, [this] { ++commits_; });
        QObject::connect(&window_, &MainWindow::failed, [](const QString& sentence) {
            std::fprintf(stderr, "The window says: %s\n", qPrintable(sentence));
        });
        window_.show();
        QApplication::setActiveWindow(&window_); // there may be no window manager
        until([this] { return complete_; });
        StallMeter::run(rest);
        std::printf("%d rows\n\n%-44s %8s %8s %6s %6s  %s\n", table().model()->rowCount(),
                    "longest stall, ms", "all", "own", "> 50", "MiB", "while handling");
        meter_.restart();
    }

    mw::ui::MainWindow& window() { return window_; }
    mw::ui::ChangesetView& table() { return *window_.findChild<mw::ui::ChangesetView*>(); }
    mw::ui::Navigation& navigation() { return window_.session().navigation(); }
    double worst() const { return worst_; }

    /// step() measures and prints nothing from now on.
    void be_quiet() { quiet_ = true; }

    /// Of UsageRecord::of_status().
    static long long mebibytesOf(const char* field) { return UsageRecord::of_status(field) / 1024; }

    static constexpr int betweenKeys = 33; ///< milliseconds, of a held key
    static constexpr int rest = 300;       ///< longer than what is begun later waits for

    /// What was done since the last step belongs to none.
    void forget() {
        StallMeter::run(rest);
        meter_.restart();
    }

    /// Does it, waits for what follows from it, and prints the longest stall.
    void step(const char* label, const std::function<void()>& work) {
        work();
        StallMeter::run(rest);
        const StallMeter::Stall stall = meter_.longest();
        if (quiet_) {
            meter_.restart();
            return;
        }
        std::printf("%-44s %8.1f %8.1f %6d %6lld  %s\n", label, stall.milliseconds, stall.own(),
                    meter_.stalls(), mebibytesOf("VmRSS:"), qPrintable(stall.during));
        if (stall.own() > StallMeter::limit)
            for (const QString& line : stall.stack.mid(0, stackLines))
                std::printf("        %s\n", qPrintable(line.left(100)));
        std::fflush(stdout);
        worst_ = std::max(worst_, stall.own());
        meter_.restart();
    }

    /// False where it did not come to be within a minute.
    static bool until(const std::function<bool()>& condition, int most = patience) {
        QElapsedTimer clock;
        clock.start();
        while (!condition() && clock.elapsed() < most)
            StallMeter::run(2);
        if (!condition())
            std::fprintf(stderr, "(what was waited for did not come)\n");
        return condition();
    }

    /// Until the list that work asks for is there, where it asks for one.
    void listed(const std::function<void()>& work) {
        const int before = lists_;
        work();
        QElapsedTimer clock;
        clock.start();
        while (lists_ == before && clock.elapsed() < 2'000)
            StallMeter::run(2);
    }

    /// Until the commit that work asks for is shown.
    void shown(const std::function<void()>& work) {
        const int before = commits_;
        work();
        until([&] { return commits_ > before; });
    }

    static void key(QWidget* widget, Qt::Key key, int times, Qt::KeyboardModifiers with = {}) {
        for (int i = 0; i < times; ++i) {
            QTest::keyClick(widget, key, with);
            StallMeter::run(betweenKeys);
        }
    }

    static void wheel(QAbstractScrollArea& view, int notches, int direction) {
        const QPointF place = view.viewport()->rect().center();
        for (int i = 0; i < notches; ++i) {
            QWheelEvent event(place, view.viewport()->mapToGlobal(place), {}, {0, 120 * direction},
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(view.viewport(), &event);
            StallMeter::run(8);
        }
    }

    /// From top to end and half way back, by the handle of the scroll bar.
    static void drag(QScrollBar& bar) {
        constexpr int steps = 240;
        QStyleOptionSlider option;
        option.initFrom(&bar);
        option.orientation = Qt::Vertical;
        option.minimum = bar.minimum();
        option.maximum = bar.maximum();
        option.sliderPosition = option.sliderValue = bar.value();
        option.pageStep = bar.pageStep();
        option.subControls = QStyle::SC_All;
        const auto part = [&](QStyle::SubControl control) {
            return bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, control, &bar);
        };
        const QRect groove = part(QStyle::SC_ScrollBarGroove),
                    handle = part(QStyle::SC_ScrollBarSlider);
        const int start = handle.center().y(), way = groove.height() - handle.height() + 1;
        const auto mouse = [&](QEvent::Type type, int y, Qt::MouseButtons held) {
            const QPointF place(groove.center().x(), y);
            QMouseEvent event(type, place, bar.mapToGlobal(place),
                              type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, held, {});
            QCoreApplication::sendEvent(&bar, &event);
            StallMeter::run(8);
        };
        mouse(QEvent::MouseButtonPress, start, Qt::LeftButton);
        for (int i = 0; i <= steps * 3 / 2; ++i)
            mouse(QEvent::MouseMove, start + way * (i <= steps ? i : 2 * steps - i) / steps,
                  Qt::LeftButton);
        mouse(QEvent::MouseButtonRelease, start + way / 2, Qt::NoButton);
    }

private:
    static constexpr int patience = 60'000;
    static constexpr int stackLines = 14;

    static mw::ui::StartOptions optionsFor(const QString& database) {
        mw::ui::StartOptions options;
        options.database = database;
        return options;
    }

    mw::ui::MainWindow window_;
    StallMeter meter_;
    bool complete_ = false, quiet_ = false;
    int lists_ = 0, commits_ = 0;
    double worst_ = 0;
};
