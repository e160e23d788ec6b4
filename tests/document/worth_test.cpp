// What is worth a line: titles by their kind, points and their reasons, series.

#include "document/pull_text.h"
#include "document/title_kind.h"
#include "document/worth.h"
#include "store/sample_release.h"

#include <gtest/gtest.h>

#include <algorithm>

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
    EXPECT_TRUE(document::is_named_in("x: add frobnicator clock driver",
                                      "Highlights:\n - a clock driver for the frobnicator"));
    EXPECT_FALSE(document::is_named_in("x: add frobnicator clock driver", "New: a driver for y"));
}

class Worth : public StoreTest {
protected:
    static store::NewCommit changeset(char digit, const std::string& subject, char status,
                                      const std::string& path) {
        auto made = commit(digit, subject);
        made.place = {classify::Section::core, classify::Subgroup::none};
        made.paths = {{path, status, false, std::nullopt, std::nullopt}};
        return made;
    }

    std::vector<document::SectionWorth> rank(const std::vector<store::NewCommit>& commits,
                                             const document::RankOptions& options = {}) {
        const auto release = write("r", commits);
        store::Reader reader(file_);
        return document::rank_release(reader, release, options);
    }

    static std::vector<std::string> subjects(const document::SectionWorth& section) {
        std::vector<std::string> all;
        for (const auto& worth : section.changesets)
            all.push_back(worth.row.subject);
        return all;
    }
};

TEST_F(Worth, NewThingsComeFirstAndCleanupsNotAtAll) {
    auto merge = changeset('m', "Merge branch 'x' of git://host/x", 'A', "kernel/new.c");
    merge.kind = store::CommitKind::pull;
    const auto ranked =
        rank({changeset('1', "kernel: remove unused thing", 'M', "kernel/a.c"),
              changeset('2', "kernel: fix a crash", 'M', "kernel/a.c"),
              changeset('3', "mm: speed things up", 'M', "mm/a.c"),
              changeset('4', "sched: add a new scheduler", 'A', "kernel/new.c"), merge});
    const auto core =
        std::ranges::find(ranked, classify::Section::core, &document::SectionWorth::section);
    ASSERT_NE(core, ranked.end());
    EXPECT_EQ(subjects(*core),
              (std::vector<std::string>{"sched: add a new scheduler", "mm: speed things up"}));
    const auto& best = core->changesets.front();
    double sum = 0;
    for (const auto& reason : best.reasons)
        sum += reason.points;
    EXPECT_DOUBLE_EQ(best.score, sum);
    EXPECT_EQ(best.reasons.front().words, "its title says that something is new");
}

TEST_F(Worth, StableAndFixesLinesCount) {
    auto plain = changeset('1', "mm: speed things up", 'M', "mm/a.c");
    auto stable = changeset('2', "mm: speed other things up", 'M', "mm/b.c");
    stable.author = {"Bob", "bob@example.org"};
    stable.trailers = {{"Cc", "stable@vger.kernel.org"}, {"Fixes", "0123456789ab (\"x\")"}};
    const auto ranked = rank({stable, plain});
    EXPECT_EQ(subjects(ranked.at(0)), (std::vector<std::string>{"mm: speed things up"}));
}

TEST_F(Worth, OneSeriesDoesNotFillTheList) {
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

TEST_F(Worth, NewDevicesAreNamed) {
    auto made = changeset('1', "acme: add frob driver", 'A', "kernel/x.c");
    made.adds = classify::NewHardware{classify::NewHardware::Kind::driver, "Acme Frob"};
    const auto ranked = rank({made});
    const auto& reasons = ranked.at(0).changesets.at(0).reasons;
    EXPECT_TRUE(std::ranges::any_of(reasons, [](const document::WorthReason& reason) {
        return reason.words == "supports new hardware: Acme Frob";
    }));
}

} // namespace
} // namespace mw::test
