// Drafts as of a moment and since one, and the limits of what they take in.

#include "document/drafted_release.h"
#include "store/read/outline_reader.h"
#include "store/user/annotations.h"
#include "store/user/cve_store.h"

#include <initializer_list>
#include <utility>

namespace mw::test {
namespace {

class DraftMoments : public DraftedRelease {
protected:
    static store::NewCommit device(char digit, const std::string& name, Seconds landed) {
        auto made = addition(digit, "hid: add driver for " + name, landed,
                             {classify::Section::hardware, classify::Subgroup::input});
        made.adds = classify::NewHardware{classify::NewHardware::Kind::driver, name};
        return made;
    }

    static store::NewCommit revert(char digit, char reverted) {
        auto made = addition(digit, std::string("Revert of ") + reverted);
        made.paths = {changed_file("mm/new.c")};
        made.body = "This reverts commit " + hex(reverted) + ".\n";
        return made;
    }

    static store::NewCommit fix(char digit, char fixed) {
        auto made = addition(digit, std::string("mm: fix ") + fixed);
        made.paths = {changed_file("mm/new.c")};
        made.body = "Fixes: " + hex(fixed).substr(0, 12) + " (\"x\")\n";
        return made;
    }

    /// Of so many bytes.
    static std::string sentence(std::size_t length) {
        return "It is " + std::string(length - 7, 'x') + ".";
    }

    /// Whether a draft quotes these words below the only changeset, which says this.
    bool quotes(const std::string& body, const std::string& words) {
        auto made = addition('1', "mm: add a thing");
        made.body = body + "\n";
        return contains(draft_of({made}), "\n  > " + words + "\n");
    }

    void bookmark(char digit) {
        store::AnnotationStore(file_).change(
            {hex(digit)}, [](store::Annotation& made) { made.bookmarked = true; });
    }

    static document::DraftOptions as_of(Seconds moment) {
        document::DraftOptions options;
        options.as_of = moment;
        return options;
    }

