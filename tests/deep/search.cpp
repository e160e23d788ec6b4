// Compares what searches find with what git finds, on a clone and its database:
// deep_search CLONE DATABASE [QUERIES_OF_EACH_KIND]
//
// Words, authors and paths are drawn from the database. Where the two sets differ, the commits are
// listed with the reason; a difference without a known reason fails the run.

#include "store/read/reader.h"
#include "store/sql/tokenizer.h"
#include "support/process.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace mw;
using Oids = std::set<std::string>;

class Agreement {
public:
    Agreement(std::string clone, const std::string& database)
        : clone_(std::move(clone)), reader_(database) {
        for (auto& release : reader_.releases())
            if (!release.bundled && release_.name.empty())
                release_ = std::move(release);
        if (release_.name.empty())
            throw std::runtime_error(database + " holds no imported release.");
        everything_.release = release_.id;
        ids_ = reader_.find(everything_);
    }

    void words(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            const auto word = draw([this](const store::CommitDetail& commit) {
                return runs_of(commit.row.subject + '\n' + commit.body, "_-");
            });
            compare("word", word, word,
                    {"--no-merges", "-i", "-F", "--grep=" + word, "--format=%H"});
        }
    }

    void authors(std::size_t count) {
        const std::string mailmap = "mailmap.blob=" + release_.to_oid + ":.mailmap";
        for (std::size_t i = 0; i < count; ++i) {
            const auto name = draw([this](const store::CommitDetail& commit) {
                return runs_of(commit.row.author + ' ' + commit.row.email, "-._@");
            });
            compare("author", name, "author:" + name,
                    {"--no-merges", "-i", "-F", "--use-mailmap", "--author=" + name, "--format=%H"},
                    {"-c", mailmap});
        }
    }

    void paths(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            const auto path = draw([this](const store::CommitDetail& commit) {
                std::vector<std::string> parts;
                for (const auto& change : commit.paths) {
                    const auto from = random_() % change.path.size();
                    auto part = change.path.substr(from, 3 + random_() % 12);
                    if (part.find_first_of("*?[]\\\"() ") == std::string::npos)
                        parts.push_back(std::move(part));
                }
                return parts;
            });
            compare("path", path, "path:" + path,
                    {"--no-merges", "--full-history", "--no-renames", "--format=%H"}, {},
                    ":(icase)*" + path + "*");
        }
    }

    bool report() const {
        fmt::print("\n{:<8} {:>8} {:>8} {:>10} {:>12}\n", "kind", "queries", "equal", "hits",
                   "differences");
        for (const auto& [kind, sum] : sums_)
            fmt::print("{:<8} {:>8} {:>8} {:>10} {:>12}\n", kind, sum.queries, sum.equal, sum.hits,
                       sum.differences);
        for (const auto& [reason, differences] : reasons_)
            fmt::print("{:>8} differences: {}\n", differences, reason);
        return unexplained_ == 0;
    }

