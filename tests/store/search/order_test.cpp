// The order of a list over several releases, whichever was imported first.

#include "store/sample_release.h"

#include <algorithm>

namespace mw::test {
namespace {

using store::SortKey;
using Subjects = std::vector<std::string>;

class Order : public StoreTest {
protected:
    /// The later release is imported first; both have a commit of the same second, and the same
    /// pull is in both.
    Order() {
        write("later", {at('d', "d direct", 300), in('e', "e in q", 400), pull('q', "q", 400),
                        in('f', "f in p", 500, 4), pull('p', "p", 500)});
        write("earlier",
              {at('a', "a direct", 100), in('b', "b in n", 200), pull('n', "n", 200),
               at('c', "c direct", 300), in('f', "f in p", 500, 5), pull('p', "p", 500)});
    }

    static store::NewCommit at(char id, const std::string& subject, Seconds landed) {
        auto commit = StoreTest::commit(id, subject);
        commit.landed_time = commit.author_time = landed;
        return commit;
    }
    static store::NewCommit in(char id, const std::string& subject, Seconds landed,
                               std::size_t pull = 2) {
        auto commit = at(id, subject, landed);
        commit.pull = pull;
        return commit;
    }
    static store::NewCommit pull(char id, const std::string& subject, Seconds landed) {
        auto commit = at(id, subject, landed);
        commit.kind = store::CommitKind::pull;
        return commit;
    }

    Subjects sorted(SortKey key, bool descending = false, const std::string& text = "") {
        store::CommitQuery query;
        query.sort = key;
        query.descending = descending;
        query.text = text;
        return find(query);
    }
};

TEST_F(Order, IsByTimeOfLanding) {
    const Subjects landed{"a direct", "b in n", "c direct", "d direct",
                          "e in q",   "f in p", "f in p"};
    EXPECT_EQ(sorted(SortKey::landing), landed);
    EXPECT_EQ(sorted(SortKey::landing, true), Subjects(landed.rbegin(), landed.rend()));
    // The few that a word finds are sorted by themselves.
    EXPECT_EQ(sorted(SortKey::landing, false, "direct"),
              (Subjects{"a direct", "c direct", "d direct"}));
    store::CommitQuery limited;
    limited.limit = 2;
    EXPECT_EQ(find(limited), (Subjects{"a direct", "b in n"}));
}

TEST_F(Order, HasACommitOnceWhereThatIsWanted) {
    store::CommitQuery query;
    query.each_once = true;
    const Subjects once{"a direct", "b in n", "c direct", "d direct", "e in q", "f in p"};
    EXPECT_EQ(find(query), once);
    query.limit = 6;
    EXPECT_EQ(find(query), once);
    query.sort = SortKey::subject;
    EXPECT_EQ(find(query), once);
    query.text = "release:earlier in";
    EXPECT_EQ(find(query), (Subjects{"b in n", "f in p"}));
    query.text = "in";
    query.limit = {};
    store::Reader reader(file_);
    const auto rows = reader.rows(reader.find(query));
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows.back().release, reader.release("later")->id); // which ends last
    write("last", {in('b', "b in n", 700, 1), pull('p', "p", 700)});
    query.text = "b";
    const auto row = store::Reader(file_).rows(store::Reader(file_).find(query));
    ASSERT_EQ(row.size(), 1U);
    EXPECT_EQ(row.front().release, store::Reader(file_).release("last")->id);
}

TEST_F(Order, OfPullsIsByTimeOfLanding) {
    EXPECT_EQ(sorted(SortKey::pull), (Subjects{"a direct", "c direct", "d direct", "b in n",
                                               "e in q", "f in p", "f in p"}));
    EXPECT_EQ(sorted(SortKey::pull, true), (Subjects{"f in p", "f in p", "e in q", "b in n",
                                                     "a direct", "c direct", "d direct"}));
}

/// What a key leaves open is by landing, whichever key it is.
TEST_F(Order, OfEqualsIsByTimeOfLanding) {
    const auto landed = sorted(SortKey::landing);
    for (const auto key : {SortKey::author, SortKey::section, SortKey::subsystem, SortKey::files,
                           SortKey::lines, SortKey::rank, SortKey::mentions}) {
        EXPECT_EQ(sorted(key), landed) << static_cast<int>(key);
        if (key != SortKey::rank && key != SortKey::mentions) {
            EXPECT_EQ(sorted(key, true), landed) << static_cast<int>(key);
        }
    }
}

/// The same lists, whatever was imported first and again.
TEST_F(Order, DoesNotDependOnTheImports) {
    std::vector<Subjects> before;
    constexpr SortKey keys[] = {SortKey::landing, SortKey::pull,  SortKey::subject,
                                SortKey::author,  SortKey::oid,   SortKey::author_time,
                                SortKey::section, SortKey::files, SortKey::rank};
    for (const auto key : keys)
        before.push_back(sorted(key));
    write("later", {at('d', "d direct", 300), in('e', "e in q", 400), pull('q', "q", 400),
                    in('f', "f in p", 500, 4), pull('p', "p", 500)});
    for (std::size_t i = 0; i < std::size(keys); ++i)
        EXPECT_EQ(sorted(keys[i]), before[i]) << i;
}

/// Many take another way than few.
TEST_F(Order, IsTheSameForMany) {
    std::vector<store::NewCommit> one, two;
    for (int i = 0; i < 1'500; ++i)
        (i % 2 == 0 ? one : two)
            .push_back(at(static_cast<char>('a' + i % 26), std::to_string(10'000 + i), 1'000 + i));
    write("two", two);
    write("one", one);
    const auto all = sorted(SortKey::landing, false, "-direct -in");
    ASSERT_EQ(all.size(), 1'500U);
    EXPECT_TRUE(std::ranges::is_sorted(all));
    const auto again = sorted(SortKey::landing, false, "1000*");
    EXPECT_EQ(again.size(), 10U);
    EXPECT_TRUE(std::ranges::is_sorted(again));
}

} // namespace
} // namespace mw::test
