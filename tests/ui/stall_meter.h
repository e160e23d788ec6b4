#pragma once

#include "stack_sample.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QEventLoop>
#include <QFile>
#include <QMetaEnum>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <pthread.h>
#include <stop_token>
#include <thread>
#include <unistd.h>
#include <utility>

/// Measures the longest time in which the event loop of this thread did not come round. A thread
/// posts an event to it, waits until it is delivered, and does so again and again: what one of them
/// waits is what a key pressed at that moment would wait. Time in which this thread was ready to
/// run and had no processor is told apart, for that is the machine's and not the program's.
/// GUI thread, after QApplication is there.
class StallMeter : public QObject {
public:
    struct Stall {
        double milliseconds = 0; ///< from a beat to its delivery
        double queued = 0;       ///< of these, waiting for a processor
        QString during;          ///< the event that took longest meanwhile, and who got it
        QStringList stack;       ///< what was being done in it; empty for short ones

        double own() const { return milliseconds - queued; }
        /// One line for a report.
        QString text() const {
            return QStringLiteral("%1 ms (%2 waiting for a processor): %3")
                .arg(milliseconds, 0, 'f', 1)
                .arg(queued, 0, 'f', 1)
                .arg(during);
        }
    };

    StallMeter() : thread_(pthread_self()) {
        clock_.start();
        waits_.setFileName(QStringLiteral("/proc/self/task/%1/schedstat").arg(gettid()));
        if (!waits_.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            qWarning("This system does not say how long a thread waits for a processor.");
        qApp->installEventFilter(this);
        watcher_ = std::jthread([this](const std::stop_token& stop) { watch(stop); });
    }

    ~StallMeter() override {
        watcher_.request_stop();
        {
            const std::lock_guard lock(mutex_);
            answered_ = true;
        }
        delivered_.notify_all();
        watcher_.join();
    }

    /// Forgets what was, and measures anew.
    void restart() {
        const std::lock_guard lock(mutex_);
        longest_ = {};
        stalls_ = 0;
        forget_ = true; // the beat on its way may have been waiting since before
    }

    /// By its own time, since restart().
    Stall longest() const {
        const std::lock_guard lock(mutex_);
        return longest_;
    }
    /// How many stalls took longer than `limit` in their own time, since restart().
    int stalls() const {
        const std::lock_guard lock(mutex_);
        return stalls_;
    }

    static constexpr double limit = 50; ///< milliseconds

    /// Lets the event loop run for so long; QTest::qWait() sleeps in between, which would count.
    static void run(int milliseconds) {
        QEventLoop loop;
        QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
        loop.exec();
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == this)
            return false;
        closePart();
        part_ = {watched->metaObject()->className(), watched->objectName(), event->type()};
        return false;
    }

protected:
    void customEvent(QEvent* event) override {
        if (event->type() != beat)
            return;
        closePart();
        part_ = {};
        const std::lock_guard lock(mutex_);
        Stall stall;
        stall.milliseconds = double(clock_.nsecsElapsed() - posted_) / 1e6;
        stall.queued = std::clamp(double(waited() - waitedBefore_) / 1e6, 0.0, stall.milliseconds);
        if (!std::exchange(forget_, false)) {
            stalls_ += stall.own() > limit ? 1 : 0;
            if (stall.own() > longest_.own()) {
                stall.during = describe(longestPart_);
                stall.stack = stack_;
                longest_ = stall;
            }
        }
        longestPart_ = {};
        longestPartTime_ = 0;
        answered_ = true;
        delivered_.notify_all();
    }

private:
    static constexpr auto beat = QEvent::Type(QEvent::User + 4711);
    static constexpr std::chrono::milliseconds pause{2};
    static constexpr std::chrono::milliseconds worthALook{25};

    /// What the loop is delivering.
    struct Part {
        const char* receiver = nullptr;
        QString name;
        QEvent::Type type = QEvent::None;
    };

    static QString describe(const Part& part) {
        if (!part.receiver)
            return QStringLiteral("no event");
        const char* const type = QMetaEnum::fromType<QEvent::Type>().valueToKey(part.type);
        return QStringLiteral("%1 to %2 %3")
            .arg(QLatin1String(type ? type : "event"), QLatin1String(part.receiver), part.name)
            .trimmed();
    }

    /// An event lasts until the next one comes, within it or after it; what was before the beat
    /// does not count.
    void closePart() {
        const qint64 now = clock_.nsecsElapsed();
        const qint64 lasted = now - std::max(partBegun_, posted_.load());
        if (lasted > longestPartTime_) {
            longestPartTime_ = lasted;
            longestPart_ = part_;
        }
        partBegun_ = now;
    }

    /// Nanoseconds in which the GUI thread wanted to run and could not, since it began.
    qint64 waited() {
        waits_.seek(0);
        return waits_.readAll().split(' ').value(1).toLongLong();
    }

    void watch(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (!stop.stop_requested()) {
            answered_ = false;
            stack_.clear();
            waitedBefore_ = waited();
            posted_ = clock_.nsecsElapsed();
            QCoreApplication::postEvent(this, new QEvent(beat));
            if (!delivered_.wait_for(lock, worthALook, [this] { return answered_; })) {
                lock.unlock();
                QStringList stack = sample_.take(thread_);
                lock.lock();
                if (!answered_)
                    stack_ = std::move(stack);
                delivered_.wait(lock, [this] { return answered_; });
            }
            lock.unlock();
            std::this_thread::sleep_for(pause);
            lock.lock();
        }
    }

    const pthread_t thread_;
    const StackSample sample_;
    QElapsedTimer clock_;

    // The GUI thread's alone.
    Part part_, longestPart_;
    qint64 partBegun_ = 0, longestPartTime_ = 0;

    std::atomic<qint64> posted_ = 0; ///< when the beat on its way was
    mutable std::mutex mutex_;       ///< guards what follows, but for the thread
    std::condition_variable delivered_;
    QFile waits_;
    qint64 waitedBefore_ = 0;
    bool answered_ = false, forget_ = false;
    QStringList stack_;
    Stall longest_;
    int stalls_ = 0;
    std::jthread watcher_;
};
