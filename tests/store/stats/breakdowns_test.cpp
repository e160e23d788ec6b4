// Breakdowns into a release: complete lists, the terms that lead on from them, and earlier moments.

#include "store/sample_release.h"
#include "store/stats/breakdowns.h"

#include <numeric>

namespace mw::test {
namespace {

using store::BreakdownKind;

constexpr Seconds monday = 1'274'054'400; // 2010-05-17

class BreakdownsOfARelease : public StoreTest {
protected:
    BreakdownsOfARelease() {
        auto direct = landed('a', "Linux v1", monday, "Linus", "l@osdl.org");
        auto first = landed('b', "usb: b", monday + 100, "Ann", "ann@one.org");
        first.place = {classify::Section::hardware, classify::Subgroup::usb};
        first.subsystem = "USB";
        first.pull = 4;
        auto second = landed('c', "usb: c", monday + 100, "Ann", "ann@two.org");
        second.place = {classify::Section::hardware, classify::Subgroup::usb};
        second.subsystem = "USB";
        second.pull = 4;
        auto third = landed('d', "net: d", monday + 100, "Bob \"B\" Jones", "bob@two.org");
        third.place = {classify::Section::networking, classify::Subgroup::none};
        third.subsystem = "NET \"X\"";
        third.pull = 4;
        auto pull =
            landed('e', "Merge branch 'x' of git://host/usb", monday + 100, "Linus", "l@osdl.org");
        pull.kind = store::CommitKind::pull;
        first.paths = {changed_file("b.c"), changed_file("b.h")};
        auto late = landed('f', "core: f", monday + 8 * 86'400, "Bob \"B\" Jones", "bob@two.org");
        late.place = {classify::Section::core, classify::Subgroup::none};
        late.paths = {changed_file("f.c")};
        release_ = write("new", {direct, first, second, third, pull, late});
    }

    /// "label count;" of each line; each term must find as many as the line says.
    std::string list(BreakdownKind kind, store::CommitQuery scope = {}) {
        scope.release = release_.id;
        std::string text;
        for (const auto& way : store::Breakdowns(file_).list(scope, kind)) {
            text += way.label + " " + std::to_string(way.changesets) + ";";
            auto query = scope;
            query.within += (query.within.empty() ? "" : " ") + way.term;
            EXPECT_EQ(find(query).size(), static_cast<std::size_t>(way.changesets)) << way.term;
        }
        EXPECT_EQ(store::Breakdowns(file_).total(scope),
                  static_cast<std::int64_t>(find(scope).size()));
        return text;
    }

    store::Release release_;
};

TEST_F(BreakdownsOfARelease, AreListedInFullAndLeadOn) {
    EXPECT_EQ(list(BreakdownKind::pull), "Merge branch 'x' of git://host/usb 3; 2;");
    EXPECT_EQ(list(BreakdownKind::subsystem), "USB 2;NET \"X\" 1;");
    EXPECT_EQ(list(BreakdownKind::author), "Ann 2;Bob \"B\" Jones 2;Linus 1;");
    EXPECT_EQ(list(BreakdownKind::committer), "Carl Committer 5;");
    EXPECT_EQ(list(BreakdownKind::day), "2010-05-17 4;2010-05-25 1;");
    EXPECT_EQ(list(BreakdownKind::week), "2010-05-17 4;2010-05-24 1;");
}

TEST_F(BreakdownsOfARelease, FollowMomentPlaceAndText) {
    store::CommitQuery scope;
    scope.as_of = monday + 99;
    EXPECT_EQ(list(BreakdownKind::author, scope), "Linus 1;");
    scope.as_of = monday + 100;
    EXPECT_EQ(list(BreakdownKind::day, scope), "2010-05-17 4;");
    scope = {};
    scope.section = classify::Section::hardware;
    EXPECT_EQ(list(BreakdownKind::author, scope), "Ann 2;");
    scope = {};
    scope.within = "author:\"Ann <ann@one.org>\"";
    EXPECT_EQ(list(BreakdownKind::subsystem, scope), "USB 1;");
    scope.text = "d OR c";
    EXPECT_EQ(list(BreakdownKind::subsystem, scope), "");
}

TEST_F(BreakdownsOfARelease, SumUpToTheSectionsOfTheSameMoment) {
    store::Breakdowns ways(file_);
    store::Reader reader(file_);
    const auto landings = ways.landings(release_.id);
    EXPECT_EQ(landings.without_time, 0);
    ASSERT_EQ(landings.moments.size(), 3U);
    std::int64_t landed = 0;
    for (const auto& moment : landings.moments) {
        landed += moment.changesets;
        std::int64_t counted = 0;
        for (const auto& section : reader.sections(release_.id, moment.time))
            counted += section.changesets;
        EXPECT_EQ(landed, counted);
        EXPECT_EQ(ways.as_of(release_, moment.time).changesets, counted);
    }
}

TEST_F(BreakdownsOfARelease, AreThoseOfAMomentInTheReleaseToo) {
    release_.window_end = monday + 200;
    store::Breakdowns ways(file_);
    const auto early = ways.as_of(release_, monday);
    EXPECT_EQ(early.changesets, 1);
    EXPECT_EQ(early.merges, 0);
    EXPECT_EQ(early.files, 0);
    EXPECT_EQ(early.last_landing, monday);
    EXPECT_EQ(early.window_end, std::nullopt);
    const auto later = ways.as_of(release_, monday + 300);
    EXPECT_EQ(later.changesets, 4);
    EXPECT_EQ(later.pulls, 1);
    EXPECT_EQ(later.files, 2);
    EXPECT_EQ(ways.as_of(release_, monday + 9 * 86'400).files, release_.files);
    EXPECT_EQ(later.window_end, monday + 200);
    const auto before = ways.as_of(release_, monday - 1);
    EXPECT_EQ(before.changesets, 0);
    EXPECT_EQ(before.first_landing, std::nullopt);
}

TEST_F(BreakdownsOfARelease, ReadAgainWhatSomebodyWrote) {
    store::Breakdowns ways(file_);
    store::CommitQuery scope;
    scope.release = release_.id;
    EXPECT_EQ(ways.list(scope, BreakdownKind::committer).front().changesets, 5);
    const auto other = write("other", {landed('1', "one", monday, "Ann", "ann@one.org")});
    scope.release = other.id;
    EXPECT_EQ(ways.list(scope, BreakdownKind::committer).front().changesets, 1);
    release_ = write("new", {landed('2', "two", monday, "Ann", "ann@one.org")});
    scope.release = release_.id;
    EXPECT_EQ(ways.list(scope, BreakdownKind::committer).front().changesets, 1);
}

} // namespace
} // namespace mw::test
