// What is worth a line: titles by their kind, points and their reasons, series.

#include "ranking/pull_text.h"
#include "ranking/score.h"
#include "ranking/title_kind.h"
#include "store/sample_release.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

namespace mw::test {
namespace {

using document::kind_of_title;
using document::TitleKind;

TEST(TitleKind, SaysWhatATitleSays) {
    for (const auto& [title, kind] : std::initializer_list<std::pair<const char*, TitleKind>>{
             {"HID: add driver for Roccat Kone gaming mouse", TitleKind::feature},
             {"[CIFS] Allow null nd on create", TitleKind::feature},
             {"mm: compaction: memory compaction core", TitleKind::change},
             {"cifs: fix noserverino handling", TitleKind::fix},
             {"Revert \"mm: add a thing\"", TitleKind::revert},
             {"cifs: remove unused parameter", TitleKind::cleanup},
             {"net: Convert to new API", TitleKind::cleanup},
             {"MAINTAINERS: add an entry", TitleKind::upkeep},
             {"tracing: create class struct for events", TitleKind::plumbing},
             {"ARM: 6132/1: PL330: Add common core driver", TitleKind::feature},
             {"futex: Add sys_futex_wake()", TitleKind::feature},
             {"Btrfs: Add btrfs_duplicate_item", TitleKind::plumbing},
             {"bonding: introduce primary_reselect option", TitleKind::feature},
             {"perf tools: Add perf.data to .gitignore", TitleKind::upkeep},
             {"ARM: 5846/1: MAINTAINERS: Add arm Nomadik support", TitleKind::upkeep},
             {"perf tools: Create util/sort.and use it", TitleKind::cleanup},
             {"x: prefix the suffixed words", TitleKind::change}})
        EXPECT_EQ(kind_of_title(title), kind) << title;
    EXPECT_EQ(document::prefix_of_title("ARM: 6132/1: add"), "arm");
    EXPECT_EQ(document::prefix_of_title("no prefix"), "");
}

TEST(PullText, ProseIsWhatAPersonWrote) {
    EXPECT_EQ(document::prose_of("Pull things from Ann:\n\n - new driver for x\n\n* 'next' of "
                                 "git://host/tree: (2 commits)\n  x: add driver\n  y: fix\n"),
              "Pull things from Ann:\n\n - new driver for x");
    EXPECT_EQ(document::prose_of("* 'a' of git://host/tree:\n  x: add driver\n  ...\n"), "");
    EXPECT_EQ(document::prose_of("New:\n - x\n\nSigned-off-by: A <a@b>\n"), "New:\n - x");
    EXPECT_EQ(document::prose_of("Fix up trivial conflicts in a.c and\nb.c.\n"), "");
    EXPECT_EQ(document::prose_of("News:\n - x\n\nFixed up conflicts in a.c\n\nAlso y"),
              "News:\n - x\n\nAlso y");
    EXPECT_EQ(document::prose_of("Locks that conflict are found early.\n"),
              "Locks that conflict are found early.");
    EXPECT_TRUE(document::is_named_in("x: add frobnicator clock driver",
                                      "Highlights:\n - a clock driver for the frobnicator"));
    EXPECT_FALSE(document::is_named_in("x: add frobnicator clock driver", "New: a driver for y"));
}

class Score : public StoreTest {
protected:
    static store::NewCommit changeset(char digit, const std::string& subject, char status,
                                      const std::string& path) {
        auto made = commit(digit, subject);
        made.place = {classify::Section::core, classify::Subgroup::none};
        made.paths = {{path, status, false, std::nullopt, std::nullopt}};
        return made;
    }

    std::vector<document::SectionScores> rank(const std::vector<store::NewCommit>& commits,
                                              const document::RankOptions& options = {}) {
        const auto release = write("r", commits);
        store::Reader reader(file_);
        return document::rank_release(reader, release, options);
    }

    static bool has_reason(const document::Score& worth, const std::string& words) {
        return std::ranges::find(worth.reasons, words, [](const document::ScoreReason& reason) {
                   return reason.words.english();
               }) != worth.reasons.end();
    }

