#pragma once

#include "store/sql/stop_scope.h"
#include "workers/mailbox.h"

#include <QCoreApplication>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QThread>

#include <exception>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <stop_token>
#include <utility>

namespace mw::ui {

/// A thread with an Engine of its own, for what takes time: takes work from the GUI thread and
/// brings the results back to it, in order. Engine is made on the GUI thread, used on the thread
/// alone, and should open what it needs when it is first asked; the thread begins then, too. What
/// is no more wanted ends in the middle of what it asks of the store, too. GUI thread; the
/// destructor stops what runs and leaves out what waits, but for what runs always: that is done
/// before it returns.
template <typename Engine>
class WorkThread {
public:
    using Failure = std::function<void(const std::exception& error)>;

    template <typename... Arguments>
    explicit WorkThread(const QString& name, Arguments&&... arguments)
        : engine_(std::make_unique<Engine>(std::forward<Arguments>(arguments)...)),
          worker_(new Mailbox) {
        thread_.setObjectName(name);
        worker_->moveToThread(&thread_);
        QObject::connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    }

    ~WorkThread() {
        cancel();
        if (!thread_.isRunning()) {
            delete worker_;
            return;
        }
        // QThread::quit() overtakes what waits in the queue.
        waitForWork();
        thread_.quit();
        thread_.wait();
    }

    WorkThread(const WorkThread&) = delete;
    WorkThread& operator=(const WorkThread&) = delete;

    /// Before the first work.
    void setPriority(QThread::Priority priority) { priority_ = priority; }

    /// work(Engine&, std::stop_token) on the thread, then done(its result), or failure(what it
    /// threw), on this one; neither where context is gone by then or cancel() was called.
    template <typename Work, typename Done>
    void run(QObject* context, Work work, Done done, Failure failure) {
        post(context, std::move(work), std::move(done), std::move(failure), Turn::IfWanted,
             stop_.get_token());
    }

    /// The same where of each kind, an enumerator or a small number, only the newest is wanted:
    /// it ends what runs of its kind and leaves out what waits of it.
    template <typename Kind, typename Work, typename Done>
    void runLatest(Kind kind, QObject* context, Work work, Done done, Failure failure) {
        forget(kind);
        post(context, std::move(work), std::move(done), std::move(failure), Turn::IfWanted,
             kinds_[static_cast<int>(kind)].get_token());
    }

    /// The same for what a person made, work(Engine&): done in its turn, whatever ends before that.
    template <typename Work, typename Done>
    void runAlways(QObject* context, Work work, Done done, Failure failure) {
        post(context,
             [work = std::move(work)](Engine& engine, const std::stop_token&) mutable {
                 return work(engine);
             },
             std::move(done), std::move(failure), Turn::Always, {});
    }

    /// The same for work(Engine&, std::stop_token) whose end is always told, so that others can
    /// wait for it: cancel() asks it to stop, and what it throws then is a failure as any other.
    template <typename Work, typename Done>
    void runToEnd(QObject* context, Work work, Done done, Failure failure) {
        post(context, std::move(work), std::move(done), std::move(failure), Turn::Always,
             stop_.get_token());
    }

    /// No answer of that kind is wanted any more.
    template <typename Kind>
    void forget(Kind kind) {
        renew(kinds_[static_cast<int>(kind)]);
    }

    /// Ends what runs and leaves out what waits, of every kind.
    void cancel() {
        renew(stop_);
        for (auto& [kind, stop] : kinds_)
            renew(stop);
    }

    /// Waits for all that was asked for, and gives out its answers before it returns.
    void settle() {
        if (!thread_.isRunning())
            return;
        waitForWork();
        QCoreApplication::sendPostedEvents(&home_, QEvent::MetaCall);
    }

    /// For work that tells something on its way: tell(action) runs action() on the GUI thread, in
    /// order with the answers, and not where context is gone by then. To be made on the GUI thread
    /// and called on the thread.
    auto reporter(QObject* context) {
        return [home = &home_, wanted = QPointer<QObject>(context)](auto action) {
            home->post([wanted, action = std::move(action)]() mutable {
                if (wanted)
                    action();
            });
        };
    }

private:
    enum class Turn { IfWanted, Always };

    static void renew(std::stop_source& source) {
        source.request_stop();
        source = {};
    }

    template <typename Work, typename Done>
    void post(QObject* context, Work work, Done done, Failure failure, Turn turn,
              std::stop_token stop) {
        // Nothing is posted to a home that is gone: the destructor waits for the thread.
        const auto answer = [tell = reporter(context), stop, turn](auto report) {
            tell([stop, turn, report = std::move(report)]() mutable {
                if (turn == Turn::Always || !stop.stop_requested())
                    report();
            });
        };
        post([engine = engine_.get(), stop = std::move(stop), answer, work = std::move(work),
              done = std::move(done), failure = std::move(failure), turn]() mutable {
            if (turn == Turn::IfWanted && stop.stop_requested())
                return;
            try {
                const store::StopScope scope(turn == Turn::IfWanted ? stop : std::stop_token());
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

    template <typename What>
    void post(What what) {
        if (!thread_.isRunning())
            thread_.start(priority_);
        worker_->post(std::move(what));
    }

    /// Until all that was asked for is done.
    void waitForWork() {
        std::promise<void> done;
        const auto waited = done.get_future();
        worker_->post([done = std::move(done)]() mutable { done.set_value(); });
        waited.wait();
    }

    Mailbox home_; ///< where answers arrive
    QThread thread_;
    std::unique_ptr<Engine> engine_;
    Mailbox* worker_; ///< lives on the thread, deleted when it finishes
    QThread::Priority priority_ = QThread::InheritPriority;
    std::stop_source stop_;
    std::map<int, std::stop_source> kinds_;
};

} // namespace mw::ui
