#include "cli/commands.h"
#include "cli/output/output.h"
#include "cli/output/stop_on_signal.h"
#include "store/sql/error.h"
#include "store/user/tree_store.h"
#include "trees/read_tree.h"

#include <fmt/format.h>

#include <memory>
#include <string>

namespace mw::cli {

namespace {

struct TreeOptions {
    std::string add, repository, revision, remove, refresh;
    bool list = false;
};

Json to_json(const store::Tree& tree, const store::TreeCounts& counts) {
    return {{"name", tree.name},           {"repository", tree.repository},
            {"revision", tree.revision},   {"oid", tree.oid},
            {"read_at", tree.read_at},     {"commits", tree.commits},
            {"there", counts.there},       {"backports", counts.backports},
            {"reverted", counts.reverted}, {"missing", counts.missing},
            {"unknown", counts.unknown},   {"not_asked", counts.not_asked}};
}

void print_tree(const Options& options, const store::Tree& tree, const store::TreeCounts& counts) {
    if (options.json) {
        print_json(to_json(tree, counts));
        return;
    }
    print_line(fmt::format("{}\t{} {}\t{} there, {} as backports, {} reverted, {} missing, {} "
                           "cannot be told",
                           tree.name, tree.repository, tree.revision, counts.there,
                           counts.backports, counts.reverted, counts.missing, counts.unknown));
    if (counts.not_asked > 0)
        fmt::print(stderr,
                   "mergewindow-cli: note: {} changesets were imported since {} was read; ask for "
                   "them with: mergewindow-cli tree --refresh {}\n",
                   counts.not_asked, visible(tree.name), visible(tree.name));
}

void list_trees(const Options& options) {
    const auto trees = opened_to_read<store::TreeStore>(options);
    if (!trees)
        return;
    for (const auto& [tree, counts] : trees->all())
        print_tree(options, tree, counts);
}

void read(const Options& options, const trees::TreeRequest& request) {
    const StopOnSignal stop;
    const auto tree = trees::read_tree(request, stop.token());
    for (const auto& remark : tree.remarks)
        fmt::print(stderr, "mergewindow-cli: note: {}\n", visible(words_of(remark)));
    for (const auto& [known, counts] : store::TreeStore(options.database).all())
        if (known.name == tree.name)
            print_tree(options, known, counts);
}

void refresh(const Options& options, const std::string& name) {
    const auto trees = opened_to_read<store::TreeStore>(options);
    const auto tree = trees ? trees->find(name) : std::nullopt;
    if (!tree)
        throw store::Error("There is no tree '{}'. 'mergewindow-cli tree --list' names "
                           "those that there are.",
                           name);
    read(options, {options.database, tree->name, tree->repository, tree->revision});
}

void run(const Options& options, const TreeOptions& wanted) {
    if (!wanted.add.empty()) {
        read(options, {options.database, wanted.add, wanted.repository, wanted.revision});
    } else if (!wanted.refresh.empty()) {
        refresh(options, wanted.refresh);
    } else if (!wanted.remove.empty()) {
        store::TreeStore(options.database).remove(wanted.remove);
        if (options.json)
            print_json({{"removed", wanted.remove}});
        else
            print_line(fmt::format("{} was removed from the database; its clone is as it was.",
                                   wanted.remove));
    } else {
        list_trees(options);
    }
}

} // namespace

void add_tree(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand(
        "tree", "Ask another tree (stable, vendor, distribution) which changesets it has");
    const auto wanted = std::make_shared<TreeOptions>();
    auto* add = command
                    ->add_option("--add", wanted->add,
                                 "Read a tree under this name, anew where it is known: then "
                                 "in:NAME and missing-in:NAME search by it")
                    ->type_name("NAME");
    auto* repository =
        command->add_option("--repo", wanted->repository, "The tree's clone")->type_name("FOLDER");
    auto* revision =
        command->add_option("--rev", wanted->revision, "Branch, tag or commit that is the tree")
            ->type_name("REV");
    auto* again = command->add_option("--refresh", wanted->refresh, "Read a known tree again")
                      ->type_name("NAME");
    auto* remove =
        command->add_option("--remove", wanted->remove, "Forget a tree")->type_name("NAME");
    auto* list = command->add_flag("--list", wanted->list, "List the trees (as without options)");
    add->needs(repository, revision)->excludes(again, remove, list);
    repository->needs(add);
    revision->needs(add);
    again->excludes(remove, list);
    remove->excludes(list);
    command->callback([wanted, &options] { run(options, *wanted); });
}

} // namespace mw::cli
