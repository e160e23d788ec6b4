#include "git/objects/repository_impl.h"
#include "git/objects/tree_entry.h"
#include "git/setup/alternates.h"
#include "git/setup/environment_variable.h"
#include "git/setup/error.h"
#include "git/setup/safe_directory.h"
#include "git/text/commit.h"

#include <fstream>
#include <mutex>
#include <set>
#include <string_view>
#include <utility>

namespace mw::git {

namespace fs = std::filesystem;

namespace {

/// Trees are read again and again by neighbouring commits, blobs hardly ever.
constexpr std::size_t tree_cache_limit = 1 << 20;
constexpr std::ptrdiff_t cache_size = 48 << 20;

/// libgit2 maps whole packs by default, and each page of them that was read counts as this
/// program's memory until it is closed.
constexpr std::size_t pack_window = 4 << 20, mapped_packs = 64 << 20;

/// A loose object that is larger is not read; git itself shows no contents of files above 512 MiB
/// (core.bigFileThreshold).
constexpr std::uint64_t largest_object = std::uint64_t{2} << 30;

/// Object names are not computed again on reading: the range is walked from its end, so a damaged
/// object would be found by its neighbours, and hashing costs as much as inflating.
void initialize_library() {
    static std::once_flag once;
    std::call_once(once, [] {
        git_libgit2_init();
        git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
        git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE, tree_cache_limit);
        git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, cache_size);
        git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, pack_window);
        git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, mapped_packs);
    });
}

git_object_t to_git(ObjectType type) {
    switch (type) {
    case ObjectType::commit:
        return GIT_OBJECT_COMMIT;
    case ObjectType::tree:
        return GIT_OBJECT_TREE;
    case ObjectType::blob:
        break;
    }
    return GIT_OBJECT_BLOB;
}

const char* name_of(ObjectType type) {
    return git_object_type2string(to_git(type));
}

void refuse_of_another_user(const CloneFolders& folders, const std::vector<ConfigEntry>& settings,
                            const fs::path& path) {
    if (!may_be_read(folders, settings))
        throw Error(
            "The repository {0} belongs to another user, so it is not read. If you trust it, allow "
            "it with: git config --global --add safe.directory '{1}'",
            path.string(), folders.identity().string());
}

/// git's list of the commits whose parents a shallow clone may lack ("Shallow commits"), an id a
/// line. A clone that is not shallow has no such file.
std::unordered_set<ObjectId, ObjectIdHash> read_shallow_commits(const fs::path& common) {
    std::unordered_set<ObjectId, ObjectIdHash> commits;
    std::ifstream file(common / "shallow");
    for (std::string line; std::getline(file, line);)
        if (const auto id = ObjectId::from_hex(line))
            commits.insert(*id);
    return commits;
}

/// core.useReplaceRefs and GIT_NO_REPLACE_OBJECTS, which counts by being there.
bool replaces(const std::vector<ConfigEntry>& personal, const fs::path& common) {
    if (environment_variable("GIT_NO_REPLACE_OBJECTS") != nullptr)
        return false;
    bool replace = true;
    const auto apply = [&](const std::vector<ConfigEntry>& entries) {
        for (const auto& entry : entries)
            if (entry.key == "core.usereplacerefs")
                replace = config_bool(entry);
    };
    apply(personal);
    apply(read_config(common / "config", Includes::follow));
    return replace;
}

/// libgit2 (1.6 and newer) refuses every extension that it does not know itself, those of partial
/// clones among them, and looks at what a configuration includes as well, which git does not.
/// Whether the repository can be read was decided before, by what the extensions mean
/// (repository_kind.h). libgit2 keeps one list for the whole process; it grows.
void make_extensions_known(const std::vector<ConfigEntry>& config) {
    static std::mutex mutex;
    static std::set<std::string> known;
    const std::lock_guard lock(mutex);
    const auto before = known.size();
    for (const auto& entry : config)
        if (constexpr std::string_view prefix = "extensions."; entry.key.starts_with(prefix))
            known.insert(entry.key.substr(prefix.size()));
    if (known.size() == before)
        return;
    std::vector<const char*> names;
    for (const auto& name : known)
        names.push_back(name.c_str());
    git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names.data(), names.size());
}

/// The repository by its own folders: libgit2 looks for no other, and is asked neither whose it is
/// nor of what kind, which was decided before.
RepositoryHandle open_folders(const CloneFolders& folders, const fs::path& path) {
    RepositoryHandle repository;
    if (git_repository_open_bare(out(repository), folders.git.c_str()) != 0)
        throw Error("The repository {} cannot be opened: {}. 'git fsck' run there "
                    "tells whether it is damaged.",
                    path.string(), last_error());
    return repository;
}

} // namespace

std::string last_error() {
    const git_error* error = git_error_last();
    return error != nullptr && error->message != nullptr ? error->message : "unknown error";
}

namespace {

/// Why an object could not be read.
base::Message trouble_with(const ObjectDatabase& database) {
    return database.last_failure() == ObjectDatabase::Failure::none
               ? base::Message::verbatim(last_error())
               : database.last_trouble();
}

} // namespace

