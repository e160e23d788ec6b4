// Cases of the range walk that an import does not show by itself; what it finds is compared with
// git in tests/importer.

#include "git/history/bringing_merges.h"
#include "git/history/history.h"
#include "git/objects/known_history.h"
#include "git/setup/error.h"
#include "support/git_reference.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

namespace mw::git {
namespace {

class Histories : public testing::Test {
protected:
    History read(const std::string& from, const std::string& to) const {
        const Repository repository(repo_.path());
        return History::read(repository, repository.resolve_commit(from),
                             repository.resolve_commit(to));
    }

    test::TempDir folder_;
    test::RepoBuilder repo_{folder_ / "repo"};
};

/// A long side branch whose clock was wrong by years, reached from both ends: git itself goes on
/// for five commits once everything left looks too old, and lists what FROM reaches later.
TEST_F(Histories, CommitsThatClaimToBeMuchOlderStayOutside) {
    const auto base = repo_.commit("file", "0\n");
    repo_.branch("shared", base);
    const auto shared = repo_.commit("shared", "1\n").time(1'500'000'000);
    repo_.branch("from", shared);
    for (int i = 0; i < 200; ++i)
        repo_.commit("old", fmt::format("{}\n", i)).time(1'000'000'000 - i);
    const auto from = repo_.tip();
    repo_.branch("to", base);
    repo_.merge({shared}).time(1'600'000'000);
    const auto to = repo_.commit("new", "1\n").time(1'600'000'001);
    repo_.write();
    const auto history = read(from.id(), to.id());
    std::set<std::string> found;
    for (const auto& commit : history.commits())
        found.insert(commit.id.hex());
    EXPECT_FALSE(found.contains(shared.id()));
    EXPECT_EQ(found.size(), 2U);
}

TEST_F(Histories, MainlineIsTheFirstParentChain) {
    const auto base = repo_.commit("file", "0\n");
    repo_.tag("base", base);
    repo_.branch("topic", base);
    const auto topic = repo_.commit("topic", "1\n");
    repo_.checkout("master");
    const auto direct = repo_.commit("file", "1\n");
    const auto merge = repo_.merge({topic});
    repo_.write();
    const auto history = read("base", "master");
    ASSERT_EQ(history.commits().size(), 3U);
    EXPECT_TRUE(history.starts_at_ancestor());
    std::vector<std::string> order;
    for (const auto& commit : history.commits()) {
        order.push_back(commit.id.hex());
        EXPECT_EQ(commit.mainline, commit.id.hex() != topic.id());
    }
    EXPECT_EQ(order, (std::vector{direct.id(), topic.id(), merge.id()}));
    EXPECT_EQ(history.commits()[1].landed_by, 2U);
    EXPECT_EQ(history.commits()[0].landed_by, 0U);
    EXPECT_TRUE(history.is_merge(2));
    EXPECT_EQ(history.parents(2)[1].hex(), topic.id());
    std::vector<MergeContents::Node> nodes;
    for (History::Index i = 0; i < 3; ++i)
        nodes.push_back(
            {history.commits()[i].id, {history.parents(i).begin(), history.parents(i).end()}});
    EXPECT_EQ(MergeContents(nodes).brought(2), std::vector<std::size_t>{1});
}

/// A pull that brought a branch with a merge in it, and a later pull.
TEST(BringingMerges, TheInnermostThatBroughtItFirst) {
    const auto id = [](int number) { return *ObjectId::from_hex(fmt::format("{:040x}", number)); };
    enum { base, inner_topic, topic, inner_merge, tip, pull, later_topic, later_pull };
    std::vector<MergeContents::Node> nodes = {
        {id(base), {}},
        {id(inner_topic), {id(base)}},
        {id(topic), {id(base)}},
        {id(inner_merge), {id(topic), id(inner_topic)}},
        {id(tip), {id(inner_merge)}},
        {id(pull), {id(base), id(tip)}},
        {id(later_topic), {id(base)}},
        {id(later_pull), {id(pull), id(later_topic), id(inner_topic)}},
    };
    // Behind the parents of a commit there is memory with whatever was there before.
    nodes[pull].parents.push_back(id(later_topic));
    nodes[pull].parents.pop_back();
    const std::vector<bool> mainline = {true, false, false, false, false, true, false, true};
    constexpr auto none = History::none;
    EXPECT_EQ(
        bringing_merges(nodes, mainline),
        (std::vector<std::uint32_t>{none, inner_merge, pull, pull, pull, none, later_pull, none}));
}

TEST_F(Histories, EmptyRangeAndStop) {
    repo_.tag("base", repo_.commit("file", "0\n"));
    repo_.commit("file", "1\n");
    repo_.write();
    EXPECT_TRUE(read("master", "base").commits().empty());
    EXPECT_TRUE(read("master", "master").commits().empty());
    std::stop_source stop;
    stop.request_stop();
    const Repository repository(repo_.path());
    EXPECT_NO_THROW(History::read(repository, repository.resolve_commit("base"),
                                  repository.resolve_commit("master"), stop.get_token()));
}

/// A server said what the start of the range leads to; the clone need not have all of it, nor for
/// ever.
TEST_F(Histories, KnownAncestorsCountAsFarAsTheyAreThere) {
    const auto base = repo_.commit("file", "0\n");
    repo_.branch("topic", base);
    const auto topic = repo_.commit("topic", "1\n");
    repo_.checkout("master");
    const auto merge = repo_.merge({topic});
    repo_.write();
    const auto absent = *ObjectId::from_hex(std::string(40, 'b'));
    const auto from = *ObjectId::from_hex(base.id()), there = *ObjectId::from_hex(topic.id());
    test::write_bytes(repo_.path() / "shallow", base.id() + '\n'); // others are not asked for it
    std::filesystem::create_directories(repo_.path() / "mergewindow");
    write_known_history(repo_.path(), {{{from, {absent, there}}}, {}});
    const auto history = read(base.id(), merge.id());
    ASSERT_EQ(history.commits().size(), 1U);
    EXPECT_EQ(history.commits()[0].id.hex(), merge.id());
}

TEST(KnownHistory, LinesThatMeanNothingArePassedOver) {
    const test::TempDir folder;
    const std::string from(40, 'a'), ancestor(40, 'b'), border(40, 'c');
    std::filesystem::create_directories(folder / "mergewindow");
    test::write_bytes(folder / "mergewindow/known",
                      "ancestor " + ancestor + "\nof " + from + "\nborder\nof no-name\n\nborder " +
                          border + "0\nancestor " + ancestor + "\nborder " + border + "\n");
    const auto known = read_known_history(folder.path());
    ASSERT_EQ(known.ancestors.size(), 1U);
    EXPECT_EQ(known.ancestors.at(*ObjectId::from_hex(from)),
              std::vector{*ObjectId::from_hex(ancestor)});
    EXPECT_EQ(known.borders.size(), 1U);
    EXPECT_TRUE(known.borders.contains(*ObjectId::from_hex(border)));
}

} // namespace
} // namespace mw::git
