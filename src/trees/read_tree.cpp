#include "trees/read_tree.h"

#include "git/objects/repository.h"
#include "git/setup/error.h"
#include "store/sql/error.h"
#include "store/user/tree_store.h"
#include "trees/matcher.h"
#include "trees/tree_history.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <system_error>

namespace mw::trees {

namespace {

/// A backport may be older than the commit that reached the mainline: both were taken from a third.
constexpr Seconds backwards = Seconds{365} * 24 * 60 * 60;

void require_name(const std::string& name) {
    if (name.empty() || name.find_first_of("\"\n\r\t") != std::string::npos)
        throw store::Error("A tree needs a name without quotes and line ends, such as stable-6.6: "
                           "it is what a search asks for, in:stable-6.6.");
}

Seconds oldest_of(const std::vector<store::TreeQuestion>& questions) {
    std::optional<Seconds> oldest;
    for (const auto& question : questions)
        if (question.commit_time)
            oldest = std::min(oldest.value_or(*question.commit_time), *question.commit_time);
    return oldest.value_or(backwards) - backwards;
}

/// From when the first of them may have been in a tree.
Seconds first_of(const std::vector<store::TreeQuestion>& questions) {
    auto first = oldest_of(questions);
    for (const auto& question : questions)
        first = std::min(first, written_at(question).value_or(first));
    return first;
}

/// The tree's own, and those that the releases were read from as far as they are still there.
std::vector<git::Repository> open_clones(const git::Repository& own, store::TreeStore& store,
                                         const std::stop_token& stop) {
    std::vector<git::Repository> clones;
    clones.push_back(own.reopen());
    for (const auto& path : store.clones()) {
        std::error_code error;
        if (path == own.path() || !std::filesystem::exists(path, error))
            continue;
        try {
            clones.emplace_back(path, stop);
        } catch (const git::Stopped&) {
            throw;
        } catch (const git::Error&) {
            continue; // what only its patches would tell stays untold
        }
    }
    return clones;
}

base::Message about_start(const TreeHistory& history, const std::string& name) {
    const auto start = format_date(*history.start);
    return history.shallow
               ? base::Message("The shallow history of {} begins on {}: what it took before cannot "
                               "be told.",
                               name, start)
               : base::Message("The history of {} begins on {}, with a commit that brings all "
                               "files at once: what it took before cannot be told.",
                               name, start);
}

} // namespace

store::Tree read_tree(const TreeRequest& request, const std::stop_token& stop,
                      const TreeProgress& progress) {
    require_name(request.name);
    const git::Repository repository(request.repository, stop);
    store::Tree tree;
    tree.name = request.name;
    std::error_code error;
    const auto absolute = std::filesystem::absolute(request.repository, error);
    tree.repository = error ? request.repository.string() : absolute.string();
    tree.revision = request.revision;
    const auto tip = repository.resolve_commit(request.revision);
    tree.oid = tip.hex();
    store::TreeStore store(request.database);
    const auto questions = store.questions();
    if (questions.empty())
        throw store::Error("There is no release yet that a tree could be asked about. Import one "
                           "first.");
    auto history = read_history(repository, tip, oldest_of(questions), stop, [&](std::size_t done) {
        if (progress)
            progress(TreeStage::reading, done, 0);
    });
    if (history.start && *history.start < first_of(questions))
        history.start.reset(); // nothing that is asked for came before
    tree.commits = static_cast<std::int64_t>(history.commits.size());
    tree.history_start = history.start;
    if (history.start)
        tree.remarks.push_back(about_start(history, tree.name));
    const auto answers = match(history, store, questions, open_clones(repository, store, stop),
                               stop, [&](std::size_t done) {
                                   if (progress)
                                       progress(TreeStage::comparing, done, questions.size());
                               });
    tree.read_at = std::chrono::duration_cast<std::chrono::seconds>(
                       std::chrono::system_clock::now().time_since_epoch())
                       .count();
    store.put(tree, answers);
    return tree;
}

} // namespace mw::trees
