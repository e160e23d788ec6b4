#include "ranking/score.h"

#include "base/message.h"
#include "base/text.h"
#include "document/markdown/markdown.h"
#include "ranking/path_signals.h"
#include "ranking/pull_text.h"
#include "ranking/title_kind.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <unordered_map>

namespace mw::document {

namespace {

/// Bytes of a message that explains itself.
constexpr std::size_t explanation = 900;

/// Gathers the points of one changeset.
class Judge {
public:
    Judge(const store::CommitDetail& commit, const std::string& pull_text,
          const store::Release& release)
        : commit_(commit), pull_text_(pull_text), release_(release) {
        for (const auto& change : commit.paths)
            look_at(change, facts_);
    }

    Score run() {
        title();
        files();
        interfaces();
        size();
        text();
        trailers();
        std::ranges::sort(worth_.reasons, [](const ScoreReason& left, const ScoreReason& right) {
            return std::abs(left.points) > std::abs(right.points);
        });
        worth_.row = commit_.row;
        worth_.documented = facts_.documents > 0;
        worth_.feature = kind_of_title(commit_.row.subject) == TitleKind::feature ||
                         (facts_.added_code > 0 && !moved_);
        return std::move(worth_);
    }

private:
    void give(double points, base::Message words) {
        worth_.score += points;
        worth_.reasons.push_back({points, std::move(words)});
    }

    void title();
    void files();
    void interfaces();
    void size();
    void text();
    void trailers();

