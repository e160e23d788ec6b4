// Lists sorted by each column, up and down, where every changeset has another value, and what they
// are narrowed to.

#include "store/sample_release.h"

#include <algorithm>

namespace mw::test {
namespace {

using store::SortKey;
using Subjects = std::vector<std::string>;

class Sort : public StoreTest {
protected:
    /// In landing order "b", "d", "a", "c"; by every other key as its numbers say.
    Sort() {
        using classify::Section;
        using classify::Subgroup;
        auto b = made('b', 10, {Section::hardware, Subgroup::sound}, "Dora", "X", {2, 1, 7});
        auto d = made('d', 20, {Section::hardware, Subgroup::clock}, "anna", "b", {1, 40, 1});
        auto a = made('a', 30, {Section::core, Subgroup::none}, "Carl", "a", {4, 1, 2});
        auto c = made('c', 40, {Section::networking, Subgroup::none}, "Bert", "W", {3, 0, 0});
        write("r", {b, d, a, c});
        store::LineWriter lines(file_, "r");
        const std::vector<store::NewCommit> commits{b, d, a, c};
        const std::vector<std::pair<int, int>> counts{{1, 7}, {40, 1}, {1, 2}, {0, 0}};
        const auto tasks = lines.tasks();
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            std::vector<store::PathLines> paths(commits[i].paths.size());
            paths.front() = {counts[i].first, counts[i].second};
            lines.add(tasks[i].commit, paths);
        }
        lines.commit({});
    }

    struct Numbers {
        int files, insertions, deletions;
    };

    static store::NewCommit made(char id, int time, classify::SectionKey place,
                                 const std::string& author, const std::string& subsystem,
                                 Numbers numbers) {
        auto commit = StoreTest::commit(id, std::string(1, id));
        commit.landed_time = 1'000 + time;
        commit.author_time = 2'000 - time;
        commit.place = place;
        commit.author.name = author;
        commit.subsystem = subsystem;
        for (int i = 0; i < numbers.files; ++i)
            commit.paths.push_back(changed_file(std::string(1, id) + std::to_string(i)));
        return commit;
    }

    void expect(SortKey key, const Subjects& wanted) {
        store::CommitQuery query;
        query.sort = key;
        EXPECT_EQ(find(query), wanted) << static_cast<int>(key);
        query.descending = true;
        EXPECT_EQ(find(query), Subjects(wanted.rbegin(), wanted.rend()))
            << static_cast<int>(key) << ", descending";
        // A list that a word has narrowed is sorted the same.
        query.text = "-subject:b";
        Subjects less(wanted.rbegin(), wanted.rend());
        std::erase(less, "b");
        EXPECT_EQ(find(query), less) << static_cast<int>(key) << ", descending, of some";
        query.limit = 2;
        less.resize(2);
        EXPECT_EQ(find(query), less) << static_cast<int>(key) << ", the first";
    }
};

TEST_F(Sort, ByEachColumnUpAndDown) {
    expect(SortKey::landing, {"b", "d", "a", "c"});
    expect(SortKey::subject, {"a", "b", "c", "d"});
    expect(SortKey::oid, {"a", "b", "c", "d"});
    expect(SortKey::author, {"d", "c", "a", "b"}); // whatever the case of letters
    expect(SortKey::author_time, {"c", "a", "d", "b"});
    // Sections by their keys, in one of them by subgroup: both turn round.
    expect(SortKey::section, {"a", "d", "b", "c"});
    expect(SortKey::subsystem, {"a", "d", "c", "b"});
    expect(SortKey::files, {"d", "b", "c", "a"});
    expect(SortKey::lines, {"c", "a", "b", "d"});
}

TEST_F(Sort, IsOfWhatTheListIsNarrowedTo) {
    store::CommitQuery query;
    query.section = classify::Section::hardware;
    EXPECT_EQ(find(query), (Subjects{"b", "d"}));
    query.subgroup = classify::Subgroup::clock;
    EXPECT_EQ(find(query), Subjects{"d"});
    query.subgroup = classify::Subgroup::sound;
    EXPECT_EQ(find(query), Subjects{"b"});
    query = {};
    query.as_of = 1'020; // the moment itself belongs to it
    EXPECT_EQ(find(query), (Subjects{"b", "d"}));
    query.as_of = 1'019;
    EXPECT_EQ(find(query), Subjects{"b"});
    query.section = classify::Section::core;
    EXPECT_EQ(find(query), Subjects{});
    query = {};
    query.limit = 0;
    EXPECT_EQ(find(query), Subjects{});
    query.limit = 4;
    EXPECT_EQ(find(query).size(), 4U);
}

TEST_F(Sort, LinesAreInsertionsAndDeletions) {
    EXPECT_EQ(find("lines:>7"), (Subjects{"b", "d"}));
    EXPECT_EQ(find("lines:>8"), Subjects{"d"});
    EXPECT_EQ(find("lines:>=8"), (Subjects{"b", "d"}));
    EXPECT_EQ(find("lines:<3"), Subjects{"c"});
    EXPECT_EQ(find("lines:<=3"), (Subjects{"a", "c"}));
    EXPECT_EQ(find("lines:3"), Subjects{"a"});
    EXPECT_EQ(find("lines:0"), Subjects{"c"});
}

/// A commit of several releases is shown in the one that landed last, whichever was written first.
TEST_F(Sort, AnIdOpensInTheReleaseThatLandedLast) {
    auto early = commit('x', "early"), late = commit('x', "late");
    late.landed_time = *early.landed_time + 1;
    write("later", {late});
    write("earlier", {early});
    EXPECT_EQ(store::Reader(file_).commit_by_oid("7878")->row.subject, "late");
    write("later", {late});
    EXPECT_EQ(store::Reader(file_).commit_by_oid("7878")->row.subject, "late");
}

TEST_F(Sort, FacetsCountWhatTheListShows) {
    store::Reader reader(file_);
    const auto release = reader.releases().front().id;
    for (const std::int64_t as_of : {1'009, 1'010, 1'029, 1'030, 2'000}) {
        std::int64_t counted = 0;
        for (const auto& section : reader.sections(release, as_of))
            counted += section.changesets;
        store::CommitQuery query;
        query.as_of = as_of;
        EXPECT_EQ(counted, static_cast<std::int64_t>(find(query).size())) << as_of;
    }
}

} // namespace
} // namespace mw::test