/// One of the two.
struct RawObject::Holder {
    PackedObject packed;
    OdbObjectHandle object;
};

RawObject::RawObject(std::unique_ptr<Holder> holder, std::string_view data)
    : holder_(std::move(holder)), data_(data) {}
RawObject::RawObject(RawObject&&) noexcept = default;
RawObject& RawObject::operator=(RawObject&&) noexcept = default;
RawObject::~RawObject() = default;

Repository::Repository(const fs::path& path, std::stop_token stop)
    : Repository(path, nullptr, std::move(stop)) {}

Repository::Repository(const fs::path& path, std::shared_ptr<const Clone> clone,
                       std::stop_token stop)
    : path_(path), impl_(std::make_unique<Impl>()) {
    initialize_library();
    if (clone) {
        impl_->repository = open_folders(clone->folders, path);
    } else {
        auto found = std::make_shared<Clone>();
        found->folders = find_clone(path);
        const auto& common = found->folders.common;
        const auto personal = personal_config();
        refuse_of_another_user(found->folders, personal, path);
        const auto config = read_config(common / "config", Includes::ignore);
        refuse_unknown_kind(config, path);
        found->shallow_commits = read_shallow_commits(common);
        if (!found->shallow_commits.empty())
            found->known = read_known_history(common);
        found->objects = object_folders(common);
        found->partial = partial_clone(config, common / "objects");
        make_extensions_known(read_config(common / "config", Includes::follow));
        impl_->repository = open_folders(found->folders, path);
        found->replacements = std::make_shared<const Replacements>(
            impl_->repository.get(), found->folders, replaces(personal, common));
        clone = std::move(found);
    }
    impl_->clone = std::move(clone);
    impl_->stop = std::move(stop);
    impl_->database =
        ObjectDatabase::install(impl_->repository.get(), impl_->odb, impl_->clone->objects,
                                impl_->clone->replacements, impl_->clone->packs);
    impl_->database->stop_on(impl_->stop);
    impl_->database->limit_size(largest_object);
    if (is_partial())
        find_fetched_objects();
}

Repository::Repository(Repository&&) noexcept = default;
Repository& Repository::operator=(Repository&&) noexcept = default;
Repository::~Repository() = default;

Repository Repository::reopen() const {
    return Repository(path_, impl_->clone, impl_->stop);
}

bool Repository::is_partial() const {
    return impl_->clone->partial.partial;
}

bool Repository::is_replaced(const ObjectId& id) const {
    return impl_->clone->replacements->is_replaced(id);
}

bool Repository::is_grafted(const ObjectId& commit) const {
    return impl_->clone->replacements->is_grafted(commit);
}

std::size_t Repository::replaced_count() const {
    return impl_->clone->replacements->replaced_count();
}

std::uint64_t Repository::replacement_fingerprint() const {
    return impl_->clone->replacements->fingerprint();
}

ObjectId Repository::resolve_commit(const std::string& revision) const {
    ObjectHandle object;
    const int code = git_revparse_single(out(object), impl_->repository.get(), revision.c_str());
    if (code == GIT_EAMBIGUOUS)
        throw Error("'{}' fits several objects of {}; write more digits of the id.", revision,
                    path_.string());
    if (code == GIT_EUSER)
        throw Stopped();
    if (code != 0 && impl_->database->last_failure() != ObjectDatabase::Failure::none)
        throw DamagedObject("'{}' of {} cannot be read: {}. 'git fsck' run there tells "
                            "what is damaged.",
                            revision, path_.string(), trouble_with(*impl_->database));
    if (code != 0)
        throw_unknown_revision(revision);
    ObjectHandle commit;
    if (git_object_peel(out(commit), object.get(), GIT_OBJECT_COMMIT) != 0)
        throw Error("'{}' in {} is a {}, not a commit. Give a tag, a branch or a commit.", revision,
                    path_.string(), git_object_type2string(git_object_type(object.get())));
    return from_git(*git_object_id(commit.get()));
}

void Repository::throw_unknown_revision(const std::string& revision) const {
    if (is_shallow())
        throw Error("{0} has no revision '{1}': it is a shallow clone, which may lack "
                    "older releases. 'git -C {0} fetch --unshallow --tags' brings them "
                    "all; 'git -C {0} fetch --tags --shallow-since=DATE' those since a "
                    "date.",
                    path_.string(), revision);
    throw Error("{} has no revision '{}'. 'git tag' run there lists its releases; "
                "'git fetch --tags' brings newer ones.",
                path_.string(), revision);
}

Unread Repository::unread(int code, const ObjectId& id) const {
    using Failure = ObjectDatabase::Failure;
    if (code == 0)
        return Unread::none;
    if (code == GIT_EUSER)
        throw Stopped();
    if (impl_->database->last_failure() == Failure::too_large)
        return Unread::too_large;
    // libgit2 says "not found" of an object that has another type, too.
    if (code != GIT_ENOTFOUND || contains(id))
        return Unread::damaged;
    return is_partial() ? Unread::left_out : Unread::missing;
}

