// The points of a changeset and of a pull on both sides of each limit, and the order of equal ones.

#include "ranking/score.h"
#include "store/sample_release.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace mw::test {
namespace {

using Reasons = std::vector<std::string>;

/// "+2 adds a file".
Reasons in_words(const std::vector<document::ScoreReason>& reasons) {
    Reasons words;
    for (const auto& reason : reasons)
        words.push_back(fmt::format("{:+g} {}", reason.points, reason.words.english()));
    return words;
}

/// Nothing speaks for it or against it.
store::CommitDetail plain() {
    store::CommitDetail made;
    made.row.subject = "mm: speed things up";
    made.row.place = {classify::Section::core, classify::Subgroup::none};
    return made;
}

store::CommitDetail with_files(const std::string& path, char status, int count = 1) {
    auto made = plain();
    made.paths.assign(static_cast<std::size_t>(count),
                      {path, status, false, std::nullopt, std::nullopt});
    return made;
}

Reasons reasons_of(const store::CommitDetail& commit, const store::Release& release = {}) {
    return in_words(document::score_of(commit, "", release).reasons);
}

TEST(ScoreLimits, LinesAdded) {
    EXPECT_EQ(reasons_of(plain()), Reasons{});
    for (const auto& [lines, reasons] :
         std::vector<std::pair<std::int64_t, Reasons>>{{0, {"-2 is small"}},
                                                       {14, {"-2 is small"}},
                                                       {15, {}},
                                                       {99, {}},
                                                       {100, {"+1 adds 100 lines"}},
                                                       {400, {"+3 adds 400 lines"}},
                                                       {800, {"+4 adds 800 lines"}},
                                                       {1600, {"+4 adds 1600 lines"}}}) {
        auto commit = plain();
        commit.row.insertions = lines;
        EXPECT_EQ(reasons_of(commit), reasons) << lines;
    }
}

TEST(ScoreLimits, FilesChangedAlike) {
    auto commit = plain();
    commit.row.files = 40;
    EXPECT_EQ(reasons_of(commit), Reasons{});
    commit.row.files = 41;
    EXPECT_EQ(reasons_of(commit), Reasons{"-3 changes 41 files alike"});
    commit = with_files("mm/new.c", 'A');
    commit.row.files = 41;
    EXPECT_EQ(reasons_of(commit), Reasons{"+2 adds a file"});
}

TEST(ScoreLimits, BytesOfExplanation) {
    for (const auto& [length, reasons] :
         std::vector<std::pair<std::size_t, Reasons>>{{900, {}},
                                                      {901, {"+1 explains itself"}},
                                                      {2000, {"+1 explains itself"}},
                                                      {2001, {"+2 explains itself at length"}}}) {
        auto commit = plain();
        commit.body = std::string(length, 'x');
        EXPECT_EQ(reasons_of(commit), reasons) << length;
    }
    for (const auto& [length, reasons] : std::vector<std::pair<std::size_t, Reasons>>{
             {899, {"-4 writes anew what was there"}}, {900, {}}}) {
        auto commit = plain();
        commit.row.subject = "mm: rewrite things";
        commit.body = std::string(length, 'x');
        EXPECT_EQ(reasons_of(commit), reasons) << length;
    }
}

TEST(ScoreLimits, PeopleWhoReviewedOrTested) {
    auto commit = plain();
    commit.trailers = {{"Signed-off-by", "Ann"}, {"Reviewed-by", "Bob"}, {"Acked-By", "Cid"}};
    EXPECT_EQ(reasons_of(commit), Reasons{});
    commit.trailers.push_back({"tested-by", "Dan"});
    EXPECT_EQ(reasons_of(commit), Reasons{"+1 3 people reviewed or tested it"});
    commit.trailers.push_back({"Reviewed-by", "Eve"});
    EXPECT_EQ(reasons_of(commit), Reasons{"+1 4 people reviewed or tested it"});
}

TEST(ScoreLimits, EndOfTheMergeWindow) {
    store::Release release;
    auto commit = plain();
    commit.row.landed_time = 1'500'001;
    EXPECT_EQ(reasons_of(commit, release), Reasons{});
    release.window_end = 1'500'000;
    EXPECT_EQ(reasons_of(commit, release), Reasons{"-3 it landed after the merge window"});
    commit.row.landed_time = 1'500'000;
    EXPECT_EQ(reasons_of(commit, release), Reasons{});
    commit.row.landed_time.reset();
    EXPECT_EQ(reasons_of(commit, release), Reasons{});
}

TEST(ScoreLimits, FilesAdded) {
    for (const auto& [count, reasons] :
         std::vector<std::pair<int, Reasons>>{{1, {"+2 adds a file"}},
                                              {2, {"+3.5 adds 2 files"}},
                                              {4, {"+5 adds 4 files"}},
                                              {7, {"+6 adds 7 files"}},
                                              {16, {"+6 adds 16 files"}}})
        EXPECT_EQ(reasons_of(with_files("mm/new.c", 'A', count)), reasons) << count;
    EXPECT_EQ(reasons_of(with_files("mm/old.c", 'M', 2)), Reasons{});
}

TEST(ScoreLimits, CodeIsInFilesOfSeveralKinds) {
    for (const std::string ending : {".c", ".h", ".S", ".rs", ".dts", ".dtsi"})
        EXPECT_EQ(reasons_of(with_files("mm/new" + ending, 'A')), Reasons{"+2 adds a file"})
            << ending;
    EXPECT_EQ(reasons_of(with_files("mm/new.txt", 'A')), Reasons{});
}

/// In the section for it, it is what people read for; not where it is inside of a tool.
TEST(ScoreLimits, Plumbing) {
    auto commit = with_files("tools/perf/x.c", 'M');
    commit.row.subject = "perf: create class struct for events";
    const auto reasons_in = [&](classify::Section section) {
        commit.row.place.section = section;
        return reasons_of(commit).at(0);
    };
    EXPECT_EQ(reasons_in(classify::Section::core), "-3 its title says plumbing");
    EXPECT_EQ(reasons_in(classify::Section::internal), "-3 its title says plumbing");
    commit.paths.front().path = "kernel/x.c";
    EXPECT_EQ(reasons_in(classify::Section::core), "-3 its title says plumbing");
    EXPECT_EQ(reasons_in(classify::Section::internal),
              "+2 its title says that it is for other developers");
}

TEST(ScoreLimits, Staging) {
    EXPECT_EQ(reasons_of(with_files("drivers/staging/x.c", 'M')),
              Reasons{"-5 is in drivers/staging"});
    EXPECT_EQ(reasons_of(with_files("drivers/staging.c", 'M')), Reasons{});
}

TEST(ScoreLimits, ConfigurationOptions) {
    auto commit = with_files("mm/Kconfig", 'M');
    commit.row.insertions = 20;
    EXPECT_EQ(reasons_of(commit), Reasons{});
    commit.row.insertions = 21;
    EXPECT_EQ(reasons_of(commit), Reasons{"+1.5 changes the configuration's options"});
    commit.paths.push_back({"mm/new.c", 'A', false, std::nullopt, std::nullopt});
    EXPECT_EQ(reasons_of(commit),
              (Reasons{"+3 changes the configuration's options", "+2 adds a file"}));
}

TEST(ScoreLimits, ThingsRemoved) {
    const auto removes = [](int files, std::int64_t deletions, std::int64_t insertions) {
        auto commit = with_files("mm/old.c", 'D', files);
        commit.row.subject = "mm: remove things";
        commit.row.deletions = deletions;
        commit.row.insertions = insertions;
        const auto reasons = reasons_of(commit);
        const bool removal = std::ranges::count(reasons, "+5 removes 2 files") == 1;
        EXPECT_EQ(std::ranges::count(reasons, "-7 its title says cleanup"), removal ? 0 : 1);
        return removal;
    };
    EXPECT_TRUE(removes(2, 601, 0));
    EXPECT_FALSE(removes(2, 600, 0));
    EXPECT_FALSE(removes(1, 601, 0));
    EXPECT_TRUE(removes(2, 1000, 199));
    EXPECT_FALSE(removes(2, 1000, 200));
}

TEST(ScoreLimits, CodeMoved) {
    auto commit = with_files("mm/new.c", 'A');
    commit.paths.push_back({"mm/old.c", 'D', false, std::nullopt, std::nullopt});
    commit.row.deletions = 400;
    commit.row.insertions = 599;
    EXPECT_EQ(reasons_of(commit), Reasons{"-7 moves code that was there"});
    commit.row.insertions = 600;
    EXPECT_EQ(reasons_of(commit), (Reasons{"+3.58496 adds 600 lines", "+2 adds a file"}));
}

class RankLimits : public StoreTest {
protected:
    /// The next of a release, by hands of its own.
    static store::NewCommit next(const std::vector<store::NewCommit>& before,
                                 const std::string& subject) {
        auto made = commit(static_cast<char>('0' + before.size()), subject);
        made.author = {fmt::format("Author {}", before.size()), "author@example.org"};
        made.place = {classify::Section::core, classify::Subgroup::none};
        made.paths = {changed_file("mm/a.c")};
        return made;
    }

