#include "git/text/mailmap.h"
#include "support/git.h"
#include "support/temp_dir.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>

namespace mw::git {
namespace {

std::string applied(const std::string& map, std::string name, std::string email) {
    Mailmap(map).apply(name, email);
    return name + " <" + email + ">";
}

TEST(MailmapFile, EachFormOfALine) {
    EXPECT_EQ(applied("New <a@x>\n", "Old", "a@x"), "New <a@x>");
    EXPECT_EQ(applied("<new@x> <a@x>\n", "Old", "a@x"), "Old <new@x>");
    EXPECT_EQ(applied("New <new@x> <a@x>\n", "Old", "a@x"), "New <new@x>");
    EXPECT_EQ(applied("New <new@x> Old <a@x>\n", "old", "A@X"), "New <new@x>");
    EXPECT_EQ(applied("New <new@x> Old <a@x>\n", "Else", "a@x"), "Else <a@x>");
    EXPECT_EQ(applied("# New <new@x> <a@x>\n", "Old", "a@x"), "Old <a@x>");
    EXPECT_EQ(applied("", "Old", "a@x"), "Old <a@x>");
    EXPECT_EQ(applied("no address at all\n<\n>\n<>\n<<>>\n", "Old", "a@x"), "Old <a@x>");
}

/// What git-check-mailmap(1) cannot be asked: it wants addresses without blanks around them.
TEST(MailmapFile, IsReadAsBytes) {
    EXPECT_EQ(applied("New <a@x>\n", "Old", " a@x "), "Old < a@x >");
    EXPECT_EQ(applied("New <n@x> < a@x >\n", "Old", " A@x "), "New <n@x>");
    EXPECT_EQ(applied("New < n@x > <a@x>\n", "Old", "a@x"), "New < n@x >");
    EXPECT_EQ(applied("New <n@x> <>\n", "Old", ""), "New <n@x>");
    EXPECT_EQ(applied("M\xFC <n@x> M\xFCller <a@x>\n", "M\xFCller", "a@x"), "M\xFC <n@x>");
    EXPECT_EQ(applied("M <n@x> M\xC3\xBCller <a@x>\n", "M\xFCller", "a@x"), "M\xFCller <a@x>");
    // The C locale's case: letters beyond ASCII have none.
    EXPECT_EQ(applied("N <n@x> \xC3\x84 <a@x>\n", "\xC3\xA4", "a@x"), "\xC3\xA4 <a@x>");
    EXPECT_EQ(applied(std::string("N <a@x>\n\0M <b@x>\n", 17), "Old", "b@x"), "Old <b@x>");
    EXPECT_EQ(applied("\x0BN\x0B <a@x>\n", "Old", "a@x"), "\x0BN\x0B <a@x>");
}

TEST(MailmapFile, SaysWhetherItSpeaksOfSomebody) {
    std::string name = "Old", email = "a@x";
    EXPECT_FALSE(Mailmap("New <b@x>\n").apply(name, email));
    EXPECT_FALSE(Mailmap("New <n@x> Else <a@x>\n").apply(name, email));
    EXPECT_TRUE(Mailmap("Old <a@x>\n").apply(name, email));
}

/// Few names and addresses in different cases, so that lines meet.
TEST(MailmapFile, RandomFilesSayWhatGitSays) {
    const std::vector<std::string> names{"", "A", "a", "B b", "B  b", "\xC3\xA9", "\xC3\x89"};
    const std::vector<std::string> emails{"a@x", "A@X", "b@x", "B@x", "c@x", ""};
    std::mt19937 random(7);
    const auto any = [&](const std::vector<std::string>& list) -> const std::string& {
        return list[random() % list.size()];
    };
    const test::TempDir folder;
    test::run_git(folder.path(), {"init", "--quiet", "--bare", "."});
    std::vector<std::pair<std::string, std::string>> people;
    std::string input;
    for (const auto& name : names)
        for (const auto& email : emails)
            if (!name.empty() && !email.empty()) {
                people.emplace_back(name, email);
                input += fmt::format("{} <{}>\n", name, email);
            }
    for (int round = 0; round < 80; ++round) {
        std::string map;
        for (unsigned line = 1 + random() % 5; line > 0; --line) {
            map += fmt::format("{} <{}>", any(names), any(emails));
            if (random() % 3 != 0)
                map += fmt::format(" {} <{}>", any(names), any(emails));
            map += random() % 5 == 0 ? " # note\r\n" : "\n";
        }
        test::write_bytes(folder / "map", map);
        const auto expected =
            test::split(test::run_git(folder.path(),
                                      {"-c", "mailmap.file=" + (folder / "map").string(), "-c",
                                       "mailmap.blob=", "check-mailmap", "--stdin"},
                                      input),
                        '\n');
        ASSERT_EQ(expected.size(), people.size());
        for (std::size_t i = 0; i < people.size(); ++i)
            EXPECT_EQ(applied(map, people[i].first, people[i].second), expected[i])
                << people[i].first << " <" << people[i].second << "> by\n"
                << map;
    }
}

} // namespace
} // namespace mw::git
