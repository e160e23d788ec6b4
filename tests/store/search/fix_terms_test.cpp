#include "base/object_id.h"
#include "store/sample_release.h"
#include "store/sql/error.h"

#include <gtest/gtest.h>

namespace mw::test {
namespace {

using store::ReferenceKind;
using FixSubjects = std::vector<std::string>;

std::string hex(char digit) {
    return git::to_hex(std::string(20, digit));
}

/// One release in which something is broken, fixed and reverted, and a stable one with backports of
/// the broken one and of its fix.
class FixTerms : public StoreTest {
protected:
    FixTerms() {
        auto broken = commit('a', "broken");
        auto fix = commit('b', "fix");
        fix.body = "Text.\n\nFixes: " + hex('a').substr(0, 12) + " (\"broken\")\n";
        fix.trailers = {{"Cc", "stable@vger.kernel.org # 5.10+"}};
        auto undone = commit('c', "undone");
        undone.trailers = {{"CC", "<stable@vger.kernel.org>"}};
        auto revert = commit('d', "Revert \"undone\"");
        revert.body = "This reverts commit " + hex('c') + ".\n";
        auto old = commit('e', "fixes what is older");
        old.body = "Fixes: 0123456789ab (\"older\")\n";
        old.trailers = {{"Cc", "Stable <stable@kernel.org>"}, {"Cc", "Ann <ann@example.org>"}};
        write("main", {broken, fix, undone, revert, old});
        auto broken_there = commit('f', "broken");
        broken_there.body = "[ Upstream commit " + hex('a') + " ]\n\nText.\n";
        auto fix_there = commit('g', "fix");
        fix_there.body = "commit " + hex('b') +
                         " upstream.\n\nText.\n\nFixes: " + hex('a').substr(0, 12) +
                         " (\"broken\")\n";
        write("stable", {broken_there, fix_there});
    }

    FixSubjects in_release(const std::string& name, const std::string& text) {
        store::CommitQuery query;
        query.text = text;
        query.release = store::Reader(file_).release(name)->id;
        return find(query);
    }
};

TEST_F(FixTerms, FindWhatWasCorrected) {
    EXPECT_EQ(in_release("main", "is:fixed"), FixSubjects{"broken"});
    EXPECT_EQ(in_release("main", "is:reverted"), FixSubjects{"undone"});
    EXPECT_EQ(in_release("main", "is:fix -is:revert -is:stable"), FixSubjects{});
    EXPECT_EQ(in_release("main", "is:revert"), FixSubjects{"Revert \"undone\""});
    EXPECT_EQ(in_release("main", "-is:fixed is:stable"),
              (FixSubjects{"fix", "undone", "fixes what is older"}));
}

TEST_F(FixTerms, FindWhatCorrectsTheSameRelease) {
    EXPECT_EQ(in_release("main", "is:follow-up"), (FixSubjects{"fix", "Revert \"undone\""}));
    // By the id upstream, which no commit of the stable release has.
    EXPECT_EQ(in_release("stable", "is:follow-up"), FixSubjects{"fix"});
    EXPECT_EQ(in_release("stable", "is:fixed"), FixSubjects{"broken"});
    EXPECT_EQ(find("is:follow-up").size(), 3U);
}

TEST_F(FixTerms, FindBothEndsById) {
    EXPECT_EQ(in_release("main", "fixes:" + hex('a')), FixSubjects{"fix"});
    EXPECT_EQ(in_release("main", "fixed-by:" + hex('b').substr(0, 8)), FixSubjects{"broken"});
    EXPECT_EQ(in_release("main", "reverts:" + hex('c').substr(0, 9)),
              FixSubjects{"Revert \"undone\""});
    EXPECT_EQ(in_release("main", "reverted-by:" + hex('d')), FixSubjects{"undone"});
    EXPECT_EQ(in_release("stable", "fixes:" + hex('f')), FixSubjects{"fix"});
    EXPECT_EQ(in_release("stable", "fixed-by:" + hex('g')), FixSubjects{"broken"});
    EXPECT_EQ(in_release("main", "fixed-by:" + hex('a')), FixSubjects{});
    EXPECT_THROW(find("fixed-by:somebody"), store::QueryError);
    EXPECT_THROW(find("reverts:12"), store::QueryError);
}

TEST_F(FixTerms, AreTheRelationsOfACommit) {
    store::Reader reader(file_);
    const auto fix = reader.commit_by_oid(hex('b')).value();
    ASSERT_EQ(fix.corrects.size(), 1U);
    EXPECT_EQ(fix.corrects[0].oid, hex('a'));
    EXPECT_EQ(fix.corrects[0].subject, "broken");
    EXPECT_EQ(fix.corrects[0].line, 3);
    EXPECT_TRUE(fix.for_stable);
    const auto old = reader.commit_by_oid(hex('e')).value();
    ASSERT_EQ(old.corrects.size(), 1U);
    EXPECT_EQ(old.corrects[0].commit, 0);
    EXPECT_EQ(old.corrects[0].oid, "0123456789ab");
    const auto there = reader.commit_by_oid(hex('f')).value();
    EXPECT_EQ(there.picked_from, FixSubjects{hex('a')});
    // The fix itself, which names the commit upstream, and its backport.
    ASSERT_EQ(there.corrections.size(), 2U);
    const auto fix_there = reader.commit_by_oid(hex('g')).value();
    ASSERT_EQ(fix_there.corrects.size(), 1U);
    EXPECT_EQ(fix_there.corrects[0].oid, hex('f')); // of the same release
    EXPECT_EQ(reader.commit_by_oid(hex('d'))->corrects.at(0).kind, ReferenceKind::reverts);
}

TEST_F(StoreTest, OnlyACopyToTheStableListAsksForStable) {
    const auto asks = [this](const store::Trailer& trailer) {
        auto made = commit('1', "mm: fix");
        made.trailers = {trailer};
        const auto release = write("r", {made});
        store::Reader reader(file_);
        store::CommitQuery all;
        all.release = release.id;
        return reader.commit(reader.find(all).at(0))->for_stable;
    };
    EXPECT_TRUE(asks({"Cc", "<stable@vger.kernel.org> # 6.1"}));
    EXPECT_TRUE(asks({"CC", "Stable@kernel.org"}));
    EXPECT_FALSE(asks({"Cc", "linux-mm@kvack.org"}));
    EXPECT_FALSE(asks({"Signed-off-by", "Ann <stable@vger.kernel.org>"}));
    EXPECT_FALSE(asks({"Reviewed-by", "Bob <bob@example.org>"}));
}

} // namespace
} // namespace mw::test
