// Which release has a change, and where the same change stands under another id.

#include "store/read/equivalent_commits.h"
#include "store/sample_release.h"

#include <array>

namespace mw::test {
namespace {

using store::EquivalentCommit;
using store::EquivalentCommits;
using How = EquivalentCommit::How;

class ChangesInReleases : public StoreTest {
protected:
    ChangesInReleases() {
        auto routine = commit('r', "sh: update defconfigs");
        write("old", {commit('a', "usb: Fix a leak"), commit('b', "usb: 100% sure"), routine});
        auto again = commit('c', "usb: Fix a leak");
        again.landed_time = 2'000'000;
        auto routine_again = commit('s', "sh: update defconfigs");
        routine_again.author_time = 5;
        routine_again.landed_time = 2'000'001;
        auto stranger = commit('d', "usb: Fix a leak");
        stranger.author = {"Somebody Else", "else@example.org"};
        stranger.landed_time = 2'000'002;
        auto picked = commit('e', "usb: no overflow (backport)");
        picked.landed_time = 2'000'003;
        picked.body = "Words.\n\n(cherry picked from commit " + hex('b') + ")\n";
        auto mere_mention = commit('f', "usb: follow-up");
        mere_mention.body = "After commit " + hex('b') + " this is needed.";
        write("new", {again, routine_again, stranger, picked, mere_mention});
    }

    static std::string hex(char digit) {
        std::string text;
        for (int i = 0; i < 20; ++i)
            text += fmt_hex(digit);
        return text;
    }
    static std::string fmt_hex(char byte) {
        constexpr const char* digits = "0123456789abcdef";
        return {digits[byte >> 4], digits[byte & 15]};
    }

    std::string find(const std::string& wanted) {
        return text_of(EquivalentCommits(file_).find(wanted));
    }
    std::string elsewhere(char id) {
        store::Reader reader(file_);
        return text_of(EquivalentCommits(file_).elsewhere(reader.find_oid(hex(id)).value()));
    }

    static std::string text_of(const std::vector<EquivalentCommit>& homes) {
        std::string text;
        for (const auto& home : homes)
            text += home.release_name + ' ' + home.oid.substr(0, 2) + ' ' +
                    std::array{"itself", "picked", "same",
                               "title"}[static_cast<std::size_t>(home.how)] +
                    ';';
        return text;
    }
};

TEST_F(ChangesInReleases, AreFoundByIdWithTheSameChangeElsewhere) {
    EXPECT_EQ(find(hex('a')), "old 61 itself;new 63 same;");
    EXPECT_EQ(find(" 6161616 "), "old 61 itself;new 63 same;");
    EXPECT_EQ(find("0123456789ab"), "");
}

TEST_F(ChangesInReleases, AreFoundByTitle) {
    EXPECT_EQ(find("USB: fix a leak"), "old 61 itself;new 63 itself;new 64 itself;");
    EXPECT_EQ(find("100%"), "old 62 itself;new 65 picked;");
    // Who gives the whole title does not mean those that quote it.
    write("later", {commit('g', "Revert \"usb: Fix a leak\"")});
    EXPECT_EQ(find("USB: fix a leak"), "old 61 itself;new 63 itself;new 64 itself;");
    EXPECT_NE(find("Fix a leak").find("later 67 itself;"), std::string::npos);
    EXPECT_EQ(find("no such words"), "");
    EXPECT_EQ(find("  "), "");
    EXPECT_EQ(EquivalentCommits(file_).find("usb", 2).size(), 2U);
}

TEST_F(ChangesInReleases, ARoutineTitleIsSaidToBeThatAlone) {
    EXPECT_EQ(elsewhere('r'), "new 73 title;");
    EXPECT_EQ(elsewhere('a'), "new 63 same;");
    EXPECT_EQ(elsewhere('d'), "");
}

/// As in the release of a document: it is not every commit for that.
TEST_F(ChangesInReleases, ACommitWithoutAnIdIsNoOther) {
    auto nameless = commit('u', "usb: unidentified");
    nameless.oid.clear();
    write("later", {nameless});
    store::CommitQuery query;
    query.text = "unidentified";
    const auto found = store::Reader(file_).find(query);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(text_of(EquivalentCommits(file_).elsewhere(found.front())), "");
}

TEST_F(ChangesInReleases, APickSaysWhereItIsFromBothWays) {
    EXPECT_EQ(elsewhere('b'), "new 65 picked;");
    EXPECT_EQ(elsewhere('e'), "old 62 picked;");
    EXPECT_EQ(elsewhere('f'), "");
}

} // namespace
} // namespace mw::test
