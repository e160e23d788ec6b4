// The way from a document's entry to all the changesets that it speaks of, merges included.

#include "store/sample_release.h"
#include "store/user/annotations.h"
#include "store/user/documents.h"

#include <gtest/gtest.h>

#include <optional>
#include <set>

namespace mw::test {
namespace {

/// A pull (p) of a, of a branch merge (m) that brought b and c, and of a branch merge (n), which
/// brought m and d; and e, on the mainline.
class Mentions : public StoreTest {
protected:
    Mentions() {
        const auto merge = [this](char id, store::CommitKind kind, const std::string& parents) {
            auto made = commit(id, std::string("merge ") + id);
            made.kind = kind;
            for (const char parent : parents)
                made.parents += raw_id(parent);
            return made;
        };
        const auto changeset = [this](char id, char parent, std::size_t pull) {
            auto made = commit(id, std::string(1, id));
            made.parents = raw_id(parent);
            made.pull = pull;
            return made;
        };
        std::vector<store::NewCommit> commits = {changeset('a', '0', 6),
                                                 changeset('b', '0', 6),
                                                 changeset('c', 'b', 6),
                                                 merge('m', store::CommitKind::branch_merge, "ac"),
                                                 changeset('d', '0', 6),
                                                 merge('n', store::CommitKind::branch_merge, "md"),
                                                 merge('p', store::CommitKind::pull, "0n"),
                                                 changeset('e', 'p', 6)};
        commits[3].pull = commits[5].pull = 6;
        commits.back().pull.reset();
        write("r", commits);
        reader_.emplace(file_);
    }

    static std::string hex(char id) {
        static constexpr const char* digits = "0123456789abcdef";
        std::string all;
        for (int i = 0; i < 20; ++i)
            all.append(1, digits[id / 16]).append(1, digits[id % 16]);
        return all;
    }

    void document(const std::string& name, const std::vector<store::NewMention>& mentions) {
        store::Document made;
        made.release = "r";
        made.title = name;
        made.file = "/documents/" + name;
        made.content_hash = std::to_string(++written_);
        store::DocumentStore(file_).put(made, mentions);
    }

    /// Subjects of what is:mentioned finds; fails where the other two ways say something else.
    std::string mentioned() {
        std::string found;
        std::set<store::RowId> ids;
        store::CommitQuery query;
        query.text = "is:mentioned";
        for (const auto id : reader_->find(query))
            ids.insert(id);
        const auto map = reader_->all_mentions();
        for (const char id : std::string("abcmdnpe")) {
            const auto row = reader_->find_oid(hex(id)).value();
            const auto entries = reader_->mentions(row).size();
            EXPECT_EQ(entries > 0, ids.contains(row)) << id;
            EXPECT_EQ(entries, map->count(row)) << id;
            EXPECT_EQ(entries, reader_->commit(row)->mentions.size()) << id;
            if (entries > 0)
                found += id;
        }
        return found;
    }

    int written_ = 0;
    std::optional<store::Reader> reader_;
};

TEST_F(Mentions, OfAChangesetAreItsOwn) {
    EXPECT_EQ(mentioned(), "");
    document("d", {{hex('b'), 1, "about b"}});
    EXPECT_EQ(mentioned(), "b");
}

TEST_F(Mentions, OfABranchMergeReachWhatItBrought) {
    document("d", {{hex('m'), 1, "about m"}});
    EXPECT_EQ(mentioned(), "bcm");
    document("d", {{hex('n'), 1, "about n"}});
    EXPECT_EQ(mentioned(), "dn"); // a, b and c were there before it
}

TEST_F(Mentions, OfAPullReachAllThatLandedThroughIt) {
    document("d", {{hex('p'), 1, "about p"}});
    EXPECT_EQ(mentioned(), "abcmdnp");
}

TEST_F(Mentions, AreOrderedAndEachPlaceCountsOnce) {
    document("d", {{hex('p'), 1, "about p"},
                   {hex('b'), 7, "b, brought by m"},
                   {hex('m'), 7, "b, brought by m"},
                   {hex('m'), 9, "about m"}});
    const auto of_b = reader_->mentions(reader_->find_oid(hex('b')).value());
    ASSERT_EQ(of_b.size(), 3U);
    EXPECT_EQ(of_b[0].line, 7);
    EXPECT_EQ(of_b[0].oid, hex('b'));
    EXPECT_EQ(of_b[1].words, "about p");
    EXPECT_EQ(of_b[2].words, "about m");
    store::CommitQuery query;
    query.sort = store::SortKey::mentions;
    query.text = "-is:merge";
    EXPECT_EQ(find(query), (std::vector<std::string>{"e", "a", "d", "b", "c"}));
    query.descending = true;
    EXPECT_EQ(find(query).back(), "e");
    EXPECT_EQ(find("-is:mentioned"), (std::vector<std::string>{"e"}));
}

TEST_F(Mentions, FollowDocumentsAndReleases) {
    document("d", {{hex('m'), 1, "about m"}});
    EXPECT_EQ(mentioned(), "bcm");
    store::DocumentStore(file_).remove(store::DocumentStore(file_).all().front().id);
    EXPECT_EQ(mentioned(), "");
    document("d", {{hex('m'), 1, "about m"}, {hex('e'), 2, "about e"}});
    auto alone = commit('m', "merge m");
    alone.kind = store::CommitKind::pull;
    write("r", {commit('a', "a"), commit('b', "b"), alone});
    EXPECT_EQ(find("is:mentioned"), (std::vector<std::string>{"merge m"}));
    EXPECT_EQ(reader_->all_mentions()->of.size(), 1U);
}

TEST_F(Mentions, OfTheStartOfAnId) {
    document("d", {{hex('m').substr(0, 12), 1, "about m"}, {"ffffffffffff", 2, "of nothing"}});
    EXPECT_EQ(mentioned(), "bcm");
}

} // namespace
} // namespace mw::test
