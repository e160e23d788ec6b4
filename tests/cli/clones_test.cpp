// Clones that lack something, on the command line.

#include "cli/command_line.h"
#include "support/git.h"
#include "support/traps.h"

#include <cstdlib>

namespace mw::test {
namespace {

namespace fs = std::filesystem;

class LackingClones : public CommandLine {
protected:
    LackingClones() { write_small_history(); }

    void clone(const std::string& name, const std::vector<std::string>& options) {
        run_git(repository_, {"config", "uploadpack.allowFilter", "true"});
        std::vector<std::string> arguments{"clone", "--quiet", "--bare"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        arguments.insert(arguments.end(), {"file://" + repository_.string(), name});
        run_git(folder_.path(), arguments);
        repository_ = folder_ / name;
    }
};

TEST_F(LackingClones, FetchOnlyWhereItIsSaid) {
    clone("partial", {"--filter=blob:none"});
    const auto silent = import("base", "v1");
    EXPECT_EQ(silent.status, 0) << silent.errors;
    EXPECT_NE(silent.errors.find("the network was not asked"), std::string::npos) << silent.errors;
    EXPECT_NE(silent.errors.find("--fetch"), std::string::npos) << silent.errors;
    EXPECT_FALSE(fs::exists(folder_ / "home/.cache"));

    const auto fetched = import("base", "v1", {"--fetch"});
    EXPECT_EQ(fetched.status, 0) << fetched.errors;
    EXPECT_EQ(fetched.errors.find("MAINTAINERS"), std::string::npos) << fetched.errors;
    EXPECT_TRUE(fs::exists(folder_ / "home/.cache/mergewindow/fetched"));
    EXPECT_EQ(json_lines({"search", "path:drivers/net"}).front().at("subsystem"), "NET");
}

TEST_F(LackingClones, NothingOfATrappedCloneIsRun) {
    clone("partial", {"--filter=blob:none"});
    Traps traps(folder_ / "traps");
    traps.set(repository_);
    options_.environment["PATH"] = traps.programs().string() + ":" + std::getenv("PATH");
    EXPECT_EQ(import("base", "v1", {"--fetch"}).status, 0);
    const auto id = run_git(folder_ / "repo", {"rev-parse", "v1^{commit}"}).substr(0, 40);
    for (const auto& command : {std::vector<std::string>{"show", id},
                                {"search", ""},
                                {"pulls"},
                                {"draft"},
                                {"check"},
                                {"export", "--format", "html"}})
        EXPECT_EQ(run(command).status, 0) << command.front();
    EXPECT_EQ(traps.sprung(), std::vector<std::string>());
}

TEST_F(LackingClones, WhatAShallowCloneCannotKnowIsSaid) {
    clone("shallow", {});
    write_bytes(repository_ / "shallow", run_git(repository_, {"rev-parse", "base"}));
    ASSERT_EQ(import("base", "v1").status, 0);
    EXPECT_EQ(json_lines({"releases"}).front().at("shallow"), true);
    const auto people = run({"figures", "--by", "first-time-author"});
    EXPECT_EQ(people.status, 1);
    EXPECT_NE(people.errors.find("shallow clone"), std::string::npos) << people.errors;
    EXPECT_EQ(run({"figures", "--by", "author"}).status, 0);
    EXPECT_EQ(run({"check"}).output, "ok\n");
}

} // namespace
} // namespace mw::test
