// Measures searches on a database, and git searching the same range for the same words:
// bench_search CLONE DATABASE [QUERIES [GIT_QUERIES]]
//
// Queries are drawn from the messages in the database, always the same ones for one database.

#include "store/read/reader.h"
#include "support/process.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <map>
#include <numeric>
#include <random>
#include <ranges>
#include <string>
#include <vector>

namespace {

using namespace mw;
using Clock = std::chrono::steady_clock;

struct Query {
    std::string kind, text;
    std::vector<std::string> words; ///< for git; empty where git has no such query
};

double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double percentile(std::vector<double> values, double part) {
    std::ranges::sort(values);
    return values.empty() ? 0 : values[static_cast<std::size_t>(part * double(values.size() - 1))];
}

/// Runs of letters, digits, underscores and dashes that begin and end as words do.
std::vector<std::string> words_of(const std::string& text) {
    const auto in_word = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    std::vector<std::string> words(1);
    for (const char c : text)
        if (in_word(c) || ((c == '_' || c == '-') && !words.back().empty()))
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    for (auto& word : words)
        while (!word.empty() && !in_word(word.back()))
            word.pop_back();
    std::erase_if(words, [](const std::string& word) { return word.size() < 3; });
    return words;
}

class Drawer {
public:
    explicit Drawer(store::Reader& reader) : reader_(reader), ids_(reader.find({})) {}

