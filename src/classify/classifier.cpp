#include "classify/classifier.h"

#include "base/message.h"
#include "classify/evidence.h"
#include "classify/maintainers/maintainers.h"
#include "classify/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace mw::classify {

namespace {

/// What the pull counts for, where all the files together count 1: it decides between equals.
constexpr double pull_weight = 0.1;

/// Files that say little, as a header that nobody claims, say no more for being the only ones: the
/// title counts as beside this much of them at the least.
constexpr double least_file_weight = 0.5;

constexpr std::size_t index_of(Section section) {
    return static_cast<std::size_t>(section);
}

constexpr std::size_t index_of(Subgroup subgroup) {
    return static_cast<std::size_t>(subgroup);
}

template <typename Id, std::size_t N>
Id heaviest(const std::array<double, N>& weights, Id preferred) {
    const auto most = *std::ranges::max_element(weights);
    // Sums of shares are never quite equal.
    if (weights[index_of(preferred)] >= most - 1e-9)
        return preferred;
    return static_cast<Id>(std::ranges::max_element(weights) - weights.begin());
}

/// The part of the tree that a path belongs to, coarse: a place, and under arch/ the architecture.
std::string area_of(std::string_view path, const PathOpinion& opinion) {
    std::string area =
        fmt::format("{}.{}", index_of(opinion.place.section), index_of(opinion.place.subgroup));
    if (path.starts_with("arch/"))
        area.append(path.substr(4, path.find('/', 5) - 4));
    return area;
}

} // namespace

struct Classifier::State {
    State(std::shared_ptr<const Rules> rules, std::shared_ptr<const Maintainers> maintainers)
        : judge(std::move(rules), std::move(maintainers)) {}

    Evidence gather(const Subject& changeset);
    std::size_t count_areas(const Subject& changeset, const Evidence& evidence,
                            double& largest) const;
    bool is_tree_wide(const Subject& changeset, const Evidence& evidence, std::size_t& areas) const;
    SectionKey decide(const Evidence& evidence) const;
    std::string subsystem(const Evidence& evidence) const;

    const Rule* pull_rule(std::string_view title);

    PathEvidence judge;
    StringMap<const Rule*> pulls;
};

/// Remembered by title: what landed together comes together.
const Rule* Classifier::State::pull_rule(std::string_view title) {
    if (const auto known = pulls.find(title); known != pulls.end())
        return known->second;
    return pulls.emplace(std::string(title), pull_evidence(judge.rules(), title)).first->second;
}

Evidence Classifier::State::gather(const Subject& changeset) {
    Evidence evidence;
    evidence.title = title_evidence(read_title(changeset.title), judge);
    evidence.pull = pull_rule(changeset.pull_title);
    evidence.opinions.reserve(changeset.paths.size());
    for (const auto path : changeset.paths) {
        const auto& opinion = judge.opinion(path);
        evidence.opinions.push_back(&opinion);
        if (opinion.rule == nullptr)
            continue;
        evidence.file_weight += opinion.weight;
        evidence.by_section[index_of(opinion.place.section)] += opinion.weight;
        evidence.by_subgroup[index_of(opinion.place.subgroup)] += opinion.weight;
    }
    return evidence;
}

std::size_t Classifier::State::count_areas(const Subject& changeset, const Evidence& evidence,
                                           double& largest) const {
    StringMap<double> areas;
    for (std::size_t i = 0; i < changeset.paths.size(); ++i) {
        const auto& opinion = *evidence.opinions[i];
        // Headers and documentation go along with any change and make no area of their own.
        if (opinion.rule != nullptr && opinion.weight >= 0.3)
            areas[area_of(changeset.paths[i], opinion)] += opinion.weight;
    }
    for (const auto& [area, weight] : areas)
        largest = std::max(largest, weight);
    return areas.size();
}

/// A change that goes over many parts of the tree with no part of it in the lead: five areas or
/// more, at least eight files, and no area with half of the weight. A title that names one of the
/// larger parts says that it is about that part all the same.
bool Classifier::State::is_tree_wide(const Subject& changeset, const Evidence& evidence,
                                     std::size_t& areas) const {
    if (changeset.paths.size() < 8)
        return false;
    double largest = 0.0;
    areas = count_areas(changeset, evidence, largest);
    if (areas < 5 || largest > 0.5 * evidence.file_weight)
        return false;
    return evidence.title.rule == nullptr ||
           evidence.share(evidence.title.rule->place.section) < 0.25;
}

