#pragma once

#include "base/object_id.h"

#include <git2.h>

#include <cstring>
#include <memory>

/// Owning types for libgit2's handles, and the only place that frees them. For the .cpp files of
/// src/git; no public header of ours includes this one.
namespace mw::git {

template <auto free_handle>
struct HandleDeleter {
    template <typename T>
    void operator()(T* handle) const {
        free_handle(handle);
    }
};

template <typename T, auto free_handle>
using Handle = std::unique_ptr<T, HandleDeleter<free_handle>>;

using RepositoryHandle = Handle<git_repository, git_repository_free>;
using ObjectHandle = Handle<git_object, git_object_free>;
using CommitHandle = Handle<git_commit, git_commit_free>;
using TreeHandle = Handle<git_tree, git_tree_free>;
using TreeEntryHandle = Handle<git_tree_entry, git_tree_entry_free>;
using BlobHandle = Handle<git_blob, git_blob_free>;
using PatchHandle = Handle<git_patch, git_patch_free>;
using ReferenceHandle = Handle<git_reference, git_reference_free>;
using ReferenceIteratorHandle = Handle<git_reference_iterator, git_reference_iterator_free>;
using ConfigHandle = Handle<git_config, git_config_free>;
using OdbHandle = Handle<git_odb, git_odb_free>;
using OdbObjectHandle = Handle<git_odb_object, git_odb_object_free>;
using MailmapHandle = Handle<git_mailmap, git_mailmap_free>;

/// Lets a C function with an out-parameter fill an owning handle: `git_odb_read(out(object), …)`.
/// The handle is filled at the end of the full expression: use it in the next statement.
template <typename T, typename Deleter>
class OutParameter {
public:
    explicit OutParameter(std::unique_ptr<T, Deleter>& handle) : handle_(handle) {}
    ~OutParameter() { handle_.reset(raw_); }
    OutParameter(const OutParameter&) = delete;
    OutParameter& operator=(const OutParameter&) = delete;
    operator T**() { return &raw_; }

private:
    std::unique_ptr<T, Deleter>& handle_;
    T* raw_ = nullptr;
};

template <typename T, typename Deleter>
OutParameter<T, Deleter> out(std::unique_ptr<T, Deleter>& handle) {
    return OutParameter<T, Deleter>(handle);
}

inline git_oid to_git(const ObjectId& id) {
    git_oid oid;
    std::memcpy(oid.id, id.bytes.data(), ObjectId::size);
    return oid;
}

inline ObjectId from_git(const git_oid& oid) {
    return ObjectId::from_bytes(oid.id);
}

} // namespace mw::git
