// Which commits a message says that it corrects, and what is known of a corrected commit.

#include "base/object_id.h"
#include "store/sample_release.h"
#include "store/write/fix_references.h"

namespace mw::test {
namespace {

using store::ReferenceKind;

std::string found(std::string_view body, const std::vector<store::Trailer>& trailers = {}) {
    std::string text;
    for (const auto& reference : store::find_fix_references(body, trailers))
        text += (reference.kind == ReferenceKind::fixes ? "f " : "r ") + reference.target + ";";
    return text;
}

TEST(References, AreFoundWhereMessagesHaveThem) {
    EXPECT_EQ(found("", {{"Fixes", "1234567890ab (\"net: x\")"}}), "f 1234567890ab;");
    EXPECT_EQ(found("", {{"fixes", "commit ABCDEF1 (\"x\")"}}), "f abcdef1;");
    EXPECT_EQ(found("This reverts commit 0123456789012345678901234567890123456789.\n\nIt broke."),
              "r 0123456789012345678901234567890123456789;");
    EXPECT_EQ(found("This reverts commit\n0123456789ab, which\nand\nThis reverts commit abcdef12."),
              "r 0123456789ab;r abcdef12;");
    EXPECT_EQ(found("", {{"Fixes", "1234567"}, {"Fixes", "1234567"}}), "f 1234567;");
}

TEST(References, AreNotReadIntoOtherWords) {
    EXPECT_EQ(found("", {{"Fixes", "https://bugs/1234567"}}), "");
    EXPECT_EQ(found("", {{"Fixes", "123456"}}), "");
    EXPECT_EQ(found("", {{"Fixes", "deadbeefs"}}), "");
    EXPECT_EQ(found("", {{"Fixes", std::string(41, 'a')}}), "");
    EXPECT_EQ(found("", {{"Link", "1234567890ab"}}), "");
    EXPECT_EQ(found("This reverts commits"), "");
    EXPECT_EQ(found(""), "");
}

class Corrections : public StoreTest {};

TEST_F(Corrections, AreKnownAtTheCorrectedCommit) {
    auto broken = commit('a', "broken");
    auto fix = commit('b', "fix");
    const auto id = git::to_hex(raw_id('a'));
    fix.trailers = {{"Fixes", id.substr(0, 12) + " (\"broken\")"}};
    auto revert = commit('c', "Revert \"broken\"");
    revert.body = "This reverts commit " + id + ".\n";
    write("test", {broken, fix, revert});
    write("again", {fix});
    const auto detail = store::Reader(file_).commit_by_oid(id).value();
    ASSERT_EQ(detail.corrections.size(), 2U);
    EXPECT_EQ(detail.corrections[0].subject, "fix");
    EXPECT_EQ(detail.corrections[0].kind, ReferenceKind::fixes);
    EXPECT_EQ(detail.corrections[1].subject, revert.subject);
    EXPECT_EQ(detail.corrections[1].kind, ReferenceKind::reverts);
    write("test", {broken});
    EXPECT_EQ(store::Reader(file_).commit_by_oid(id)->corrections.size(), 1U);
}

} // namespace
} // namespace mw::test
