#pragma once

#include "classify/maintainers/glob.h"
#include "classify/maintainers/maintainers.h"
#include "classify/rules_data.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mw::classify {

/// What one path says about its changeset.
struct PathOpinion {
    static constexpr Maintainers::Entry no_entry = static_cast<Maintainers::Entry>(-1);

    /// Null where neither a rule nor MAINTAINERS knows the path.
    const Rule* rule = nullptr;
    SectionKey place;
    double weight = 0.0;
    /// The pattern of the rule; empty where the entry decided.
    std::string_view pattern;
    /// The MAINTAINERS entry that matches best.
    Maintainers::Entry entry = no_entry;
};

/// Asks the rules and MAINTAINERS about paths and remembers every answer: a release touches the
/// same file again and again. Shares both, owns the memory of answers; one thread at a time.
///
/// Cases, first that holds:
///   1. A path pattern of the rules that is no fallback.
///   2. A MAINTAINERS entry of the path that a rule names, best entry first.
///   3. A MAINTAINERS entry whose other files have a place by case 1: the place of most of them.
///      This is what sorts headers under include/ and whatever directory is new in a later kernel.
///   4. A fallback pattern.
class PathEvidence {
public:
    PathEvidence(std::shared_ptr<const Rules> rules,
                 std::shared_ptr<const Maintainers> maintainers);

    /// The reference stays good until the judge goes.
    const PathOpinion& opinion(std::string_view path);

    /// The rule that a path or directory falls to by its patterns alone, or null.
    const PathPattern* pattern_for(std::string_view path) const;

    const Rules::Data& rules() const { return rules_->data(); }
    const std::shared_ptr<const Rules>& shared_rules() const { return rules_; }
    const std::shared_ptr<const Maintainers>& maintainers() const { return maintainers_; }

private:
    PathOpinion judge(std::string_view path);
    const Rule* rule_of_entry(Maintainers::Entry entry);
    const Rule* learn_rule_of_entry(Maintainers::Entry entry) const;

    std::shared_ptr<const Rules> rules_;
    std::shared_ptr<const Maintainers> maintainers_;
    StringMap<PathOpinion> opinions_;
    std::vector<std::optional<const Rule*>> entry_rules_;
};

} // namespace mw::classify
