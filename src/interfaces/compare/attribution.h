#pragma once

#include "interfaces/compare/events.h"
#include "interfaces/compare/tree_comparison.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace mw::interfaces {

/// Finds the changeset that made each difference between the ends of a range, from what each
/// changeset did to the files. One thread.
class Attribution {
public:
    /// position: the landing order within the range; changesets may be given in any order.
    void add(std::size_t position, const std::string& oid, std::vector<Event> events);

    /// The changes with their changesets; several of one item by one changeset are one. Once.
    std::vector<InterfaceChange> attribute(std::vector<Difference> differences);

private:
    struct Step {
        std::size_t position = 0;
        int came = 0, went = 0;
        std::vector<std::string> labels;
        bool changed = false;
    };
    using Steps = std::vector<Step>;

    Steps steps_of(Kind kind, const std::vector<std::string>& identities) const;
    static const Step* find(const Difference& difference, const Steps& steps);
    std::string oid_of(const Difference& difference) const;
    void note_moves(const std::vector<Event>& events);
    std::vector<std::string> with_moves(const Difference& difference) const;
    static const Step* find_added(const Steps& steps);
    static const Step* find_removed(const Steps& steps, std::size_t old_places);
    static const Step* find_changed(const Steps& steps, const std::string& label);
    static const Step* find_documented(const Steps& steps, bool added);

    std::unordered_map<std::string, Steps> steps_; ///< by kind and identity
    /// Parameters are known by their file: which other names they had before and after it was
    /// renamed.
    std::unordered_map<std::string, std::vector<std::string>> moves_;
    std::unordered_map<std::size_t, std::string> oids_;
};

} // namespace mw::interfaces