void Repository::throw_unread(Unread why, const ObjectId& id, const char* type) const {
    const auto where = path_.string();
    const auto& partial = impl_->clone->partial;
    if (why == Unread::damaged)
        throw DamagedObject("The {} {} of {} cannot be read: {}. 'git fsck' run there "
                            "tells what is damaged.",
                            type, id.hex(), where, trouble_with(*impl_->database));
    if (why == Unread::too_large)
        throw TooLargeObject("The {} {} of {} cannot be read: {}.", type, id.hex(), where,
                             trouble_with(*impl_->database));
    if (why == Unread::missing)
        throw MissingObject("The {} {} is missing from {}: the clone is incomplete. 'git fsck' run "
                            "there tells what is missing, 'git fetch' may bring it.",
                            type, id.hex(), where);
    const auto kind = partial.filter.empty() ? std::string() : ", filter " + partial.filter;
    if (std::string_view(type) != "blob")
        throw LeftOut(
            "The clone {0} is a partial one without all trees (git clone --filter{1}), so nobody "
            "can say which files its commits touch: the {2} {3} is not there. Bring the trees "
            "with: "
            "git -C '{0}' fetch --refetch --filter=blob:none{4} (git 2.36 and newer)",
            where, kind, type, id.hex(), partial.remote.empty() ? "" : " " + partial.remote);
    throw LeftOut("The blob {} was left out of the partial clone {} (git clone "
                  "--filter{}) and has not been fetched.",
                  id.hex(), where, kind);
}

std::optional<RawObject> Repository::read_if_present(const ObjectId& id, ObjectType type) const {
    if (impl_->stop.stop_requested())
        throw Stopped();
    auto holder = std::make_unique<RawObject::Holder>();
    if (auto packed = impl_->database->read_packed(id);
        packed && static_cast<git_object_t>(packed->type) == to_git(type)) {
        holder->packed = std::move(*packed);
        const auto data = holder->packed.data();
        return RawObject(std::move(holder), data);
    }
    const git_oid oid = git::to_git(id);
    int code = git_odb_read(out(holder->object), impl_->odb.get(), &oid);
    if (code == GIT_ENOTFOUND && is_partial() && !impl_->has_fetched_objects) {
        find_fetched_objects();
        code = git_odb_read(out(holder->object), impl_->odb.get(), &oid);
    }
    if (code == GIT_ENOTFOUND)
        return std::nullopt;
    if (code != 0)
        throw_unread(unread(code, id), id, name_of(type));
    git_odb_object* object = holder->object.get();
    if (git_odb_object_type(object) != to_git(type))
        throw DamagedObject("Object {} of {} should be a {} and is a {}. 'git fsck' run there "
                            "tells what is damaged.",
                            id.hex(), path_.string(), name_of(type),
                            git_object_type2string(git_odb_object_type(object)));
    const std::string_view data(static_cast<const char*>(git_odb_object_data(object)),
                                git_odb_object_size(object));
    return RawObject(std::move(holder), data);
}

RawObject Repository::read(const ObjectId& id, ObjectType type) const {
    auto object = read_if_present(id, type);
    if (!object)
        throw_unread(is_partial() ? Unread::left_out : Unread::missing, id, name_of(type));
    return std::move(*object);
}

bool Repository::is_shallow() const {
    return !impl_->clone->shallow_commits.empty();
}

std::vector<ObjectId> Repository::shallow_commits() const {
    return {impl_->clone->shallow_commits.begin(), impl_->clone->shallow_commits.end()};
}

std::span<const ObjectId> Repository::known_ancestors(const ObjectId& commit) const {
    const auto& ancestors = impl_->clone->known.ancestors;
    const auto found = ancestors.find(commit);
    return found == ancestors.end() ? std::span<const ObjectId>() : found->second;
}

bool Repository::is_known_border(const ObjectId& commit) const {
    return impl_->clone->known.borders.contains(commit);
}

bool Repository::is_shallow_at(const ObjectId& commit) const {
    return impl_->clone->shallow_commits.contains(commit);
}

bool Repository::contains(const ObjectId& id) const {
    const git_oid oid = git::to_git(id);
    return git_odb_exists_ext(impl_->odb.get(), &oid, GIT_ODB_LOOKUP_NO_REFRESH) == 1;
}

std::optional<std::string> Repository::file_at(const ObjectId& commit,
                                               const std::string& path) const {
    const auto id = blob_at(commit, path);
    const auto blob = id ? read_if_present(*id, ObjectType::blob) : std::nullopt;
    return blob ? std::optional(std::string(blob->data())) : std::nullopt;
}

std::optional<ObjectId> Repository::blob_at(const ObjectId& commit, const std::string& path) const {
    const auto tree = parse_commit_links(read(commit, ObjectType::commit).data()).tree;
    const auto entry = find_tree_entry(*this, tree, path);
    return entry && entry->is_blob() ? std::optional(entry->id) : std::nullopt;
}

} // namespace mw::git
