#include "base/paths.h"
#include "git/error.h"
#include "git/repository_impl.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <mutex>
#include <sys/stat.h>
#include <unistd.h>

namespace mw::git {

namespace fs = std::filesystem;

namespace {

/// Names of repository extensions that change nothing for a reader of commits, trees and blobs;
/// libgit2 refuses those it does not know. objectformat is let through to be refused with better
/// words.
std::array<const char*, 6> readable_extensions = {"partialclone",       "worktreeconfig",
                                                  "preciousobjects",    "relativeworktrees",
                                                  "compatobjectformat", "objectformat"};

/// Trees are read again and again by neighbouring commits, blobs hardly ever.
constexpr std::size_t tree_cache_limit = 1 << 20;
constexpr std::ptrdiff_t cache_size = 48 << 20;

/// libgit2 maps whole packs by default, and each page of them that was read counts as this
/// program's memory until it is closed.
constexpr std::size_t pack_window = 4 << 20, mapped_packs = 64 << 20;

/// Object names are not computed again on reading: the range is walked from its end, so a damaged
/// object would be found by its neighbours, and hashing costs as much as inflating.
void initialize_library() {
    static std::once_flag once;
    std::call_once(once, [] {
        git_libgit2_init();
        git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
        git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, readable_extensions.data(),
                         readable_extensions.size());
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

/// libgit2 1.5 says "not found" of another user's repository where no safe.directory is set at all.
bool is_of_another_user(const fs::path& path) {
    const fs::path inner = path / ".git";
    const bool bare = !base::is_there(inner);
    if (bare && !base::is_there(path / "HEAD"))
        return false;
    const auto owned = [](const fs::path& file) {
        struct stat status {};
        return stat(file.c_str(), &status) == 0 && status.st_uid == geteuid();
    };
    return !owned(path) || (!bare && !owned(inner));
}

[[noreturn]] void throw_open_error(int code, const fs::path& path) {
    std::error_code error;
    if (const bool there = fs::exists(path, error); error)
        throw Error(fmt::format("{} cannot be looked at: {}. Give the path of a kernel clone that "
                                "you may read.",
                                path.string(), error.message()));
    else if (!there)
        throw Error(
            fmt::format("There is no folder {}. Give the path of a kernel clone.", path.string()));
    if (code == GIT_EOWNER || (code == GIT_ENOTFOUND && is_of_another_user(path)))
        throw Error(fmt::format(
            "The repository {0} belongs to another user, so it is not read. If you trust it, allow "
            "it with: git config --global --add safe.directory '{0}'",
            path.string()));
    if (code == GIT_ENOTFOUND)
        throw Error(fmt::format("There is no git repository at {}. Give the folder of a kernel "
                                "clone: the one that holds .git, or a bare repository.",
                                path.string()));
    throw Error(fmt::format("The repository {} cannot be opened: {}. 'git fsck' run there tells "
                            "whether it is damaged.",
                            path.string(), last_error()));
}

ConfigHandle snapshot_config(git_repository* repository) {
    ConfigHandle config;
    git_repository_config_snapshot(out(config), repository);
    return config;
}

std::string config_string(git_config* config, const char* name) {
    const char* value = nullptr;
    if (config == nullptr || git_config_get_string(&value, config, name) != 0)
        return {};
    return value;
}

void refuse_unreadable(git_repository* repository, const fs::path& path) {
    const auto config = snapshot_config(repository);
    const auto format = config_string(config.get(), "extensions.objectformat");
    if (!format.empty() && format != "sha1")
        throw Error(
            fmt::format("The repository {} names its objects by {}, which is not supported. "
                        "Use a clone made with SHA-1, as kernel.org's are.",
                        path.string(), format));
}

/// git's list of the commits whose parents a shallow clone may lack ("Shallow commits"), an id a
/// line. A clone that is not shallow has no such file.
std::unordered_set<ObjectId, ObjectIdHash> read_shallow_commits(git_repository* repository) {
    std::unordered_set<ObjectId, ObjectIdHash> commits;
    std::ifstream file(fs::path(git_repository_commondir(repository)) / "shallow");
    for (std::string line; std::getline(file, line);)
        if (const auto id = ObjectId::from_hex(line))
            commits.insert(*id);
    return commits;
}

bool has_promisor_pack(const fs::path& objects) {
    std::error_code error; // no pack folder means no packs
    for (fs::directory_iterator entry(objects / "pack", error), end; !error && entry != end;
         entry.increment(error))
        if (entry->path().extension() == ".promisor")
            return true;
    return false;
}

bool is_partial_clone(git_repository* repository) {
    const auto config = snapshot_config(repository);
    if (config && !config_string(config.get(), "extensions.partialclone").empty())
        return true;
    return has_promisor_pack(fs::path(git_repository_commondir(repository)) / "objects");
}

} // namespace

std::string last_error() {
    const git_error* error = git_error_last();
    return error != nullptr && error->message != nullptr ? error->message : "unknown error";
}

struct RawObject::Holder {
    OdbObjectHandle object;
};

RawObject::RawObject(std::unique_ptr<Holder> holder, std::string_view data)
    : holder_(std::move(holder)), data_(data) {}
RawObject::RawObject(RawObject&&) noexcept = default;
RawObject& RawObject::operator=(RawObject&&) noexcept = default;
RawObject::~RawObject() = default;

Repository::Repository(const fs::path& path) : path_(path), impl_(std::make_unique<Impl>()) {
    initialize_library();
    const int code = git_repository_open_ext(out(impl_->repository), path.c_str(),
                                             GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
    if (code != 0)
        throw_open_error(code, path);
    refuse_unreadable(impl_->repository.get(), path);
    if (git_repository_odb(out(impl_->odb), impl_->repository.get()) != 0)
        throw_open_error(GIT_ERROR, path);
    impl_->shallow_commits = read_shallow_commits(impl_->repository.get());
    partial_ = is_partial_clone(impl_->repository.get());
    if (partial_)
        find_fetched_objects();
}

Repository::Repository(Repository&&) noexcept = default;
Repository& Repository::operator=(Repository&&) noexcept = default;
Repository::~Repository() = default;

ObjectId Repository::resolve_commit(const std::string& revision) const {
    ObjectHandle object;
    const int code = git_revparse_single(out(object), impl_->repository.get(), revision.c_str());
    if (code == GIT_EAMBIGUOUS)
        throw Error(fmt::format("'{}' fits several objects of {}; write more digits of the id.",
                                revision, path_.string()));
    if (code != 0)
        throw_unknown_revision(revision);
    ObjectHandle commit;
    if (git_object_peel(out(commit), object.get(), GIT_OBJECT_COMMIT) != 0)
        throw Error(fmt::format(
            "'{}' in {} is a {}, not a commit. Give a tag, a branch or a commit.", revision,
            path_.string(), git_object_type2string(git_object_type(object.get()))));
    return from_git(*git_object_id(commit.get()));
}

void Repository::throw_unknown_revision(const std::string& revision) const {
    if (is_shallow())
        throw Error(fmt::format("{0} has no revision '{1}': it is a shallow clone, which may lack "
                                "older releases. 'git -C {0} fetch --unshallow --tags' brings them "
                                "all; 'git -C {0} fetch --tags --shallow-since=DATE' those since a "
                                "date.",
                                path_.string(), revision));
    throw Error(fmt::format("{} has no revision '{}'. 'git tag' run there lists its releases; "
                            "'git fetch --tags' brings newer ones.",
                            path_.string(), revision));
}

std::optional<RawObject> Repository::read_if_present(const ObjectId& id, ObjectType type) const {
    auto holder = std::make_unique<RawObject::Holder>();
    const git_oid oid = git::to_git(id);
    int code = git_odb_read(out(holder->object), impl_->odb.get(), &oid);
    if (code == GIT_ENOTFOUND && partial_ && !impl_->has_fetched_objects) {
        find_fetched_objects();
        code = git_odb_read(out(holder->object), impl_->odb.get(), &oid);
    }
    if (code == GIT_ENOTFOUND)
        return std::nullopt;
    if (code != 0)
        throw Error(fmt::format("Object {} of {} cannot be read: {}. 'git fsck' run there tells "
                                "what is damaged.",
                                id.hex(), path_.string(), last_error()));
    git_odb_object* object = holder->object.get();
    if (git_odb_object_type(object) != to_git(type))
        throw Error(fmt::format("Object {} of {} should be a {} and is a {}. 'git fsck' run there "
                                "tells what is damaged.",
                                id.hex(), path_.string(), name_of(type),
                                git_object_type2string(git_odb_object_type(object))));
    const std::string_view data(static_cast<const char*>(git_odb_object_data(object)),
                                git_odb_object_size(object));
    return RawObject(std::move(holder), data);
}

RawObject Repository::read(const ObjectId& id, ObjectType type) const {
    auto object = read_if_present(id, type);
    if (!object)
        throw MissingObject(
            fmt::format("The {} {} is missing from {}: the clone is incomplete. "
                        "'git fsck' run there tells what is missing, 'git fetch' may "
                        "bring it.",
                        name_of(type), id.hex(), path_.string()));
    return std::move(*object);
}

bool Repository::is_shallow() const {
    return !impl_->shallow_commits.empty();
}

std::vector<ObjectId> Repository::shallow_commits() const {
    return {impl_->shallow_commits.begin(), impl_->shallow_commits.end()};
}

bool Repository::is_shallow_at(const ObjectId& commit) const {
    return impl_->shallow_commits.contains(commit);
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
    const git_oid oid = git::to_git(commit);
    CommitHandle handle;
    TreeHandle tree;
    TreeEntryHandle entry;
    int code = git_commit_lookup(out(handle), impl_->repository.get(), &oid);
    if (code == 0)
        code = git_commit_tree(out(tree), handle.get());
    if (code != 0)
        throw Error(fmt::format("The tree of {} in {} cannot be read: {}.", commit.hex(),
                                path_.string(), last_error()));
    code = git_tree_entry_bypath(out(entry), tree.get(), path.c_str());
    if (code != 0 || git_tree_entry_type(entry.get()) != GIT_OBJECT_BLOB)
        return std::nullopt;
    return from_git(*git_tree_entry_id(entry.get()));
}

} // namespace mw::git
