#pragma once

#include <QObject>

#include <deque>
#include <memory>
#include <mutex>
#include <utility>

namespace mw::ui {

/// Takes actions from any thread and runs them on the one it lives on, one for each event, in the
/// order in which they came. Only the wake-up goes through Qt's queue of events,
/// the action through a queue behind a mutex of our own: ThreadSanitizer, which does not see into
/// Qt, knows then what was handed over. What still waits when it is deleted is left out; it must
/// outlive those who post to it.
class Mailbox : public QObject {
    Q_OBJECT

public:
    /// action(), which may be movable only. Any thread.
    template <typename Action>
    void post(Action action) {
        put(std::make_unique<ActionTask<Action>>(std::move(action)));
    }

private:
    struct Task {
        virtual ~Task() = default;
        virtual void run() = 0;
    };

    template <typename Action>
    struct ActionTask final : Task {
        explicit ActionTask(Action given) : action(std::move(given)) {}
        void run() override { action(); }
        Action action;
    };

    void put(std::unique_ptr<Task> task);
    Q_INVOKABLE void runNext();

    std::mutex mutex_;
    std::deque<std::unique_ptr<Task>> waiting_;
};

} // namespace mw::ui
