#pragma once

#include "store/model/tree_records.h"
#include "store/user/access.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mw::store {

/// A changeset that a tree is asked for. Of a changeset that several releases have, one.
struct TreeQuestion {
    RowId commit = 0;
    RowId release = 0;
    std::string oid; ///< raw bytes: 20, or fewer where only the start is known
    std::string subject;
    std::string author, email; ///< the bytes that its author has, before any mailmap
    std::optional<Seconds> author_time;
    std::optional<Seconds> commit_time; ///< or when it landed, where only that is known
};

struct TreeAnswer {
    std::string oid; ///< the question's
    TreeState state = TreeState::missing;
    std::string in_tree; ///< raw id of the commit that makes it so; empty for missing and unknown
};

/// The trees of a database. What is known of them hangs on commit ids. Owns a connection;
/// one thread. Throws store::Error.
class TreeStore {
public:
    explicit TreeStore(const std::filesystem::path& file, Access access = Access::write);
    ~TreeStore();
    TreeStore(const TreeStore&) = delete;
    TreeStore& operator=(const TreeStore&) = delete;

    /// By name.
    std::vector<std::pair<Tree, TreeCounts>> all();
    std::optional<Tree> find(std::string_view name);

    /// Every changeset with an id, in landing order, release by release.
    std::vector<TreeQuestion> questions();

    /// The files that it touches, sorted; empty where that is not known.
    std::vector<std::string> paths(RowId commit);

    /// The clones that the releases were read from.
    std::vector<std::string> clones();

    /// Adds a tree, or puts it in place of the one of that name, in one transaction.
    void put(const Tree& tree, const std::vector<TreeAnswer>& answers);

    /// Throws where there is none of that name.
    void remove(std::string_view name);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
