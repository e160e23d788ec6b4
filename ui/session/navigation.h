#pragma once

#include "session/location.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <vector>

namespace mw::ui {

/// Where the window is, where it was, and the way back and forward. Panels ask to go somewhere;
/// all of them follow changed(). What a person only passes on the way (the letters of a filter
/// being typed, the commits under a held arrow key) replaces the step before. GUI thread.
class Navigation : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    const Location& current() const { return current_; }
    bool canGoBack() const { return !back_.empty(); }
    bool canGoForward() const { return !forward_.empty(); }

    void go(const Location& location);
    /// Where the window starts: there is no way back from it.
    void start(const Location& location);

    // Steps from the current location.
    void openRelease(const QString& name);
    void openSection(const SectionChoice& section);
    void openFilter(const QString& filter);
    void openAllReleases(bool all);
    /// A step only where the moment before was none: a slider passes many.
    void openAsOf(std::optional<Seconds> moment);
    /// In place of what was chosen on that way before; without a term, nothing is.
    void openBreakdown(const Refinement& choice);
    void openCommit(const QString& oid, store::RowId row = 0);
    /// line: of the document's source; 0: where it was left, or its start.
    void openPage(const QString& address, int line = 0);
    void leaveCommit();
    /// The reader has scrolled: the place to come back to. No step, and nothing follows.
    void keepPlace(int place);
    /// The page is called otherwise now, wherever the way leads through it.
    void renamePage(const QString& from, const QString& to);
    /// Breakdowns back and forward to releases that are not there any more are forgotten.
    void keepReleases(const std::function<bool(const QString& release)>& isThere);

public slots:
    void back();
    void forward();

signals:
    void changed(const mw::ui::Location& location, const mw::ui::Location& before);
    void historyChanged();

private:
    enum class Step { Other, Filter, Commit, Moment, Breakdown };

    void take(const Location& location, Step step);
    void arrive(const Location& location);
    bool passing(const Location& location, Step step);

    Location current_;
    std::vector<Location> back_, forward_; ///< the nearest last
    Step lastStep_ = Step::Other;
    QElapsedTimer sinceStep_;
};

} // namespace mw::ui