    const store::CommitDetail& commit_;
    const std::string& pull_text_;
    const store::Release& release_;
    PathFacts facts_;
    bool moved_ = false;
    Score worth_;
};

void Judge::title() {
    // Files that go along with their lines are a thing removed, whatever the title calls it.
    const auto deletions = commit_.row.deletions.value_or(0);
    const auto insertions = commit_.row.insertions.value_or(0);
    // The lines are counted as if nothing were ever renamed.
    moved_ = facts_.removed_code > 0 && facts_.added_code > 0 && deletions > 0 &&
             insertions < deletions + deletions / 2;
    if (moved_)
        give(-7, base::Message("moves code that was there"));
    const bool removal = facts_.removed_code >= 2 && facts_.added_code == 0 && deletions > 600 &&
                         deletions > 5 * insertions;
    switch (kind_of_title(commit_.row.subject)) {
    case TitleKind::feature:
        give(4, base::Message("its title says that something is new"));
        break;
    case TitleKind::change:
        break;
    case TitleKind::fix:
        give(-6, base::Message("its title says fix"));
        break;
    case TitleKind::plumbing:
        // In that section it is what people read for, unless it is inside of a tool.
        if (commit_.row.place.section == classify::Section::internal &&
            !(facts_.code && facts_.tools_alone))
            give(2, base::Message("its title says that it is for other developers"));
        else
            give(-3, base::Message("its title says plumbing"));
        break;
    case TitleKind::cleanup:
        if (!removal)
            give(-7, base::Message("its title says cleanup"));
        break;
    case TitleKind::revert:
        give(-10, base::Message("it is a revert"));
        break;
    case TitleKind::upkeep:
        give(-8, base::Message("its title says upkeep"));
        break;
    }
    // What changes for people takes some words to say.
    if (is_rewrite(commit_.row.subject) && commit_.body.size() < explanation)
        give(-4, base::Message("writes anew what was there"));
    if (is_for_testing(commit_.row.subject, commit_.body) || (facts_.code && facts_.tests_alone))
        give(-6, base::Message("is for testing and debugging"));
    if (removal)
        give(5, base::Message("removes {} files", facts_.removed_code));
}

void Judge::files() {
    if (facts_.added_code > 0 && !moved_)
        give(std::min(6.0, 2 + std::log2(facts_.added_code) * 1.5),
             facts_.added_code == 1 ? base::Message("adds a file")
                                    : base::Message("adds {} files", facts_.added_code));
    if (facts_.configuration && commit_.row.insertions.value_or(0) > 20)
        give(facts_.added_code > 0 ? 3 : 1.5, base::Message("changes the configuration's options"));
    if (facts_.added_documents > 0)
        give(facts_.code ? 4 : 1, base::Message("comes with new documentation"));
    else if (facts_.documents > 0)
        give(facts_.code ? 2 : 0.5, base::Message("changes documentation"));
    if (facts_.code && facts_.tools_alone && facts_.added_code == 0)
        give(-2, base::Message("is inside of a tool"));
    if (facts_.staging)
        give(-5, base::Message("is in drivers/staging"));
    if (commit_.row.adds)
        give(4, base::Message("supports new hardware: {}", commit_.row.adds->what));
}

void Judge::interfaces() {
    if (facts_.system_calls)
        give(4, base::Message("changes the table of system calls"));
    if (facts_.abi)
        give(2, base::Message("documents an interface to user space"));
    if (facts_.exported_header)
        give(3, base::Message("changes headers for user space"));
    if (facts_.parameters)
        give(3, base::Message("has a boot parameter"));
    if (facts_.trace_events)
        give(2, base::Message("adds trace events"));
}

void Judge::size() {
    const auto lines = commit_.row.insertions.value_or(0);
    if (lines >= 100 && !moved_)
        give(std::min(4.0, std::log2(static_cast<double>(lines) / 50)),
             base::Message("adds {} lines", lines));
    else if (commit_.row.insertions && lines < 15)
        give(-2, base::Message("is small"));
    const auto files = commit_.row.files.value_or(0);
    if (files > 40 && facts_.added_code == 0)
        give(-3, base::Message("changes {} files alike", files));
}

void Judge::text() {
    const auto length = commit_.body.size();
    if (length > 2000)
        give(2, base::Message("explains itself at length"));
    else if (length > explanation)
        give(1, base::Message("explains itself"));
    // A pull's text seldom quotes a title as it is; most of its words do it.
    if (!pull_text_.empty() && is_named_in(commit_.row.subject, pull_text_))
        give(3, base::Message("the pull's text names it"));
    if (measures_gain(commit_.body))
        give(2, base::Message("says in figures what it gains"));
    if (names_setting(commit_.body))
        give(1.5, base::Message("names something to be set"));
}

void Judge::trailers() {
    bool fixes = false, stable = false;
    int people = 0;
    for (const auto& trailer : commit_.trailers) {
        const auto key = lower_case(trailer.key);
        people += key == "reviewed-by" || key == "acked-by" || key == "tested-by" ? 1 : 0;
        fixes |= key == "fixes";
        stable |= key == "cc" && trailer.value.find("stable@") != std::string::npos;
    }
    if (people >= 3)
        give(1, base::Message("{} people reviewed or tested it", people));
    if (fixes)
        give(-4, base::Message("it has a Fixes: line"));
    if (stable)
        give(-4, base::Message("it is for stable kernels"));
    if (release_.window_end && commit_.row.landed_time &&
        *commit_.row.landed_time > *release_.window_end)
        give(-3, base::Message("it landed after the merge window"));
}

/// "perf, x86" and "x86, perf" are one.
std::string series_of(const store::CommitRow& row) {
    std::vector<std::string> words(1);
    for (const char c : prefix_of_title(row.subject)) {
        if (c == ' ' || c == ',' || c == '/')
            words.emplace_back();
        else
            words.back() += c;
    }
    std::ranges::sort(words);
    std::string series = row.author;
    for (const auto& word : words)
        if (!word.empty())
            series.append("\n").append(word);
    return series;
}

/// Of a hundred changesets under one name nobody sent a series: that is a maintainer.
constexpr int longest_series = 30;

/// The one that adds the most is what a series is about; the others prepare it or put knobs on it.
void raise_cores(std::vector<Score>& changesets) {
    constexpr int shortest = 3;
    constexpr std::int64_t least_lines = 200;
    constexpr double points = 3;
    struct Series {
        int size = 0;
        Score* largest = nullptr;
    };
    std::unordered_map<std::string, Series> all;
    for (auto& worth : changesets) {
        auto& series = all[series_of(worth.row)];
        ++series.size;
        const auto kind = kind_of_title(worth.row.subject);
        if ((kind == TitleKind::feature || kind == TitleKind::change) && worth.score >= 3 &&
            worth.row.insertions.value_or(0) >= least_lines &&
            (series.largest == nullptr || *worth.row.insertions > *series.largest->row.insertions))
            series.largest = &worth;
    }
    for (auto& [name, series] : all)
        if (series.size >= shortest && series.size <= longest_series && series.largest != nullptr) {
            series.largest->score += points;
            series.largest->reasons.push_back(
                {points, base::Message("is the largest of its series")});
        }
}

/// Takes points off the later changesets of a series, until the order of what is kept is settled.
void thin_series(std::vector<Score>& ranked, std::size_t keep) {
    // A section with little in it gets a few entries more, at lower scores.
    constexpr double step = 2.5, step_in_series = 4, least = 3, least_of_few = 0;
    constexpr std::size_t few = 5;
    std::unordered_map<std::string, int> sizes;
    for (const auto& worth : ranked)
        ++sizes[series_of(worth.row)];
    // What its title speaks against is not taken to fill up.
    std::erase_if(ranked, [](const Score& worth) {
        return worth.score < least_of_few ||
               (worth.score < least &&
                std::ranges::any_of(worth.reasons,
                                    [](const ScoreReason& reason) { return reason.points <= -3; }));
    });
    const auto by_score = [](const Score& left, const Score& right) {
        return left.score != right.score ? left.score > right.score : left.row.id < right.row.id;
    };
    std::ranges::sort(ranked, by_score);
    if (ranked.size() > 40 * keep)
        ranked.resize(40 * keep);
    // Places are exchanged a great many times in a long series.
    std::vector<Score*> order;
    for (auto& each : ranked)
        order.push_back(&each);
    std::unordered_map<std::string, int> seen;
    for (std::size_t done = 0; done < std::min(keep, order.size());) {
        auto& best = *order[done];
        const auto series = series_of(best.row);
        const auto applied = std::ranges::count(best.reasons, true, &ScoreReason::follows_series);
        if (seen[series] > applied) {
            // A device is a line of its own whoever else came with it.
            const bool in_series = !best.row.adds && sizes[series] <= longest_series;
            const double points = in_series ? step_in_series : step;
            best.score -= points;
            best.reasons.push_back({-points, base::Message("follows others of its series"), true});
            const auto place = std::upper_bound(
                order.begin() + static_cast<std::ptrdiff_t>(done) + 1, order.end(), &best,
                [&](const Score* left, const Score* right) { return by_score(*left, *right); });
            std::rotate(order.begin() + static_cast<std::ptrdiff_t>(done),
                        order.begin() + static_cast<std::ptrdiff_t>(done) + 1, place);
            continue;
        }
        ++seen[series];
        ++done;
    }
    std::vector<Score> thinned;
    for (Score* const each : order)
        thinned.push_back(std::move(*each));
    ranked = std::move(thinned);
    if (ranked.size() > keep)
        ranked.resize(keep);
    while (!ranked.empty() && (ranked.back().score < least_of_few ||
                               (ranked.size() > few && ranked.back().score < least)))
        ranked.pop_back();
}

/// Below the first, a changeset is nothing that a reader would miss; from the second on it makes a
/// pull an entry that brings little else.
constexpr double worth_a_line = 4, worth_an_entry = 7;

PullScore pull_score(const store::Pull& pull, std::vector<const Score*> brought,
                     const std::string& prose) {
    PullScore worth;
    worth.pull = pull;
    const auto give = [&](double points, base::Message words) {
        worth.score += points;
        worth.reasons.push_back({points, std::move(words)});
    };
    std::ranges::stable_sort(brought, std::ranges::greater(), &Score::score);
    double best = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(5, brought.size()); ++i)
        best += std::max(0.0, brought[i]->score);
    if (best > 0)
        give(best, base::Message("its best changesets, the first of them “{}”",
                                 brought.front()->row.subject));
    if (pull.changesets >= 8)
        give(std::log2(static_cast<double>(pull.changesets)),
             base::Message("brings {} changesets", pull.changesets));
    if (!prose.empty())
        give(3, base::Message("says what it brings"));
    for (const auto* changeset : brought)
        if (changeset->score >= worth_a_line && worth.best.size() < 3)
            worth.best.push_back(*changeset);
    const bool few = pull.changesets < 4;
    worth.minor =
        few ? worth.best.empty() || worth.best.front().score < worth_an_entry : worth.best.empty();
    return worth;
}

} // namespace

