// git's configuration without libgit2; expectations are what `git config` says of the same files.

#include "git/setup/config_file.h"
#include "git/setup/error.h"
#include "support/environment.h"
#include "support/git.h"
#include "support/process.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace mw::git {
namespace {

using EnvironmentVariable = test::Variable;

class ConfigFiles : public testing::Test {
protected:
    /// "key\nvalue" or "key", as `git config --null` prints them.
    static std::vector<std::string> flat(const std::vector<ConfigEntry>& entries) {
        std::vector<std::string> lines;
        for (const auto& entry : entries)
            lines.push_back(entry.value ? entry.key + '\n' + *entry.value : entry.key);
        return lines;
    }

    std::vector<std::string> as_git_reads(const std::string& name) const {
        return test::split(test::run_git(folder_.path(), {"config", "--file", folder_ / name,
                                                          "--includes", "--list", "--null"}),
                           '\0');
    }

    void expect_as_git(const std::string& text) {
        test::write_bytes(folder_ / "config", text);
        EXPECT_EQ(flat(read_config(folder_ / "config", Includes::follow)), as_git_reads("config"))
            << text;
    }

    test::TempDir folder_;
};

TEST_F(ConfigFiles, GrammarIsGits) {
    expect_as_git("[core]\n\tbare = true\n\tName\n");
    expect_as_git("[a]x=1\n[A \"B c\"]\nY = 2 ; comment\n[a.B]\nz = 3 # comment\n");
    expect_as_git("[a \"x\\\"y\\\\z\"]\n k = \"a ; b\" c \\\"d\\\" \\\\ \\t e   \n");
    expect_as_git("[a]\nk = one \\\n   two\n  l =   spaced   out   \n m = \"  kept  \"  \n");
    expect_as_git("\xEF\xBB\xBF[a]\r\nk = v\r\n# c\r\n; d\r\n\r\n[b]\r\nl=\r\n");
    expect_as_git("[a] k = 1\n[a]\nk = 2\nk\nk =\n");
    expect_as_git("# only a comment");
    expect_as_git("[a]\nk = v");
    expect_as_git("");
}

TEST_F(ConfigFiles, IncludesAreFollowed) {
    test::write_bytes(folder_ / "more", "[b]\nl = 2\n[include]\npath = deeper/last\n");
    std::filesystem::create_directory(folder_ / "deeper");
    test::write_bytes(folder_ / "deeper/last", "[c]\nm = 3\n");
    expect_as_git("[a]\nk = 1\n[include]\npath = more\npath = nowhere\n[a]\nk = 4\n");
    EXPECT_EQ(read_config(folder_ / "config", Includes::ignore).size(), 4U);
}

TEST_F(ConfigFiles, WhatCannotBeReadIsASentenceWithTheLine) {
    for (const auto* text : {"[a\nk = 1\n", "[a]\nk = \"open\n", "[a]\nk = \\x\n", "[a]\n\n= 1\n",
                             "[a]\n\nk v\n", "[a \"b]\nk = 1\n", "[]\nk=1\n"}) {
        test::write_bytes(folder_ / "config", text);
        EXPECT_THROW(as_git_reads("config"), std::runtime_error) << text;
        try {
            read_config(folder_ / "config", Includes::follow);
            ADD_FAILURE() << "was read: " << text;
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find("Line "), std::string::npos) << error.what();
        }
    }
}

TEST_F(ConfigFiles, IncludesThatIncludeEachOtherEnd) {
    test::write_bytes(folder_ / "config", "[include]\npath = config\n");
    EXPECT_THROW(read_config(folder_ / "config", Includes::follow), Error);
}

TEST_F(ConfigFiles, NoFileSetsNothing) {
    EXPECT_TRUE(read_config(folder_ / "none", Includes::follow).empty());
    EXPECT_TRUE(read_config(folder_.path(), Includes::follow).empty());
}

class PersonalConfig : public ConfigFiles {
protected:
    /// Every scope has a value of its own.
    PersonalConfig()
        : home_("HOME", folder_ / "home"), xdg_("XDG_CONFIG_HOME", folder_ / "xdg"),
          system_("GIT_CONFIG_SYSTEM", folder_ / "system"), count_("GIT_CONFIG_COUNT", "2"),
          key_0_("GIT_CONFIG_KEY_0", "Mine.Sub.Count"), value_0_("GIT_CONFIG_VALUE_0", "5"),
          key_1_("GIT_CONFIG_KEY_1", "mine.empty"), value_1_("GIT_CONFIG_VALUE_1", ""),
          parameters_("GIT_CONFIG_PARAMETERS",
                      "'mine.old=it'\\''s' 'mine.new'='a b' 'mine.alone'= 'mine.bare'") {
        std::filesystem::create_directories(folder_ / "home");
        std::filesystem::create_directories(folder_ / "xdg/git");
        test::write_bytes(folder_ / "system", "[mine]\nsystem = 1\n");
        test::write_bytes(folder_ / "xdg/git/config", "[mine]\nxdg = 2\n");
        test::write_bytes(folder_ / "home/.gitconfig",
                          "[mine]\nhome = 3\n[include]\npath = ~/more\n");
        test::write_bytes(folder_ / "home/more", "[mine]\nmore = 4\n");
    }

    std::vector<std::string> as_git_reads() const {
        const auto result =
            test::run_process({"git", "-C", folder_.path().string(), "config", "--list", "--null"});
        EXPECT_EQ(result.status, 0) << result.errors;
        return test::split(result.output, '\0');
    }

    EnvironmentVariable home_, xdg_, system_, count_, key_0_, value_0_, key_1_, value_1_,
        parameters_;
};

TEST_F(PersonalConfig, EveryScopeInGitsOrder) {
    EXPECT_EQ(flat(personal_config()), as_git_reads());
    EXPECT_EQ(personal_config().size(), 11U);
}

TEST_F(PersonalConfig, ScopesThatTheEnvironmentMovesOrLeavesOut) {
    test::write_bytes(folder_ / "other", "[mine]\nother = 1\n");
    const EnvironmentVariable global("GIT_CONFIG_GLOBAL", folder_ / "other");
    EXPECT_EQ(flat(personal_config()), as_git_reads());
    const EnvironmentVariable none("GIT_CONFIG_NOSYSTEM", "1");
    EXPECT_EQ(flat(personal_config()), as_git_reads());
    EXPECT_EQ(personal_config().size(), 7U);
}

TEST_F(PersonalConfig, VariablesThatMakeNoSense) {
    for (const auto* text : {"x", "-1", "1000000000"}) {
        const EnvironmentVariable count("GIT_CONFIG_COUNT", text);
        EXPECT_THROW(personal_config(), Error) << text;
    }
    for (const auto* text : {"mine.bare", "'mine.open", "'a.b'=c"}) {
        const EnvironmentVariable parameters("GIT_CONFIG_PARAMETERS", text);
        EXPECT_THROW(personal_config(), Error) << text;
    }
}

TEST_F(PersonalConfig, PathsAreFilledIn) {
    EXPECT_EQ(config_path("~/a"), (folder_ / "home").string() + "/a");
    EXPECT_EQ(config_path("~root/a"), "/root/a");
    EXPECT_EQ(config_path("~nobody-of-that-name/a"), std::nullopt);
    EXPECT_EQ(config_path("%(prefix)/share"), "/usr/share");
    EXPECT_EQ(config_path("/a/~b"), "/a/~b");
}

} // namespace
} // namespace mw::git
