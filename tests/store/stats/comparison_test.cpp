// Releases side by side: what is counted, and that the queries find as much.

#include "store/sample_release.h"
#include "store/stats/comparison.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace mw::test {
namespace {

using store::Compared;
using store::Comparison;
using store::Side;

class ReleasesSideBySide : public StoreTest {
protected:
    static constexpr Seconds day = 86'400;

    ReleasesSideBySide() {
        auto usb = landed('a', "usb: one", 1 * day, "Ann", "ann@one.org");
        usb.place = {classify::Section::hardware, classify::Subgroup::usb};
        usb.adds = {classify::NewHardware::Kind::driver, "A gadget"};
        auto by_cem = landed('b', "core: two", 3 * day, "Cem", "cem@one.org");
        by_cem.place = {classify::Section::core, classify::Subgroup::none};
        write("old", {usb, by_cem});

        auto pull = landed('p', "Merge branch 'net' of git://example.org/net", 12 * day, "Linus",
                           "l@osdl.org");
        pull.kind = store::CommitKind::pull;
        auto small =
            landed('q', "Merge branch 'x' of git://example.org/x", 13 * day, "Linus", "l@osdl.org");
        small.kind = store::CommitKind::pull;
        auto first = landed('c', "core: three", 12 * day, "Ann", "ann@one.org");
        first.place = {classify::Section::core, classify::Subgroup::none};
        first.pull = 0;
        auto second = landed('d', "core: four", 12 * day, "Bob", "bob@two.org");
        second.place = first.place;
        second.pull = 0;
        auto third = landed('e', "net: five", 14 * day, "Ann", "ann@home.org");
        third.place = {classify::Section::networking, classify::Subgroup::none};
        write("new", {pull, small, first, second, third});
    }

    std::vector<Side> both() { return {{release("old"), {}}, {release("new"), {}}}; }

    /// "core 1 2;": and each number is what the query finds there.
    template <typename Row>
    std::string text_of(const std::vector<Row>& rows, const std::vector<Side>& sides) {
        std::string text;
        for (const auto& row : rows) {
            text += row.name;
            for (std::size_t i = 0; i < sides.size(); ++i) {
                text += ' ' + std::to_string(row.changesets.at(i));
                store::CommitQuery query;
                query.release = sides[i].release;
                query.as_of = sides[i].as_of;
                query.text = row.query;
                EXPECT_EQ(find(query).size(), static_cast<std::size_t>(row.changesets[i]))
                    << row.query;
            }
            text += ';';
        }
        return text;
    }
};

TEST_F(ReleasesSideBySide, HaveTotals) {
    Comparison comparison(file_);
    const auto totals = comparison.totals({release("new"), {}});
    EXPECT_EQ(totals.changesets, 3);
    EXPECT_EQ(totals.merges, 2);
    EXPECT_EQ(totals.pulls, 2);
    EXPECT_EQ(totals.authors, 2);
    EXPECT_EQ(totals.first_time_authors, 1);
    EXPECT_EQ(totals.insertions, std::nullopt);
    EXPECT_EQ(totals.window, std::nullopt);
    const auto old = comparison.totals({release("old"), {}});
    EXPECT_EQ(old.first_time_authors, std::nullopt);
    EXPECT_EQ(old.new_hardware, 1);
}

TEST_F(ReleasesSideBySide, CanBeThoseOfAMoment) {
    const auto totals = Comparison(file_).totals({release("new"), 13 * day});
    EXPECT_EQ(totals.changesets, 2);
    EXPECT_EQ(totals.authors, 2);
    const std::vector<Side> sides{{release("old"), 2 * day}, {release("new"), 12 * day}};
    EXPECT_EQ(text_of(Comparison(file_).places(sides), sides), "core 0 2;hardware/usb 1 0;");
}

TEST_F(ReleasesSideBySide, HaveAMergeWindowAndATimeAfterIt) {
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE release SET window_end = 13 * 86400 WHERE name = 'new'");
    auto totals = Comparison(file_).totals({release("new"), {}});
    EXPECT_EQ(totals.window, 1 * day); // from the 12th
    EXPECT_EQ(totals.stabilisation, 1 * day);
    totals = Comparison(file_).totals({release("new"), 12 * day + 600});
    EXPECT_EQ(totals.window, 600);
    EXPECT_EQ(totals.stabilisation, 0);
    EXPECT_EQ(Comparison(file_).totals({release("old"), {}}).stabilisation, std::nullopt);
}

/// No window from the first of January 1970 on.
TEST_F(ReleasesSideBySide, HaveNoLengthWhereNoLandingIsKnown) {
    auto one = commit('k', "usb: one");
    one.landed_time.reset();
    write("unknown", {one});
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE release SET window_end = 13 * 86400 WHERE name = 'unknown'");
    const auto totals = Comparison(file_).totals({release("unknown"), {}});
    EXPECT_EQ(totals.changesets, 1);
    EXPECT_EQ(totals.window, std::nullopt);
    EXPECT_EQ(totals.stabilisation, std::nullopt);
}

TEST_F(ReleasesSideBySide, AreCountedByPlaceAndByPerson) {
    EXPECT_EQ(text_of(Comparison(file_).places(both()), both()),
              "core 1 2;hardware/usb 1 0;networking 0 1;");
    const auto authors = Comparison(file_).authors(both());
    // Ann by both of her addresses.
    EXPECT_EQ(text_of(authors, both()), "Ann 1 2;Bob 0 1;Cem 1 0;");
    EXPECT_EQ(authors[0].first_time_in, std::nullopt);
    EXPECT_EQ(authors[1].first_time_in, std::size_t{1});
    EXPECT_EQ(authors[2].first_time_in, std::nullopt); // nobody knows who was there before
}

TEST_F(ReleasesSideBySide, ListNewHardwareAndTheLargestPulls) {
    const auto hardware = Comparison(file_).new_hardware(both());
    ASSERT_EQ(hardware.size(), 1U);
    EXPECT_EQ(hardware[0].side, 0U);
    EXPECT_EQ(hardware[0].adds.what, "A gadget");
    EXPECT_EQ(hardware[0].subject, "usb: one");
    const auto pulls = Comparison(file_).largest_pulls({release("new"), {}}, 1);
    ASSERT_EQ(pulls.size(), 1U);
    EXPECT_EQ(pulls[0].changesets, 2);
    EXPECT_EQ(pulls[0].tree, "git://example.org/net");
}

} // namespace
} // namespace mw::test
