#include "classify/path_evidence.h"

#include <algorithm>
#include <map>

namespace mw::classify {

namespace {

/// Files that count for less than this (documentation) do not tell what an entry is about.
constexpr double telling_weight = 0.3;

} // namespace

PathEvidence::PathEvidence(std::shared_ptr<const Rules> rules,
                           std::shared_ptr<const Maintainers> maintainers)
    : rules_(std::move(rules)), maintainers_(std::move(maintainers)) {
    if (maintainers_)
        entry_rules_.resize(maintainers_->entry_count());
}

const PathOpinion& PathEvidence::opinion(std::string_view path) {
    if (const auto known = opinions_.find(path); known != opinions_.end())
        return known->second;
    return opinions_.emplace(std::string(path), judge(path)).first->second;
}

const PathPattern* PathEvidence::pattern_for(std::string_view path) const {
    return rules().paths.find(path);
}

PathOpinion PathEvidence::judge(std::string_view path) {
    PathOpinion opinion;
    const auto* pattern = pattern_for(path);
    const auto* by_pattern = pattern != nullptr ? &rules().rules[pattern->rule] : nullptr;
    const Rule* by_entry = nullptr;
    if (maintainers_) {
        const auto entries = maintainers_->matches(path);
        if (!entries.empty())
            opinion.entry = entries.front();
        if (by_pattern == nullptr || by_pattern->fallback)
            for (auto entry = entries.begin(); entry != entries.end() && by_entry == nullptr;
                 ++entry)
                by_entry = rule_of_entry(*entry);
    }
    opinion.rule = by_entry != nullptr ? by_entry : by_pattern;
    if (opinion.rule == nullptr)
        return opinion;
    opinion.place = opinion.rule->place;
    if (by_entry == nullptr)
        opinion.pattern = pattern->text;
    // A fallback counts for what it is; what an entry adds is a full opinion.
    const double base = by_entry != nullptr ? std::min(by_entry->weight, 1.0) : by_pattern->weight;
    const auto* kind = rules().weights.find(path);
    opinion.weight = base * (kind != nullptr ? kind->factor : 1.0);
    return opinion;
}

const Rule* PathEvidence::rule_of_entry(Maintainers::Entry entry) {
    auto& known = entry_rules_[entry];
    if (!known)
        known = learn_rule_of_entry(entry);
    return *known;
}

const Rule* PathEvidence::learn_rule_of_entry(Maintainers::Entry entry) const {
    if (const auto* named = find_glob(rules().entries, maintainers_->title(entry)))
        return &rules().rules[named->rule];
    std::map<const Rule*, int> votes;
    for (const auto& file : maintainers_->file_patterns(entry)) {
        const auto* pattern = pattern_for(file);
        if (pattern == nullptr)
            continue;
        const auto& rule = rules().rules[pattern->rule];
        if (!rule.fallback && rule.weight >= telling_weight)
            ++votes[&rule];
    }
    const Rule* best = nullptr;
    int most = 0;
    // By the rules' order, so that a tie is always decided the same way.
    for (const auto& [rule, count] : votes)
        if (count > most) {
            best = rule;
            most = count;
        }
    return best;
}

} // namespace mw::classify
