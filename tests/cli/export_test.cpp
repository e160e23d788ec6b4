// What leaves the program on the command line: files, and text with characters that hide.

#include "cli/command_line.h"

#include <fstream>
#include <set>
#include <sys/stat.h>

namespace mw::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* hidden_subject = "net: show \u202e and \u200b and \u2066";

class Export : public CommandLine {
protected:
    Export() {
        const auto base = repo_.commit("Makefile", "0\n");
        repo_.tag("base", base);
        repo_.commit("net/core/a.c", "a\n")
            .message(std::string(hidden_subject) + "\n\nA \u00ad hyphen, an \x1b[31m escape.\n")
            .author("Ann\u202e Example <ann@example.org>");
        repo_.commit("net/core/b.c", "b\n")
            .message(
                "net: add b (http://people.example/~ann/_b_.html)\n\n"
                "It is described at <https://bugs.example/show?id=1&x=2>, with its figures.\n");
        repo_.tag("v1", repo_.tip());
        repo_.write();
        const auto result = import("base", "v1");
        EXPECT_EQ(result.status, 0) << result.errors;
    }

    int write_to(const fs::path& file) {
        return run({"export", "--format", "csv", "--output", file.string()}).status;
    }

    static bool contains(const std::string& text, const std::string& part) {
        return text.find(part) != std::string::npos;
    }

    const fs::path file_ = folder_ / "out.csv";
};

TEST_F(Export, LinksModesAndNeighboursStay) {
    write_bytes(folder_ / "target.csv", "old\n");
    fs::create_symlink("target.csv", folder_ / "link.csv");
    EXPECT_EQ(write_to(folder_ / "link.csv"), 0);
    EXPECT_TRUE(fs::is_symlink(folder_ / "link.csv"));
    EXPECT_TRUE(read_bytes(folder_ / "target.csv").starts_with("oid,"));

    write_bytes(file_, "old\n");
    fs::permissions(file_, fs::perms(0600));
    write_bytes(folder_ / "out.csv.part", "my notes");
    EXPECT_EQ(write_to(file_), 0);
    EXPECT_EQ(fs::status(file_).permissions(), fs::perms(0600));
    EXPECT_EQ(read_bytes(folder_ / "out.csv.part"), "my notes");
}

TEST_F(Export, StandardOutputHasManyNames) {
    const auto plain = run({"export", "--format", "csv"});
    for (const char* name : {"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})
        EXPECT_EQ(run({"export", "--format", "csv", "--output", name}).output, plain.output)
            << name;
    EXPECT_EQ(write_to("/dev/null"), 0);
}

TEST_F(Export, WhatCannotBeWrittenIsSaid) {
    for (const fs::path& place : {folder_.path(), fs::path("/dev/full"), database_,
                                  folder_ / "missing" / "out.csv", folder_ / "missing/"}) {
        const auto result = run({"export", "--format", "csv", "--output", place.string()});
        EXPECT_EQ(result.status, 1) << place;
        EXPECT_TRUE(contains(result.errors, place.string())) << result.errors;
    }
    EXPECT_EQ(run({"check"}).output, "ok\n");
    // Large enough for the sentence, too small for the rows.
    limit_file_size(600);
    write_bytes(file_, "old\n");
    EXPECT_EQ(run({"export", "--format", "json", "--output", file_.string()}).status, 1);
    EXPECT_EQ(read_bytes(file_), "old\n");
    for (const auto& entry : fs::directory_iterator(folder_.path()))
        EXPECT_FALSE(entry.path().filename().string().starts_with(".mergewindow-"));
}

TEST_F(Export, HiddenCharactersAreMarkedForPeople) {
    const std::string marked = "net: show <U+202E> and <U+200B> and <U+2066>";
    const std::string author = "Ann<U+202E> Example";
    const auto found = json_lines({"search", "subject:show"});
    ASSERT_EQ(found.size(), 1U);
    const auto id = found[0].at("oid").get<std::string>();
    EXPECT_TRUE(contains(run({"search", "subject:show"}).output, marked));
    const auto shown = run({"show", id}).output;
    for (const auto& part : {marked, author, std::string("A <U+00AD> hyphen, an ^[[31m escape.")})
        EXPECT_TRUE(contains(shown, part)) << shown;
    const auto html = run({"export", "--format", "html"}).output;
    EXPECT_TRUE(contains(html, "net: show &lt;U+202E&gt; and &lt;U+200B&gt;")) << html;
    EXPECT_TRUE(contains(html, "Ann&lt;U+202E&gt; Example"));
    const auto markdown = run({"export", "--format", "markdown"}).output;
    EXPECT_TRUE(contains(markdown, "net: show \\<U+202E>"));
    EXPECT_TRUE(contains(run({"draft"}).output, "net: show \\<U+202E>"));
    for (const char* hidden : {"\u202e", "\u200b", "\u2066", "\u00ad", "\x1b"})
        for (const auto& text : {shown, html, markdown})
            EXPECT_FALSE(contains(text, hidden));
}

TEST_F(Export, DataStaysData) {
    EXPECT_EQ(json_lines({"search", "subject:show"}).at(0).at("subject"), hidden_subject);
    const auto exported = json::parse(run({"export", "--format", "json"}).output);
    EXPECT_EQ(exported.at(0).at("subject"), hidden_subject);
    EXPECT_TRUE(contains(run({"export", "--format", "csv"}).output, hidden_subject));
}

TEST_F(Export, AddressesStayWhole) {
    for (const auto& text : {run({"export", "--format", "markdown"}).output, run({"draft"}).output})
        EXPECT_TRUE(contains(text, "(<http://people.example/~ann/_b_.html>)")) << text;
    EXPECT_TRUE(contains(run({"draft"}).output, "\\<<https://bugs.example/show?id=1&x=2>>"));
}

} // namespace
} // namespace mw::test
