#include "app/navigation.h"

#include <utility>

namespace mw::ui {

namespace {

/// A commit looked at for less than this was passed by, not visited.
constexpr qint64 passingMilliseconds = 700;
/// A pause this long makes the next letter of a filter a step of its own.
constexpr qint64 typingMilliseconds = 2500;
constexpr std::size_t stepsKept = 500;

} // namespace

void Navigation::start(const Location& location) {
    back_.clear();
    forward_.clear();
    lastStep_ = Step::Other;
    arrive(location);
}

void Navigation::go(const Location& location) {
    take(location, Step::Other);
}

void Navigation::openRelease(const QString& name) {
    // Sections and words carry over from release to release; a commit does not.
    Location next = current_;
    next.release = name;
    next.commit.clear();
    next.commitRow = 0;
    take(next, Step::Other);
}

void Navigation::openSection(const SectionChoice& section) {
    Location next = current_;
    next.section = section;
    take(next, Step::Other);
}

void Navigation::openFilter(const QString& filter) {
    Location next = current_;
    next.filter = filter;
    take(next, Step::Filter);
}

void Navigation::openAllReleases(bool all) {
    Location next = current_;
    next.allReleases = all;
    take(next, Step::Other);
}

void Navigation::openCommit(const QString& oid, store::RowId row) {
    Location next = current_;
    next.commit = oid;
    next.commitRow = row;
    take(next, Step::Commit);
}

bool Navigation::passing(const Location& location, Step step) {
    if (step != lastStep_ || step == Step::Other || !sinceStep_.isValid())
        return false;
    if (step == Step::Commit)
        return current_.sameList(location) && sinceStep_.elapsed() < passingMilliseconds;
    // An emptied filter and one started afresh are places to come back to.
    return !location.filter.isEmpty() && !current_.filter.isEmpty() &&
           sinceStep_.elapsed() < typingMilliseconds;
}

void Navigation::take(const Location& location, Step step) {
    if (location == current_)
        return;
    if (!passing(location, step))
        back_.push_back(current_);
    if (back_.size() > stepsKept)
        back_.erase(back_.begin());
    forward_.clear();
    lastStep_ = step;
    sinceStep_.start();
    arrive(location);
}

void Navigation::back() {
    if (back_.empty())
        return;
    forward_.push_back(current_);
    const Location location = std::move(back_.back());
    back_.pop_back();
    lastStep_ = Step::Other;
    arrive(location);
}

void Navigation::forward() {
    if (forward_.empty())
        return;
    back_.push_back(current_);
    const Location location = std::move(forward_.back());
    forward_.pop_back();
    lastStep_ = Step::Other;
    arrive(location);
}

void Navigation::arrive(const Location& location) {
    const Location before = std::exchange(current_, location);
    emit changed(current_, before);
    emit waysChanged();
}

} // namespace mw::ui