    /// A pull of as many changesets, of which each scores 4 if new, else 0; change: made to each.
    static std::vector<store::NewCommit>
    pull_of(int count, const std::string& subject,
            const std::function<void(store::NewCommit&)>& change = {}) {
        std::vector<store::NewCommit> commits;
        for (int i = 0; i < count; ++i) {
            commits.push_back(next(commits, subject));
            commits.back().pull = static_cast<std::size_t>(count);
            if (change)
                change(commits.back());
        }
        commits.push_back(next(commits, "Merge branch 'x' of git://host/x"));
        commits.back().kind = store::CommitKind::pull;
        commits.back().paths.clear();
        return commits;
    }

    document::SectionScores rank(const std::vector<store::NewCommit>& commits) {
        return rank(write("r", commits));
    }

    document::SectionScores rank(const store::Release& release) {
        store::Reader reader(file_);
        document::RankOptions options;
        options.per_section = 100;
        return document::rank_release(reader, release, options).at(0);
    }

    document::PullScore pull_score(const std::vector<store::NewCommit>& commits) {
        return rank(commits).pulls.at(0);
    }

    /// Whether one is raised of a series of so many, each of so many lines.
    bool raises_core(int count, std::int32_t insertions) {
        std::vector<store::NewCommit> commits;
        for (int i = 0; i < count; ++i) {
            commits.push_back(next(commits, "mm: support for things"));
            commits.back().author = {"Ann", "ann@example.org"};
        }
        write("r", commits);
        store::LineWriter lines(file_, "r");
        for (const auto& task : lines.tasks())
            lines.add(task.commit, {{insertions, 0}});
        const auto ranked = rank(lines.commit({store::LineState::counted}));
        return std::ranges::any_of(ranked.changesets, [](const document::Score& worth) {
            return std::ranges::count(in_words(worth.reasons), "+3 is the largest of its series");
        });
    }

