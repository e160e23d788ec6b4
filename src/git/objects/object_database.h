#pragma once

#include "base/message.h"
#include "git/objects/replacements.h"
#include "git/pack/pack_reader.h"
#include "git/setup/handle.h"

#include <git2/sys/odb_backend.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

/// For the .cpp files of src/git; no public header of ours includes this one.
namespace mw::git {

/// The objects of a clone, for reading alone: packs by our reader (pack/pack_reader.h) and, where
/// that gives nothing, by libgit2, which has the words for what is wrong; loose objects by ours
/// (loose_object.h); both in every folder, and instead of them what the clone replaces them by.
/// Packs are asked first, in all folders, as git does; what is damaged in one place is looked for
/// in the others. A folder of packs is looked into again when something is missed and it has
/// changed.
///
/// Belongs to the git_odb that it was given to, and is of the thread that uses that one.
class ObjectDatabase : public git_odb_backend {
public:
    /// Makes a git_odb of it and gives that to the repository. The pointer is good for as long as
    /// the odb is. Throws git::Error.
    static ObjectDatabase* install(git_repository* repository, OdbHandle& odb,
                                   const std::vector<std::filesystem::path>& folders,
                                   std::shared_ptr<const Replacements> replacements,
                                   std::shared_ptr<PackStore> packs);

    /// What a pack has of an object that is not replaced; nothing is said about any other one.
    std::optional<PackedObject> read_packed(const ObjectId& id);

    /// Looks into another folder of objects as well, from now on.
    void add_folder(const std::filesystem::path& folder);

    /// Why the last read of this database gave neither an object nor GIT_ENOTFOUND.
    enum class Failure : std::uint8_t { none, damaged, too_large, stopped };
    Failure last_failure() const { return failure_; }
    /// The same as a clause: "the loose object ID (FILE) is cut off".
    const base::Message& last_trouble() const { return trouble_; }

    /// A read that is asked to stop fails with GIT_EUSER.
    void stop_on(std::stop_token stop) { stop_ = std::move(stop); }

    /// No object may be larger, where that is known before it is read (loose objects).
    void limit_size(std::uint64_t bytes) { size_limit_ = bytes; }

    ~ObjectDatabase();
    ObjectDatabase(const ObjectDatabase&) = delete;
    ObjectDatabase& operator=(const ObjectDatabase&) = delete;

private:
    struct Data {
        void* bytes = nullptr; ///< of git_odb_backend_data_alloc
        std::size_t size = 0;
        git_object_t type = GIT_OBJECT_INVALID;
    };
    struct Folder {
        std::filesystem::path path;
        git_odb_backend* packs = nullptr;
        std::int64_t packs_changed = 0; ///< when, in nanoseconds, as last seen
    };

    ObjectDatabase(const std::vector<std::filesystem::path>& folders,
                   std::shared_ptr<const Replacements> replacements,
                   std::shared_ptr<PackStore> packs);

    static ObjectDatabase& self(git_odb_backend* backend) {
        return *static_cast<ObjectDatabase*>(backend);
    }

    int read_object(Data& data, const git_oid& id);
    int read_stored(Data& data, const git_oid& id);
    int read_packed(Data& data, const git_oid& id, base::Message& trouble);
    int keep(Data& data, const PackedObject& object);
    int read_loose(Data& data, const git_oid& id, base::Message& trouble);
    int read_loose_file(Data& data, const std::filesystem::path& file);
    int graft(Data& data, const git_oid& id);
    int read_head(std::size_t& size, git_object_t& type, const git_oid& id);
    bool is_stored(const git_oid& id);
    int find_prefix(git_oid& found, const git_oid& start, std::size_t length);
    bool refresh_packs();
    int fail(Failure failure, const base::Message& trouble);

    std::vector<Folder> folders_;
    std::shared_ptr<const Replacements> replacements_;
    PackReader packs_;
    std::stop_token stop_;
    std::uint64_t size_limit_ = UINT64_MAX;
    Failure failure_ = Failure::none;
    base::Message trouble_;
};

} // namespace mw::git