SectionKey Classifier::State::decide(const Evidence& evidence) const {
    auto sections = evidence.by_section;
    auto subgroups = evidence.by_subgroup;
    // Only what is in the section hardware has a subgroup; "none" must not win there.
    subgroups[index_of(Subgroup::none)] = -1.0;
    const double all = std::max(evidence.file_weight, least_file_weight);
    SectionKey preferred;
    const auto add = [&](const Rule* rule, double weight) {
        if (rule == nullptr)
            return;
        sections[index_of(rule->place.section)] += weight * all;
        if (rule->place.section == Section::hardware)
            subgroups[index_of(rule->place.subgroup)] += weight * all;
        preferred = rule->place;
    };
    add(evidence.pull, pull_weight);
    add(evidence.title.rule, evidence.title.weight);
    const auto section = heaviest(sections, preferred.section);
    if (section != Section::hardware)
        return {section, Subgroup::none};
    return {section, heaviest(subgroups, preferred.subgroup)};
}

std::string Classifier::State::subsystem(const Evidence& evidence) const {
    if (!judge.maintainers())
        return {};
    std::vector<std::pair<Maintainers::Entry, double>> votes;
    for (const auto* opinion : evidence.opinions) {
        if (opinion->entry == PathOpinion::no_entry)
            continue;
        // A path that no rule knows still names its subsystem.
        const double weight = std::max(opinion->weight, 0.01);
        const auto found =
            std::ranges::find(votes, opinion->entry, &std::pair<Maintainers::Entry, double>::first);
        if (found == votes.end())
            votes.emplace_back(opinion->entry, weight);
        else
            found->second += weight;
    }
    const auto best =
        std::ranges::max_element(votes, {}, &std::pair<Maintainers::Entry, double>::second);
    return best == votes.end() ? std::string() : judge.maintainers()->title(best->first);
}

Classifier::Classifier(std::shared_ptr<const Rules> rules,
                       std::shared_ptr<const Maintainers> maintainers)
    : state_(std::make_unique<State>(std::move(rules), std::move(maintainers))) {}

Classifier::~Classifier() = default;

/// What was learnt stays behind: two threads must not share it.
Classifier::Classifier(const Classifier& other)
    : Classifier(other.state_->judge.shared_rules(), other.state_->judge.maintainers()) {}

Classifier::Classifier(Classifier&& other) noexcept = default;

Classifier& Classifier::operator=(Classifier other) noexcept {
    state_.swap(other.state_);
    return *this;
}

/// Cases, first that holds:
///   1. Every file that counts falls to a rule that decides alone (documentation): its place.
///   2. A change over the whole tree: internal.
///   3. The section with the most weight of files, title and pull; in hardware the subgroup with
///      the most. A title decides between equals, then the pull.
///   4. Nobody speaks: misc, by default.
Verdict Classifier::classify(const Subject& changeset) {
    const auto evidence = state_->gather(changeset);
    Verdict verdict;
    verdict.subsystem = state_->subsystem(evidence);
    const auto decides_alone = [](const PathOpinion* opinion) {
        return opinion->rule != nullptr && opinion->rule->alone;
    };
    std::size_t areas = 0;
    if (!evidence.opinions.empty() && std::ranges::all_of(evidence.opinions, decides_alone) &&
        (evidence.title.rule == nullptr || evidence.title.rule->layer == 0)) {
        verdict.place = evidence.opinions.front()->place;
        verdict.reason =
            base::Message("nothing but {} of rule {}", files_in_words(changeset.paths.size()),
                          evidence.opinions.front()->rule->name);
    } else if (state_->is_tree_wide(changeset, evidence, areas)) {
        verdict.place = {Section::internal, Subgroup::none};
        verdict.reason =
            base::Message("{} in {} areas, none with half of them: a change over the tree",
                          files_in_words(changeset.paths.size()), areas);
    } else {
        verdict.by_default =
            evidence.file_weight <= 0.0 && evidence.title.rule == nullptr && !evidence.pull;
        verdict.place = state_->decide(evidence);
        verdict.reason = explain(evidence, verdict.place, state_->judge);
    }
    verdict.adds = detect_new_hardware(changeset, verdict.place);
    return verdict;
}

} // namespace mw::classify
