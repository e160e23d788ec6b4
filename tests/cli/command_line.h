#pragma once

#include "support/process.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mw::test {

/// Runs mergewindow-cli on a database of its own, away from the home of whoever runs the tests.
class CommandLine : public testing::Test {
protected:
    CommandLine();

    /// base, then a pull of one changeset of two, then a changeset on the mainline: base..v1.
    void write_small_history();

    ProcessResult run(const std::vector<std::string>& arguments);
    ProcessResult import(const std::string& from, const std::string& to,
                         const std::vector<std::string>& more = {});

    /// From now on, for the files of the program and of nobody else; nothing lifts it.
    void limit_file_size(std::optional<std::uint64_t> bytes);

    /// One JSON value a line, of a command that must succeed.
    std::vector<nlohmann::json> json_lines(std::vector<std::string> arguments);

    /// Size and hash of every file in the database's folder, so that a test sees what was changed
    /// or left behind there. Without SQLite's shared memory and a log with nothing in it, which
    /// stay when the last program that looked had no right to write.
    std::map<std::string, std::pair<std::size_t, std::size_t>> database_files() const;

    static bool contains(const std::string& text, const std::string& part) {
        return text.find(part) != std::string::npos;
    }

    TempDir folder_;
    RepoBuilder repo_{folder_ / "repo"};
    std::filesystem::path repository_ = repo_.path();
    std::filesystem::path database_ = folder_ / "data" / "test.db";
    ProcessOptions options_;
};

} // namespace mw::test
