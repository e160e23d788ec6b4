#pragma once

#include "base/object_id.h"

#include <filesystem>
#include <memory>
#include <optional>
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
/// One handle belongs to one thread at a time; another thread opens its own with reopen(). All
/// calls throw git::Error with a sentence for a person.
class Repository {
public:
    /// Refuses, with what to do about it: no repository there, another owner's directory, SHA-256
    /// object names.
    explicit Repository(const std::filesystem::path& path);
    Repository(Repository&&) noexcept;
    Repository& operator=(Repository&&) noexcept;
    ~Repository();

    Repository reopen() const { return Repository(path_); }
    const std::filesystem::path& path() const { return path_; }

    /// True where git may have left blobs out (gitglossary, "partial clone").
    bool is_partial() const { return partial_; }

    /// True where git may have left out what is older than some commits (gitglossary, "shallow
    /// repository"): those of shallow_commits(), in no order. Their parents may be missing.
    bool is_shallow() const;
    std::vector<ObjectId> shallow_commits() const;
    bool is_shallow_at(const ObjectId& commit) const;

    /// The commit that a revision (gitrevisions(7)) leads to.
    ObjectId resolve_commit(const std::string& revision) const;

    /// Throws MissingObject where the clone has no such object.
    RawObject read(const ObjectId& id, ObjectType type) const;

    /// The same without a cause to throw for an object that a partial clone left out.
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

    struct Impl;
    /// For the other .cpp files of src/git.
    const Impl& impl() const { return *impl_; }

private:
    [[noreturn]] void throw_unknown_revision(const std::string& revision) const;

    std::filesystem::path path_;
    std::unique_ptr<Impl> impl_;
    bool partial_ = false;
};

} // namespace mw::git
