#include "importer/steps/shallow_range.h"

#include "base/calendar.h"
#include "git/setup/error.h"
#include "git/text/commit.h"

#include <fmt/format.h>

#include <algorithm>

namespace mw::importer {

namespace {

using Index = git::History::Index;

/// Work for a release is seldom based on anything older than two releases before.
constexpr Seconds further_back = 180 * one_day;

/// A date that is further back than anything the clone was cut off at, so that each try brings
/// more.
std::string date_to_fetch_since(const git::Repository& repository) {
    std::int64_t oldest = INT64_MAX;
    for (const auto& id : repository.shallow_commits())
        if (const auto commit = repository.read_if_present(id, git::ObjectType::commit))
            oldest = std::min(oldest, git::parse_commit_links(commit->data()).commit_time);
    return date_of(std::max<std::int64_t>(0, oldest - further_back));
}

std::string described(const git::Repository& repository, const git::History::Commit& commit) {
    const auto text = repository.read(commit.id, git::ObjectType::commit);
    return fmt::format("{} (\"{}\", {})", commit.id.hex().substr(0, 12),
                       git::parse_commit(commit.id, text.data()).subject,
                       date_of(commit.commit_time));
}

base::Message what_completes(const git::Repository& repository) {
    return base::Message(
        "'git -C {0} fetch --shallow-since={1}' brings more of it, 'git -C {0} fetch "
        "--unshallow' the whole history",
        repository.path().string(), date_to_fetch_since(repository));
}

} // namespace

void refuse_cut_off(const git::Repository& repository, const git::History& history,
                    const RangeNames& names) {
    const auto cut_off = history.cut_off();
    if (cut_off.empty())
        return;
    const auto newest = *std::ranges::max_element(
        cut_off, {}, [&history](Index commit) { return history.commits()[commit].commit_time; });
    const auto others = cut_off.size() == 1 ? base::Message()
                                            : base::Message(" and at {} more", cut_off.size() - 1);
    throw git::Error(
        "{} is a shallow clone, and it is cut off within {}..{}: what came before {}{} is not "
        "there. {}; then import again.",
        repository.path().string(), names.from, names.to,
        described(repository, history.commits()[newest]), others, what_completes(repository));
}

std::optional<base::Message> doubt_about(const git::Repository& repository,
                                         const git::History& history, const RangeNames& names) {
    const auto newest_unknown = history.cut_off_outside();
    if (!newest_unknown)
        return std::nullopt;
    const auto doubtful = std::ranges::count_if(history.commits(), [&](const auto& commit) {
        return commit.commit_time <= *newest_unknown;
    });
    if (doubtful == 0)
        return std::nullopt;
    return base::Message(
        "{0} is a shallow clone. {1} of the commits are older than some at which it "
        "is cut off, so that they may have been in {2} already. {3}.",
        repository.path().string(), doubtful, names.from, what_completes(repository));
}

} // namespace mw::importer
