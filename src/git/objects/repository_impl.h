#pragma once

#include "git/objects/known_history.h"
#include "git/objects/object_database.h"
#include "git/objects/replacements.h"
#include "git/objects/repository.h"
#include "git/pack/pack_store.h"
#include "git/setup/clone_folders.h"
#include "git/setup/handle.h"
#include "git/setup/repository_kind.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <unordered_set>
#include <vector>

namespace mw::git {

/// What is found out about a clone once, and shared by all handles on it. Immutable once made, but
/// for the packs, which take turns themselves.
struct Repository::Clone {
    CloneFolders folders;
    std::vector<std::filesystem::path> objects;
    PartialClone partial;
    std::shared_ptr<const Replacements> replacements;
    std::unordered_set<ObjectId, ObjectIdHash> shallow_commits;
    KnownHistory known;
    std::shared_ptr<PackStore> packs = std::make_shared<PackStore>();
};

struct Repository::Impl {
    RepositoryHandle repository;
    OdbHandle odb;
    ObjectDatabase* database = nullptr; ///< of odb
    std::shared_ptr<const Clone> clone;
    std::stop_token stop;
    bool has_fetched_objects = false; ///< odb looks into the cache of lazy_fetch.h as well
};

/// libgit2's own words on the error that just happened on this thread, for use within a sentence.
std::string last_error();

} // namespace mw::git
