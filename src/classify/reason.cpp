#include "base/message.h"
#include "classify/evidence.h"

#include <map>
#include <string_view>

namespace mw::classify {

namespace {

/// Of the files that speak for the place: how many, and what most of them have in common.
struct Agreement {
    std::size_t files = 0;
    std::size_t known = 0;
    std::string_view pattern;
    std::size_t under_pattern = 0;
    const PathOpinion* example = nullptr;
    std::size_t by_entry = 0;
};

Agreement find_agreement(const Evidence& evidence, const SectionKey& place) {
    Agreement agreement;
    std::map<std::string_view, std::size_t> patterns;
    for (const auto* opinion : evidence.opinions) {
        if (opinion->rule == nullptr)
            continue;
        ++agreement.known;
        if (opinion->place != place)
            continue;
        ++agreement.files;
        if (opinion->pattern.empty()) {
            ++agreement.by_entry;
            if (agreement.example == nullptr)
                agreement.example = opinion;
            continue;
        }
        const auto count = ++patterns[opinion->pattern];
        if (count > agreement.under_pattern) {
            agreement.under_pattern = count;
            agreement.pattern = opinion->pattern;
            agreement.example = opinion;
        }
    }
    return agreement;
}

base::Message describe_files(const Agreement& agreement, std::size_t all,
                             const PathEvidence& judge) {
    const bool by_pattern = agreement.under_pattern >= agreement.by_entry;
    const auto files = by_pattern ? agreement.under_pattern : agreement.by_entry;
    const auto count =
        all == 1 ? base::Message("its one file") : base::Message("{} of {} files", files, all);
    if (by_pattern)
        return agreement.pattern.ends_with('/')
                   ? base::Message("{} under {}; rule {}", count, agreement.pattern,
                                   agreement.example->rule->name)
                   : base::Message("{} like {}; rule {}", count, agreement.pattern,
                                   agreement.example->rule->name);
    return base::Message("{} by MAINTAINERS entry '{}'; rule {}", count,
                         judge.maintainers()->title(agreement.example->entry),
                         agreement.example->rule->name);
}

} // namespace

base::Message files_in_words(std::size_t count) {
    return count == 1 ? base::Message("1 file") : base::Message("{} files", count);
}

base::Message explain(const Evidence& evidence, const SectionKey& place,
                      const PathEvidence& judge) {
    const auto agreement = find_agreement(evidence, place);
    const auto all = evidence.opinions.size();
    const bool title_agrees = evidence.title.rule != nullptr && evidence.title.rule->place == place;
    if (agreement.files > 0) {
        const auto files = describe_files(agreement, all, judge);
        if (title_agrees && 2 * agreement.files <= agreement.known)
            return base::Message("{}; {}", evidence.title.why, files);
        return title_agrees ? base::Message("{}; {}", files, evidence.title.why) : files;
    }
    if (title_agrees)
        return base::Message("{}; rule {}", evidence.title.why, evidence.title.rule->name);
    if (evidence.pull != nullptr)
        return base::Message("its pull names a tree of rule {}", evidence.pull->name);
    return base::Message("no rule, MAINTAINERS entry or pull speaks for a section");
}

} // namespace mw::classify
