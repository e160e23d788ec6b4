// The lines that LineDiff finds, one by one, against libgit2's copy of xdiff.

#include "git/diff/line_diff.h"

#include <fmt/format.h>
#include <git2.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace mw::git {
namespace {

/// "-12" and "+3": lines that are changed, in the order in which a patch shows them.
using Lines = std::vector<std::string>;

int add_line(const git_diff_delta*, const git_diff_hunk*, const git_diff_line* line,
             void* payload) {
    if (line->origin == GIT_DIFF_LINE_DELETION)
        static_cast<Lines*>(payload)->push_back(fmt::format("-{}", line->old_lineno));
    if (line->origin == GIT_DIFF_LINE_ADDITION)
        static_cast<Lines*>(payload)->push_back(fmt::format("+{}", line->new_lineno));
    return 0;
}

Lines lines_of_xdiff(const std::string& old_text, const std::string& new_text) {
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.context_lines = 0;
    options.flags = GIT_DIFF_FORCE_TEXT;
    Lines lines;
    EXPECT_EQ(git_diff_buffers(old_text.data(), old_text.size(), nullptr, new_text.data(),
                               new_text.size(), nullptr, &options, nullptr, nullptr, nullptr,
                               add_line, &lines),
              0);
    return lines;
}

void number(Lines& lines, char sign, std::string_view text, std::string_view part,
            std::int64_t count) {
    const auto above = text.substr(0, static_cast<std::size_t>(part.data() - text.data()));
    const auto first = std::ranges::count(above, '\n') + 1;
    for (std::int64_t i = 0; i < count; ++i)
        lines.push_back(fmt::format("{}{}", sign, first + i));
}

Lines lines_of(LineDiff& diff, const std::string& old_text, const std::string& new_text) {
    Lines lines;
    for (const auto& change : diff.compare(old_text, new_text)) {
        EXPECT_EQ(std::ranges::count(change.removed, '\n') +
                      (change.removed.empty() || change.removed.back() == '\n' ? 0 : 1),
                  change.deletions);
        EXPECT_EQ(std::ranges::count(change.added, '\n') +
                      (change.added.empty() || change.added.back() == '\n' ? 0 : 1),
                  change.insertions);
        number(lines, '-', old_text, change.removed, change.deletions);
        number(lines, '+', new_text, change.added, change.insertions);
    }
    return lines;
}

/// What stands in the lines, sorted.
Lines contents(const Lines& lines, const std::string& old_text, const std::string& new_text) {
    const auto split = [](const std::string& text) {
        std::vector<std::string> all;
        std::istringstream stream(text);
        for (std::string line; std::getline(stream, line);)
            all.push_back(line + (stream.eof() ? "" : "\n"));
        return all;
    };
    const auto old_lines = split(old_text), new_lines = split(new_text);
    Lines found;
    for (const auto& line : lines)
        found.push_back(
            line[0] + (line[0] == '-' ? old_lines : new_lines).at(std::stoul(line.substr(1)) - 1));
    std::ranges::sort(found);
    return found;
}

/// Lines of a vocabulary in which some are frequent, as a closing bracket is.
std::string random_line(std::mt19937& random, unsigned vocabulary) {
    if (random() % 3 == 0)
        return random() % 2 == 0 ? "\n" : "}\n";
    return fmt::format("line {}\n", random() % vocabulary);
}

std::vector<std::string> random_lines(std::mt19937& random, unsigned most, unsigned vocabulary) {
    std::vector<std::string> lines(random() % (most + 1));
    for (auto& line : lines)
        line = random_line(random, vocabulary);
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines)
        text += line;
    return text;
}

/// Runs of lines taken out, put in and moved.
std::vector<std::string> edited(std::mt19937& random, std::vector<std::string> lines,
                                unsigned vocabulary) {
    for (unsigned edits = random() % 12; edits > 0 && !lines.empty(); --edits) {
        const auto at = static_cast<std::ptrdiff_t>(random() % lines.size());
        const auto end =
            std::min(at + static_cast<std::ptrdiff_t>(random() % 30), std::ssize(lines));
        const std::vector<std::string> run(lines.begin() + at, lines.begin() + end);
        if (random() % 3 != 0)
            lines.erase(lines.begin() + at, lines.begin() + end);
        const auto to = lines.begin() + static_cast<std::ptrdiff_t>(random() % (lines.size() + 1));
        if (random() % 2 == 0) {
            const auto added = random_lines(random, 20, vocabulary);
            lines.insert(to, added.begin(), added.end());
        } else {
            lines.insert(to, run.begin(), run.end());
        }
    }
    return lines;
}

struct Libgit2 {
    Libgit2() { git_libgit2_init(); }
    ~Libgit2() { git_libgit2_shutdown(); }
    Libgit2(const Libgit2&) = delete;
    Libgit2& operator=(const Libgit2&) = delete;
};

void compare_random_texts(unsigned seed, int pairs, unsigned most_lines, unsigned vocabulary) {
    const Libgit2 library;
    std::mt19937 random(seed);
    LineDiff diff;
    for (int i = 0; i < pairs; ++i) {
        const auto before = random_lines(random, most_lines, vocabulary);
        const auto after = random() % 8 == 0 ? random_lines(random, most_lines, vocabulary)
                                             : edited(random, before, vocabulary);
        auto old_text = joined(before), new_text = joined(after);
        if (random() % 10 == 0 && !old_text.empty())
            old_text.pop_back();
        if (random() % 10 == 0 && !new_text.empty())
            new_text.pop_back();
        const auto expected = lines_of_xdiff(old_text, new_text);
        const auto found = lines_of(diff, old_text, new_text);
        // Where the texts share nothing between their ends, the lines stay where they stand.
        const bool left_alone =
            diff.compare(old_text, new_text).size() == 1 &&
            contents(expected, old_text, new_text) == contents(found, old_text, new_text);
        if (found != expected && !left_alone)
            FAIL() << "seed " << seed << ", pair " << i << '\n' << old_text << "---\n" << new_text;
    }
}

TEST(LineDiffs, OfShortTextsAreThoseOfXdiff) {
    for (const unsigned vocabulary : {1U, 3U, 10U, 100U})
        compare_random_texts(vocabulary, 3000, 40, vocabulary);
}

TEST(LineDiffs, OfLongTextsAreThoseOfXdiff) {
    for (const unsigned vocabulary : {2U, 20U, 300U, 5000U})
        compare_random_texts(vocabulary, 120, 1500, vocabulary);
}

/// So many that the search for the shortest way is cut short.
TEST(LineDiffs, OfTextsThatHaveLittleInCommonAreThoseOfXdiff) {
    for (const unsigned vocabulary : {50U, 1000U})
        compare_random_texts(vocabulary + 7, 12, 8000, vocabulary);
}

} // namespace
} // namespace mw::git
