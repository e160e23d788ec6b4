// Where a browser shows the commits of a clone, as the address of its origin tells.

#include "git/objects/commit_page.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace mw::test {
namespace {

TEST(CommitPage, OfAddresses) {
    const std::pair<const char*, const char*> cases[] = {
        {"https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git",
         "https://git.kernel.org/linus/{id}"},
        {"git://git.kernel.org/pub/scm/linux/kernel/git/stable/linux.git",
         "https://git.kernel.org/pub/scm/linux/kernel/git/stable/linux.git/commit/?id={id}"},
        {"https://git.kernel.org/pub/scm/git/git",
         "https://git.kernel.org/pub/scm/git/git.git/commit/?id={id}"},
        {"https://github.com/u-boot/u-boot", "https://github.com/u-boot/u-boot/commit/{id}"},
        {"git@github.com:barebox/barebox.git", "https://github.com/barebox/barebox/commit/{id}"},
        {"ssh://git@github.com:22/git/git.git/", "https://github.com/git/git/commit/{id}"},
        {"https://me:secret@GitHub.com/a/b.git", "https://github.com/a/b/commit/{id}"},
        {"https://source.denx.de/u-boot/u-boot.git",
         "https://source.denx.de/u-boot/u-boot/-/commit/{id}"},
        {"https://gitlab.com/group/sub/x.git", "https://gitlab.com/group/sub/x/-/commit/{id}"},
        {"git@gitlab.example.org:x/y.git", "https://gitlab.example.org/x/y/-/commit/{id}"},
        {"https://codeberg.org/a/b", "https://codeberg.org/a/b/commit/{id}"},
        {"https://kernel.googlesource.com/pub/scm/a",
         "https://kernel.googlesource.com/pub/scm/a/+/{id}"},
        {"https://git.pengutronix.de/cgit/barebox",
         "https://git.pengutronix.de/cgit/barebox/commit/?id={id}"},
        {"https://git.sr.ht/~a/b", "https://git.sr.ht/~a/b/commit/{id}"},
        // Nothing is known of these.
        {"https://git.example.org/a.git", ""},
        {"/srv/linux.git", ""},
        {"../linux", ""},
        {"file:///srv/linux.git", ""},
        {"https://github.com/", ""},
        {"https://github.com/a/\" onclick=\"x", ""},
        {"", ""},
    };
    for (const auto& [remote, page] : cases)
        EXPECT_EQ(git::commit_page(remote), page) << remote;
}

TEST(CommitPage, OfClones) {
    const TempDir folder;
    RepoBuilder builder(folder / "repo");
    builder.commit("a", "a\n");
    builder.write();
    const auto page = [&] {
        return git::commit_page_of(git::Repository(builder.path(), std::stop_token()));
    };
    EXPECT_EQ(page(), "");
    run_git(builder.path(), {"remote", "add", "mine", "https://github.com/me/x.git"});
    EXPECT_EQ(page(), "https://github.com/me/x/commit/{id}"); // the only one
    run_git(builder.path(), {"remote", "add", "other", "https://gitlab.com/me/x.git"});
    EXPECT_EQ(page(), "");
    run_git(builder.path(), {"remote", "add", "origin", "https://gitlab.com/we/x.git"});
    EXPECT_EQ(page(), "https://gitlab.com/we/x/-/commit/{id}");
}

} // namespace
} // namespace mw::test
