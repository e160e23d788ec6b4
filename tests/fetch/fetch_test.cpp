// Downloads from a server, and what they say of themselves. tests/cli/fetch_test.cpp compares what
// comes with the whole history.

#include "fetch/contents_fetch.h"
#include "fetch/download_folder.h"
#include "fetch/release_fetch.h"
#include "git/setup/error.h"
#include "support/git.h"
#include "support/git_server.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace mw::fetch {
namespace {

class Downloads : public testing::Test {
protected:
    Downloads() {
        int text = 0;
        for (const char* const tag : {"v6.5", "v6.6", "v6.7"}) {
            for (int i = 0; i < 3; ++i)
                repo_.commit("a.c", std::to_string(++text) + "\n");
            repo_.annotated_tag(tag, repo_.tip(), tag);
        }
        repo_.write();
    }

    test::TempDir folder_;
    test::RepoBuilder repo_{folder_ / "repo"};
    test::GitServer server_{folder_.path(), folder_ / "server"};
};

TEST_F(Downloads, OfTheWholeHistoryHaveNoMorePartsThanTheySay) {
    FetchRequest request;
    request.address = server_.address("repo");
    request.folder = folder_ / "whole.git";
    request.whole = true;
    // The second time all of it is there.
    for (int time = 0; time < 2; ++time) {
        DownloadProgress last;
        FetchEvents events;
        events.progress = [&last](const DownloadProgress& progress) { last = progress; };
        fetch_release(request, events, {});
        EXPECT_GT(last.parts, 1);
        EXPECT_EQ(last.part, last.parts) << time;
    }
}

TEST_F(Downloads, OfAReleaseComeTagByTag) {
    test::run_git(repo_.path(), {"tag", "v6.7-rc1", "v6.7~2"});
    test::run_git(repo_.path(), {"tag", "v6.7-rc2", "v6.7~1"});
    FetchRequest request;
    request.tag = "v6.7";
    request.address = server_.address("repo");
    request.folder = folder_ / "one.git";
    const auto tags = [&] { return test::run_git(request.folder, {"tag"}); };
    // The first pack tells the dates. An interrupt loses the part that it is in and no more.
    server_.set_hook("[ $n -lt 4 ] && exec \"$@\"\nexit 1");
    EXPECT_THROW(fetch_release(request, {}, {}), git::Error);
    EXPECT_EQ(tags(), "v6.5\nv6.6\n");
    server_.set_hook("");
    fetch_release(request, {}, {});
    EXPECT_EQ(tags(), "v6.5\nv6.6\nv6.7\nv6.7-rc1\nv6.7-rc2\n");
}

/// A history that is cut off at two dates has a hole.
TEST_F(Downloads, AreTakenUpWithTheDateThatTheyBeganWith) {
    const auto path = folder_ / "one.git";
    const DownloadState wanted{"v6.7", false, {}, false};
    constexpr Seconds date = 1'600'000'000;
    {
        DownloadFolder folder(path, wanted, server_.address("repo"));
        auto state = folder.state();
        state.since = date;
        folder.write(state);
    }
    EXPECT_EQ(DownloadFolder(path, wanted, server_.address("repo")).state().since, date);
    test::write_bytes(path / "mergewindow/download", "release v6.7\nsince long\n");
    const auto damaged = download_in(path);
    ASSERT_TRUE(damaged);
    EXPECT_EQ(damaged->release, "v6.7");
    EXPECT_FALSE(damaged->since);
}

TEST_F(Downloads, OfContentsBringEachOnce) {
    const auto clone = folder_ / "clone.git";
    test::run_git(folder_.path(), {"clone", "--quiet", "--bare", "--filter=blob:none",
                                   server_.address("repo"), clone.string()});
    // What one changeset adds the next removes.
    EXPECT_EQ(fetch_contents(clone, "v6.6", "v6.7", {}, {}).files, 4U);
    EXPECT_EQ(fetch_contents(clone, "v6.6", "v6.7", {}, {}).files, 0U);
}

} // namespace
} // namespace mw::fetch
