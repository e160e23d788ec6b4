#pragma once

#include "store/model/records.h"
#include "workers/lazy_reader.h"
#include "workers/work_thread.h"

#include <QAction>
#include <QTimer>

#include <memory>
#include <optional>

namespace mw::ui {

class OverviewPage;
class Session;

/// The way to the overview of a release. Has the release in front weighed, on a thread of its own,
/// while that is looked at, and shows there what stands out. Waits until the list is there, and
/// leaves out histories that would keep a processor busy for long. GUI thread. Session and page
/// outlive it.
class HighlightsController : public QObject {
    Q_OBJECT

public:
    HighlightsController(const QString& database, Session& session, OverviewPage& page,
                         QObject* parent = nullptr);
    ~HighlightsController() override;

    /// To the overview, from whatever is read.
    QAction* overviewAction() { return overview_; }

signals:
    /// They are on screen.
    void shown();
    void failed(const QString& sentence);

private:
    /// What was weighed: the release as it was at a moment.
    struct Subject {
        store::RowId release = 0;
        std::int64_t changesets = 0;
        store::LineState lines = store::LineState::counted;
        std::optional<Seconds> asOf;

        bool operator==(const Subject&) const = default;
    };

    void openOverview();
    Subject subject() const;
    void follow();
    void weigh();

    const QString database_;
    Session& session_;
    OverviewPage& page_;
    QAction* const overview_;
    QTimer rest_;
    Subject weighed_; ///< on screen, or on its way
    std::unique_ptr<WorkThread<LazyReader>> thread_;
};

} // namespace mw::ui
