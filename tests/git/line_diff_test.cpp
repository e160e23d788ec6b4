// The lines that LineDiff finds, one by one, against libgit2's copy of xdiff.

#include "git/diff/line_diff.h"

#include <fmt/format.h>
#include <git2.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mw::git {
namespace {

/// Lines that are changed, in the order in which a patch shows them: -12 for the twelfth of the old
/// text, 3 for the third of the new one.
using Lines = std::vector<std::int64_t>;

int add_line(const git_diff_delta*, const git_diff_hunk*, const git_diff_line* line,
             void* payload) {
    if (line->origin == GIT_DIFF_LINE_DELETION)
        static_cast<Lines*>(payload)->push_back(-line->old_lineno);
    if (line->origin == GIT_DIFF_LINE_ADDITION)
        static_cast<Lines*>(payload)->push_back(line->new_lineno);
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

/// Counts the lines of a text from the top down.
class LineNumbers {
public:
    explicit LineNumbers(const std::string& text) : at_(text.data()) {}

    /// Adds those of a part, with a sign.
    void add(std::string_view part, std::int64_t lines, std::int64_t sign, Lines& to) {
        line_ += newlines({at_, part.data()});
        at_ = part.data();
        EXPECT_EQ(newlines(part) + (part.empty() || part.back() == '\n' ? 0 : 1), lines);
        for (std::int64_t i = 0; i < lines; ++i)
            to.push_back(sign * (line_ + i));
    }

private:
    static std::int64_t newlines(std::string_view text) {
        std::int64_t count = 0;
        for (auto at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1))
            ++count;
        return count;
    }

    const char* at_;
    std::int64_t line_ = 1;
};

Lines lines_of(LineDiff& diff, const std::string& old_text, const std::string& new_text) {
    Lines lines;
    LineNumbers removed(old_text), added(new_text);
    for (const auto& change : diff.compare(old_text, new_text)) {
        removed.add(change.removed, change.deletions, -1, lines);
        added.add(change.added, change.insertions, 1, lines);
    }
    return lines;
}

using Text = std::vector<std::string>; ///< line by line
using Random = std::mt19937;

struct Pair {
    Text before, after;
};

std::string line_of(unsigned word) {
    return "line " + std::to_string(word) + '\n';
}

void append(Text& text, const Text& more) {
    text.insert(text.end(), more.begin(), more.end());
}

/// Lines of a vocabulary in which some are frequent, as a closing bracket is.
Text random_lines(Random& random, unsigned most, unsigned vocabulary) {
    Text lines(random() % (most + 1));
    for (auto& line : lines) {
        if (random() % 3 == 0)
            line = random() % 2 == 0 ? "\n" : "}\n";
        else
            line = line_of(random() % vocabulary);
    }
    return lines;
}

std::string joined(const Text& lines) {
    std::string text;
    for (const auto& line : lines)
        text += line;
    return text;
}

/// Runs of lines taken out, put in and moved.
Text edited(Random& random, Text lines, unsigned vocabulary) {
    for (unsigned edits = random() % 12; edits > 0 && !lines.empty(); --edits) {
        const auto at = static_cast<std::ptrdiff_t>(random() % lines.size());
        const auto end =
            std::min(at + static_cast<std::ptrdiff_t>(random() % 30), std::ssize(lines));
        const Text run(lines.begin() + at, lines.begin() + end);
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

Pair random_pair(Random& random, unsigned most_lines, unsigned vocabulary) {
    auto before = random_lines(random, most_lines, vocabulary);
    auto after = random() % 8 == 0 ? random_lines(random, most_lines, vocabulary)
                                   : edited(random, before, vocabulary);
    return {std::move(before), std::move(after)};
}

/// Groups of changed lines that can go far up and down, and meet others there: periods of a text
/// that repeats itself, taken out and put in, and lines that break it.
Pair periodic_pair(Random& random) {
    const auto period = static_cast<std::ptrdiff_t>(1 + random() % 4);
    Text before;
    for (auto i = static_cast<std::ptrdiff_t>(10 + random() % 40); i > 0; --i)
        before.push_back(line_of(static_cast<unsigned>(i % period)));
    Text after = before;
    for (auto edits = 1 + random() % 6; edits > 0 && std::ssize(after) > period; --edits) {
        const auto at =
            after.begin() + static_cast<std::ptrdiff_t>(
                                random() % static_cast<std::size_t>(std::ssize(after) - period));
        const Text run(at, at + period);
        if (random() % 2 == 0)
            after.erase(at, at + period);
        else
            after.insert(at, run.begin(), run.end());
        if (random() % 2 == 0)
            before[random() % before.size()] = line_of(100 + random() % 3);
        if (random() % 2 == 0)
            after[random() % after.size()] = line_of(100 + random() % 3);
    }
    return {std::move(before), std::move(after)};
}

/// Runs of lines that the other text has often or not at all, as long as what is looked at around
/// one, between ends that both share.
Pair pair_of_frequent_lines(Random& random) {
    unsigned unmatched = 1000;
    const auto runs = [&] {
        Text text;
        for (auto count = 2 + random() % 8; count > 0; --count) {
            const auto kind = random() % 4;
            for (auto i = random() % 3 == 0 ? 96 + random() % 9 : random() % 60; i > 0; --i)
                text.push_back(kind == 0 || (kind == 1 && random() % 2 == 0) ? line_of(++unmatched)
                               : kind == 3                                   ? "\n"
                                                                             : "}\n");
            if (random() % 2 == 0)
                text.push_back(line_of(random() % 5));
        }
        return text;
    };
    const Text head(random() % 3 == 0 ? random() % 2000 : 0, line_of(7));
    const Text tail = random_lines(random, 20, 3);
    Pair pair{head, head};
    append(pair.before, runs());
    append(pair.after, runs());
    append(pair.before, tail);
    append(pair.after, tail);
    return pair;
}

/// Where the search for the shortest way may stop at what looks good: some 20 lines in a row that
/// both have (XDL_SNAKE_CNT), between lines that are elsewhere in the other text, and runs of which
/// there are several. It goes on for long enough (XDL_HEUR_MIN_COST) only in texts of 65,536 lines
/// together.
Pair pair_of_runs(Random& random) {
    Pair pair;
    const auto noise = [&](Text& text, unsigned most) {
        for (auto i = random() % most; i > 0; --i)
            text.push_back(line_of(random() % 20));
        if (random() % 3 == 0)
            for (unsigned word = 300 + 30 * (random() % 2), end = word + 17 + random() % 7;
                 word < end; ++word)
                text.push_back(line_of(word));
    };
    unsigned word = 1000;
    const auto share = [&](unsigned lines) {
        for (; lines > 0; --lines) {
            pair.before.push_back(line_of(word++));
            pair.after.push_back(pair.before.back());
        }
    };
    const auto noisy_half = random() % 3;
    for (unsigned half = 0; half < 2; ++half) {
        const auto most = half == noisy_half ? 12 : 2 + random() % 4;
        for (int block = 0; block < 50; ++block) {
            noise(pair.before, most);
            noise(pair.after, most);
            share(17 + random() % 7);
        }
        if (half == 0)
            share(31'000);
    }
    noise(pair.before, 9);
    noise(pair.after, 9);
    return pair;
}

struct Libgit2 {
    Libgit2() { git_libgit2_init(); }
    ~Libgit2() { git_libgit2_shutdown(); }
    Libgit2(const Libgit2&) = delete;
    Libgit2& operator=(const Libgit2&) = delete;
};

void expect_lines_of_xdiff(LineDiff& diff, const std::string& old_text, const std::string& new_text,
                           const std::string& name) {
    if (lines_of(diff, old_text, new_text) != lines_of_xdiff(old_text, new_text))
        FAIL() << name << '\n' << old_text.substr(0, 4000) << "---\n" << new_text.substr(0, 4000);
}

template <typename Make>
void compare_pairs(unsigned seed, int pairs, const Make& make) {
    const Libgit2 library;
    Random random(seed);
    LineDiff diff;
    for (int i = 0; i < pairs && !testing::Test::HasFailure(); ++i) {
        const Pair pair = make(random);
        auto old_text = joined(pair.before), new_text = joined(pair.after);
        if (random() % 10 == 0 && !old_text.empty())
            old_text.pop_back();
        if (random() % 10 == 0 && !new_text.empty())
            new_text.pop_back();
        expect_lines_of_xdiff(diff, old_text, new_text, fmt::format("seed {}, pair {}", seed, i));
    }
}

TEST(LineDiffs, OfShortTextsAreThoseOfXdiff) {
    for (const unsigned vocabulary : {1U, 3U, 10U, 100U})
        compare_pairs(vocabulary, 600,
                      [&](Random& random) { return random_pair(random, 40, vocabulary); });
}

TEST(LineDiffs, OfLongTextsAreThoseOfXdiff) {
    for (const unsigned vocabulary : {2U, 20U, 300U, 5000U})
        compare_pairs(vocabulary, 30,
                      [&](Random& random) { return random_pair(random, 1500, vocabulary); });
}

TEST(LineDiffs, OfTextsThatRepeatThemselvesAreThoseOfXdiff) {
    compare_pairs(1, 2000, periodic_pair);
}

TEST(LineDiffs, OfFrequentLinesAreThoseOfXdiff) {
    compare_pairs(1, 200, pair_of_frequent_lines);
}

/// So many that the search for the shortest way is cut short.
TEST(LineDiffs, OfTextsThatHaveLittleInCommonAreThoseOfXdiff) {
    for (const unsigned vocabulary : {50U, 1000U})
        compare_pairs(vocabulary, 4, [&](Random& random) {
            return Pair{random_lines(random, 4000, vocabulary),
                        random_lines(random, 4000, vocabulary)};
        });
}

TEST(LineDiffs, WhereTheSearchStopsAtARunAreThoseOfXdiff) {
    compare_pairs(6, 20, pair_of_runs);
}

/// A million lines, from which on a line counts as frequent that the other text has 1024 times
/// (XDL_MAX_EQLIMIT), and not more often yet.
TEST(LineDiffs, OfAMillionLinesAreThoseOfXdiff) {
    const Libgit2 library;
    LineDiff diff;
    std::string old_text(1 << 20, '\n'), new_text = old_text;
    for (unsigned i = 0; i < 90; ++i)
        old_text += i == 30 ? "}\n" : i == 60 ? "{\n" : line_of(i);
    for (unsigned i = 0; i < 1024; ++i)
        new_text += "}\n";
    for (unsigned i = 0; i < 1023; ++i)
        new_text += "{\n";
    expect_lines_of_xdiff(diff, old_text, new_text, "a million lines");
    // What is kept of them does not show in the next.
    expect_lines_of_xdiff(diff, "a\nb\nc\n", "b\nc\nd\n", "three lines");
}

/// The second line of each text has the hash of the first one of the other.
TEST(LineDiffs, LinesOfOneHashAreTwoLines) {
    const Libgit2 library;
    LineDiff diff;
    const std::string one = "d63f2ewaz1wqegi\n", other = "z4okidqqkekaB0H\n";
    expect_lines_of_xdiff(diff, one + "a\nb\n" + one, other + "b\na\n" + other, "one hash");
}

} // namespace
} // namespace mw::git