    Query draw() {
        for (;;) {
            const auto commit = reader_.commit(ids_[random_() % ids_.size()]);
            const auto words = words_of(commit->row.subject + '\n' + commit->body);
            if (words.size() < 4)
                continue;
            const auto any = [&] { return words[random_() % words.size()]; };
            const auto one = any(), two = any(), three = any();
            switch (random_() % 8) {
            case 0:
            case 1:
                return {"one word", one, {one}};
            case 2:
            case 3:
                return {"two words", one + ' ' + two, {one, two}};
            case 4:
                return {"three words", one + ' ' + two + ' ' + three, {one, two, three}};
            case 5: {
                const auto part = one.substr(one.size() > 4 ? random_() % (one.size() - 3) : 0);
                if (words_of(part) != std::vector{part})
                    continue;
                return {"part of a word", part, {part}};
            }
            case 6:
                return {
                    "a word, half typed", one + ' ' + two.substr(0, 3), {one, two.substr(0, 3)}};
            default:
                return {"word and author",
                        one + " author:" + words_of(commit->row.author + " unknown").front(),
                        {}};
            }
        }
    }

private:
    store::Reader& reader_;
    std::vector<store::RowId> ids_;
    std::mt19937 random_{20101122};
};

struct Result {
    Query query;
    double milliseconds;
    double processor; ///< the same in processor time, for a machine that is busy otherwise
    std::size_t hits;
};

/// From the query to what a window shows: all ids in order, and the rows of a first screen.
Result run(store::Reader& reader, const Query& query) {
    constexpr std::size_t screen = 50;
    const auto start = Clock::now();
    const auto processor_start = std::clock();
    store::CommitQuery wanted;
    wanted.text = query.text;
    const auto ids = reader.find(wanted);
    reader.rows(std::span(ids).first(std::min(screen, ids.size())));
    return {query, milliseconds_since(start),
            double(std::clock() - processor_start) * 1000 / CLOCKS_PER_SEC, ids.size()};
}

void print_percentiles(const std::string& name, const std::vector<double>& times) {
    fmt::print("{:<28} {:>7} {:>8.2f} {:>8.2f} {:>8.2f}\n", name, times.size(),
               percentile(times, 0.5), percentile(times, 0.95), percentile(times, 1));
}

void print_results(const std::vector<Result>& results) {
    fmt::print("{:<28} {:>7} {:>8} {:>8} {:>8}\n", "from query to rows, ms", "queries", "median",
               "95 %", "most");
    std::map<std::string, std::vector<double>> kinds;
    std::vector<double> all, processor;
    for (const auto& result : results) {
        kinds["  " + result.query.kind].push_back(result.milliseconds);
        all.push_back(result.milliseconds);
        processor.push_back(result.processor);
    }
    for (const auto& [kind, times] : kinds)
        print_percentiles(kind, times);
    print_percentiles("all", all);
    print_percentiles("all, in processor time", processor);
    fmt::print("\nslowest:\n");
    auto slowest = results;
    std::ranges::sort(slowest, std::greater(), &Result::milliseconds);
    slowest.resize(std::min<std::size_t>(slowest.size(), 5));
    for (const auto& result : slowest)
        fmt::print("  {:>7.2f} ms {:>7} hits  {}\n", result.milliseconds, result.hits,
                   result.query.text);
}

/// git log in the same run, for some of the same queries, in turns with us.
void compare_with_git(store::Reader& reader, const std::string& clone, const std::string& range,
                      const std::vector<Result>& results, std::size_t count) {
    std::vector<double> ours, gits, ratios;
    std::multimap<double, const Query*> tightest;
    for (const auto& result : results) {
        if (result.query.words.empty() || ratios.size() == count)
            continue;
        std::vector<std::string> command{"git", "-C", clone,         "log",        "--no-merges",
                                         "-i",  "-F", "--all-match", "--format=%H"};
        for (const auto& word : result.query.words)
            command.push_back("--grep=" + word);
        command.push_back(range);
        const auto start = Clock::now();
        if (test::run_process(command).status != 0) {
            fmt::print("git log failed: is {} in {}?\n", range, clone);
            return;
        }
        gits.push_back(milliseconds_since(start));
        ours.push_back(run(reader, result.query).milliseconds);
        ratios.push_back(gits.back() / ours.back());
        tightest.emplace(ratios.back(), &result.query);
    }
    fmt::print("\n{:<28} {:>7} {:>8} {:>8} {:>8}\n", "the same words, ms", "queries", "median",
               "95 %", "most");
    print_percentiles("git log -i -F --grep", gits);
    print_percentiles("search", ours);
    fmt::print("git takes {:.0f} times as long (sum of times; least {:.0f} times, median {:.0f})\n",
               std::accumulate(gits.begin(), gits.end(), 0.0) /
                   std::accumulate(ours.begin(), ours.end(), 0.0),
               percentile(ratios, 0), percentile(ratios, 0.5));
    fmt::print("least:\n");
    for (const auto& [ratio, query] : tightest | std::views::take(5))
        fmt::print("  {:>7.0f} times  {}\n", ratio, query->text);
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        fmt::print(stderr, "Usage: bench_search CLONE DATABASE [QUERIES [GIT_QUERIES]]\n");
        return 2;
    }
    const std::size_t count = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 400;
    const std::size_t git_count = argc > 4 ? std::strtoul(argv[4], nullptr, 10) : 20;
    store::Reader drawn_from(argv[2]);
    const auto releases = drawn_from.releases();
    if (releases.empty() || releases.front().bundled) {
        fmt::print(stderr, "{} holds no imported release.\n", argv[2]);
        return 1;
    }
    const auto& release = releases.front();
    fmt::print("{}..{}: {} changesets\n\n", release.from_rev, release.to_rev, release.changesets);
    Drawer drawer(drawn_from);
    std::vector<Query> queries;
    while (queries.size() < count)
        queries.push_back(drawer.draw());
    // A reader keeps what terms found; so that none profits from another, each query has a reader
    // of its own, which was used once, as the window's is.
    std::vector<Result> results;
    for (const auto& query : queries) {
        store::Reader reader(argv[2]);
        run(reader, {"", "sha:0000", {}});
        results.push_back(run(reader, query));
    }
    print_results(results);
    store::Reader other(argv[2]);
    compare_with_git(other, argv[1], release.from_rev + ".." + release.to_rev, results, git_count);
}
