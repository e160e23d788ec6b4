#include "git/objects/object_database.h"

#include "git/objects/loose_object.h"
#include "git/setup/error.h"

#include <fmt/format.h>
#include <git2/odb_backend.h>
#include <git2/sys/repository.h>

#include <algorithm>
#include <cstring>
#include <set>
#include <sys/stat.h>
#include <system_error>

#if __has_include(<git2/sys/errors.h>) // libgit2 1.5 has it in errors.h
#include <git2/sys/errors.h>
#endif

namespace mw::git {

namespace fs = std::filesystem;

namespace {

/// When a folder's entries last changed, in nanoseconds since 1970; 0 where there is no folder.
std::int64_t changed_at(const fs::path& folder) {
    struct stat facts {};
    if (stat(folder.c_str(), &facts) != 0)
        return 0;
    return facts.st_mtim.tv_sec * 1'000'000'000 + facts.st_mtim.tv_nsec;
}

fs::path loose_file(const fs::path& objects, const git_oid& id) {
    const auto hex = from_git(id).hex();
    return objects / hex.substr(0, 2) / hex.substr(2);
}

/// Runs what is called from C, where no exception may come out.
template <typename Work>
int guarded(Work work) {
    try {
        return work();
    } catch (const std::exception& error) {
        git_error_set_str(GIT_ERROR_ODB, error.what());
        return GIT_ERROR;
    }
}

} // namespace

ObjectDatabase::ObjectDatabase(const std::vector<fs::path>& folders,
                               std::shared_ptr<const Replacements> replacements,
                               std::shared_ptr<PackStore> packs)
    : git_odb_backend(), replacements_(std::move(replacements)), packs_(std::move(packs)) {
    git_odb_init_backend(this, GIT_ODB_BACKEND_VERSION);
    read = [](void** bytes, std::size_t* size, git_object_t* type, git_odb_backend* backend,
              const git_oid* id) {
        return guarded([&] {
            Data data;
            const int code = self(backend).read_object(data, *id);
            *bytes = data.bytes;
            *size = data.size;
            *type = data.type;
            return code;
        });
    };
    read_prefix = [](git_oid* found, void** bytes, std::size_t* size, git_object_t* type,
                     git_odb_backend* backend, const git_oid* start, std::size_t length) {
        return guarded([&] {
            const int code = self(backend).find_prefix(*found, *start, length);
            return code != 0 ? code : backend->read(bytes, size, type, backend, found);
        });
    };
    read_header = [](std::size_t* size, git_object_t* type, git_odb_backend* backend,
                     const git_oid* id) {
        return guarded([&] { return self(backend).read_head(*size, *type, *id); });
    };
    exists = [](git_odb_backend* backend, const git_oid* id) {
        return guarded([&] { return self(backend).is_stored(*id) ? 1 : 0; });
    };
    exists_prefix = [](git_oid* found, git_odb_backend* backend, const git_oid* start,
                       std::size_t length) {
        return guarded([&] { return self(backend).find_prefix(*found, *start, length); });
    };
    free = [](git_odb_backend* backend) { delete static_cast<ObjectDatabase*>(backend); };
    for (const auto& path : folders)
        folders_.push_back({path, nullptr, 0});
}

ObjectDatabase::~ObjectDatabase() {
    for (const auto& folder : folders_)
        if (folder.packs != nullptr)
            folder.packs->free(folder.packs);
}

ObjectDatabase* ObjectDatabase::install(git_repository* repository, OdbHandle& odb,
                                        const std::vector<fs::path>& folders,
                                        std::shared_ptr<const Replacements> replacements,
                                        std::shared_ptr<PackStore> packs) {
    std::unique_ptr<ObjectDatabase> made(
        new ObjectDatabase(folders, std::move(replacements), std::move(packs)));
    made->refresh_packs();
    int code = git_odb_new(out(odb));
    if (code == 0)
        code = git_odb_add_backend(odb.get(), made.get(), 1);
    if (code != 0)
        throw Error("There is no memory left to open a repository in.");
    ObjectDatabase* const owned = made.release();
    git_repository_set_odb(repository, odb.get());
    return owned;
}

void ObjectDatabase::add_folder(const fs::path& folder) {
    folders_.push_back({folder, nullptr, 0});
    refresh_packs();
}

std::optional<PackedObject> ObjectDatabase::read_packed(const ObjectId& id) {
    if (replacements_->is_replaced(id) || replacements_->is_grafted(id))
        return std::nullopt;
    return packs_.read(id);
}

int ObjectDatabase::fail(Failure failure, const base::Message& trouble) {
    failure_ = failure;
    trouble_ = trouble;
    git_error_set_str(GIT_ERROR_ODB, trouble.english().c_str());
    return failure == Failure::stopped ? GIT_EUSER : GIT_ERROR;
}

int ObjectDatabase::read_object(Data& data, const git_oid& id) {
    failure_ = Failure::none;
    const auto content = replacements_->content_of(from_git(id));
    if (!content)
        return fail(Failure::damaged,
                    base::Message("object {} is replaced again and again (git replace)",
                                  from_git(id).hex()));
    const int code = read_stored(data, to_git(*content));
    return code == 0 && data.type == GIT_OBJECT_COMMIT ? graft(data, id) : code;
}

int ObjectDatabase::graft(Data& data, const git_oid& id) {
    const auto commit = replacements_->grafted(
        from_git(id), std::string_view(static_cast<const char*>(data.bytes), data.size));
    if (!commit)
        return 0;
    void* const bytes = git_odb_backend_data_alloc(this, commit->size() + 1);
    if (bytes == nullptr)
        return GIT_ERROR;
    std::memcpy(bytes, commit->c_str(), commit->size() + 1);
    git_odb_backend_data_free(this, data.bytes);
    data.bytes = bytes;
    data.size = commit->size();
    return 0;
}

int ObjectDatabase::read_stored(Data& data, const git_oid& id) {
    if (stop_.stop_requested())
        return fail(Failure::stopped, base::Message("stopped"));
    base::Message trouble;
    int code = read_packed(data, id, trouble);
    if (code == GIT_ENOTFOUND)
        code = read_loose(data, id, trouble);
    if (code == GIT_ENOTFOUND && refresh_packs())
        code = read_packed(data, id, trouble);
    if (code == GIT_ENOTFOUND && !trouble.empty())
        return fail(Failure::damaged, trouble);
    return code;
}

/// 0 or GIT_ENOTFOUND, the latter with what the trouble was where an object is there and damaged.
int ObjectDatabase::read_packed(Data& data, const git_oid& id, base::Message& trouble) {
    if (const auto object = packs_.read(from_git(id)))
        return keep(data, *object);
    for (const auto& folder : folders_) {
        if (folder.packs == nullptr)
            continue;
        const int code = folder.packs->read(&data.bytes, &data.size, &data.type, folder.packs, &id);
        if (code == GIT_ENOTFOUND || code == GIT_PASSTHROUGH)
            continue;
        if (code == 0) {
            // libgit2 does not hold the entry against the index, as our own reader does.
            git_oid name;
            if (git_odb_hash(&name, data.bytes, data.size, data.type) == 0 &&
                git_oid_equal(&name, &id) == 1)
                return 0;
            git_odb_backend_data_free(this, data.bytes);
            data = {};
            trouble = base::Message("an index in {} is damaged: it leads from the object {} to "
                                    "another one",
                                    (folder.path / "pack").string(), from_git(id).hex());
            continue;
        }
        const git_error* const error = git_error_last();
        trouble = base::Message("a pack in {} that should have the object {} is damaged ({})",
                                (folder.path / "pack").string(), from_git(id).hex(),
                                error != nullptr ? error->message : "unknown error");
    }
    return GIT_ENOTFOUND;
}

int ObjectDatabase::keep(Data& data, const PackedObject& object) {
    void* const bytes = git_odb_backend_data_alloc(this, object.size + 1);
    if (bytes == nullptr)
        return GIT_ERROR;
    std::memcpy(bytes, object.bytes.get(), object.size + 1);
    data = {bytes, object.size, static_cast<git_object_t>(object.type)};
    return 0;
}

int ObjectDatabase::read_loose(Data& data, const git_oid& id, base::Message& trouble) {
    for (const auto& folder : folders_) {
        const auto file = loose_file(folder.path, id);
        try {
            if (const int code = read_loose_file(data, file); code != GIT_ENOTFOUND)
                return code;
        } catch (const LooseObjectError& error) {
            trouble = base::Message("the loose object {} ({}) {}", from_git(id).hex(),
                                    file.string(), error.message());
        }
    }
    return GIT_ENOTFOUND;
}

int ObjectDatabase::read_loose_file(Data& data, const fs::path& file) {
    auto object = LooseObject::open(file);
    if (!object)
        return GIT_ENOTFOUND;
    const auto too_large = [&] {
        return fail(Failure::too_large,
                    base::Message("it has {} bytes, more than there is room for", object->size()));
    };
    if (object->size() > size_limit_)
        return too_large();
    // A NUL behind the content, as libgit2's own backends have it.
    const auto size = static_cast<std::size_t>(object->size());
    auto* const bytes = static_cast<char*>(git_odb_backend_data_alloc(this, size + 1));
    if (bytes == nullptr)
        return too_large();
    struct Release {
        git_odb_backend* backend;
        void operator()(char* unused) const { git_odb_backend_data_free(backend, unused); }
    };
    std::unique_ptr<char, Release> kept(bytes, Release{this});
    if (!object->read(bytes, stop_))
        return fail(Failure::stopped, base::Message("stopped"));
    bytes[size] = '\0';
    data = {kept.release(), size, object->type()};
    return 0;
}

int ObjectDatabase::read_head(std::size_t& size, git_object_t& type, const git_oid& id) {
    failure_ = Failure::none;
    const auto content = replacements_->content_of(from_git(id));
    const git_oid stored = to_git(content.value_or(from_git(id)));
    for (int round = 0; round < 2; ++round) {
        for (const auto& folder : folders_)
            if (folder.packs != nullptr &&
                folder.packs->read_header(&size, &type, folder.packs, &stored) == 0)
                return 0;
        for (const auto& folder : folders_) {
            const auto file = loose_file(folder.path, stored);
            try {
                if (const auto object = LooseObject::open(file)) {
                    size = static_cast<std::size_t>(object->size());
                    type = object->type();
                    return 0;
                }
            } catch (const LooseObjectError& error) {
                return fail(Failure::damaged,
                            base::Message("the loose object {} ({}) {}", from_git(stored).hex(),
                                          file.string(), error.message()));
            }
        }
        if (!refresh_packs())
            break;
    }
    return GIT_ENOTFOUND;
}

bool ObjectDatabase::is_stored(const git_oid& id) {
    const auto content = replacements_->content_of(from_git(id));
    const git_oid stored = to_git(content.value_or(from_git(id)));
    const auto is_packed = [&] {
        return std::ranges::any_of(folders_, [&](const Folder& folder) {
            return folder.packs != nullptr && folder.packs->exists(folder.packs, &stored) == 1;
        });
    };
    const auto is_loose = [&](const Folder& folder) {
        std::error_code error; // what cannot be looked at is not there
        return fs::exists(loose_file(folder.path, stored), error);
    };
    return is_packed() || std::ranges::any_of(folders_, is_loose) ||
           (refresh_packs() && is_packed());
}

int ObjectDatabase::find_prefix(git_oid& found, const git_oid& start, std::size_t length) {
    refresh_packs();
    std::set<std::string> names;
    const auto prefix = from_git(start).hex().substr(0, length);
    for (const auto& folder : folders_) {
        git_oid packed;
        const int code = folder.packs == nullptr
                             ? GIT_ENOTFOUND
                             : folder.packs->exists_prefix(&packed, folder.packs, &start, length);
        if (code == GIT_EAMBIGUOUS)
            return code;
        if (code == 0)
            names.insert(from_git(packed).hex());
        std::error_code error; // no folder, no objects
        const auto two = prefix.substr(0, 2);
        for (auto at = fs::directory_iterator(folder.path / two, error);
             !error && at != fs::directory_iterator(); at.increment(error)) {
            const auto name = two + at->path().filename().string();
            if (name.starts_with(prefix) && ObjectId::from_hex(name))
                names.insert(name);
        }
    }
    if (names.empty())
        return GIT_ENOTFOUND;
    if (names.size() > 1) {
        git_error_set_str(GIT_ERROR_ODB, "several objects start so");
        return GIT_EAMBIGUOUS;
    }
    found = to_git(*ObjectId::from_hex(*names.begin()));
    return 0;
}

/// True where a folder has other packs than when it was last looked at.
bool ObjectDatabase::refresh_packs() {
    bool changed = false;
    for (auto& folder : folders_) {
        const auto now = changed_at(folder.path / "pack");
        if (now == folder.packs_changed)
            continue;
        // libgit2's backend of a folder that was not there will never see one.
        if (folder.packs != nullptr && folder.packs_changed != 0) {
            folder.packs->refresh(folder.packs);
        } else if (git_odb_backend_pack(&folder.packs, folder.path.c_str()) != 0) {
            folder.packs = nullptr;
        }
        folder.packs_changed = now;
        changed = true;
    }
    if (changed) {
        std::vector<fs::path> paths;
        for (const auto& folder : folders_)
            paths.push_back(folder.path);
        packs_.look_into(paths);
    }
    return changed;
}

} // namespace mw::git