    static document::DraftOptions since(Seconds moment) {
        document::DraftOptions options;
        options.since = moment;
        return options;
    }
};

TEST_F(DraftMoments, ADeviceIsInFromTheMomentItLanded) {
    auto text = draft_of({device('1', "Acme Frob", early), device('2', "Acme Late", late)},
                         as_of(late - 1));
    EXPECT_TRUE(contains(text, "- Acme Frob ("));
    EXPECT_FALSE(contains(text, "Acme Late"));
    text = draft(as_of(late));
    EXPECT_TRUE(contains(text, "- Acme Frob ("));
    EXPECT_TRUE(contains(text, "- Acme Late ("));
}

TEST_F(DraftMoments, TellsWhetherTheMergeWindowWasOpen) {
    release_ = write("r", {addition('1', "mm: add this"), pull('2', "Merge branch 'x' of git://h"),
                           addition('3', "mm: add that", late)});
    release_.window_end = between;
    release_.window_tag = "v2-rc1";
    const auto said = [this](const document::DraftOptions& options) {
        const auto text = draft(options);
        return std::pair(contains(text, "The merge window was still open.\n"),
                         contains(text, "The merge window ended with v2-rc1 on 1970-01-18 08:40 "
                                        "UTC; 1 changeset had landed by then.\n"));
    };
    const std::pair open(true, false), ended(false, true), neither(false, false);
    EXPECT_EQ(said({}), ended);
    EXPECT_EQ(said(as_of(between - 1)), open);
    EXPECT_EQ(said(as_of(between)), ended);
    EXPECT_EQ(said(since(1)), neither);
    EXPECT_FALSE(contains(draft(since(1)), "merge window"));
    release_.window_end.reset();
    EXPECT_FALSE(contains(draft(), "merge window"));
}

TEST_F(DraftMoments, FiguresCountChangesetsWithoutMerges) {
    auto branch = pull('3', "Merge branch 'y' into x");
    branch.kind = store::CommitKind::branch_merge;
    const auto elsewhere = addition('4', "net: add that", early,
                                    {classify::Section::networking, classify::Subgroup::none});
    release_ = write("r", {addition('1', "mm: add this"), pull('2', "Merge branch 'x' of git://h"),
                           branch, elsewhere, addition('5', "mm: add more", late),
                           pull('6', "Merge branch 'z' of git://h", late)});
    auto both = since(1);
    both.as_of = between;
    for (const auto& options : {as_of(between), both}) {
        const auto text = draft(options);
        EXPECT_TRUE(contains(text, " 2 non-merge changesets and 1 pull had landed")) << text;
        EXPECT_TRUE(contains(text, "| Core kernel | 1 | 1 |\n| Networking | 1 | 0 |\n")) << text;
        EXPECT_TRUE(contains(text, "| all | 2 | 1 |\n"));
        EXPECT_TRUE(contains(text, "## Core kernel\n\n1 changeset, 1 pull.\n"));
    }
    for (const auto& options : {document::DraftOptions(), since(1)})
        EXPECT_TRUE(contains(draft(options), "| all | 3 | 2 |\n"));
}

TEST_F(DraftMoments, TheOutlineHasWhatHadLandedByThen) {
    auto other = addition('2', "mm: add that", late);
    other.author = {"Bob", "bob@example.org"}; // no series with the first
    release_ = write("r", {addition('1', "mm: add this"), other});
    const auto outline = [this](document::DraftOptions options) {
        options.outline = store::OutlineReader(file_).release(release_.id);
        options.outline_message = [](store::RowId) { return std::string(); };
        const auto text = draft(options);
        return text.substr(text.find("## Outline\n"));
    };
    EXPECT_TRUE(contains(outline({}), "mm: add that"));
    for (const auto moment : {early, late - 1}) {
        EXPECT_TRUE(contains(outline(as_of(moment)), "mm: add this"));
        EXPECT_FALSE(contains(outline(as_of(moment)), "mm: add that"));
    }
    EXPECT_TRUE(contains(outline(as_of(late)), "mm: add that"));
}

TEST_F(DraftMoments, InterfacesOfNoKnownChangesetAreInOneOfAllAlone) {
    using interfaces::Change;
    using interfaces::Kind;
    release_ = write("r", {addition('1', "mm: add this")});
    const auto row = store::Reader(file_).find_oid(hex('1')).value();
    const auto told = [&](document::DraftOptions options) {
        options.interfaces = {
            {{Kind::config, Change::added, "FRESH", "Fresh\nbool", "Kconfig", hex('1')}, row},
            {{Kind::config, Change::removed, "OLD", "Old\nbool", "Kconfig", ""}, 0}};
        const auto text = draft(options);
        EXPECT_TRUE(contains(text, "- FRESH: Fresh"));
        return contains(text, "OLD");
    };
    document::DraftOptions chosen;
    chosen.wanted = [](const store::CommitRow&) { return true; };
    EXPECT_TRUE(told({}));
    EXPECT_FALSE(told(as_of(late)));
    EXPECT_FALSE(told(since(1)));
    EXPECT_FALSE(told(chosen));
}

TEST_F(DraftMoments, WhatWasTakenOutAgainIsNotSuggested) {
    const auto text = draft_of({addition('1', "mm: add what goes"),
                                addition('2', "sched: add what stays"), revert('3', '1')});
    EXPECT_TRUE(contains(text, "### Perhaps worth a line\n\n- sched: add what stays ("));
    EXPECT_FALSE(contains(text, "mm: add what goes"));
}

TEST_F(DraftMoments, TellsHowManyCorrectWhatLandedInTheSameRelease) {
    const auto two = std::vector{addition('1', "mm: add this"), addition('2', "sched: add that")};
    const auto with = [&two](const std::vector<store::NewCommit>& more) {
        auto all = two;
        all.insert(all.end(), more.begin(), more.end());
        return all;
    };
    EXPECT_FALSE(contains(draft_of(two), "in the same release"));
    EXPECT_TRUE(contains(draft_of(with({fix('3', '1')})),
                         "\n1 changeset fixes or reverts what landed in the same release.\n"));
    EXPECT_TRUE(contains(draft_of(with({revert('3', '1')})),
                         "\n1 changeset fixes or reverts what landed in the same release; "
                         "1 changeset was taken out again.\n"));
    EXPECT_TRUE(contains(draft_of(with({fix('3', '1'), revert('4', '1'), revert('5', '2')})),
                         "\n3 changesets fix or revert what landed in the same release; "
                         "2 changesets were taken out again.\n"));
}

TEST_F(DraftMoments, WhatIsBookmarkedIsNotSuggestedAgain) {
    release_ = write("r", {addition('1', "mm: add this"), addition('2', "sched: add that")});
    bookmark('1');
    const auto text = draft();
    EXPECT_TRUE(contains(text, "### Bookmarked\n\n- mm: add this ("));
    EXPECT_EQ(count_of(text, "mm: add this"), 1);
    EXPECT_TRUE(contains(text, "### Perhaps worth a line\n\n- sched: add that ("));
}

TEST_F(DraftMoments, ABookmarkedPullIsAnEntryWhateverElseIsSaid) {
    auto first = addition('1', "mm: add this"), second = addition('3', "sched: add that");
    first.pull = 1;
    second.pull = 3;
    release_ = write("r", {first, pull('2', "Merge branch 'x' of git://host/one"), second,
                           pull('4', "Merge branch 'x' of git://host/two")});
    bookmark('2');
    document::DraftOptions options;
    for (const auto place : {document::PullPlace::left_out, document::PullPlace::in_passing}) {
        options.place = [place](const document::PullScore&) { return place; };
        const auto text = draft(options);
        EXPECT_EQ(count_of(text, " (1 changeset, landed 1970-01-12)"), 1) << text;
        const auto pulls = text.substr(text.find("### Pulls\n\n- ["));
        EXPECT_TRUE(contains(pulls.substr(0, pulls.find(" (1 changeset, landed")), hex('2')));
        EXPECT_EQ(contains(pulls, hex('4')), place == document::PullPlace::in_passing);
    }
}

TEST_F(DraftMoments, ALaterDraftDoesNotRepeatWhichFaultsWereFixed) {
    release_ = write("r", {addition('1', "mm: add this"), addition('2', "mm: add that", late)});
    store::CveStore(file_).replace({{"CVE-2024-1", 5.5, "MEDIUM", "", {{hex('1'), true}}},
                                    {"CVE-2024-2", 9.8, "CRITICAL", "", {{hex('2'), true}}}});
    const auto later = draft(since(early));
    EXPECT_TRUE(contains(later, "name 1 changeset of this release as the fix of one fault"));
    EXPECT_TRUE(contains(later, "CVE-2024-2"));
    EXPECT_FALSE(contains(later, "CVE-2024-1"));
    const auto earlier = draft(as_of(late - 1));
    EXPECT_TRUE(contains(earlier, "CVE-2024-1"));
    EXPECT_FALSE(contains(earlier, "CVE-2024-2"));
}

TEST_F(DraftMoments, FirstWordsAreQuotedFromFortyBytesOn) {
    EXPECT_FALSE(quotes(sentence(39), sentence(39)));
    EXPECT_TRUE(quotes(sentence(40), sentence(40)));
}

TEST_F(DraftMoments, FirstWordsEndWithASentenceWithinFourHundredBytes) {
    const auto whole = sentence(100) + " " + sentence(299), longer = sentence(100) + " ";
    EXPECT_TRUE(quotes(whole, whole));
    EXPECT_TRUE(quotes(longer + sentence(300), sentence(100)));
    EXPECT_TRUE(quotes(sentence(399) + " And so on.", sentence(399)));
    const auto too_long = sentence(400) + " And so on.";
    EXPECT_FALSE(quotes(too_long, sentence(400)));
    EXPECT_FALSE(contains(draft(), "  > "));
}

TEST_F(DraftMoments, OfALongPullTheBeginningIsQuoted) {
    document::DraftOptions options;
    options.place = [](const document::PullScore&) { return document::PullPlace::entry; };
    const auto quoted = [&](const std::string& body) {
        auto made = pull('2', "Merge branch 'x' of git://host/x");
        made.body = body;
        return draft_of({made}, options);
    };
    const auto end = "\n\nThe end of it.\n";
    auto text = quoted(sentence(3000) + end);
    EXPECT_TRUE(contains(text, "\n  > " + sentence(3000) + "\n  >\n  > The end of it.\n"));
    EXPECT_FALSE(contains(text, "\u2026"));
    text = quoted(sentence(3001) + end);
    EXPECT_TRUE(contains(text, "\n  > " + sentence(3001) + "\n  >\n  > \u2026\n"));
    EXPECT_FALSE(contains(text, "The end of it"));
    // Nothing is left out here.
    EXPECT_FALSE(contains(quoted(sentence(3001) + "\n"), "\u2026"));
}

} // namespace
} // namespace mw::test
