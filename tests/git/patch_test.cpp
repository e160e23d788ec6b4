// Patches of single files against `git diff-tree -p`, case by case and on random edits.

#include "base/utf8.h"
#include "git/diff/patch.h"
#include "git/setup/error.h"
#include "support/cpu_clock.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <limits>
#include <random>

namespace mw::git {
namespace {

constexpr std::size_t whole = std::numeric_limits<std::size_t>::max();

/// The hunks as git prints them.
std::string hunk_text(const FilePatch& patch) {
    std::string text;
    for (const auto& hunk : patch.hunks) {
        text += hunk.header + '\n';
        for (const auto& line : hunk.lines)
            text += line.origin + line.text + '\n';
    }
    return text;
}

/// The same from git, all patches of the path one after the other (a type change has two).
std::string git_hunks(const std::filesystem::path& repository, const std::string& commit,
                      const std::string& path, const std::vector<std::string>& options = {}) {
    std::vector<std::string> words{"--literal-pathspecs", "diff-tree",     "--root", "-r", "-p",
                                   "--no-renames",        "--no-commit-id"};
    words.insert(words.end(), options.begin(), options.end());
    words.insert(words.end(), {commit, "--", path});
    const auto output = test::run_git(repository, words);
    std::string text;
    bool in_hunk = false;
    for (const auto& line : test::split(output, '\n')) {
        in_hunk = line.starts_with("@@") || (in_hunk && !line.starts_with("diff --git "));
        if (in_hunk)
            text += to_utf8(line) + '\n';
    }
    return text;
}

class Patches : public ::testing::Test {
protected:
    FilePatch read(const test::Commit& commit, const std::string& path, std::size_t limit = whole) {
        return PatchReader(repo_.path()).file(commit.id(), path, limit);
    }

    void same_with(const test::Commit& commit, const std::string& path, const PatchOptions& wanted,
                   const std::vector<std::string>& options) {
        const auto patch = PatchReader(repo_.path()).file(commit.id(), path, whole, wanted);
        EXPECT_EQ(hunk_text(patch), git_hunks(repo_.path(), commit.id(), path, options))
            << options.front();
    }

    FilePatch same_as_git(const test::Commit& commit, const std::string& path) {
        auto patch = read(commit, path);
        EXPECT_EQ(hunk_text(patch), git_hunks(repo_.path(), commit.id(), path)) << path;
        return patch;
    }

