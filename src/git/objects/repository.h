#pragma once

#include "base/object_id.h"
#include "git/objects/unread.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace mw::git {

enum class ObjectType { commit, tree, blob };

/// The bytes of one object, held in memory while this value lives.
class RawObject {
public:
    RawObject(RawObject&&) noexcept;
    RawObject& operator=(RawObject&&) noexcept;
    ~RawObject();

    std::string_view data() const { return data_; }

private:
    friend class Repository;
    struct Holder;
    RawObject(std::unique_ptr<Holder> holder, std::string_view data);
    std::unique_ptr<Holder> holder_;
    std::string_view data_;
};

/// A clone as it is found: bare or with a work tree, a linked work tree, with alternates or packed
/// refs, partial or whole. Opened for reading only.
///
/// Objects are read as `git log` reads them: those that `git replace` or info/grafts replace have
/// the other contents or parents under their own name (unless GIT_NO_REPLACE_OBJECTS or
/// core.useReplaceRefs says no). What a clone replaces is found out once, for all handles that
/// reopen() makes.
///
/// One handle belongs to one thread at a time; another thread opens its own with reopen(). All
/// calls throw git::Error with a sentence for a person, and Stopped once stop is requested.
class Repository {
public:
    /// Refuses, with what to do about it: no repository there, another owner's directory that
    /// safe.directory does not allow, a kind that cannot be read (repository_kind.h).
    explicit Repository(const std::filesystem::path& path, std::stop_token stop = {});
    Repository(Repository&&) noexcept;
    Repository& operator=(Repository&&) noexcept;
    ~Repository();

    Repository reopen() const;
    const std::filesystem::path& path() const { return path_; }

    /// True where git may have left objects out (gitglossary, "partial clone").
    bool is_partial() const;

    /// Whether `git replace` gives the object other contents, info/grafts the commit other parents.
    bool is_replaced(const ObjectId& id) const;
    bool is_grafted(const ObjectId& commit) const;
    std::size_t replaced_count() const;
    /// Changes with what is replaced and grafted; 0 for nothing.
    std::uint64_t replacement_fingerprint() const;

    /// True where git may have left out what is older than some commits (gitglossary, "shallow
    /// repository"): those of shallow_commits(), in no order. Their parents may be missing.
    bool is_shallow() const;
    std::vector<ObjectId> shallow_commits() const;
    bool is_shallow_at(const ObjectId& commit) const;

    /// What is known of a shallow clone beyond what is in it (known_history.h): commits that a
    /// commit leads to by way of what is missing, as far as they matter, and whether the clone was
    /// cut off at one on purpose. The span lives as long as this value.
    std::span<const ObjectId> known_ancestors(const ObjectId& commit) const;
    bool is_known_border(const ObjectId& commit) const;

    /// The commit that a revision (gitrevisions(7)) leads to.
    ObjectId resolve_commit(const std::string& revision) const;

    /// Throws MissingObject (LeftOut in a partial clone), DamagedObject or TooLargeObject.
    RawObject read(const ObjectId& id, ObjectType type) const;

    /// The same without a cause to throw for an object that is missing.
    std::optional<RawObject> read_if_present(const ObjectId& id, ObjectType type) const;

    bool contains(const ObjectId& id) const;

    /// A file as a commit has it; nothing where it has none, or the clone lacks its blob.
    std::optional<std::string> file_at(const ObjectId& commit, const std::string& path) const;

    /// The blob of a file as a commit has it, which the clone may lack; nothing where there is no
    /// such file.
    std::optional<ObjectId> blob_at(const ObjectId& commit, const std::string& path) const;

    /// Lets this handle see what lazy_fetch.h brought for the clone, also what it brings from now
    /// on. Done on opening and where something is missed; nothing happens while nothing was
    /// fetched.
    void find_fetched_objects() const;

    struct Clone;
    struct Impl;
    /// For the other .cpp files of src/git.
    const Impl& impl() const { return *impl_; }
    /// Why libgit2 gave code for an object that was asked for. Throws Stopped.
    Unread unread(int code, const ObjectId& id) const;
    /// Throws what read() throws for it.
    [[noreturn]] void throw_unread(Unread why, const ObjectId& id, const char* type) const;

private:
    Repository(const std::filesystem::path& path, std::shared_ptr<const Clone> clone,
               std::stop_token stop);
    [[noreturn]] void throw_unknown_revision(const std::string& revision) const;

    std::filesystem::path path_;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::git
