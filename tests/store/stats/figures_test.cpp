// What charts count, and the queries that lead from a bar to its changesets.

#include "store/sample_release.h"
#include "store/stats/figures.h"

namespace mw::test {
namespace {

using store::Figure;
using store::FigureKind;

class FiguresOfARelease : public StoreTest {
protected:
    FiguresOfARelease() {
        auto early = landed('a', "early", 100'000, "Ann", "ann@one.org");
        write("old", {early});
        auto first = landed('b', "b", 1'000'000, "Ann", "ann@one.org");
        auto second = landed('c', "c", 1'000'060, "Bob", "bob@two.org");
        second.place = {classify::Section::hardware, classify::Subgroup::usb};
        second.subsystem = "USB";
        auto third = landed('d', "d", 1'100'000, "Bob", "bob@Two.org");
        third.place = {classify::Section::core, classify::Subgroup::none};
        third.subsystem = "USB";
        auto merge = landed('e', "merge", 1'100'000, "Linus", "l@osdl.org");
        merge.kind = store::CommitKind::pull;
        write("new", {first, second, third, merge});
    }

    std::string count(FigureKind kind, const std::string& name = "new",
                      std::optional<Seconds> as_of = {}) {
        std::string text;
        for (const auto& figure : store::Figures(file_).count(release(name), kind, as_of)) {
            text += figure.name + " " + std::to_string(figure.changesets) + ";";
            store::CommitQuery query;
            query.release = release(name);
            query.text = figure.query;
            query.as_of = as_of;
            EXPECT_EQ(find(query).size(), static_cast<std::size_t>(figure.changesets))
                << figure.query;
        }
        return text;
    }
};

TEST_F(FiguresOfARelease, AreCountedAndFoundAgain) {
    EXPECT_EQ(count(FigureKind::day), "1970-01-12 2;1970-01-13 1;");
    EXPECT_EQ(count(FigureKind::section), "core 1;hardware/usb 1;misc 1;");
    EXPECT_EQ(count(FigureKind::subsystem), "USB 2;");
    EXPECT_EQ(count(FigureKind::author), "Bob 2;Ann 1;");
    EXPECT_EQ(count(FigureKind::domain), "two.org 2;one.org 1;");
}

TEST_F(FiguresOfARelease, KnowWhoIsNewWhereThereIsAPast) {
    EXPECT_EQ(count(FigureKind::first_time_author), "Bob 2;");
    EXPECT_EQ(count(FigureKind::first_time_author, "old"), "");
}

TEST_F(FiguresOfARelease, DoNotTakeOneNameForAnother) {
    write("names", {landed('h', "h", 1'000'000, "Ann", "ann@one.org"),
                    landed('i', "i", 1'000'000, "Ann", "ann@home.org"),
                    landed('j', "j", 1'000'000, "Ann Lee", "lee@one.org.uk")});
    EXPECT_EQ(count(FigureKind::author, "names"), "Ann 2;Ann Lee 1;");
    EXPECT_EQ(count(FigureKind::domain, "names"), "home.org 1;one.org 1;one.org.uk 1;");
}

TEST_F(FiguresOfARelease, DoNotTakeALongerNameAtTheSameAddress) {
    write("names", {landed('h', "h", 1'000'000, "Lee", "lee@one.org"),
                    landed('i', "i", 1'000'000, "Ann Lee", "lee@one.org"),
                    landed('j', "j", 1'000'000, "lee", "lee@one.org"),
                    landed('k', "k", 1'000'000, "Bo <Lee", "lee@one.org")});
    EXPECT_EQ(count(FigureKind::author, "names"), "Lee 2;Ann Lee 1;Bo <Lee 1;");
}

TEST_F(FiguresOfARelease, KnowAPersonByEverySpelling) {
    auto quoted = landed('k', "k", 1'000'000, "Cem", "cem@one.org");
    quoted.subsystem = "USB \"USBNET\" DRIVERS";
    auto other = landed('l', "l", 1'000'000, "Cem", "cem@one.org");
    other.subsystem = "USB GADGETS";
    write("names", {landed('h', "h", 1'000'000, "Eric Bénard", "eric@one.org"),
                    landed('i', "i", 1'000'000, "eric benard", "eric@one.org"),
                    landed('j', "j", 1'000'000, "Eric Bénard", "e@home.org"), quoted, other});
    EXPECT_EQ(count(FigureKind::author, "names"), "Eric Bénard 3;Cem 2;");
    EXPECT_EQ(count(FigureKind::first_time_author, "names"), "Eric Bénard 3;Cem 2;");
    EXPECT_EQ(count(FigureKind::subsystem, "names"), "USB \"USBNET\" DRIVERS 1;USB GADGETS 1;");
}

TEST_F(FiguresOfARelease, KnowNobodyByAnotherNameAtAKnownAddress) {
    write("later", {landed('h', "h", 2'000'000, "Ann B. Author", "ann@one.org"),
                    landed('i', "i", 2'000'000, "Cem", "cem@one.org")});
    EXPECT_EQ(count(FigureKind::first_time_author, "later"), "Cem 1;");
    store::Figures figures(file_);
    EXPECT_TRUE(figures.knows_earlier_landings(release("later")));
    EXPECT_FALSE(figures.knows_earlier_landings(release("old")));
}

TEST_F(FiguresOfARelease, CanBeThoseOfAnEarlierMoment) {
    EXPECT_EQ(count(FigureKind::author, "new", 1'000'000), "Ann 1;");
    EXPECT_EQ(store::Figures(file_).count(release("new"), FigureKind::author, {}, 1).size(), 1U);
    EXPECT_EQ(store::Figures(file_).count(release("new"), FigureKind::day, {}, 1).size(), 2U);
}

TEST_F(FiguresOfARelease, HaveNoLinesWhereNoneAreCounted) {
    const auto figures = store::Figures(file_).count(release("new"), FigureKind::author);
    EXPECT_EQ(figures.front().insertions, std::nullopt);
}

} // namespace
} // namespace mw::test
