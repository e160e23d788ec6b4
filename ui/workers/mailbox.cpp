#include "workers/mailbox.h"

namespace mw::ui {

void Mailbox::put(std::unique_ptr<Task> task) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(task));
    }
    // By its name: a functor would be an object that both threads touch.
    QMetaObject::invokeMethod(this, "runNext", Qt::QueuedConnection);
}

void Mailbox::runNext() {
    std::unique_ptr<Task> task;
    {
        const std::lock_guard lock(mutex_);
        task = std::move(waiting_.front());
        waiting_.pop_front();
    }
    task->run();
}

} // namespace mw::ui