    test::TempDir folder_;
    test::RepoBuilder repo_{folder_ / "repo"};
};

TEST_F(Patches, OfARootCommitAddEveryLine) {
    const auto root = repo_.commit("a.c", "int a;\nint b;\n");
    repo_.write();
    const auto patch = same_as_git(root, "a.c");
    EXPECT_EQ(patch.status, 'A');
    EXPECT_EQ(patch.path, patch.old_path);
    EXPECT_EQ(patch.old_mode, 0U);
    EXPECT_EQ(patch.new_mode, 0100644U);
    ASSERT_EQ(patch.hunks.size(), 1U);
    EXPECT_EQ(patch.hunks[0].lines[1].new_number, 2);
    EXPECT_EQ(patch.hunks[0].lines[1].old_number, 0);
}

TEST_F(Patches, LeaveOutWhiteSpaceAndTakeContextAsGitDoes) {
    std::string before, after;
    for (int i = 0; i < 40; ++i) {
        const auto number = std::to_string(i);
        before += "\tline " + number + ";\n";
        after += i == 5    ? "\tline  " + number + ";\n"
                 : i == 12 ? "\tli ne " + number + ";\n"
                 : i == 20 ? "\tchanged " + number + ";\n"
                 : i == 33 ? "\tline " + number + ";  \n"
                           : "\tline " + number + ";\n";
    }
    repo_.commit("a.c", before);
    const auto changed = repo_.commit("a.c", after);
    const auto spaced = repo_.commit("b.c", "int  a;\n");
    const auto respaced = repo_.commit("b.c", "int a;\n");
    repo_.write();
    same_with(changed, "a.c", {Whitespace::not_amount, 3}, {"-b"});
    same_with(changed, "a.c", {Whitespace::not_at_all, 3}, {"-w"});
    same_with(changed, "a.c", {Whitespace::all, 0}, {"-U0"});
    same_with(changed, "a.c", {Whitespace::all, 25}, {"-U25"});
    same_with(changed, "a.c", {Whitespace::not_at_all, 1}, {"-w", "-U1"});
    same_with(spaced, "b.c", {Whitespace::not_at_all, 3}, {"-w"});
    const auto nothing =
        PatchReader(repo_.path()).file(respaced.id(), "b.c", whole, {Whitespace::not_at_all, 3});
    EXPECT_TRUE(nothing.hunks.empty());
}

TEST_F(Patches, OfChangesHaveNumbersOfBothSides) {
    std::string before = "int f(void)\n{\n", after = before;
    for (int i = 0; i < 30; ++i) {
        before += fmt::format("\tcall({});\n", i);
        after += i == 20 ? "\tother();\n\tmore();\n" : fmt::format("\tcall({});\n", i);
    }
    repo_.commit("a.c", before);
    const auto change = repo_.commit("a.c", after);
    repo_.write();
    const auto patch = same_as_git(change, "a.c");
    EXPECT_EQ(patch.status, 'M');
    ASSERT_EQ(patch.hunks.size(), 1U);
    EXPECT_TRUE(patch.hunks[0].header.ends_with("@@ int f(void)")) << patch.hunks[0].header;
    const auto& lines = patch.hunks[0].lines;
    EXPECT_EQ(lines[0].old_number, 20);
    EXPECT_EQ(lines[3].origin, '-');
    EXPECT_EQ(lines[3].old_number, 23);
    EXPECT_EQ(lines[3].new_number, 0);
    EXPECT_EQ(lines[5].new_number, 24);
    EXPECT_EQ(lines.back().old_number, 26);
    EXPECT_EQ(lines.back().new_number, 27);
}

TEST_F(Patches, HeadsOfHunksEndWithAWholeCharacter) {
    // 80 bytes are shown; the character is half beyond them, or within.
    const std::string start = "int " + std::string(74, 'x');
    std::string filling;
    for (int i = 0; i < 10; ++i)
        filling += fmt::format("\tcall({});\n", i);
    const auto file_with = [&](const std::string& rest, const std::string& line) {
        return start + rest + "\n" + filling + line;
    };
    repo_.commit()
        .file("cut.c", file_with("x\u00e9(void)", "\told();\n"))
        .file("whole.c", file_with("\u00e9(void)", "\told();\n"));
    const auto change = repo_.commit()
                            .file("cut.c", file_with("x\u00e9(void)", "\tnew();\n"))
                            .file("whole.c", file_with("\u00e9(void)", "\tnew();\n"));
    repo_.write();
    const auto header = [&](const char* path) { return read(change, path).hunks.at(0).header; };
    EXPECT_TRUE(header("cut.c").ends_with("@@ " + start + "x")) << header("cut.c");
    EXPECT_TRUE(header("whole.c").ends_with("@@ " + start + "\u00e9")) << header("whole.c");
}

TEST_F(Patches, OfDeletedEmptyAndUnendedFiles) {
    repo_.commit().file("gone", "one\ntwo\n").file("end", "a\nb").file("start", "x\n");
    auto change = repo_.commit();
    change.remove("gone").file("end", "a\nc").file("start", "").file("empty", "");
    repo_.write();
    EXPECT_EQ(same_as_git(change, "gone").status, 'D');
    const auto end = same_as_git(change, "end");
    EXPECT_EQ(end.hunks[0].lines[2].origin, '\\');
    same_as_git(change, "start");
    const auto empty = same_as_git(change, "empty");
    EXPECT_EQ(empty.status, 'A');
    EXPECT_TRUE(empty.hunks.empty());
}

TEST_F(Patches, OfModesLinksAndSubmodules) {
    const std::string one(40, '1'), two(40, '2');
    repo_.commit()
        .file("script", "#!\n")
        .symlink("link", "here")
        .submodule("sub", one)
        .file("file", "text\n");
    auto change = repo_.commit();
    change.executable("script", "#!\n").symlink("link", "there").submodule("sub", two);
    change.symlink("file", "elsewhere");
    repo_.write();

    const auto script = same_as_git(change, "script");
    EXPECT_EQ(script.old_mode, 0100644U);
    EXPECT_EQ(script.new_mode, 0100755U);
    EXPECT_TRUE(script.hunks.empty());
    EXPECT_EQ(same_as_git(change, "link").status, 'M');
    EXPECT_EQ(same_as_git(change, "sub").hunks[0].lines[1].text, "Subproject commit " + two);
    const auto file = same_as_git(change, "file");
    EXPECT_EQ(file.status, 'T');
    EXPECT_EQ(file.hunks.size(), 2U);
    EXPECT_EQ(file.new_mode, 0120000U);
}

TEST_F(Patches, OfAFileThatBecomesAFolderAndBack) {
    repo_.commit("thing", "file\n");
    auto folder = repo_.commit();
    folder.remove("thing").file("thing/inside", "inside\n");
    auto back = repo_.commit();
    back.remove("thing").file("thing", "file again\n");
    repo_.write();
    EXPECT_EQ(same_as_git(folder, "thing/inside").status, 'A');
    EXPECT_EQ(read(folder, "thing").status, 'D');
    EXPECT_EQ(same_as_git(back, "thing/inside").status, 'D');
    EXPECT_EQ(read(back, "thing").status, 'A');
}

TEST_F(Patches, OfBinaryFilesHaveNoLines) {
    repo_.commit("image", std::string("GIF\0\1", 5));
    const auto change = repo_.commit("image", std::string("GIF\0\2", 5));
    repo_.write();
    const auto patch = read(change, "image");
    EXPECT_TRUE(patch.binary);
    EXPECT_TRUE(patch.hunks.empty());
    EXPECT_FALSE(patch.cut);
}

TEST_F(Patches, AreValidUtf8WhateverTheFileIs) {
    const std::string late_nul = std::string(9000, 'x') + "\nNUL: " + '\0' + ".\nend\n";
    repo_.commit().file("latin1", "caf\xe9\n").file("late", late_nul);
    const auto change = repo_.commit()
                            .file("latin1", "caf\xe9s \xc3\xa9\n")
                            .file("late", late_nul + std::string("a\0b\n", 4));
    repo_.write();
    EXPECT_EQ(same_as_git(change, "latin1").hunks[0].lines[1].text, "caf\u00e9s \u00e9");
    const auto late = read(change, "late");
    EXPECT_FALSE(late.binary);
    EXPECT_EQ(late.hunks[0].lines.back().text, "a\u2400b");
}

TEST_F(Patches, AreFoundUnderOddNames) {
    const std::vector<std::string> names = {"a \"quoted\"\tname",  "[x]*?",
                                            "\xe9t\xe9.txt",       "back\\slash",
                                            "under/\xc3\xa9/name", "dir/caf\xe9"};
    auto first = repo_.commit();
    auto change = repo_.commit();
    for (const auto& name : names) {
        first.file(name, "old\n");
        change.file(name, "new\n");
    }
    repo_.write();
    for (const auto& name : names) {
        const auto patch = read(change, path_text(name));
        EXPECT_EQ(hunk_text(patch), git_hunks(repo_.path(), change.id(), name)) << name;
        EXPECT_EQ(patch.path, path_text(name));
    }
}

TEST_F(Patches, AreCutAtTheLimit) {
    std::string before, after;
    for (int i = 0; i < 400; ++i) {
        before += fmt::format("line {}\n", i);
        after += i % 40 == 0 ? "changed\n" : fmt::format("line {}\n", i);
    }
    repo_.commit("a", before);
    const auto change = repo_.commit("a", after);
    repo_.write();
    const auto all = same_as_git(change, "a");
    EXPECT_FALSE(all.cut);
    std::size_t lines = 0;
    for (const auto& hunk : all.hunks)
        lines += hunk.lines.size();
    EXPECT_FALSE(read(change, "a", lines).cut);
    for (const std::size_t limit : {0U, 1U, 5U, 11U, 30U}) {
        const auto cut = read(change, "a", limit);
        EXPECT_TRUE(cut.cut);
        std::size_t kept = 0;
        for (const auto& hunk : cut.hunks) {
            EXPECT_FALSE(hunk.lines.empty());
            kept += hunk.lines.size();
        }
        EXPECT_EQ(kept, limit);
    }
}

TEST_F(Patches, OfAMergeAreAgainstItsFirstParent) {
    const auto base = repo_.commit("a", "1\n");
    repo_.branch("topic", base);
    const auto topic = repo_.commit("b", "2\n");
    repo_.checkout("master");
    repo_.commit("c", "3\n");
    const auto merge = repo_.merge({topic});
    repo_.write();
    EXPECT_EQ(read(merge, "b").status, 'A');
}

TEST_F(Patches, OfRandomEditsAreThoseOfGit) {
    std::mt19937 random(7);
    auto before = repo_.commit(), after = repo_.commit();
    std::vector<std::string> paths;
    for (int i = 0; i < 120; ++i) {
        std::string old_text, new_text;
        for (unsigned line = 0; line < random() % 300; ++line) {
            const auto text =
                random() % 4 == 0
                    ? std::string("\n")
                    : fmt::format("{}word {}\n", std::string(random() % 4, '\t'), random() % 60);
            if (random() % 12 != 0)
                old_text += text;
            if (random() % 12 != 0)
                new_text += text;
        }
        paths.push_back(fmt::format("f{}", i));
        before.file(paths.back(), old_text);
        after.file(paths.back(), new_text);
    }
    repo_.write();
    PatchReader reader(repo_.path());
    for (const auto& path : paths) {
        const auto expected = git_hunks(repo_.path(), after.id(), path);
        if (!expected.empty()) {
            EXPECT_EQ(hunk_text(reader.file(after.id(), path, whole)), expected) << path;
        }
    }
}

/// A changeset that moves files about, some as they are, most with edits.
class RenamedFiles : public Patches {
protected:
    std::string text(unsigned lines) {
        std::string text;
        for (unsigned i = 0; i < lines; ++i)
            text += fmt::format("line {} of {}\n", random_() % 1000, random_() % 1000);
        return text;
    }