    static std::vector<std::string> subjects(const document::SectionScores& section) {
        std::vector<std::string> all;
        for (const auto& worth : section.changesets)
            all.push_back(worth.row.subject);
        return all;
    }
};

TEST_F(Score, NewThingsComeFirstAndCleanupsNotAtAll) {
    auto merge = changeset('m', "Merge branch 'x' of git://host/x", 'A', "kernel/new.c");
    merge.kind = store::CommitKind::pull;
    const auto ranked =
        rank({changeset('1', "kernel: remove unused thing", 'M', "kernel/a.c"),
              changeset('2', "kernel: fix a crash", 'M', "kernel/a.c"),
              changeset('3', "mm: speed things up", 'M', "mm/a.c"),
              changeset('4', "sched: add a new scheduler", 'A', "kernel/new.c"), merge});
    const auto core =
        std::ranges::find(ranked, classify::Section::core, &document::SectionScores::section);
    ASSERT_NE(core, ranked.end());
    EXPECT_EQ(subjects(*core),
              (std::vector<std::string>{"sched: add a new scheduler", "mm: speed things up"}));
    const auto& best = core->changesets.front();
    double sum = 0;
    for (const auto& reason : best.reasons)
        sum += reason.points;
    EXPECT_DOUBLE_EQ(best.score, sum);
    EXPECT_EQ(best.reasons.front().words.english(), "its title says that something is new");
}

TEST_F(Score, StableAndFixesLinesCount) {
    auto plain = changeset('1', "mm: speed things up", 'M', "mm/a.c");
    auto stable = changeset('2', "mm: speed other things up", 'M', "mm/b.c");
    stable.author = {"Bob", "bob@example.org"};
    stable.trailers = {{"Cc", "stable@vger.kernel.org"}, {"Fixes", "0123456789ab (\"x\")"}};
    const auto ranked = rank({stable, plain});
    EXPECT_EQ(subjects(ranked.at(0)), (std::vector<std::string>{"mm: speed things up"}));
}

TEST_F(Score, OneSeriesDoesNotFillTheList) {
    std::vector<store::NewCommit> commits;
    for (char i = 'a'; i < 'h'; ++i)
        commits.push_back(changeset(i, std::string("big: add part ") + i, 'A', "kernel/x.c"));
    auto other = changeset('1', "small: add a new thing", 'M', "kernel/y.c");
    other.author = {"Bob", "bob@example.org"};
    commits.push_back(other);
    document::RankOptions options;
    options.per_section = 3;
    const auto ranked = rank(commits, options);
    const auto list = subjects(ranked.at(0));
    ASSERT_EQ(list.size(), 3U);
    EXPECT_NE(std::ranges::find(list, "small: add a new thing"), list.end());
}

TEST_F(Score, TheLargestOfASeriesComesFirst) {
    std::vector<store::NewCommit> commits;
    for (char i = 'a'; i < 'd'; ++i)
        commits.push_back(changeset(i, std::string("mm: support for thing ") + i, 'M', "mm/x.c"));
    write("r", commits);
    store::LineWriter lines(file_, "r");
    std::int32_t inserted = 220;
    for (const auto& task : lines.tasks())
        lines.add(task.commit, {{std::exchange(inserted, inserted == 220 ? 260 : 230), 0}});
    const auto release = lines.commit({store::LineState::counted});
    store::Reader reader(file_);
    const auto ranked = document::rank_release(reader, release, {});
    EXPECT_EQ(subjects(ranked.at(0)).at(0), "mm: support for thing b");
    EXPECT_TRUE(has_reason(ranked.at(0).changesets.at(0), "is the largest of its series"));
}

TEST_F(Score, WhatIsForOtherDevelopersIsNoCleanup) {
    auto made = changeset('1', "tracing: create class struct for events", 'A', "mm/a.c");
    made.place = {classify::Section::internal, classify::Subgroup::none};
    const auto ranked = rank({made});
    ASSERT_EQ(ranked.size(), 1U);
    ASSERT_EQ(ranked[0].changesets.size(), 1U);
    const auto& worth = ranked[0].changesets[0];
    EXPECT_TRUE(has_reason(worth, "its title says that it is for other developers"));
    EXPECT_FALSE(has_reason(worth, "its title says cleanup"));
}

TEST_F(Score, FiguresAndSettingsCount) {
    auto plain = changeset('1', "mm: speed things up", 'M', "mm/a.c");
    auto measured = changeset('2', "mm: speed other things up", 'M', "mm/b.c");
    measured.author = {"Bob", "bob@example.org"};
    measured.body = "Throughput of netperf rises by 12 %, see /proc/sys/vm/thing.\n";
    auto talk = changeset('3', "mm: speed all things up", 'M', "mm/c.c");
    talk.author = {"Cid", "cid@example.org"};
    talk.body = "Performance in 2 sections is better.\n";
    const auto ranked = rank({plain, measured, talk});
    const auto& list = ranked.at(0).changesets;
    EXPECT_EQ(list.at(0).row.subject, "mm: speed other things up");
    EXPECT_TRUE(has_reason(list[0], "says in figures what it gains"));
    EXPECT_TRUE(has_reason(list[0], "names something to be set"));
    EXPECT_TRUE(list.at(1).reasons.empty());
    EXPECT_TRUE(list.at(2).reasons.empty());
}

TEST_F(Score, WhatIsThereForTestingCountsLittle) {
    const auto plain = changeset('1', "mm: add support for things", 'A', "mm/a.c");
    auto simulator = changeset('2', "arm: add support for boards", 'A', "mm/b.c");
    simulator.body = "This makes testing of simulators easier.\n";
    const auto debug = changeset('3', "x86: add debugfs files for things", 'A', "mm/c.c");
    const auto test = changeset('4', "lib: add support for more things", 'A', "lib/test_things.c");
    const auto ranked = rank({simulator, debug, test, plain});
    ASSERT_FALSE(ranked.at(0).changesets.empty());
    EXPECT_EQ(ranked.at(0).changesets.at(0).row.subject, "mm: add support for things");
    for (const auto& worth : ranked.at(0).changesets)
        EXPECT_EQ(has_reason(worth, "is for testing and debugging"),
                  worth.row.subject != "mm: add support for things")
            << worth.row.subject;
}

TEST_F(Score, BindingsAndScriptsAreNoDocumentation) {
    const auto with = [](char digit, const std::string& path) {
        auto made =
            changeset(digit, std::string("mm: add support for thing ") + digit, 'A', "mm/a.c");
        made.paths.push_back({path, 'A', false, std::nullopt, std::nullopt});
        return made;
    };
    const auto ranked = rank({with('1', "Documentation/mm/a.rst"),
                              with('2', "Documentation/devicetree/bindings/a.yaml"),
                              with('3', "Documentation/powerpc/dts-bindings/a.txt"),
                              with('4', "Documentation/dvb/get_firmware.pl")});
    for (const auto& worth : ranked.at(0).changesets)
        EXPECT_EQ(has_reason(worth, "comes with new documentation"),
                  worth.row.subject == "mm: add support for thing 1")
            << worth.row.subject;
}

TEST_F(Score, PrefixesInAnotherOrderAreOneSeries) {
    const auto ranked = rank({changeset('1', "perf, x86: add support for a", 'A', "mm/a.c"),
                              changeset('2', "x86, perf: add support for b", 'A', "mm/b.c")});
    const auto& list = ranked.at(0).changesets;
    ASSERT_EQ(list.size(), 2U);
    EXPECT_TRUE(has_reason(list[1], "follows others of its series"));
}

TEST_F(Score, WhatIsWrittenAnewSaysWhy) {
    const auto silent = changeset('1', "mm: rewrite the allocator", 'A', "mm/a.c");
    auto told = changeset('2', "oom: badness heuristic rewrite", 'A', "mm/b.c");
    told.body = std::string(1'000, 'x') + "\n";
    const auto ranked = rank({silent, told});
    const auto& list = ranked.at(0).changesets;
    ASSERT_FALSE(list.empty());
    EXPECT_EQ(list[0].row.subject, "oom: badness heuristic rewrite");
    EXPECT_FALSE(has_reason(list[0], "writes anew what was there"));
}

TEST_F(Score, PullsOfFixesAreMinor) {
    const auto pull_of = [](char digit) {
        auto made = changeset(digit, std::string("Merge branch '") + digit + "' of git://h/x", 'M',
                              "mm/a.c");
        made.kind = store::CommitKind::pull;
        made.paths.clear();
        return made;
    };
    std::vector<store::NewCommit> commits;
    const auto add = [&](char digit, const std::string& subject, char status, std::size_t pull) {
        commits.push_back(changeset(digit, subject, status, "mm/a.c"));
        commits.back().pull = pull;
    };
    add('a', "mm: fix this", 'M', 4);
    add('b', "mm: fix that", 'M', 4);
    add('c', "mm: fix another", 'M', 4);
    add('d', "mm: fix one more", 'M', 4);
    commits.push_back(pull_of('p'));
    add('e', "mm: add a new allocator", 'A', 6);
    commits.push_back(pull_of('q'));
    commits[5].paths.push_back({"Documentation/vm/allocator", 'A', false, 40, 0});
    const auto ranked = rank(commits);
    const auto& pulls = ranked.at(0).pulls;
    ASSERT_EQ(pulls.size(), 2U);
    EXPECT_FALSE(pulls[0].minor);
    ASSERT_EQ(pulls[0].best.size(), 1U);
    EXPECT_EQ(pulls[0].best[0].row.subject, "mm: add a new allocator");
    EXPECT_TRUE(pulls[1].minor);
    EXPECT_TRUE(pulls[1].best.empty());
}

TEST_F(Score, NewDevicesAreNamed) {
    auto made = changeset('1', "acme: add frob driver", 'A', "kernel/x.c");
    made.adds = classify::NewHardware{classify::NewHardware::Kind::driver, "Acme Frob"};
    const auto ranked = rank({made});
    const auto& reasons = ranked.at(0).changesets.at(0).reasons;
    EXPECT_TRUE(std::ranges::any_of(reasons, [](const document::ScoreReason& reason) {
        return reason.words.english() == "supports new hardware: Acme Frob";
    }));
}

} // namespace
} // namespace mw::test
