#include "interfaces/compare/facts.h"

namespace mw::interfaces {

namespace {

const Values& values_of(const ComparedFacts& facts, const std::string& label) {
    static const Values none;
    const auto found = facts.find(label);
    return found == facts.end() ? none : found->second;
}

/// Those that the other side has not; all of them where that leaves nothing on both sides, because
/// only their order differs.
std::string listed(const Values& values, const Values& other) {
    std::string list;
    const bool same = values.holds_same(other);
    for (const auto& value : values.list())
        if (same || !other.contains(value))
            list.append(list.empty() ? "" : ", ").append(value);
    return list.empty() ? "–" : list;
}

} // namespace

void add_compared_facts(const Item& item, ComparedFacts& facts) {
    for (const auto& fact : item.facts)
        if (is_compared(item.kind, fact.label))
            facts[fact.label].add(fact.value);
}

std::vector<std::string> differing_labels(const ComparedFacts& a, const ComparedFacts& b) {
    std::vector<std::string> labels;
    for (const auto& [label, values] : a)
        if (values != values_of(b, label))
            labels.push_back(label);
    for (const auto& [label, values] : b)
        if (!a.contains(label))
            labels.push_back(label);
    return labels;
}

std::string difference_in_words(const std::string& label, const ComparedFacts& before,
                                const ComparedFacts& after) {
    const auto &old_values = values_of(before, label), &new_values = values_of(after, label);
    return label + ": " + listed(old_values, new_values) + " → " + listed(new_values, old_values);
}

} // namespace mw::interfaces
