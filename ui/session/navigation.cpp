#include "session/navigation.h"

#include "core/page.h"

#include <algorithm>
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
    // Sections, people and words carry over from release to release; commits and times do not.
    Location next = current_;
    next.release = name;
    next.commit.clear();
    next.commitRow = 0;
    next.page.clear();
    next.pageLine = next.pagePlace = 0;
    next.asOf.reset();
    std::erase_if(next.refinements, [](const Refinement& choice) {
        return choice.way == Breakdown::Pulls || choice.way == Breakdown::Time;
    });
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

void Navigation::openAsOf(std::optional<Seconds> moment) {
    Location next = current_;
    next.asOf = moment;
    take(next, Step::Moment);
}

void Navigation::openBreakdown(const Refinement& choice) {
    Location next = current_;
    const auto before = std::ranges::find(next.refinements, choice.way, &Refinement::way);
    if (choice.term.isEmpty())
        std::erase_if(next.refinements,
                      [&](const Refinement& old) { return old.way == choice.way; });
    else if (before != next.refinements.end())
        *before = choice;
    else
        next.refinements.push_back(choice);
    take(next, Step::Breakdown);
}

void Navigation::openCommit(const QString& oid, store::RowId row) {
    Location next = current_;
    next.commit = oid;
    next.commitRow = row;
    // A tab of a commit's own keeps that commit.
    if (Page::parse(next.page).kind == Page::Kind::CommitTab) {
        next.page.clear();
        next.pageLine = next.pagePlace = 0;
    }
    take(next, Step::Commit);
}

void Navigation::openPage(const QString& address, int line) {
    Location next = current_;
    next.page = address;
    next.pageLine = line;
    next.pagePlace = 0;
    const auto known = std::ranges::find(back_.rbegin(), back_.rend(), address, &Location::page);
    if (line == 0 && known != back_.rend())
        next.pagePlace = known->pagePlace;
    take(next, Step::Other);
}

void Navigation::leaveCommit() {
    Location next = current_;
    next.commit.clear();
    next.commitRow = 0;
    take(next, Step::Other);
}

void Navigation::keepPlace(int place) {
    current_.pageLine = 0;
    current_.pagePlace = place;
}

void Navigation::renamePage(const QString& from, const QString& to) {
    for (std::vector<Location>* const way : {&back_, &forward_})
        for (Location& location : *way)
            if (location.page == from)
                location.page = to;
    if (current_.page != from)
        return;
    Location next = current_;
    next.page = to;
    arrive(next);
}

bool Navigation::passing(const Location& location, Step step) {
    if (step != lastStep_ || step == Step::Other || !sinceStep_.isValid())
        return false;
    if (step == Step::Commit)
        return current_.sameList(location) && current_.samePage(location) &&
               sinceStep_.elapsed() < passingMilliseconds;
    if (step == Step::Breakdown)
        return std::ranges::equal(current_.refinements, location.refinements, {}, &Refinement::way,
                                  &Refinement::way) &&
               sinceStep_.elapsed() < passingMilliseconds;
    if (step == Step::Moment)
        return location.asOf && current_.asOf && sinceStep_.elapsed() < typingMilliseconds;
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

void Navigation::keepReleases(const std::function<bool(const QString& release)>& isThere) {
    const auto gone = [&](const Location& location) { return !isThere(location.release); };
    if (std::erase_if(back_, gone) + std::erase_if(forward_, gone) > 0)
        emit historyChanged();
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
    emit historyChanged();
}

} // namespace mw::ui
