#include "base/error.h"
#include "base/system/memory_pools.h"
#include "cli/arguments.h"
#include "cli/command_model.h"
#include "cli/commands.h"
#include "cli/mistakes.h"
#include "cli/output/output.h"
#include "document/markdown/markdown.h"
#include "git/setup/error.h"
#include "importer/data/data_files.h"
#include "importer/import.h"
#include "store/db/database_file.h"
#include "store/db/schema.h"
#include "store/db/version.h"
#include "store/read/reader.h"
#include "store/sql/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <exception>
#include <memory>

namespace {

enum ExitStatus { done = 0, failed = 1, usage = 2, interrupted = 130 };

/// Reading commands never write, so a file of an older program is migrated before any command.
void bring_older_up_to_date(const std::filesystem::path& database) {
    const auto schema = mw::store::schema_of(database);
    if (!schema || *schema >= mw::store::schema_version() || !mw::store::bring_up_to_date(database))
        return;
    fmt::print(stderr,
               "{} was brought up to this version of the program; a copy of what it was is kept "
               "beside it.\n",
               database.string());
}

/// Commands that answer from a database and change nothing.
constexpr std::array reading_commands{"releases", "sections", "search",     "show",     "pulls",
                                      "draft",    "export",   "rank",       "coverage", "figures",
                                      "compare",  "check",    "interfaces", "outline"};

/// Where no database was ever made, the release that the program brings is what there is to read:
/// as the window, but without a file. A database that was asked for by name has to be there.
std::unique_ptr<mw::store::MemoryDatabase> bundled_answers(const CLI::App& program,
                                                           const mw::cli::Options& options) {
    std::error_code error; // reported when it is opened
    const bool named = program.get_option("--db")->count() > 0;
    const bool reads = std::ranges::any_of(reading_commands, [&](const char* name) {
        const auto* const command = program.get_subcommand(name);
        // Of two trees of clones it asks no database.
        const auto* const repository = command->get_option_no_throw("--repo");
        return command->parsed() && (repository == nullptr || repository->count() == 0);
    });
    if (!reads || !mw::store::is_new_database(options.database) ||
        (named && !std::filesystem::exists(options.database, error)))
        return nullptr;
    auto database = std::make_unique<mw::store::MemoryDatabase>();
    mw::importer::add_bundled_release(database->file(), mw::importer::data_file("linux-6.7.tsv"));
    const auto release = mw::store::Reader(database->file()).releases().front();
    fmt::print(stderr,
               "mergewindow-cli: note: there is no database {} yet; this is from the release that "
               "comes with the program, {}, of which {} changesets are known here, of {} in all. "
               "Make one with: mergewindow-cli import --repo CLONE --from {} --to {}\n",
               options.database.string(), release.name, release.changesets,
               release.range_changesets.value_or(release.changesets), release.from_rev,
               release.to_rev);
    return database;
}

void add_commands(CLI::App& program, const mw::cli::Options& options) {
    mw::cli::add_import(program, options);
    mw::cli::add_fetch(program, options);
    mw::cli::add_refresh(program, options);
    mw::cli::add_releases(program, options);
    mw::cli::add_sections(program, options);
    mw::cli::add_search(program, options);
    mw::cli::add_show(program, options);
    mw::cli::add_pulls(program, options);
    mw::cli::add_sort(program, options);
    mw::cli::add_put(program, options);
    mw::cli::add_section_overrides(program, options);
    mw::cli::add_draft(program, options);
    mw::cli::add_export(program, options);
    mw::cli::add_rank(program, options);
    mw::cli::add_coverage(program, options);
    mw::cli::add_figures(program, options);
    mw::cli::add_compare(program, options);
    mw::cli::add_cve(program, options);
    mw::cli::add_config(program, options);
    mw::cli::add_tree(program, options);
    mw::cli::add_interfaces(program, options);
    mw::cli::add_outline(program, options);
    mw::cli::add_index(program, options);
    mw::cli::add_star(program, options);
    mw::cli::add_employers(program, options);
    mw::cli::add_check(program, options);
    mw::cli::add_remove(program, options);
    mw::cli::add_generate(program);
}

int run(int argc, char** argv) {
    mw::cli::Options options;
    options.database = mw::store::default_database_file();
    CLI::App program("Reads what went into a Linux release from a kernel clone, and answers from "
                     "its database.",
                     "mergewindow-cli");
    program.set_version_flag("--version", "mergewindow-cli " MW_VERSION);
    program.require_subcommand(1);
    program.fallthrough(); // --db and --json may stand behind the command as well
    program.add_option("--db", options.database, "Database file")
        ->type_name("FILE")
        ->capture_default_str();
    program.add_flag("--json", options.json, "Print JSON Lines");
    add_commands(program, options);
    std::unique_ptr<mw::store::MemoryDatabase> bundled;
    program.parse_complete_callback([&] {
        if (program.got_subcommand("generate"))
            return; // a build looks at nobody's database
        bring_older_up_to_date(options.database);
        bundled = bundled_answers(program, options);
        if (bundled)
            options.database = bundled->file();
    });
    const auto arguments = mw::cli::arguments_of(program, argc, argv);
    try {
        program.parse(std::vector(arguments.rbegin(), arguments.rend())); // as CLI11 wants them
        return done;
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) // it asks for help, which is printed
            return program.exit(error);
        fmt::print(stderr, "mergewindow-cli: {}\n",
                   mw::cli::visible(mw::cli::mistake_in_words(program, error, arguments)));
        return usage;
    }
}

int stopped(const std::exception& stop) {
    fmt::print(stderr, "mergewindow-cli: {}\n", mw::cli::visible(mw::cli::words_of(stop)));
    return interrupted;
}

} // namespace

int main(int argc, char** argv) {
    mw::base::share_memory_pools();
    // Without this a write past a file size limit would end the program before it could say what
    // happened and roll back.
    std::signal(SIGXFSZ, SIG_IGN);
    try {
        const int status = run(argc, argv);
        if (std::fflush(stdout) != 0)
            throw mw::base::Error("Standard output cannot be written.");
        return status;
    } catch (const mw::cli::Failed&) {
        return failed;
    } catch (const mw::cli::Interrupted& stop) {
        return stopped(stop);
    } catch (const mw::importer::Cancelled& stop) {
        return stopped(stop);
    } catch (const mw::document::Stopped& stop) {
        return stopped(stop);
    } catch (const mw::git::Stopped& stop) {
        return stopped(stop);
    } catch (const mw::store::Interrupted& stop) {
        return stopped(stop);
    } catch (const std::exception& error) {
        fmt::print(stderr, "mergewindow-cli: {}\n", mw::cli::visible(mw::cli::words_of(error)));
        return failed;
    }
}
