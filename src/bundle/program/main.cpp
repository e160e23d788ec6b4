// mergewindow-bundle: makes what data/ ships of a release that is not there as a history, from
// tables of facts and the trees before and after it. For those who maintain the data; not
// installed.
//
//   mergewindow-bundle --facts FOLDER --old-repo CLONE --old REV --new-repo CLONE --new REV
//       [--leave-out NAME…] --data data --name linux-6.7
//
// Reads FOLDER/NAME-changesets.tsv, NAME-pulls.tsv, NAME-cve.tsv and DATA/NAME.tsv, which names the
// entries of an article; writes DATA/NAME-changesets.tsv, NAME-interfaces.tsv and NAME-cve.tsv. The
// same input gives the same bytes.

#include "bundle/facts.h"
#include "bundle/interface_links.h"
#include "bundle/known_trees.h"
#include "interfaces/compare/attribution.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using mw::interfaces::InterfaceChange;

struct BundleOptions {
    std::filesystem::path facts, data;
    std::string name, old_repository, old_revision, new_repository, new_revision;
    std::vector<std::string> leave_out; ///< starts of names, and paths
};

std::string head_of(const std::string& what) {
    return fmt::format("# {} Made by mergewindow-bundle (src/bundle); importer/data/table_file.h "
                       "describes the form.\n",
                       what);
}

bool is_left_out(const InterfaceChange& change, const BundleOptions& options) {
    return std::ranges::any_of(options.leave_out, [&](const std::string& start) {
        return change.name.starts_with(start) || change.path == start;
    });
}

std::vector<InterfaceChange> changes_between(const mw::bundle::KnownTrees& trees,
                                             const BundleOptions& options) {
    auto found = trees.interfaces();
    for (const auto& path : found.unread)
        fmt::print(stderr, "{} is not in the clone and was left out.\n", path);
    auto changes = mw::interfaces::Attribution().attribute(std::move(found.differences));
    std::erase_if(changes,
                  [&](const InterfaceChange& change) { return is_left_out(change, options); });
    return changes;
}

/// As the records are, but for their comments.
void copy_cve_table(const std::filesystem::path& from, const std::filesystem::path& to) {
    const mw::importer::TableFile table(from);
    mw::importer::TableWriter copy(to, head_of("What CVE records say of the release's changesets."),
                                   {"cve", "role", "sha"});
    for (const auto& row : table.rows())
        copy.add({row["cve"], row["role"], row["sha"]});
    copy.finish();
}

void make(const BundleOptions& options) {
    const auto facts_file = [&](const char* part) {
        return options.facts / fmt::format("{}-{}.tsv", options.name, part);
    };
    const auto shipped = [&](const char* part) {
        return options.data / fmt::format("{}-{}.tsv", options.name, part);
    };
    const mw::bundle::KnownTrees trees(options.old_repository, options.old_revision,
                                       options.new_repository, options.new_revision);
    auto facts = mw::bundle::read_facts(facts_file("changesets"), facts_file("pulls"));
    mw::bundle::classify_facts(facts, trees, options.data / "sections.toml");
    auto changes = changes_between(trees, options);
    const mw::importer::TableFile article(options.data / (options.name + ".tsv"));
    mw::bundle::link_interfaces(changes, facts, trees, article);
    mw::bundle::write_facts(facts, head_of("Changesets and pulls that public records prove."),
                            shipped("changesets"));
    mw::bundle::write_interfaces(changes, head_of("What changed at the edges between two trees."),
                                 shipped("interfaces"));
    copy_cve_table(facts_file("cve"), shipped("cve"));
    const auto linked = std::ranges::count_if(
        changes, [](const InterfaceChange& change) { return !change.oid.empty(); });
    fmt::print("{} changesets and pulls, {} interface changes, {} of them with a changeset\n",
               facts.size(), changes.size(), linked);
}

} // namespace

int main(int argc, char** argv) {
    BundleOptions options;
    CLI::App program("Makes the tables of a release that comes with the program.",
                     "mergewindow-bundle");
    program.add_option("--facts", options.facts, "Folder with the tables of facts")->required();
    program.add_option("--data", options.data, "Folder of the shipped tables")->required();
    program.add_option("--name", options.name, "What the tables are called")->required();
    program.add_option("--old-repo", options.old_repository, "Clone of the older tree")->required();
    program.add_option("--old", options.old_revision, "The older tree")->required();
    program.add_option("--new-repo", options.new_repository, "Clone of the newer tree")->required();
    program.add_option("--new", options.new_revision, "The newer tree")->required();
    program.add_option("--leave-out", options.leave_out,
                       "Start of the names, or a path, of interface changes that are another's");
    CLI11_PARSE(program, argc, argv);
    try {
        make(options);
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "mergewindow-bundle: {}\n", error.what());
        return 1;
    }
}