    std::string edited(const std::string& text, unsigned one_in) {
        std::string result;
        for (const auto& line : test::split(text, '\n'))
            result += (random_() % one_in == 0 ? fmt::format("edit {}", random_()) : line) + '\n';
        return result;
    }

    /// "old new" of each rename.
    std::vector<std::string> found(const test::Commit& commit, const RenameLimits& limits = {}) {
        result_ = PatchReader(repo_.path()).renames(commit.id(), deleted_, added_, limits);
        std::vector<std::string> lines;
        for (const auto& rename : result_.found)
            lines.push_back(
                fmt::format("{} {} {}", rename.similarity, rename.old_path, rename.new_path));
        std::ranges::sort(lines);
        return lines;
    }

    std::vector<std::string> of_git(const test::Commit& commit) {
        std::vector<std::string> lines;
        for (const auto& line : test::split(
                 test::run_git(repo_.path(), {"diff-tree", "-r", "-M", "-l0", "--diff-filter=R",
                                              "--no-commit-id", commit.id()}),
                 '\n')) {
            const auto fields = test::split(line, '\t');
            if (fields.size() == 3)
                lines.push_back(fmt::format("{} {} {}",
                                            std::stoi(fields[0].substr(fields[0].find(" R") + 2)),
                                            fields[1], fields[2]));
        }
        std::ranges::sort(lines);
        return lines;
    }

