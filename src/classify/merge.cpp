#include "base/message.h"
#include "classify/classifier.h"
#include "classify/title_evidence.h"

#include <algorithm>
#include <array>

namespace mw::classify {

namespace {

Verdict place_by_title(const Rules* rules, std::string_view title) {
    Verdict verdict;
    const auto* rule = rules != nullptr ? pull_evidence(rules->data(), title) : nullptr;
    if (rule == nullptr) {
        verdict.by_default = true;
        verdict.reason = base::Message("brought no changeset, and its title names no known tree");
        return verdict;
    }
    verdict.place = rule->place;
    verdict.reason = base::Message("its title names a tree of rule {}", rule->name);
    return verdict;
}

Verdict place_of_most(const std::vector<SectionKey>& brought) {
    std::array<std::size_t, 9> sections{};
    std::array<std::size_t, 17> subgroups{};
    for (const auto& place : brought) {
        ++sections[static_cast<std::size_t>(place.section)];
        if (place.section == Section::hardware)
            ++subgroups[static_cast<std::size_t>(place.subgroup)];
    }
    Verdict verdict;
    const auto section = std::ranges::max_element(sections);
    verdict.place.section = static_cast<Section>(section - sections.begin());
    auto words = std::string(key(verdict.place.section));
    if (verdict.place.section == Section::hardware) {
        const auto subgroup = std::ranges::max_element(subgroups);
        verdict.place.subgroup = static_cast<Subgroup>(subgroup - subgroups.begin());
        words.append("/").append(key(verdict.place.subgroup));
    }
    verdict.reason = brought.size() == 1
                         ? base::Message("the one changeset it brought is {}", words)
                         : base::Message("{} of the {} changesets it brought are {}", *section,
                                         brought.size(), key(verdict.place.section));
    return verdict;
}

} // namespace

Verdict classify_merge(std::string_view title, const std::vector<SectionKey>& brought) {
    return brought.empty() ? place_by_title(nullptr, title) : place_of_most(brought);
}

Verdict classify_merge(const Rules& rules, std::string_view title,
                       const std::vector<SectionKey>& brought) {
    return brought.empty() ? place_by_title(&rules, title) : place_of_most(brought);
}

} // namespace mw::classify