Score score_of(const store::CommitDetail& commit, const std::string& pull_text,
               const store::Release& release) {
    return Judge(commit, pull_text, release).run();
}

std::vector<SectionScores> rank_release(store::Reader& reader, const store::Release& release,
                                        const RankOptions& options, std::stop_token stop) {
    const auto prose = pull_prose(reader, release.id);
    std::map<classify::Section, std::vector<Score>> ranked;
    store::CommitQuery query;
    query.release = release.id;
    query.as_of = options.as_of;
    reader.for_each_detail(query, [&](const store::CommitDetail& commit) {
        if (stop.stop_requested())
            throw Stopped();
        const auto text = prose.find(commit.row.pull);
        ranked[commit.row.place.section].push_back(
            score_of(commit, text == prose.end() ? std::string() : text->second, release));
        return true;
    });
    for (auto& [section, list] : ranked)
        raise_cores(list);
    std::unordered_map<std::string, std::vector<const Score*>> by_pull;
    for (const auto& [section, list] : ranked)
        for (const auto& worth : list)
            by_pull[worth.row.pull].push_back(&worth);
    std::map<classify::Section, std::vector<PullScore>> pulls;
    for (const auto& pull : reader.pulls(release.id)) {
        if (options.as_of && (!pull.landed_time || *pull.landed_time > *options.as_of))
            continue;
        const auto text = prose.find(pull.oid);
        pulls[pull.place.section].push_back(pull_score(
            pull, by_pull[pull.oid], text == prose.end() ? std::string() : text->second));
    }
    std::vector<SectionScores> sections;
    for (const auto section : classify::all_sections()) {
        SectionScores made;
        made.section = section;
        made.changesets = std::move(ranked[section]);
        made.pulls = std::move(pulls[section]);
        thin_series(made.changesets, options.per_section);
        std::ranges::stable_sort(made.pulls, std::ranges::greater(), &PullScore::score);
        if (!options.all_pulls && made.pulls.size() > options.per_section)
            made.pulls.resize(options.per_section);
        if (!made.changesets.empty() || !made.pulls.empty())
            sections.push_back(std::move(made));
    }
    return sections;
}

} // namespace mw::document
