#include "git/objects/lazy_fetch.h"

#include "base/system/user_folders.h"
#include "git/objects/commit_links.h"
#include "git/objects/repository_impl.h"
#include "git/objects/tree_compare.h"
#include "git/setup/error.h"
#include "git/setup/git_command.h"
#include "git/setup/own_repository.h"

namespace mw::git {

namespace fs = std::filesystem;

namespace {

/// No name that a person's own configuration is likely to say anything about.
constexpr const char* remote_name = "mergewindow-promisor";

fs::path fetched_repository(const fs::path& clone) {
    const auto cache = base::user_cache_folder();
    if (cache.empty())
        return cache;
    std::error_code error;
    const auto canonical = fs::canonical(clone, error);
    const auto name = (error ? clone : canonical).string();
    git_oid hash;
    git_odb_hash(&hash, name.data(), name.size(), GIT_OBJECT_BLOB);
    return cache / "fetched" / (from_git(hash).hex() + ".git");
}

base::Message trouble_in(const base::ProcessResult& result, std::chrono::seconds patience) {
    using End = base::ProcessResult::End;
    if (result.succeeded())
        return {};
    if (result.end == End::stopped)
        return base::Message("stopped");
    if (result.end == End::overdue)
        return base::Message("no answer in {} seconds", patience.count());
    const auto said = last_words(result.errors);
    return said.empty() ? base::Message("git failed") : base::Message::verbatim(said);
}

base::Message run_fetch(const fs::path& folder, std::span<const ObjectId> objects,
                        const std::stop_token& stop, std::chrono::seconds patience) {
    try {
        auto git =
            git_command(folder, {"-c", "fetch.negotiationAlgorithm=noop", "fetch", remote_name,
                                 "--quiet", "--no-tags", "--no-write-fetch-head",
                                 "--recurse-submodules=no", "--filter=blob:none", "--stdin"});
        if (!git)
            return base::Message("there is no git on this computer");
        for (const auto& id : objects)
            git->input += id.hex() + '\n';
        return trouble_in(base::run_process(*git, stop, {patience}), patience);
    } catch (const base::StartError& error) {
        return base::Message("git cannot be run: {}", error.message());
    }
}

std::vector<ObjectId> missing_blobs(const Repository& repository,
                                    const std::vector<TreeChange>& changes) {
    std::vector<ObjectId> missing;
    for (const auto& change : changes)
        for (const auto& [id, mode] :
             {std::pair(change.old_id, change.old_mode), std::pair(change.new_id, change.new_mode)})
            if (!id.is_null() && !is_submodule(mode) && !repository.contains(id))
                missing.push_back(id);
    return missing;
}

} // namespace

void Repository::find_fetched_objects() const {
    if (impl_->has_fetched_objects)
        return;
    const auto folder = fetched_repository(path_);
    std::error_code ignored; // what cannot be looked at holds nothing for us
    if (folder.empty() || !fs::is_directory(folder / "objects" / "pack", ignored))
        return;
    impl_->database->add_folder(folder / "objects");
    impl_->has_fetched_objects = true;
}

base::Message fetch_objects(const Repository& repository, std::span<const ObjectId> objects,
                            const FetchConsent&, const std::stop_token& stop,
                            std::chrono::seconds patience) {
    if (objects.empty())
        return {};
    const auto address = promisor_address(repository);
    if (!address)
        return base::Message("the clone names no address that git may be sent to");
    const auto folder = fetched_repository(repository.path());
    if (folder.empty())
        return base::Message("there is no folder for it: neither XDG_CACHE_HOME nor HOME is set");
    if (!make_own_repository(folder, remote_name, *address))
        return base::Message("{} cannot be written", folder.string());
    auto trouble = run_fetch(folder, objects, stop, patience);
    repository.find_fetched_objects();
    return trouble;
}

base::Message fetch_blob(const Repository& repository, const ObjectId& blob,
                         const FetchConsent& consent, const std::stop_token& stop,
                         std::chrono::seconds patience) {
    return fetch_objects(repository, std::span(&blob, 1), consent, stop, patience);
}

base::Message fetch_blobs_of(const fs::path& clone, const std::string& commit,
                             const FetchConsent& consent, const std::stop_token& stop,
                             std::chrono::seconds patience) {
    const Repository repository(clone);
    const auto changed = links_of(repository, repository.resolve_commit(commit));
    std::vector<TreeChange> changes;
    compare_trees(repository, parent_tree_of(repository, changed), changed.tree, changes);
    return fetch_objects(repository, missing_blobs(repository, changes), consent, stop, patience);
}

} // namespace mw::git