private:
    struct Sum {
        std::size_t queries = 0, equal = 0, hits = 0, differences = 0;
    };

    /// One of the texts that a random commit has; from three letters on, and one that a query can
    /// hold as a plain word.
    template <typename Texts>
    std::string draw(const Texts& texts_of) {
        for (;;) {
            const auto texts = texts_of(*reader_.commit(ids_[random_() % ids_.size()]));
            if (texts.empty())
                continue;
            const auto& text = texts[random_() % texts.size()];
            if (text.size() >= 3 && text.front() != '-' && text.front() != ':' && text != "OR" &&
                text != "AND" && text != "NOT" &&
                text.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                   "0123456789") != std::string::npos)
                return text;
        }
    }

    /// Runs of letters and digits (of any script) and the given marks, without marks at the ends.
    static std::vector<std::string> runs_of(const std::string& text, std::string_view marks) {
        std::vector<std::string> runs(1);
        for (const char c : text)
            if (store::is_word_byte(c) ||
                (marks.find(c) != std::string_view::npos && !runs.back().empty()))
                runs.back() += c;
            else if (!runs.back().empty())
                runs.emplace_back();
        for (auto& run : runs)
            while (!run.empty() && !store::is_word_byte(run.back()))
                run.pop_back();
        return runs;
    }

    Oids found_by_git(const std::vector<std::string>& options,
                      const std::vector<std::string>& settings, const std::string& path) const {
        std::vector<std::string> command{"git", "-C", clone_};
        command.insert(command.end(), settings.begin(), settings.end());
        command.push_back("log");
        command.insert(command.end(), options.begin(), options.end());
        command.push_back(release_.from_oid + ".." + release_.to_oid);
        command.push_back("--");
        if (!path.empty())
            command.push_back(path);
        const auto result = test::run_process(command);
        if (result.status != 0)
            throw std::runtime_error("git log failed: " + result.errors);
        Oids oids;
        std::istringstream lines(result.output);
        for (std::string line; std::getline(lines, line);)
            oids.insert(line);
        return oids;
    }

    void compare(const std::string& kind, const std::string& value, const std::string& query,
                 const std::vector<std::string>& options,
                 const std::vector<std::string>& settings = {}, const std::string& path = {}) {
        auto wanted = everything_;
        wanted.text = query;
        Oids ours;
        for (const auto& row : reader_.rows(reader_.find(wanted)))
            ours.insert(row.oid);
        const auto gits = found_by_git(options, settings, path);
        auto& sum = sums_[kind];
        ++sum.queries;
        sum.hits += gits.size();
        sum.equal += ours == gits ? 1 : 0;
        std::set<std::string> said;
        for (const bool only_ours : {true, false}) {
            const auto& mine = only_ours ? ours : gits;
            const auto& other = only_ours ? gits : ours;
            for (const auto& oid : mine) {
                if (other.contains(oid))
                    continue;
                ++sum.differences;
                const auto reason = reason_of(kind, value, oid, only_ours);
                ++reasons_[reason.empty() ? "UNEXPLAINED" : reason];
                unexplained_ += reason.empty() ? 1 : 0;
                if (said.insert(reason).second)
                    fmt::print("{}: {} {} by {} alone: {}\n", query, oid.substr(0, 12), "is found",
                               only_ours ? "search" : "git",
                               reason.empty() ? "UNEXPLAINED" : reason);
            }
        }
    }

    std::string reason_of(const std::string& kind, const std::string& value, const std::string& oid,
                          bool only_ours) {
        const auto commit = reader_.commit_by_oid(oid, release_.id).value();
        const bool ascii =
            std::ranges::all_of(value, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        if (kind == "author") {
            const auto author = commit.row.author + " <" + commit.row.email + '>';
            if (only_ours &&
                tokenizer_.fold(author).find(tokenizer_.fold(value)) != std::string::npos)
                return "accents and letters beyond ASCII are folded";
            return "";
        }
        if (kind != "word")
            return "";
        if (only_ours && oid.starts_with(tokenizer_.fold(value)))
            return "the word is the start of the commit's id";
        const auto text = commit.row.subject + '\n' + commit.body;
        const auto folded = tokenizer_.fold(text);
        if (only_ours && folded.find(tokenizer_.fold(value)) != std::string::npos)
            return "accents and letters beyond ASCII are folded";
        const auto joined = [this](const std::string& of) {
            std::string words;
            for (const auto& token : tokenizer_.tokens(of))
                words += token.text + ' ';
            return words;
        };
        auto words = joined(value);
        words.pop_back();
        if (only_ours && words.find(' ') != std::string::npos &&
            joined(text).find(words) != std::string::npos)
            return "what stands between words does not matter (a_b finds a-b and a b)";
        const auto tokens = tokenizer_.tokens(value);
        const bool short_end = store::count_letters(tokens.front().text) < 3 ||
                               store::count_letters(tokens.back().text) < 3;
        if (!only_ours && ascii && short_end)
            return "fewer than three letters at an end mean a whole word";
        return "";
    }

    std::string clone_;
    store::Reader reader_;
    store::Release release_;
    store::CommitQuery everything_;
    std::vector<store::RowId> ids_;
    std::mt19937 random_{20101122};
    store::Tokenizer tokenizer_;
    std::map<std::string, Sum> sums_;
    std::map<std::string, std::size_t> reasons_;
    std::size_t unexplained_ = 0;
};

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        fmt::print(stderr, "Usage: deep_search CLONE DATABASE [QUERIES_OF_EACH_KIND]\n");
        return 2;
    }
    try {
        const std::size_t count = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 200;
        Agreement agreement(argv[1], argv[2]);
        agreement.words(count);
        agreement.authors(count);
        agreement.paths(count);
        return agreement.report() ? 0 : 1;
    } catch (const std::exception& error) {
        fmt::print(stderr, "deep_search: {}\n", error.what());
        return 1;
    }
}
