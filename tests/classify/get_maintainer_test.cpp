// The same questions to scripts/get_maintainer.pl of a real tree and to our reader of MAINTAINERS.
// For a person with a clone; tests/deep/get_maintainer.sh sets the environment.

#include "classify/maintainers/maintainers.h"
#include "support/git.h"
#include "support/process.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <set>
#include <stdexcept>

namespace mw::test {
namespace {

namespace fs = std::filesystem;
using Titles = std::set<std::string>;

std::string variable(const char* name) {
    const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe)
    return value == nullptr ? "" : value;
}

/// As much of a kernel tree as the script looks at: itself, what tells it that this is the top, and
/// every directory, because a pattern without a slash at its end means a directory where there is
/// one.
class ExportedTree {
public:
    ExportedTree(std::string clone, std::string revision)
        : clone_(std::move(clone)), revision_(std::move(revision)) {
        for (const auto& directory :
             split(run_git(clone_, {"ls-tree", "-r", "-d", "-z", "--name-only", revision_}), '\0'))
            fs::create_directories(top_.path() / directory);
        for (const auto* file : {"COPYING", "CREDITS", "Kbuild", "Makefile", "README", ".mailmap"})
            write(file, "");
        write("MAINTAINERS", maintainers());
        auto script = run_git(clone_, {"show", revision_ + ":scripts/get_maintainer.pl"});
        // "\C", one byte, which today's perl no longer reads.
        for (auto at = script.find("\\C"); at != std::string::npos; at = script.find("\\C", at))
            script.replace(at, 2, ".");
        write("scripts/get_maintainer.pl", script);
        if (script.find("git-fallback") != std::string::npos)
            options_.emplace_back("--nogit-fallback");
    }

    std::string maintainers() const {
        return run_git(clone_, {"show", revision_ + ":MAINTAINERS"});
    }

    std::vector<std::string> files() const {
        return split(run_git(clone_, {"ls-tree", "-r", "-z", "--name-only", revision_}), '\0');
    }

    /// Titles of the sections that the script prints for a path. Throws when it fails.
    Titles ask_script(const std::string& path) const {
        if (!fs::exists(top_.path() / path))
            write(path, "");
        std::vector<std::string> command = {
            "env",     "-C",          top_.path().string(), "perl", "scripts/get_maintainer.pl",
            "--nogit", "--nokeywords"};
        command.insert(command.end(), options_.begin(), options_.end());
        command.insert(command.end(), {"--sections", "-f", path});
        const auto result = run_process(command);
        if (result.status != 0)
            throw std::runtime_error("get_maintainer.pl: " + result.errors);
        Titles titles;
        bool title = true;
        for (const auto& line : split(result.output, '\n')) {
            if (title && !line.empty())
                titles.insert(line);
            title = line.empty();
        }
        return titles;
    }

private:
    void write(const fs::path& name, const std::string& text) const {
        fs::create_directories((top_.path() / name).parent_path());
        std::ofstream(top_.path() / name, std::ios::binary) << text;
    }

    TempDir top_;
    std::string clone_, revision_;
    std::vector<std::string> options_;
};

std::string in_one_line(const Titles& titles) {
    std::string text;
    for (const auto& title : titles)
        text += (text.empty() ? "" : " | ") + title;
    return text;
}

TEST(GetMaintainer, AnswersAsTheScriptDoes) {
    const auto clone = variable("MERGEWINDOW_TEST_CLONE");
    const auto revision = variable("MERGEWINDOW_TEST_REVISION");
    if (clone.empty() || revision.empty())
        GTEST_SKIP()
            << "MERGEWINDOW_TEST_CLONE and MERGEWINDOW_TEST_REVISION name no clone and tag";
    const auto wanted = variable("MERGEWINDOW_TEST_PATHS");
    const std::size_t count = wanted.empty() ? 300 : std::stoul(wanted);

    const ExportedTree tree(clone, revision);
    const auto ours = classify::Maintainers::parse(tree.maintainers());
    auto files = tree.files();
    const auto seed = variable("MERGEWINDOW_TEST_SEED");
    std::mt19937 random(seed.empty() ? 1 : static_cast<unsigned>(std::stoul(seed)));
    std::ranges::shuffle(files, random);
    files.resize(std::min(count, files.size()));
    std::size_t named = 0;
    for (const auto& path : files) {
        auto script = tree.ask_script(path);
        // The script lists THE REST with everything; here it speaks only where nobody else does.
        if (script.size() > 1)
            script.erase("THE REST");
        const auto entries = ours->entries_for(path);
        EXPECT_EQ(in_one_line(Titles(entries.begin(), entries.end())), in_one_line(script)) << path;
        named += script.contains("THE REST") ? 0 : 1;
    }
    std::cout << files.size() << " paths of " << revision << ", " << named
              << " of them with an entry of their own\n";
    EXPECT_GT(named, files.size() / 3);
}

} // namespace
} // namespace mw::test
