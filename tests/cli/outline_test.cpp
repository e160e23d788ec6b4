// What 'outline', 'search code:' and 'figures --by identifier' print.

#include "cli/command_line.h"

namespace mw::test {
namespace {

class Outline : public CommandLine {
protected:
    Outline() {
        write_small_history();
        const auto result = import("base", "v1");
        EXPECT_EQ(result.status, 0) << result.errors;
    }
};

TEST_F(Outline, HasARowForEachNode) {
    const auto rows = json_lines({"outline", "test"});
    ASSERT_EQ(rows.size(), 4U);
    std::vector<std::string> kinds;
    for (const auto& row : rows) {
        EXPECT_EQ(row.size(), 8U);
        kinds.push_back(row.at("kind"));
    }
    EXPECT_EQ(kinds, (std::vector<std::string>{"release", "pull", "changeset", "changeset"}));
    EXPECT_TRUE(rows[0].at("oid").is_null());
    EXPECT_EQ(rows[0].at("changesets"), 2);
    EXPECT_TRUE(rows[1].at("parent").is_null());
    EXPECT_EQ(rows[1].at("changesets"), 1);
    EXPECT_EQ(rows[2].at("parent"), rows[1].at("oid"));
    EXPECT_EQ(rows[2].at("depth"), 2);
    EXPECT_EQ(rows[2].at("title"), "net: a: count to two");
    EXPECT_EQ(rows[1].at("insertions"), rows[2].at("insertions"));
    EXPECT_TRUE(rows[3].at("parent").is_null());

    EXPECT_EQ(json_lines({"outline", "test", "--depth", "1"}).size(), 3U);
    const auto pull = rows[1].at("oid").get<std::string>();
    const auto part = json_lines({"outline", pull.substr(0, 12)});
    ASSERT_EQ(part.size(), 2U);
    EXPECT_EQ(part[0].at("depth"), 0);
    EXPECT_EQ(part[1].at("parent"), pull);
}

TEST_F(Outline, IsForPersonsToo) {
    const auto text = run({"outline", "test"}).output;
    EXPECT_NE(text.find("[1 changesets]"), std::string::npos) << text;
    const auto markdown = run({"outline", "test", "--markdown"}).output;
    EXPECT_NE(markdown.find("\n    - [net: a: count to two]("), std::string::npos) << markdown;
    EXPECT_NE(markdown.find("- test (2 changesets"), std::string::npos) << markdown;
}

TEST_F(Outline, OfNothingIsRefused) {
    for (const auto* wrong : {"nothing", "ffffffffffff"}) {
        const auto result = run({"outline", wrong});
        EXPECT_EQ(result.status, 1);
        EXPECT_NE(result.errors.find("Releases are: test"), std::string::npos) << result.errors;
    }
    EXPECT_EQ(run({"outline"}).status, 2);
}

TEST_F(Outline, AndTheCodeBelowItIsSearched) {
    const auto found = json_lines({"search", "adds:two"});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].at("subject"), "net: a: count to two");
    EXPECT_EQ(run({"search", "code:\"+ +\""}).status, 1);
    const auto rows = json_lines({"figures", "--by", "identifier", "--added"});
    ASSERT_FALSE(rows.empty());
    EXPECT_TRUE(rows[0].contains("query"));
    EXPECT_EQ(run({"figures", "--by", "identifier"}).status, 1);
}

} // namespace
} // namespace mw::test
