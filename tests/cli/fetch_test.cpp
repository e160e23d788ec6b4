// One release from a server, without the history before it.

#include "cli/command_line.h"
#include "support/git.h"
#include "support/git_server.h"

#include <filesystem>

namespace mw::test {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t day = 86'400, history_start = 1'600'000'000;

/// v6.5, v6.6 and v6.7 lie far enough apart that the history is cut off between the first two:
/// half a year before v6.6. What v6.7 took from before that:
///
///     day   0  v6.4 --- 30 --- 70 v6.5 ------- 300 v6.6 ------ 320 v6.7-rc1 -- 360 v6.7
///               \                \                  /  /  /  /   /
///      5..7      old-1..3 --------\----------------/  /  /  /   /     before the cut, all of it
///     20..42     back-1 -- (merge of day 30) -- back-2  /  /   /      with a merge back
///     10..12     root-1 -- root-2 ---------------------/  /   /       a history of its own
///     80          late --------------------------------- /   /        in v6.6 by way of day 100
///    310          topic ------------------------------------/
class FetchCommand : public CommandLine {
protected:
    FetchCommand() {
        write_history();
        server_ = std::make_unique<GitServer>(folder_.path(), folder_ / "server");
    }

    Commit at(std::int64_t when, const std::string& path, const std::string& title) {
        return repo_.commit(path, title + "\n")
            .message(title + "\n")
            .time(history_start + when * day);
    }

    Commit pull(std::int64_t when, const Commit& tip, const std::string& name) {
        repo_.checkout("master");
        return repo_.merge({tip})
            .message("Merge branch '" + name + "' of git://host/" + name + "\n")
            .time(history_start + when * day);
    }

    void write_history() {
        const auto first = at(0, "MAINTAINERS", "NET").file("drivers/net/a.c", "one\n");
        repo_.tag("v6.4", first);
        repo_.branch("old", first);
        at(5, "drivers/net/old.c", "net: old 1");
        at(6, "drivers/net/old.c", "net: old 2");
        const auto old = at(7, "drivers/net/old.c", "net: old 3");
        repo_.branch("root", first);
        repo_.root()
            .file("fs/root.c", "1\n")
            .message("fs: root 1\n")
            .time(history_start + 10 * day);
        const auto root = at(12, "fs/root.c", "fs: root 2");
        repo_.branch("back", first);
        at(20, "sound/back.c", "sound: back 1");
        repo_.checkout("master");
        const auto middle = at(30, "kernel/fork.c", "kernel: fork");
        repo_.checkout("back");
        repo_.merge({middle})
            .message("Merge branch 'master' into back\n")
            .time(history_start + 40 * day);
        const auto back = at(42, "sound/back.c", "sound: back 2");
        repo_.checkout("master");
        repo_.annotated_tag("v6.5", at(70, "Makefile", "Linux 6.5"), "Linux 6.5\n");
        repo_.branch("late", repo_.tip());
        const auto late = at(80, "mm/late.c", "mm: late");
        const auto later = at(310, "mm/late.c", "mm: later");
        pull(100, late, "late");
        for (int i = 110; i < 290; i += 20)
            at(i, "kernel/fork.c", "kernel: fork " + std::to_string(i));
        repo_.annotated_tag("v6.6", at(300, "Makefile", "Linux 6.6"), "Linux 6.6\n");
        repo_.branch("topic", repo_.tip());
        const auto topic = at(310, "drivers/net/a.c", "net: topic");
        pull(312, topic, "topic");
        pull(313, old, "old");
        pull(314, back, "back");
        pull(315, root, "root");
        pull(316, later, "later");
        repo_.annotated_tag("v6.7-rc1", at(320, "Makefile", "Linux 6.7-rc1"), "rc1\n");
        at(330, "mm/late.c", "mm: fix");
        repo_.annotated_tag("v6.7", at(360, "Makefile", "Linux 6.7"), "Linux 6.7\n");
        at(370, "mm/late.c", "mm: after");
        repo_.write();
    }

    std::string address() const { return server_->address("repo"); }
    fs::path into() const { return folder_ / "one.git"; }

