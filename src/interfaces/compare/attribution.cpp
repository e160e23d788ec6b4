#include "interfaces/compare/attribution.h"

#include <algorithm>
#include <utility>

// A changeset that takes an item out of one file and puts it into another has moved it: came and
// went cancel out. In landing order, counting the files that define an item:
//   added    the last changeset with which the count leaves zero: an item that came, went and came
//            again is the last one's
//   removed  the last changeset with which the count falls to zero
//   changed  the last changeset that changed that fact; failing that, the last that moved the item
// History is no line: the same patch can land on two branches, and the count then never reaches
// zero. Then the first changeset that brought it and the last that took it are meant.
//   A parameter of a module has another name once its file is part of another one: the changeset
// that moved it there brought one name and took the other, where none brought or took the
// parameter.
//   Where nothing was done to the item itself, its causes are looked at. Where only a merge made
//   the
// difference, none is found.

namespace mw::interfaces {

namespace {

std::string key_of(Kind kind, const std::string& identity) {
    return static_cast<char>('a' + static_cast<int>(kind)) + identity;
}

bool is_of_same_item(const Difference& a, const Difference& b) {
    return a.change.change == Change::changed && b.change.change == Change::changed &&
           a.change.kind == b.change.kind && a.change.name == b.change.name;
}

} // namespace

void Attribution::add(std::size_t position, const std::string& oid, std::vector<Event> events) {
    if (!events.empty())
        oids_[position] = oid;
    note_moves(events);
    for (auto& event : events) {
        auto& steps = steps_[key_of(event.kind, event.identity)];
        if (steps.empty() || steps.back().position != position)
            steps.push_back({position, 0, 0, {}, false});
        auto& step = steps.back();
        step.came += event.step == Event::Step::came ? 1 : 0;
        step.went += event.step == Event::Step::went ? 1 : 0;
        step.changed |= event.step == Event::Step::changed;
        step.labels.insert(step.labels.end(), std::make_move_iterator(event.labels.begin()),
                           std::make_move_iterator(event.labels.end()));
    }
}

/// "a.c:debug" went and "b.c:debug" came with one changeset.
void Attribution::note_moves(const std::vector<Event>& events) {
    std::unordered_map<std::string, std::vector<const Event*>> by_parameter;
    for (const auto& event : events)
        if (const auto colon = event.identity.rfind(':'); event.kind == Kind::param &&
                                                          colon != std::string::npos &&
                                                          event.step != Event::Step::changed)
            by_parameter[event.identity.substr(colon)].push_back(&event);
    for (const auto& [parameter, both] : by_parameter) {
        if (both.size() != 2 || both[0]->step == both[1]->step)
            continue;
        moves_[both[0]->identity].push_back(both[1]->identity);
        moves_[both[1]->identity].push_back(both[0]->identity);
    }
}

std::vector<std::string> Attribution::with_moves(const Difference& difference) const {
    constexpr std::size_t most_names = 16;
    auto identities = difference.identities;
    if (difference.change.kind != Kind::param)
        return identities;
    for (std::size_t at = 0; at < identities.size(); ++at) {
        const auto found = moves_.find(identities[at]);
        if (found == moves_.end())
            continue;
        for (const auto& other : found->second)
            if (identities.size() < most_names &&
                std::ranges::find(identities, other) == identities.end())
                identities.push_back(other);
    }
    return identities;
}

const Attribution::Step* Attribution::find_added(const Steps& steps) {
    const Step *crossing = nullptr, *first = nullptr;
    int count = 0;
    for (const auto& step : steps) {
        const int before = count;
        count += step.came - step.went;
        if (before <= 0 && count > 0)
            crossing = &step;
        if (first == nullptr && step.came > step.went)
            first = &step;
    }
    return crossing != nullptr ? crossing : first;
}

const Attribution::Step* Attribution::find_removed(const Steps& steps, std::size_t old_places) {
    const Step *crossing = nullptr, *last = nullptr;
    auto count = static_cast<int>(old_places);
    for (const auto& step : steps) {
        const int before = count;
        count += step.came - step.went;
        if (before > 0 && count <= 0)
            crossing = &step;
        if (step.went > step.came)
            last = &step;
    }
    return crossing != nullptr ? crossing : last;
}

const Attribution::Step* Attribution::find_changed(const Steps& steps, const std::string& label) {
    const Step *changed = nullptr, *moved = nullptr;
    for (const auto& step : steps) {
        if (std::ranges::find(step.labels, label) == step.labels.end())
            continue;
        (step.changed ? changed : moved) = &step;
    }
    return changed != nullptr ? changed : moved;
}

/// The last that brought or took the documentation of a parameter.
const Attribution::Step* Attribution::find_documented(const Steps& steps, bool added) {
    const Step* last = nullptr;
    for (const auto& step : steps)
        if ((added ? step.came : step.went) > 0 &&
            std::ranges::find(step.labels, documented_label) != step.labels.end())
            last = &step;
    return last;
}

/// Of all definitions together: what a changeset took from one and gave to another has moved.
Attribution::Steps Attribution::steps_of(Kind kind,
                                         const std::vector<std::string>& identities) const {
    Steps all;
    for (const auto& identity : identities)
        if (const auto found = steps_.find(key_of(kind, identity)); found != steps_.end())
            all.insert(all.end(), found->second.begin(), found->second.end());
    std::ranges::stable_sort(all, {}, &Step::position);
    Steps joined;
    for (auto& step : all) {
        if (joined.empty() || joined.back().position != step.position) {
            joined.push_back(std::move(step));
            continue;
        }
        auto& last = joined.back();
        last.came += step.came;
        last.went += step.went;
        last.changed |= step.changed;
        last.labels.insert(last.labels.end(), step.labels.begin(), step.labels.end());
    }
    return joined;
}

const Attribution::Step* Attribution::find(const Difference& difference, const Steps& steps) {
    const bool removed = difference.change.change == Change::removed;
    if (difference.change.change == Change::changed)
        return difference.label.empty() ? find_added(steps) : find_changed(steps, difference.label);
    if (difference.label == documented_label)
        return find_documented(steps, !removed);
    return removed ? find_removed(steps, difference.old_places) : find_added(steps);
}

std::string Attribution::oid_of(const Difference& difference) const {
    for (const auto& identities :
         {with_moves(difference), difference.identities, difference.causes}) {
        const auto steps = steps_of(difference.change.kind, identities);
        if (const auto* step = find(difference, steps); step != nullptr)
            return oids_.at(step->position);
    }
    return {};
}

std::vector<InterfaceChange> Attribution::attribute(std::vector<Difference> differences) {
    for (auto& difference : differences)
        difference.change.oid = oid_of(difference);

    std::vector<InterfaceChange> changes;
    for (std::size_t at = 0; at < differences.size(); ++at) {
        auto& change = differences[at].change;
        auto& words = differences[at].words;
        if (change.change == Change::changed && words.empty())
            continue; // told with an earlier one
        for (std::size_t next = at + 1; next < differences.size(); ++next) {
            auto& other = differences[next];
            if (!is_of_same_item(differences[at], other))
                break;
            if (other.change.oid != change.oid)
                continue;
            auto more = std::exchange(other.words, {});
            if (words != more)
                words.append("\n").append(more);
        }
        if (!words.empty())
            change.detail = words + (change.detail.empty() ? "" : "\n\n") + change.detail;
        changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace mw::interfaces
