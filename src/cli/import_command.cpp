#include "cli/commands.h"
#include "cli/import_and_tell.h"
#include "cli/mistakes.h"
#include "cli/output/output.h"
#include "cli/output/progress_line.h"
#include "cli/output/stop_on_signal.h"
#include "importer/import.h"
#include "store/db/database_file.h"
#include "store/read/reader.h"

#include <fmt/format.h>

#include <memory>
#include <optional>

namespace mw::cli {

namespace {

std::string lines_text(const store::Release& release, const std::string& advice) {
    switch (release.lines) {
    case store::LineState::counted:
    case store::LineState::partly:
        return fmt::format("+{} -{} lines", *release.insertions, *release.deletions);
    case store::LineState::pending:
        return "lines not counted yet";
    case store::LineState::not_wanted:
        return "lines not counted (--no-lines)";
    case store::LineState::unavailable:
        break;
    }
    return "lines unknown: the clone lacks file contents (a partial clone). " + advice;
}

/// What the name stands for before the import.
std::optional<store::Release> release_before(const importer::ImportRequest& request) {
    if (store::is_new_database(request.database))
        return std::nullopt;
    const auto before =
        store::Reader(request.database).release(request.name.empty() ? request.to : request.name);
    return before && !before->bundled ? before : std::nullopt;
}

/// A name that stands for other changesets than before may have been a slip. One that is read
/// again, or whose range goes on, is what it was.
void tell_of_replaced(const store::Release& before, const store::Release& after,
                      const std::filesystem::path& database) {
    const bool same_words = before.from_rev == after.from_rev && before.to_rev == after.to_rev;
    if (same_words && before.repository == after.repository)
        return;
    if (before.from_oid == after.from_oid) {
        store::CommitQuery end;
        end.release = after.id;
        end.text = "sha:" + before.to_oid;
        if (!store::Reader(database).find(end).empty())
            return;
    }
    fmt::print(stderr, "mergewindow-cli: note: {}\n",
               visible(fmt::format("'{}' was {}..{} of {} before, with {} changesets; {}..{} took "
                                   "its place. To have both, import that one again with a name of "
                                   "its own (--name).",
                                   after.name, before.from_rev, before.to_rev, before.repository,
                                   before.changesets, after.from_rev, after.to_rev)));
}

} // namespace

void import_and_tell(const importer::ImportRequest& request, const Options& options,
                     const std::string& advice) {
    const auto before = release_before(request);
    store::Release release;
    std::size_t told = 0; // remarks
    const auto tell = [&told](const store::Release& of) {
        for (; told < of.remarks.size(); ++told)
            fmt::print(stderr, "mergewindow-cli: note: {}\n", words_of(of.remarks[told]));
    };
    {
        ProgressLine line;
        const StopOnSignal stop;
        importer::ImportEvents events;
        events.progress = [&line](const importer::Progress& progress) { line.show(progress); };
        events.browsable = [&](const store::Release& browsable) {
            line.clear();
            tell(browsable);
        };
        release = importer::run_import(request, events, stop.token());
    }
    tell(release);
    if (before)
        tell_of_replaced(*before, release, request.database);
    if (options.json)
        print_json(to_json(release));
    else
        print_line(
            fmt::format("{}: {} changesets, {} merges ({} pulls), {} file changes, {}; {:.1f} "
                        "s",
                        release.name, release.changesets, release.merges, release.pulls,
                        release.files, lines_text(release, advice), release.seconds));
    if (release.lines == store::LineState::unavailable)
        fmt::print(stderr, "mergewindow-cli: note: {}.\n", lines_text(release, advice));
}

void add_import(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand("import", "Import or refresh a release from a clone");
    const auto request = std::make_shared<importer::ImportRequest>();
    const auto no_lines = std::make_shared<bool>(false);
    command->add_option("--repo", request->repository, "The kernel clone")
        ->type_name("FOLDER")
        ->required();
    command->add_option("--from", request->from, "Revision that the range starts after")
        ->type_name("REV")
        ->required();
    command->add_option("--to", request->to, "Revision that the range ends with")
        ->type_name("REV")
        ->required();
    command->add_option("--name", request->name, "Name of the release (default: the --to revision)")
        ->type_name("NAME");
    command->add_flag("--fetch", request->fetch,
                      "Let git fetch what a clone without file contents lacks");
    command->add_flag("--no-lines", *no_lines, "Leave out counting inserted and deleted lines");
    command->add_option("--jobs", request->jobs, "Worker threads (default: one a processor)")
        ->type_name("N")
        ->check(whole_number(1, 256));
    command
        ->add_option(
            "--rules", request->rules,
            "Section rules: a file, or barebox, git, linux or u-boot (default: as the tree "
            "tells)")
        ->type_name("FILE");
    command
        ->add_option(
            "--commit-page", request->commit_page,
            "Where a browser shows a commit, with {id} for its id (default: as the clone's "
            "origin tells)")
        ->type_name("URL")
        ->check([](const std::string& page) {
            return page.starts_with("http") && page.find("{id}") != std::string::npos
                       ? std::string()
                       : "'" + page + "' is no web address with {id} in it.";
        });
    command->callback([request, no_lines, &options] {
        // A reader that goes away must not end an import; other commands end with their reader.
        std::signal(SIGPIPE, SIG_IGN);
        request->database = options.database;
        request->lines = !*no_lines;
        import_and_tell(*request, options);
    });
}

} // namespace mw::cli
