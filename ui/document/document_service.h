#pragma once

#include "document/document_engine.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <array>
#include <exception>
#include <functional>
#include <stop_token>
#include <utility>

namespace mw::ui {

/// Runs what takes time for documents on two threads of its own: pages, which a person waits for,
/// and jobs (a ranking, a draft, an export), which take seconds. Each thread has a DocumentEngine.
/// Answers come back on the GUI thread, in order for each lane. GUI thread; the destructor stops
/// what runs and waits for it.
class DocumentService : public QObject {
    Q_OBJECT

public:
    enum class Lane { Pages, Jobs };
    using Failure = std::function<void(const std::exception& error)>;

    explicit DocumentService(const QString& database, QObject* parent = nullptr);
    ~DocumentService() override;

    /// work(DocumentEngine&, std::stop_token) on the lane's thread, then done(its result), or
    /// failure(what it threw), on this one; neither where context is gone by then or cancel() was
    /// called.
    template <typename Work, typename Done>
    void run(Lane lane, QObject* context, Work work, Done done, Failure failure);

    /// Ends what the lane runs and leaves out what waits there.
    void cancel(Lane lane);

    /// Commits came or went.
    void forgetIds();

private:
    struct Side {
        QThread thread;
        QObject* worker = nullptr;              ///< lives on the thread, deleted when it finishes
        std::unique_ptr<DocumentEngine> engine; ///< used on the thread alone
        std::stop_source stop;
    };

    Side& side(Lane lane) { return sides_[static_cast<std::size_t>(lane)]; }

    std::array<Side, 2> sides_;
};

template <typename Work, typename Done>
void DocumentService::run(Lane lane, QObject* context, Work work, Done done, Failure failure) {
    Side& where = side(lane);
    const auto answer = [this, stop = where.stop.get_token(),
                         wanted = QPointer<QObject>(context)](auto report) {
        // Nothing is posted to a service that is gone: its destructor waits for the threads.
        QMetaObject::invokeMethod(
            this,
            [stop, wanted, report = std::move(report)]() mutable {
                if (wanted && !stop.stop_requested())
                    report();
            },
            Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(
        where.worker,
        [engine = where.engine.get(), stop = where.stop.get_token(), answer, work = std::move(work),
         done = std::move(done), failure = std::move(failure)]() mutable {
            if (stop.stop_requested())
                return;
            try {
                answer([done, result = work(*engine, stop)]() mutable { done(std::move(result)); });
            } catch (const std::exception& error) {
                answer([failure, thrown = std::current_exception()] {
                    try {
                        std::rethrow_exception(thrown);
                    } catch (const std::exception& again) {
                        failure(again);
                    }
                });
            }
        },
        Qt::QueuedConnection);
}

} // namespace mw::ui
