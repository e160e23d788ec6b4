#include "cli/commands.h"
#include "cli/output/output.h"
#include "cli/output/release_choice.h"
#include "importer/interface_comparison.h"
#include "interfaces/compare/attribution.h"
#include "store/read/interface_reader.h"
#include "store/read/reader.h"
#include "store/sql/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace mw::cli {

namespace {

using interfaces::InterfaceChange;

struct InterfaceOptions {
    std::string release, kind;
    std::string repository, from_repository, from, to; ///< to compare two trees
};

std::optional<interfaces::Kind> kind_of(const std::string& word) {
    if (word.empty())
        return std::nullopt;
    if (const auto kind = interfaces::kind_from_key(word))
        return kind;
    std::string kinds;
    for (const auto kind : interfaces::all_kinds())
        kinds.append(kinds.empty() ? "" : ", ").append(interfaces::key(kind));
    throw store::Error("'{}' is no kind of interface change. Kinds are: {}.", word, kinds);
}

void print_change(const Options& options, const InterfaceChange& change) {
    if (options.json) {
        print_json({{"kind", interfaces::key(change.kind)},
                    {"change", interfaces::key(change.change)},
                    {"name", change.name},
                    {"detail", change.detail},
                    {"oid", document::or_null(change.oid)},
                    {"path", document::or_null(change.path)}});
        return;
    }
    print_line(fmt::format("{:<12}  {:<11}  {:<7}  {}  {}",
                           change.oid.empty() ? "-" : change.oid.substr(0, 12),
                           interfaces::key(change.kind), interfaces::key(change.change),
                           change.name, change.detail.substr(0, change.detail.find('\n'))));
}

/// Why nothing is known of a release, and what to do.
void refuse_unread(const store::Release& release) {
    const auto again =
        fmt::format("mergewindow-cli import --repo {} --from {} --to {} --name '{}'",
                    release.repository, release.from_rev, release.to_rev, release.name);
    switch (release.interfaces) {
    case store::InterfaceState::read:
        return;
    case store::InterfaceState::unread:
        throw store::Error(
            "The files of '{}' have not been read yet, so what changed at its edges is "
            "not known. Read them with: {}",
            release.name, again);
    case store::InterfaceState::not_wanted:
        throw store::Error("'{}' was imported with --no-lines, so its files were not read and what "
                           "changed at its edges is not known. Import it again without: {}",
                           release.name, again);
    case store::InterfaceState::unavailable:
        break;
    }
    if (release.bundled)
        throw store::Error("What changed at the edges of '{}', which comes with the "
                           "program, is not known. Import it from a clone with: "
                           "mergewindow-cli import --repo CLONE --from {} --to {}",
                           release.name, release.from_rev, release.to_rev);
    throw store::Error(
        "The clone of '{0}' lacks contents of files (as one made with --filter=blob:none does), so "
        "what changed at its edges cannot be told. Let git bring them with: {1} --fetch",
        release.name, again);
}

void print_release(const Options& options, const InterfaceOptions& wanted) {
    const auto kind = kind_of(wanted.kind);
    store::Reader reader(options.database);
    const auto release = choose_release(reader, wanted.release);
    refuse_unread(release);
    for (const auto& row : store::InterfaceReader(options.database).changes(release.id, kind))
        print_change(options, row.change);
}

/// Two trees that need share no history: no changesets are named.
void print_trees(const Options& options, const InterfaceOptions& wanted) {
    const auto kind = kind_of(wanted.kind);
    const git::Repository to(wanted.repository);
    const git::Repository from(wanted.from_repository.empty() ? wanted.repository
                                                              : wanted.from_repository);
    const importer::TreeEnd old_end{from, from.resolve_commit(wanted.from)},
        new_end{to, to.resolve_commit(wanted.to)};
    auto found = importer::compare_interfaces(
        old_end, new_end, importer::read_interface_trees(old_end, new_end), 0, {});
    for (const auto& path : found.unread)
        fmt::print(stderr, "mergewindow-cli: {} is not in the clone and was left out.\n", path);
    for (const auto& change : interfaces::Attribution().attribute(std::move(found.differences)))
        if (!kind || change.kind == *kind)
            print_change(options, change);
}

} // namespace

void add_interfaces(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand(
        "interfaces", "List what changed at the edges: configuration, parameters, system calls, …");
    const auto wanted = std::make_shared<InterfaceOptions>();
    command->add_option("--release", wanted->release, "Release (default: the newest)")
        ->type_name("NAME");
    command->add_option("--kind", wanted->kind, "Only this kind (config, param, syscall, …)")
        ->type_name("KIND");
    // For the tool that makes the bundled release, and for comparisons: two trees, no database.
    auto* repository = command->add_option("--repo", wanted->repository)->group("");
    auto* from = command->add_option("--from", wanted->from)->group("")->needs(repository);
    auto* to = command->add_option("--to", wanted->to)->group("")->needs(repository);
    repository->needs(from, to);
    command->add_option("--from-repo", wanted->from_repository)->group("")->needs(repository);
    command->callback([wanted, &options] {
        if (wanted->repository.empty())
            print_release(options, *wanted);
        else
            print_trees(options, *wanted);
    });
}

} // namespace mw::cli
