#include "support/git_reference.h"

#include "support/git.h"

#include <algorithm>
#include <stdexcept>

namespace mw::test {

namespace {

// Fields end with NUL, so that a message may hold anything; in trailers, which can be several, key
// and value are kept apart by unit and record separators.
constexpr const char* commit_format =
    "--format=%H%x00%P%x00%at%x00%ct%x00%aN%x00%aE%x00%cN%x00%cE%x00%s%x00%b%x00"
    "%(trailers:only=true,unfold=true,separator=%x1e,key_value_separator=%x1f)";
constexpr std::size_t field_count = 11;

std::string without_white_end(std::string text) {
    text.erase(text.find_last_not_of(" \t\r\n\v\f") + 1);
    return text;
}

class LogReader {
public:
    explicit LogReader(const std::string& output) : tokens_(split(output, '\0')) {}

    bool at_end() const { return at_ == tokens_.size(); }

    GitCommit next() {
        GitCommit commit = header();
        while (!at_end() && read_file(commit))
            ;
        return commit;
    }

private:
    GitCommit header() {
        if (tokens_.size() - at_ < field_count)
            throw std::runtime_error("git log ended in the middle of a commit");
        const auto* field = &tokens_[at_];
        at_ += field_count;
        GitCommit commit;
        commit.id = field[0];
        commit.parents = split(field[1], ' ');
        commit.author_time = std::stoll(field[2]);
        commit.commit_time = std::stoll(field[3]);
        commit.author = field[4];
        commit.author_email = field[5];
        commit.committer = field[6];
        commit.committer_email = field[7];
        commit.subject = field[8];
        commit.body = without_white_end(field[9]);
        for (const auto& trailer : split(field[10], '\x1e')) {
            const auto middle = trailer.find('\x1f');
            commit.trailers.emplace_back(trailer.substr(0, middle), trailer.substr(middle + 1));
        }
        return commit;
    }

    /// ":old new old new M" and a path, or "1\t2\tpath"; anything else is the next commit.
    bool read_file(GitCommit& commit) {
        std::string token = tokens_[at_];
        if (token.starts_with('\n'))
            token.erase(0, 1);
        if (token.starts_with(':')) {
            commit.files[tokens_.at(at_ + 1)].status = token.back();
            at_ += 2;
            return true;
        }
        const auto first = token.find('\t');
        if (first == std::string::npos)
            return false;
        const auto second = token.find('\t', first + 1);
        auto& file = commit.files[token.substr(second + 1)];
        if (token.front() != '-') {
            file.insertions = std::stoll(token);
            file.deletions = std::stoll(token.substr(first + 1));
        }
        ++at_;
        return true;
    }

    std::vector<std::string> tokens_;
    std::size_t at_ = 0;
};

} // namespace

std::map<std::string, GitCommit> git_log(const std::filesystem::path& repository,
                                         const std::string& from, const std::string& to) {
    const std::string output =
        run_git(repository, {"-c", "mailmap.blob=" + to + ":.mailmap", "log", "--topo-order", "-z",
                             "--raw", "--numstat", "--no-renames", "--no-abbrev",
                             "--encoding=UTF-8", commit_format, from + ".." + to});
    std::map<std::string, GitCommit> commits;
    for (LogReader reader(output); !reader.at_end();) {
        auto commit = reader.next();
        commits.emplace(commit.id, std::move(commit));
    }
    return commits;
}

std::vector<std::string> rev_list(const std::filesystem::path& repository,
                                  const std::vector<std::string>& arguments) {
    std::vector<std::string> command{"rev-list", "--topo-order"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return split(run_git(repository, command), '\n');
}

std::vector<std::string> git_mainline(const std::filesystem::path& repository,
                                      const std::string& from, const std::string& to) {
    const auto range = rev_list(repository, {from + ".." + to});
    const std::set<std::string> inside(range.begin(), range.end());
    auto mainline = rev_list(repository, {"--first-parent", to});
    mainline.erase(
        std::ranges::find_if(mainline, [&](const auto& id) { return !inside.contains(id); }),
        mainline.end());
    std::ranges::reverse(mainline);
    return mainline;
}

std::map<std::string, std::string> git_landings(const std::filesystem::path& repository,
                                                const std::string& from, const std::string& to) {
    const std::string range = from + ".." + to;
    std::map<std::string, std::string> landings;
    for (const auto& changeset : rev_list(repository, {"--no-merges", range}))
        landings[changeset];
    for (const auto& merge : git_mainline(repository, from, to)) {
        if (landings.contains(merge))
            continue; // no merge
        for (const auto& changeset : rev_list(repository, {"--no-merges", merge + "^1.." + merge}))
            // Without FROM as an ancestor, M^1..M reaches what is in FROM, outside the range.
            if (const auto found = landings.find(changeset); found != landings.end()) {
                if (!found->second.empty())
                    throw std::runtime_error(changeset + " landed twice");
                found->second = merge;
            }
    }
    return landings;
}

} // namespace mw::test
