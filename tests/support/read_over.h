#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace mw::test {

/// Compares lines that somebody read over, in `file`, with what is found; with the environment
/// variable `write` they are written anew. head: the first line, a comment.
inline void expect_as_read_over(const std::filesystem::path& file, const char* write,
                                const std::string& head, const std::vector<std::string>& found) {
    if (std::getenv(write) != nullptr) { // NOLINT(concurrency-mt-unsafe)
        std::ofstream stream(file);
        stream << "# " << head << '\n';
        for (const auto& line : found)
            stream << line << '\n';
        return;
    }
    std::vector<std::string> known;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);)
        if (!line.starts_with('#'))
            known.push_back(line);
    std::size_t other = 0;
    constexpr std::size_t most_shown = 20;
    for (std::size_t i = 0; i < std::min(found.size(), known.size()); ++i)
        if (found[i] != known[i] && ++other <= most_shown)
            ADD_FAILURE() << "was " << known[i] << "\nis  " << found[i];
    EXPECT_EQ(other, 0U) << "changesets are judged otherwise";
    EXPECT_EQ(found.size(), known.size());
}

} // namespace mw::test