    ProcessResult fetch(const std::vector<std::string>& more = {},
                        const std::string& into = "one.git") {
        std::vector<std::string> arguments{"fetch",   "v6.7",   "--from",
                                           address(), "--into", (folder_ / into).string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run(arguments);
    }

    /// What an import of the whole clone has, which git itself agrees with.
    void expect_equal_to_the_whole_clone() {
        const auto one = json_lines({"search", "is:merge", "--release", "v6.7"});
        const auto one_all = json_lines({"search", "", "--release", "v6.7"});
        const auto one_release = json_lines({"releases"}).front();
        EXPECT_EQ(run({"check"}).output, "ok\n");
        database_ = folder_ / "data" / "whole.db";
        ASSERT_EQ(run({"import", "--repo", repository_.string(), "--from", "v6.6", "--to", "v6.7",
                       "--no-lines"})
                      .status,
                  0);
        EXPECT_EQ(one, json_lines({"search", "is:merge", "--release", "v6.7"}));
        EXPECT_EQ(one_all, json_lines({"search", "", "--release", "v6.7"}));
        const auto whole = json_lines({"releases"}).front();
        for (const char* const field :
             {"changesets", "merges", "pulls", "files", "window_end", "from_oid", "to_oid"})
            EXPECT_EQ(one_release.value(field, nlohmann::json()),
                      whole.value(field, nlohmann::json()))
                << field;
        EXPECT_EQ(std::to_string(one_release.at("changesets").get<int>()) + "\n",
                  run_git(repository_, {"rev-list", "--count", "--no-merges", "v6.6..v6.7"}));
    }

    std::unique_ptr<GitServer> server_;
};

TEST_F(FetchCommand, OneReleaseIsThatOfTheWholeHistory) {
    const auto fetched = fetch({"--json"});
    ASSERT_EQ(fetched.status, 0) << fetched.errors;
    EXPECT_NE(fetched.errors.find("v6.7 alone (v6.6..v6.7)"), std::string::npos) << fetched.errors;
    EXPECT_EQ(fetched.errors.find("may have been in"), std::string::npos) << fetched.errors;
    const auto lines = split(fetched.output, '\n');
    ASSERT_EQ(lines.size(), 2U) << fetched.output;
    EXPECT_EQ(nlohmann::json::parse(lines[0]).at("repository"), into().string());
    EXPECT_EQ(nlohmann::json::parse(lines[0]).at("from"), "v6.6");
    EXPECT_EQ(nlohmann::json::parse(lines[1]).at("release"), "v6.7");
    expect_equal_to_the_whole_clone();
    // What is cut off is not there: v6.4 and what came before the cut on the mainline.
    EXPECT_EQ(run_git(into(), {"tag"}), "v6.6\nv6.7\nv6.7-rc1\n");
    // git itself sees the same range, as far as it can without what the server said.
    EXPECT_EQ(run_git(into(), {"log", "-1", "--format=%s"}), "Linux 6.7\n");
    EXPECT_EQ(run_git(into(), {"fsck", "--connectivity-only", "--no-dangling"}), "");
    EXPECT_NE(fetched.errors.find("lines unknown"), std::string::npos) << fetched.errors;
}

/// As v2.6.11 of the kernel is.
TEST_F(FetchCommand, TheReleaseBeforeMayBeATagOfATree) {
    run_git(repository_, {"tag", "--force", "v6.5", "v6.5^{tree}"});
    const auto fetched = fetch();
    ASSERT_EQ(fetched.status, 0) << fetched.errors;
    expect_equal_to_the_whole_clone();
}

TEST_F(FetchCommand, LinesComeWhereTheyAreAskedFor) {
    const auto silent = fetch();
    EXPECT_NE(silent.errors.find("with --lines"), std::string::npos) << silent.errors;
    const int packs = server_->packs();
    const auto fetched = fetch({"--lines"});
    ASSERT_EQ(fetched.status, 0) << fetched.errors;
    EXPECT_LE(server_->packs(), packs + 1); // not file by file
    const auto one = json_lines({"search", "", "--release", "v6.7"});
    const auto release = json_lines({"releases"}).front();
    database_ = folder_ / "data" / "whole.db";
    ASSERT_EQ(
        run({"import", "--repo", repository_.string(), "--from", "v6.6", "--to", "v6.7"}).status,
        0);
    EXPECT_EQ(one, json_lines({"search", "", "--release", "v6.7"}));
    EXPECT_EQ(release.at("insertions"), json_lines({"releases"}).front().at("insertions"));
    EXPECT_GT(release.at("insertions").get<int>(), 0);
}

TEST_F(FetchCommand, TheSameAgainAsksForNoPack) {
    ASSERT_EQ(fetch().status, 0);
    const int packs = server_->packs();
    const auto again = fetch();
    EXPECT_EQ(again.status, 0) << again.errors;
    EXPECT_EQ(server_->packs(), packs);
}

TEST_F(FetchCommand, AnInterruptedDownloadGoesOn) {
    ASSERT_EQ(fetch({}, "other.git").status, 0);
    const int whole = server_->packs();
    // One pack more comes through each time; the next breaks in its middle.
    int runs = 0;
    for (int broken = whole + 1; runs < 3 * whole; ++runs) {
        server_->set_hook("[ $n -ne " + std::to_string(broken + 1) +
                          " ] && exec \"$@\"\n\"$@\" | head -c 100\nexit 1");
        const auto part = fetch();
        if (part.status == 0)
            break;
        EXPECT_EQ(part.status, 1);
        EXPECT_NE(part.errors.find("git could not fetch from " + address()), std::string::npos)
            << part.errors;
        EXPECT_FALSE(fs::exists(into() / "objects/pack/tmp"));
        broken = server_->packs() + 1;
    }
    EXPECT_GT(runs, 0);
    expect_equal_to_the_whole_clone();
}

TEST_F(FetchCommand, AnInterruptLeavesAFolderToGoOnWith) {
    // The signal comes when the third pack has begun, and twice as timeout(1) sends it: to the
    // program, and to the program as one of its group.
    const auto number = (folder_ / "pid").string();
    server_->set_hook("[ $n -lt 3 ] && exec \"$@\"\n\"$@\" | { head -c 200; pid=$(cat '" + number +
                      "'); kill -INT $pid; sleep 0.05; kill -INT $pid; exec sleep 60; }");
    const std::vector<std::string> command{"sh",
                                           "-c",
                                           "echo $$ > '" + number + "'; exec \"$@\"",
                                           "sh",
                                           MW_CLI,
                                           "--db",
                                           database_.string(),
                                           "fetch",
                                           "v6.7",
                                           "--from",
                                           address(),
                                           "--into",
                                           into().string()};
    const auto stopped = run_process(command, options_);
    EXPECT_EQ(stopped.status, 130) << stopped.errors;
    EXPECT_NE(stopped.errors.find("The same command goes on"), std::string::npos) << stopped.errors;
    EXPECT_TRUE(fs::exists(into() / "mergewindow/download"));
    // Another release cannot come into it, nor the whole history.
    const auto other = fetch({"--whole"});
    EXPECT_EQ(other.status, 1);
    EXPECT_NE(other.errors.find("with v6.7 alone"), std::string::npos) << other.errors;
    server_->set_hook("");
    const auto again = fetch();
    EXPECT_EQ(again.status, 0) << again.errors;
    expect_equal_to_the_whole_clone();
}

TEST_F(FetchCommand, TheWholeHistory) {
    const auto fetched = fetch({"--whole"});
    ASSERT_EQ(fetched.status, 0) << fetched.errors;
    EXPECT_EQ(run_git(into(), {"rev-list", "--all", "--count"}),
              run_git(repository_, {"rev-list", "--all", "--count"}));
    EXPECT_FALSE(fs::exists(into() / "shallow"));
    expect_equal_to_the_whole_clone();
}

TEST_F(FetchCommand, AServerThatSendsEverythingIsNamed) {
    server_->set_filtering(false);
    const auto fetched = fetch();
    ASSERT_EQ(fetched.status, 0) << fetched.errors;
    EXPECT_NE(fetched.errors.find("all of them came along"), std::string::npos) << fetched.errors;
}

TEST_F(FetchCommand, MistakesLeaveNothing) {
    const auto fails = [this](const std::vector<std::string>& arguments) {
        const auto result = run(arguments);
        EXPECT_NE(result.status, 0);
        return result.errors;
    };
    const auto to = into().string();
    EXPECT_NE(fails({"fetch", "v6.9", "--from", address(), "--into", to}).find("no tag v6.9"),
              std::string::npos);
    EXPECT_NE(fails({"fetch", "v6.4", "--from", address(), "--into", to}).find("first release"),
              std::string::npos);
    EXPECT_NE(fails({"fetch", "master", "--from", address(), "--into", to}).find("v6.7-rc3"),
              std::string::npos);
    for (const std::string& bad :
         {"ext::sh -c touch% " + (folder_ / "run").string(), std::string("gopher://host/linux")})
        EXPECT_NE(fails({"fetch", "v6.7", "--from", bad, "--into", to}).find("no address"),
                  std::string::npos);
    fails({"fetch", "v6.7", "--from=--upload-pack=touch " + (folder_ / "run").string(), "--into",
           to});
    fails({"fetch", "v6.7", "--from", server_->address("nowhere"), "--into", to});
    EXPECT_FALSE(fs::exists(folder_ / "run"));
    EXPECT_FALSE(fs::exists(into()));
    fs::create_directory(into());
    write_bytes(into() / "mine", "x");
    EXPECT_NE(fails({"fetch", "v6.7", "--from", address(), "--into", to}).find("holds something"),
              std::string::npos);
    EXPECT_EQ(std::distance(fs::directory_iterator(into()), {}), 1);
}

} // namespace
} // namespace mw::test
