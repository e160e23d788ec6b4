#include "interfaces/compare/tree_comparison.h"

#include "interfaces/compare/difference_finder.h"
#include "interfaces/compare/inventory.h"
#include "interfaces/compare/module_index.h"
#include "interfaces/compare/renames.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

namespace mw::interfaces {

namespace {

using Side = TreeComparison::Side;

std::string_view folder_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

/// Calls action(old file or null, new file or null) for each path of two lists.
template <typename Action>
void for_each_path(std::vector<TreeFile>& old_files, std::vector<TreeFile>& new_files,
                   Action action) {
    std::ranges::sort(old_files, {}, &TreeFile::path);
    std::ranges::sort(new_files, {}, &TreeFile::path);
    auto old_file = old_files.begin();
    auto new_file = new_files.begin();
    while (old_file != old_files.end() || new_file != new_files.end()) {
        const bool has_old = old_file != old_files.end() &&
                             (new_file == new_files.end() || old_file->path <= new_file->path);
        const bool has_new = new_file != new_files.end() &&
                             (old_file == old_files.end() || new_file->path <= old_file->path);
        action(has_old ? &*old_file : nullptr, has_new ? &*new_file : nullptr);
        old_file += has_old ? 1 : 0;
        new_file += has_new ? 1 : 0;
    }
}

} // namespace

struct TreeComparison::Impl {
    struct OneTree {
        ModuleIndex modules;
        std::set<std::string> tristate; ///< symbols that make modules
    };

    void add_item(const Task& task, Item item);
    void resolve_modules();
    void drop_what_is_no_module();

    Inventory inventory;
    /// Parameters whose module is known once all Kbuild files are.
    std::vector<std::pair<Side, Definition>> unresolved;
    OneTree old_tree, new_tree;
};

void TreeComparison::Impl::add_item(const Task& task, Item item) {
    auto id = identity(item);
    if (!item.scope.empty()) {
        unresolved.push_back({task.side, {task.path, std::move(id), std::move(item)}});
        return;
    }
    auto& entry = inventory[{item.kind, id}];
    if (task.side == Side::both) {
        entry.in_unchanged_file = true;
        if (entry.unchanged_summary.empty())
            entry.unchanged_summary = std::move(item.summary);
    } else {
        (task.side == Side::old_tree ? entry.old_side : entry.new_side)
            .push_back({task.path, std::move(id), std::move(item)});
    }
}

/// Gives parameters their names: "amdgpu.seamless".
void TreeComparison::Impl::resolve_modules() {
    for (auto& [side, definition] : unresolved) {
        const auto& tree = side == Side::old_tree ? old_tree : new_tree;
        auto& item = definition.item;
        item.name = tree.modules.module_of(definition.path) + '.' + item.name;
        std::string key = item.name;
        std::ranges::replace(key, '-', '_');
        auto& entry = inventory[{Kind::param, key}];
        (side == Side::old_tree ? entry.old_side : entry.new_side).push_back(std::move(definition));
    }
    unresolved.clear();
}

/// "obj-$(CONFIG_SMP) += smp.o" is part of the kernel: its symbol is no tristate. What is a module
/// in one tree and part of the kernel in the other is neither new nor gone.
void TreeComparison::Impl::drop_what_is_no_module() {
    const auto is_module = [](const OneTree& tree) {
        return [&tree](const Definition& definition) {
            const auto& symbol = definition.item.facts.front().value;
            return symbol.empty() || tree.tristate.contains(symbol);
        };
    };
    for (auto at = inventory.lower_bound({Kind::module, ""});
         at != inventory.end() && at->first.first == Kind::module; ++at) {
        auto &old_side = at->second.old_side, &new_side = at->second.new_side;
        if (std::ranges::any_of(old_side, is_module(old_tree)) ||
            std::ranges::any_of(new_side, is_module(new_tree)))
            continue;
        old_side.clear();
        new_side.clear();
    }
}

TreeComparison::TreeComparison(Tree old_tree, Tree new_tree, const CodeFilter& code)
    : impl_(std::make_unique<Impl>()) {
    add_tasks(old_tree, new_tree, code);
    drop_needless_kbuild_files();
}

TreeComparison::~TreeComparison() = default;

void TreeComparison::add_tasks(Tree& old_tree, Tree& new_tree, const CodeFilter& code) {
    const auto is_wanted = [&code](Source source, const std::string& path) {
        return source != Source::none && (source != Source::code || !code || code(path));
    };
    for_each_path(old_tree.files, new_tree.files,
                  [&](const TreeFile* old_file, const TreeFile* new_file) {
                      const auto& path = old_file != nullptr ? old_file->path : new_file->path;
                      const auto old_source = source_of(path, old_tree.exported),
                                 new_source = source_of(path, new_tree.exported);
                      const bool same = old_file != nullptr && new_file != nullptr &&
                                        old_file->id == new_file->id;
                      if (same && old_source == new_source) {
                          if (needs_unchanged_files(old_source) || old_source == Source::kbuild)
                              tasks_.push_back({path, old_file->id, old_source, Side::both});
                          return;
                      }
                      if (old_file != nullptr && is_wanted(old_source, path))
                          tasks_.push_back({path, old_file->id, old_source, Side::old_tree});
                      if (new_file != nullptr && is_wanted(new_source, path))
                          tasks_.push_back({path, new_file->id, new_source, Side::new_tree});
                  });
}

/// Those that are the same in both trees tell only which module a file of C belongs to.
void TreeComparison::drop_needless_kbuild_files() {
    std::set<std::string, std::less<>> folders;
    for (const auto& task : tasks_)
        if (task.source == Source::code)
            for (auto folder = folder_of(task.path); !folder.empty(); folder = folder_of(folder))
                if (!folders.emplace(folder).second)
                    break;
    std::erase_if(tasks_, [&](const Task& task) {
        return task.source == Source::kbuild && task.side == Side::both &&
               !folders.contains(folder_of(task.path));
    });
}

void TreeComparison::add(const Task& task, Items items) {
    if (task.source == Source::kbuild) {
        if (task.side != Side::new_tree)
            impl_->old_tree.modules.add(task.path, items);
        if (task.side != Side::old_tree)
            impl_->new_tree.modules.add(task.path, items);
        if (task.side == Side::both)
            return;
    }
    for (auto& item : items) {
        if (item.kind == Kind::config &&
            std::ranges::find(item.facts, Fact{"type", "tristate"}) != item.facts.end()) {
            if (task.side != Side::new_tree)
                impl_->old_tree.tristate.insert(item.name);
            if (task.side != Side::old_tree)
                impl_->new_tree.tristate.insert(item.name);
        }
        impl_->add_item(task, std::move(item));
    }
}

std::vector<Difference> TreeComparison::finish() {
    impl_->resolve_modules();
    impl_->drop_what_is_no_module();
    for (auto& [key, entry] : impl_->inventory) {
        std::ranges::stable_sort(entry.old_side, {}, &Definition::path);
        std::ranges::stable_sort(entry.new_side, {}, &Definition::path);
    }
    auto differences = find_differences(impl_->inventory);
    join_renamed(impl_->inventory, differences);
    std::ranges::stable_sort(differences, {}, [](const Difference& difference) {
        const auto& change = difference.change;
        return std::tie(change.kind, change.change, change.name);
    });
    return differences;
}

} // namespace mw::interfaces