    static constexpr const char* new_thing = "mm: add a thing";
    static constexpr const char* change = "mm: speed things up";
};

TEST_F(RankLimits, APullCountsItsBestFiveAndNamesThree) {
    auto worth = pull_score(pull_of(6, new_thing));
    EXPECT_DOUBLE_EQ(worth.score, 20);
    EXPECT_EQ(worth.best.size(), 3U);
    worth = pull_score(pull_of(2, new_thing));
    EXPECT_DOUBLE_EQ(worth.score, 8);
    EXPECT_EQ(worth.best.size(), 2U);
    EXPECT_EQ(in_words(worth.reasons),
              Reasons{"+8 its best changesets, the first of them “mm: add a thing”"});
}

TEST_F(RankLimits, APullOfEightBringsMany) {
    EXPECT_EQ(in_words(pull_score(pull_of(7, change)).reasons), Reasons{});
    EXPECT_EQ(in_words(pull_score(pull_of(8, change)).reasons), Reasons{"+3 brings 8 changesets"});
}

TEST_F(RankLimits, APullMaySayWhatItBrings) {
    auto commits = pull_of(1, change);
    commits.back().body = "Pull an allocator from Ann.\n";
    EXPECT_EQ(in_words(pull_score(commits).reasons), Reasons{"+3 says what it brings"});
}

TEST_F(RankLimits, AChangesetOfFourPointsIsWorthALine) {
    const auto near = [](store::NewCommit& made) {
        made.body = "Latency falls by 3 ms, see /proc/sys/vm/thing.\n"; // 2 + 1.5
    };
    auto worth = pull_score(pull_of(4, change, near));
    EXPECT_DOUBLE_EQ(worth.score, 4 * 3.5);
    EXPECT_TRUE(worth.best.empty());
    EXPECT_TRUE(worth.minor);
    worth = pull_score(pull_of(4, new_thing));
    EXPECT_EQ(worth.best.size(), 3U);
    EXPECT_FALSE(worth.minor);
}

TEST_F(RankLimits, APullOfLessThanFourIsAnEntryForSevenPoints) {
    EXPECT_TRUE(pull_score(pull_of(3, new_thing)).minor);
    const auto six = [](store::NewCommit& made) { made.paths[0].status = 'A'; };
    const auto seven = [](store::NewCommit& made) {
        made.paths = {changed_file("include/uapi/linux/a.h")};
    };
    EXPECT_DOUBLE_EQ(pull_score(pull_of(1, new_thing, six)).score, 6);
    EXPECT_TRUE(pull_score(pull_of(1, new_thing, six)).minor);
    EXPECT_DOUBLE_EQ(pull_score(pull_of(1, new_thing, seven)).score, 7);
    EXPECT_FALSE(pull_score(pull_of(1, new_thing, seven)).minor);
}

TEST_F(RankLimits, TheLargestOfThreeWithTwoHundredLinesIsRaised) {
    EXPECT_TRUE(raises_core(3, 200));
    EXPECT_FALSE(raises_core(3, 199));
    EXPECT_FALSE(raises_core(2, 200));
}

TEST_F(RankLimits, BelowThreePointsFiveFillASection) {
    const auto kept = [this](const std::function<void(store::NewCommit&)>& make) {
        std::vector<store::NewCommit> commits;
        for (int i = 0; i < 6; ++i) {
            commits.push_back(next(commits, change));
            make(commits.back());
        }
        return rank(commits).changesets.size();
    };
    EXPECT_EQ(kept([](store::NewCommit&) {}), 5U);
    // 3 points
    EXPECT_EQ(
        kept([](store::NewCommit& made) { made.paths = {changed_file("include/uapi/linux/a.h")}; }),
        6U);
}

// More than what a sort that keeps no order leaves in place.
constexpr std::size_t many = 40;

TEST_F(RankLimits, EqualChangesetsStandInLandingOrder) {
    std::vector<store::NewCommit> commits;
    Reasons subjects, ranked;
    for (std::size_t i = 0; i < many; ++i) {
        commits.push_back(next(commits, fmt::format("mm: add thing {}", i)));
        subjects.push_back(commits.back().subject);
    }
    for (const auto& worth : rank(commits).changesets)
        ranked.push_back(worth.row.subject);
    EXPECT_EQ(ranked, subjects);
}

TEST_F(RankLimits, EqualPullsStandInLandingOrder) {
    std::vector<store::NewCommit> commits;
    Reasons titles, ranked;
    for (std::size_t i = 0; i < many; ++i) {
        commits.push_back(next(commits, fmt::format("Merge branch '{}' of git://host/x", i)));
        commits.back().kind = store::CommitKind::pull;
        commits.back().paths.clear();
        titles.push_back(commits.back().subject);
    }
    for (const auto& worth : rank(commits).pulls)
        ranked.push_back(worth.pull.title);
    EXPECT_EQ(ranked, titles);
}

} // namespace
} // namespace mw::test
