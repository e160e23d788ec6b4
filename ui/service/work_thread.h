#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QThread>

#include <exception>
#include <functional>
#include <memory>
#include <stop_token>
#include <utility>

namespace mw::ui {

/// A thread with an Engine of its own, for what takes time: takes work from the GUI thread and
/// brings the results back to it, in order. Engine is made on the GUI thread, used on the thread
/// alone, and should open what it needs when it is first asked. GUI thread; the destructor stops
/// what runs and waits for it.
template <typename Engine>
class WorkThread {
public:
    using Failure = std::function<void(const std::exception& error)>;

    template <typename... Arguments>
    explicit WorkThread(const QString& name, Arguments&&... arguments)
        : engine_(std::make_unique<Engine>(std::forward<Arguments>(arguments)...)),
          worker_(new QObject) {
        thread_.setObjectName(name);
        worker_->moveToThread(&thread_);
        QObject::connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
        thread_.start();
    }

    ~WorkThread() {
        stop_.request_stop();
        thread_.quit();
        thread_.wait();
    }

    WorkThread(const WorkThread&) = delete;
    WorkThread& operator=(const WorkThread&) = delete;

    /// work(Engine&, std::stop_token) on the thread, then done(its result), or failure(what it
    /// threw), on this one; neither where context is gone by then or cancel() was called.
    template <typename Work, typename Done>
    void run(QObject* context, Work work, Done done, Failure failure) {
        const auto answer = [home = &home_, stop = stop_.get_token(),
                             wanted = QPointer<QObject>(context)](auto report) {
            // Nothing is posted to a home that is gone: the destructor waits for the thread.
            QMetaObject::invokeMethod(
                home,
                [stop, wanted, report = std::move(report)]() mutable {
                    if (wanted && !stop.stop_requested())
                        report();
                },
                Qt::QueuedConnection);
        };
        post([engine = engine_.get(), stop = stop_.get_token(), answer, work = std::move(work),
              done = std::move(done), failure = std::move(failure)]() mutable {
            if (stop.stop_requested())
                return;
            try {
                answer([done, result = work(*engine, stop)]() mutable { done(std::move(result)); });
            } catch (const std::exception&) {
                answer([failure, thrown = std::current_exception()] {
                    try {
                        std::rethrow_exception(thrown);
                    } catch (const std::exception& again) {
                        failure(again);
                    }
                });
            }
        });
    }

    /// Ends what runs and leaves out what waits.
    void cancel() {
        stop_.request_stop();
        stop_ = {};
    }

private:
    template <typename What>
    void post(What what) {
        QMetaObject::invokeMethod(worker_, std::move(what), Qt::QueuedConnection);
    }

    QObject home_; ///< where answers arrive
    QThread thread_;
    std::unique_ptr<Engine> engine_;
    QObject* worker_; ///< lives on the thread, deleted when it finishes
    std::stop_source stop_;
};

} // namespace mw::ui
