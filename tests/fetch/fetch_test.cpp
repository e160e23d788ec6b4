// Downloads from a server, and what they say of themselves. tests/cli/fetch_test.cpp compares what
// comes with the whole history.

#include "fetch/contents_fetch.h"
#include "fetch/release_fetch.h"
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
