#pragma once

#include "interfaces/parse/exported_headers.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mw::interfaces {

/// A file of a tree. Equal ids mean equal contents, in whichever repository.
struct TreeFile {
    std::string path, id;
};

/// A difference, with what its changeset is found by.
struct Difference {
    /// Its oid is still to be found; of something changed the detail is the item as it is now.
    InterfaceChange change;
    std::vector<std::string> identities; ///< what events call it, of each of its definitions
    /// Of the same kind, what may have made it where nothing was done to the item itself: the lists
    /// that export headers.
    std::vector<std::string> causes;
    /// Of something changed: which compared fact, empty for a name; "default: n → y". Of a
    /// parameter that came or went with its documentation alone: documented_label.
    std::string label, words;
    std::size_t old_places = 0; ///< files of the old tree that define it, as far as they were read
};

/// Finds how two trees differ at their edges; they need have no history in common. Says first which
/// files it has to see, then takes what was read in them, in any order:
///
///     TreeComparison comparison({old_files, {}}, {new_files, {}});
///     for (const auto& task : comparison.tasks())
///         comparison.add(task, read_items(task.source, task.path, text_of(task.id)));
///     auto differences = comparison.finish();
///
/// Reading and parsing may be spread over threads; add() and finish() belong to one.
///
/// Of C code only files that differ are read. A parameter in them that other files declare as well
/// is told from those that the documentation knows; one that is documented nowhere can be called
/// new or gone though a file that is the same in both trees declares it too.
class TreeComparison {
public:
    enum class Side : std::uint8_t { old_tree, new_tree, both };

    struct Task {
        std::string path, id;
        Source source = Source::none;
        Side side = Side::both;
    };

    /// Says whether a file of C that differs is worth reading.
    using CodeFilter = std::function<bool(const std::string& path)>;

    /// Files of a tree in any order; those that tell nothing of interfaces may be left out.
    /// exported: what trees without include/uapi give to user space.
    struct Tree {
        std::vector<TreeFile> files;
        ExportedHeaders exported;
    };

    /// code: may be empty, then all are read.
    TreeComparison(Tree old_tree, Tree new_tree, const CodeFilter& code = {});
    ~TreeComparison();
    TreeComparison(const TreeComparison&) = delete;
    TreeComparison& operator=(const TreeComparison&) = delete;

    const std::vector<Task>& tasks() const { return tasks_; }

    void add(const Task& task, Items items);

    /// By kind, change and name. Once.
    std::vector<Difference> finish();

private:
    struct Impl;
    void add_tasks(Tree& old_tree, Tree& new_tree, const CodeFilter& code);
    void drop_needless_kbuild_files();

    std::vector<Task> tasks_;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::interfaces