    std::mt19937 random_{3};
    std::vector<std::string> deleted_, added_;
    Renames result_;
};

TEST_F(RenamedFiles, AreThoseOfGit) {
    auto before = repo_.commit(), after = repo_.commit();
    for (int i = 0; i < 60; ++i) {
        const auto old_text = text(5 + random_() % 80);
        // Some keep their name in another folder, some get a new one.
        const auto old_path = fmt::format("old/{}/f{}.c", i % 7, i);
        const auto new_path =
            i % 3 == 0 ? fmt::format("new/f{}.c", i) : fmt::format("new/{}/g{}.c", i % 5, i);
        before.file(old_path, old_text);
        after.remove(old_path);
        after.file(new_path, i % 4 == 0 ? old_text : edited(old_text, 1 + random_() % 8));
        deleted_.push_back(old_path);
        added_.push_back(new_path);
    }
    repo_.write();
    const auto expected = of_git(after);
    EXPECT_GT(expected.size(), 30U);
    EXPECT_LT(expected.size(), 60U);
    EXPECT_EQ(found(after), expected);
    EXPECT_FALSE(result_.limited);
}

TEST_F(RenamedFiles, OfOneContentTakeTheSameNameFirst) {
    const auto same = text(20);
    auto before = repo_.commit();
    before.file("a/x.c", same).file("a/y.c", same).symlink("link", "x");
    auto after = repo_.commit();
    after.remove("a").remove("link").file("b/y.c", same).file("b/x.c", same).symlink("to", "x");
    repo_.write();
    deleted_ = {"a/x.c", "a/y.c", "link"};
    added_ = {"b/x.c", "b/y.c", "to"};
    EXPECT_EQ(found(after), of_git(after));
    EXPECT_EQ(result_.found.size(), 3U);
}

TEST_F(RenamedFiles, OfOneContentTakeTimeInProportion) {
    const auto same = text(3);
    const auto seconds_for = [&](int files) {
        test::RepoBuilder repo(folder_ / fmt::format("of {}", files));
        auto before = repo.commit(), after = repo.commit();
        deleted_.clear();
        added_.clear();
        for (int i = 0; i < files; ++i) {
            deleted_.push_back(fmt::format("a/{}/{}", i / 100, i));
            added_.push_back(fmt::format("b/{}/other{}", i / 100, i));
            before.file(deleted_.back(), same);
            after.file(added_.back(), same);
        }
        after.remove("a");
        repo.write();
        PatchReader reader(repo.path());
        const auto start = test::CpuClock::now();
        EXPECT_EQ(reader.renames(after.id(), deleted_, added_).found.size(), deleted_.size());
        return std::chrono::duration<double>(test::CpuClock::now() - start).count();
    };
    const auto few = seconds_for(3'000), many = seconds_for(24'000);
    EXPECT_LT(many, 24 * few + 0.1) << "eight times as many";
}

TEST_F(RenamedFiles, WithOtherEndsOfLinesAreTheSame) {
    const auto old_text = text(30);
    std::string new_text;
    for (const auto& line : test::split(old_text, '\n'))
        new_text += line + "\r\n";
    repo_.commit("unix.c", old_text);
    auto after = repo_.commit();
    after.remove("unix.c").file("dos.c", new_text);
    repo_.write();
    deleted_ = {"unix.c"};
    added_ = {"dos.c"};
    EXPECT_EQ(found(after), of_git(after));
    EXPECT_EQ(result_.found.size(), 1U);
}

TEST_F(RenamedFiles, SayHowManyCouldNotBeCompared) {
    const auto kept = text(20), changed = text(20);
    repo_.commit().file("a", kept).file("b", changed);
    auto after = repo_.commit();
    after.remove("a").remove("b").file("a2", kept).file("b2", edited(changed, 10));
    repo_.write();
    test::run_git(repo_.path(), {"config", "uploadpack.allowFilter", "true"});
    const auto clone = folder_ / "clone";
    test::run_git(repo_.path(), {"clone", "-q", "--bare", "--filter=blob:none", "--no-local",
                                 "file://" + repo_.path().string(), clone.string()});
    const std::vector<std::string> deleted{"a", "b"}, added{"a2", "b2"};
    const auto renames = PatchReader(clone).renames(after.id(), deleted, added);
    ASSERT_EQ(renames.found.size(), 1U) << "what stayed as it was needs no contents";
    EXPECT_EQ(renames.found.front().new_path, "a2");
    ASSERT_EQ(renames.unread.size(), 1U);
    EXPECT_EQ(renames.unread.begin()->first, Unread::left_out);
    EXPECT_GE(renames.unread.begin()->second, 1U);
}

TEST_F(RenamedFiles, BeyondTheLimitsAreThoseThatStayedAsTheyWere) {
    const auto kept = text(20), changed = text(20), other = text(20);
    auto before = repo_.commit();
    before.file("a", kept).file("b", changed).file("c", other);
    auto after = repo_.commit();
    after.remove("a").remove("b").remove("c");
    after.file("a2", kept).file("b2", edited(changed, 10)).file("c2", edited(other, 10));
    repo_.write();
    deleted_ = {"a", "b", "c"};
    added_ = {"a2", "b2", "c2"};
    EXPECT_EQ(found(after).size(), 3U);
    EXPECT_EQ(found(after, {3, 1000}), std::vector<std::string>{"100 a a2"});
    EXPECT_TRUE(result_.limited);
    EXPECT_EQ(found(after, {100, 100}), std::vector<std::string>{"100 a a2"});
    EXPECT_TRUE(result_.limited);

    std::stop_source stopped;
    stopped.request_stop();
    const auto nothing =
        PatchReader(repo_.path()).renames(after.id(), deleted_, added_, {}, stopped.get_token());
    EXPECT_TRUE(nothing.found.empty());
}

TEST_F(RenamedFiles, HavePatchesOfWhatChanged) {
    const auto old_text = text(30);
    repo_.commit("a.c", old_text);
    auto after = repo_.commit();
    after.remove("a.c").file("b.c", old_text + "one more\n");
    repo_.write();
    const auto patch =
        PatchReader(repo_.path()).file(after.id(), "b.c", whole, {Whitespace::all, 3, "a.c"});
    EXPECT_EQ(patch.status, 'R');
    EXPECT_EQ(patch.old_path, "a.c");
    ASSERT_EQ(patch.hunks.size(), 1U);
    EXPECT_EQ(patch.hunks[0].lines.back().text, "one more");
    EXPECT_EQ(patch.hunks[0].lines.size(), 4U);
}

TEST_F(Patches, MistakesAreSentences) {
    const auto commit = repo_.commit("a", "1\n");
    repo_.write();
    PatchReader reader(repo_.path());
    EXPECT_THROW(reader.file("abc", "a", 10), Error);
    EXPECT_THROW(reader.file(std::string(40, 'a'), "a", 10), MissingObject);
    EXPECT_THROW(reader.file(commit.id(), "b", 10), Error);
    EXPECT_THROW(reader.file(commit.id(), "", 10), Error);
    EXPECT_THROW(reader.file(commit.id(), "../a", 10), Error);
    EXPECT_THROW(PatchReader(folder_ / "nowhere"), Error);
}

TEST_F(Patches, OfABloblessCloneSayWhatToDo) {
    repo_.commit("a", "1\n");
    const auto change = repo_.commit("a", "2\n");
    repo_.write();
    test::run_git(repo_.path(), {"config", "uploadpack.allowFilter", "true"});
    const auto clone = folder_ / "clone";
    test::run_git(repo_.path(), {"clone", "-q", "--bare", "--filter=blob:none", "--no-local",
                                 "file://" + repo_.path().string(), clone.string()});
    PatchReader reader(clone);
    try {
        reader.file(change.id(), "a", 10);
        FAIL() << "the blob should be missing";
    } catch (const MissingObject& error) {
        const std::string sentence = error.what();
        EXPECT_NE(sentence.find("git -C " + clone.string() + " show " + change.id()),
                  std::string::npos)
            << sentence;
    }
    // What the sentence says helps.
    test::run_git(clone, {"show", change.id()});
    EXPECT_EQ(reader.file(change.id(), "a", 10).hunks.size(), 1U);
}

} // namespace
} // namespace mw::git
