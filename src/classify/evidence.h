#pragma once

#include "base/message.h"
#include "classify/classifier.h"
#include "classify/title_evidence.h"

#include <array>
#include <string>
#include <vector>

namespace mw::classify {

constexpr std::size_t section_count = 9;
constexpr std::size_t subgroup_count = 17;

/// Everything that speaks for one place or another, weighed; the classifier fills it, decides by it
/// and words its reason from it.
struct Evidence {
    /// One for each path of the changeset.
    std::vector<const PathOpinion*> opinions;
    TitleOpinion title;
    const Rule* pull = nullptr;

    /// The sum of the opinions' weights.
    double file_weight = 0.0;
    /// Parts of file_weight.
    std::array<double, section_count> by_section{};
    std::array<double, subgroup_count> by_subgroup{};

    double share(Section section) const {
        return file_weight > 0.0 ? by_section[static_cast<std::size_t>(section)] / file_weight
                                 : 0.0;
    }
};

/// The reason for a place in words, from the evidence that spoke for it.
base::Message explain(const Evidence& evidence, const SectionKey& place, const PathEvidence& judge);

/// "1 file", "14 files".
base::Message files_in_words(std::size_t count);

} // namespace mw::classify
