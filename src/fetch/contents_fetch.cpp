#include "fetch/contents_fetch.h"

#include "git/history/history.h"
#include "git/objects/fetch_consent.h"
#include "git/objects/repository.h"
#include "git/objects/tree_compare.h"
#include "git/setup/remote_address.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace mw::fetch {

namespace {

/// A pack that breaks is to be no great loss.
constexpr std::size_t contents_in_a_pack = 20'000;

/// In landing order, so that what is like each other comes together.
std::vector<git::ObjectId> lacking_contents(const git::Repository& repository,
                                            const std::string& from, const std::string& to,
                                            const std::stop_token& stop) {
    const auto history = git::History::read(repository, repository.resolve_commit(from),
                                            repository.resolve_commit(to), stop);
    std::unordered_set<git::ObjectId, git::ObjectIdHash> seen;
    std::vector<git::ObjectId> lacking;
    std::vector<git::TreeChange> changes;
    const auto add = [&](const git::ObjectId& id, std::uint32_t mode) {
        if (!id.is_null() && !git::is_submodule(mode) && seen.insert(id).second &&
            !repository.contains(id))
            lacking.push_back(id);
    };
    for (git::History::Index i = 0; i < history.commits().size(); ++i) {
        if (stop.stop_requested())
            throw git::Stopped();
        if (history.is_merge(i))
            continue;
        const auto& commit = history.commits()[i];
        changes.clear();
        git::compare_trees(repository, commit.parent_tree, commit.tree, changes);
        for (const auto& change : changes) {
            add(change.old_id, change.old_mode);
            add(change.new_id, change.new_mode);
        }
    }
    return lacking;
}

} // namespace

FetchedContents fetch_contents(const std::filesystem::path& clone, const std::string& from,
                               const std::string& to, const DownloadMeter::Sink& progress,
                               const std::stop_token& stop) {
    const git::Repository repository(clone, stop);
    const auto lacking = lacking_contents(repository, from, to, stop);
    const auto address = git::promisor_address(repository);
    if (!address)
        throw git::Error("The clone {} names no address that git may be sent to.", clone.string());
    DownloadMeter meter(progress);
    const auto packs = (lacking.size() + contents_in_a_pack - 1) / contents_in_a_pack;
    meter.expect(0, static_cast<int>(packs));
    GitRun git(clone, git::shown_address(*address), meter, stop);
    for (std::size_t at = 0; at < lacking.size(); at += contents_in_a_pack) {
        meter.start_part(1.0 / static_cast<double>(packs));
        std::string input;
        for (std::size_t i = at; i < std::min(at + contents_in_a_pack, lacking.size()); ++i)
            input += lacking[i].hex() + '\n';
        git.fetch({"--filter=blob:none", "--stdin", "origin"}, input);
    }
    return {lacking.size()};
}

} // namespace mw::fetch
