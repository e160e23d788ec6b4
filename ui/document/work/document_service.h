#pragma once

#include "document/work/document_engine.h"
#include "workers/work_thread.h"

namespace mw::ui {

/// Runs what takes time for documents on two threads of its own: pages, which a person waits for,
/// and jobs (a ranking, a draft, an export), which take seconds. GUI thread; the destructor stops
/// what runs and waits for it.
class DocumentService {
public:
    enum class Lane { Pages, Jobs };
    using Thread = WorkThread<DocumentEngine>;

    explicit DocumentService(const QString& database)
        : pages_(QStringLiteral("documents"), database),
          jobs_(QStringLiteral("document jobs"), database) {}

    /// As WorkThread::run(); answers come in order for each lane.
    template <typename Work, typename Done>
    void run(Lane lane, QObject* context, Work work, Done done, Thread::Failure failure) {
        thread(lane).run(context, std::move(work), std::move(done), std::move(failure));
    }

    /// As WorkThread::runAlways().
    template <typename Work, typename Done>
    void runAlways(Lane lane, QObject* context, Work work, Done done, Thread::Failure failure) {
        thread(lane).runAlways(context, std::move(work), std::move(done), std::move(failure));
    }

    /// As WorkThread::reporter().
    auto reporter(Lane lane, QObject* context) { return thread(lane).reporter(context); }

    /// Ends what the lane runs and leaves out what waits there.
    void cancel(Lane lane) { thread(lane).cancel(); }

private:
    Thread& thread(Lane lane) { return lane == Lane::Pages ? pages_ : jobs_; }

    Thread pages_, jobs_;
};

} // namespace mw::ui
