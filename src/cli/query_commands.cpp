#include "base/utc_time.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/mistakes.h"
#include "cli/output/code_lookup.h"
#include "cli/output/output.h"
#include "cli/output/release_choice.h"
#include "store/read/reader.h"
#include "store/sql/error.h"
#include "store/write/release_removal.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>
#include <vector>

namespace mw::cli {

namespace {

std::string id_text(const std::string& oid) {
    return oid.empty() ? "-" : oid.substr(0, 12);
}

std::string count_text(const std::optional<std::int64_t>& count) {
    return count ? std::to_string(*count) : "?";
}

std::string changesets_text(const store::Release& release) {
    return release.range_changesets ? fmt::format("{} changesets known here, of {} in all",
                                                  release.changesets, *release.range_changesets)
                                    : fmt::format("{} changesets", release.changesets);
}

void print_releases(const Options& options) {
    store::Reader reader(options.database);
    for (const auto& release : reader.releases()) {
        if (options.json)
            print_json(to_json(release));
        else
            print_line(fmt::format("{}\t{}\t{} merges\t{} pulls\t{} files\t+{} -{}", release.name,
                                   changesets_text(release), release.merges, release.pulls,
                                   release.bundled ? "?" : std::to_string(release.files),
                                   count_text(release.insertions), count_text(release.deletions)));
    }
}

void print_sections(const Options& options, const std::string& name, const std::string& as_of) {
    store::Reader reader(options.database);
    const auto release = choose_release(reader, name);
    for (const auto& count : reader.sections(release.id, moment_of(as_of, release))) {
        if (options.json)
            print_json(to_json(count));
        else
            print_line(
                fmt::format("{:>7}  {}", count.changesets, classify::to_string(count.place)));
    }
}

void print_row(const Options& options, const store::CommitRow& row) {
    if (options.json)
        print_json(to_json(row));
    else
        print_line(fmt::format("{}  {:<28}  {}", id_text(row.oid), classify::to_string(row.place),
                               row.subject.empty() ? row.about : row.subject));
}

/// An empty result is said in words: by each of the query's terms that finds nothing, and why where
/// that is not known.
void explain_nothing(store::Reader& reader, const store::CommitQuery& query) {
    std::string terms;
    bool unknown = false;
    for (const auto& term : reader.empty_terms(query)) {
        const auto written = query.text.substr(term.position, term.length);
        if (term.unknown.empty()) {
            terms.append(terms.empty() ? "" : ", ").append(written);
            continue;
        }
        unknown = true;
        fmt::print(stderr,
                   "mergewindow-cli: Nothing was found, as it is not known what has {}. "
                   "{}\n",
                   visible(written), visible(words_of(term.unknown)));
    }
    if (unknown && terms.empty())
        return;
    fmt::print(stderr, "mergewindow-cli: {}\n",
               terms.empty() ? "Nothing was found: no commit has all of it."
                             : fmt::format("Nothing was found: no commit has {}.", visible(terms)));
}

void search(const Options& options, const std::string& text, const std::string& release,
            const std::optional<std::int64_t>& limit, bool starred_first) {
    store::Reader reader(options.database);
    store::CommitQuery query;
    query.text = text;
    query.limit = limit;
    query.starred_first = starred_first;
    query.each_once = true; // a row does not say of which release it is
    if (!release.empty())
        query.release = choose_release(reader, release).id;
    try {
        look_into_clones(reader, query);
        bool any = false;
        reader.for_each(query, [&](const store::CommitRow& row) {
            any = true;
            print_row(options, row);
            return true;
        });
        if (!any && limit.value_or(1) > 0)
            explain_nothing(reader, query);
    } catch (const store::QueryError& error) {
        throw_with_marker(error, text);
    }
}

std::string person_text(const std::string& name, const std::string& email) {
    return email.empty() ? name : fmt::format("{} <{}>", name, email);
}

void print_corrections(const store::CommitDetail& commit) {
    const auto print = [](const store::Correction& correction, const char* fixes,
                          const char* reverts) {
        print_line(fmt::format(
            "\n{} {} {}", correction.kind == store::ReferenceKind::fixes ? fixes : reverts,
            id_text(correction.oid),
            correction.commit == 0 ? "(not in the database)" : correction.subject));
        if (correction.line && *correction.line > 0)
            print_line(fmt::format("    line {}: {}", *correction.line, correction.words));
    };
    for (const auto& origin : commit.picked_from)
        print_line(fmt::format("\nTaken from {}", origin));
    for (const auto& correction : commit.corrects)
        print(correction, "Fixes", "Reverts");
    for (const auto& correction : commit.corrections)
        print(correction, "Fixed by", "Reverted by");
    if (commit.for_stable)
        print_line("\nAsks to be taken to the stable trees");
}

void print_marks(const store::CommitDetail& commit) {
    for (const auto& mark : commit.cves)
        print_line(fmt::format("\n{} {}{}", mark.fixes ? "Fixes" : "Introduced", mark.id,
                               mark.score ? fmt::format(" ({} {})", *mark.score, mark.severity)
                                          : std::string()));
    for (const auto& mark : commit.trees)
        print_line(
            fmt::format("\nIn {}: {}{}", mark.tree, store::to_string(mark.state),
                        mark.oid.empty() ? std::string() : fmt::format(", {}", id_text(mark.oid))));
}

void print_commit(const store::CommitDetail& commit, const store::Release& release) {
    const auto& row = commit.row;
    print_line(fmt::format("{} {}", store::to_string(row.kind), row.oid.empty() ? "-" : row.oid));
    if (release.range_changesets)
        print_line(fmt::format("Release:   {} ({})", release.name, changesets_text(release)));
    if (!row.author.empty())
        print_line(fmt::format("Author:    {}  {}", person_text(row.author, row.email),
                               row.author_time ? format_time(*row.author_time, row.author_zone)
                                               : "no date"));
    if (row.landed_time)
        print_line(fmt::format("Landed:    {}  {}", format_time(*row.landed_time),
                               row.pull_title.empty() ? "directly" : row.pull_title));
    else
        print_line("Landed:    not known");
    print_line(fmt::format("Section:   {}  ({})", classify::to_string(row.place),
                           store::reason_in_words(commit).english()));
    if (row.adds)
        print_line(fmt::format("Adds:      {}", row.adds->what));
    if (!row.subsystem.empty())
        print_line(fmt::format("Subsystem: {}", row.subsystem));
    print_line(fmt::format("\n    {}", row.subject.empty() ? "title unknown" : row.subject));
    if (!row.about.empty())
        print_line(fmt::format("\n    {}", row.about));
    if (!commit.body.empty())
        print_line("\n" + commit.body);
    else if (release.bundled)
        print_line("\n    (The rest of the message is not known here.)");
    print_corrections(commit);
    print_marks(commit);
    if (!commit.paths.empty())
        print_line("");
    for (const auto& change : commit.paths)
        print_line(fmt::format(" {} {:>6} {:>6}  {}", change.status,
                               change.binary ? "-" : count_text(change.insertions),
                               change.binary ? "-" : count_text(change.deletions),
                               git::quoted_path(git::path_bytes(change.path))));
    if (!commit.brought.empty())
        print_line(fmt::format("\nBrought {} changesets:", commit.brought.size()));
    for (const auto& oid : commit.brought)
        print_line(" " + oid);
}

void show(const Options& options, const std::string& id) {
    store::Reader reader(options.database);
    const auto commit = reader.commit_by_oid(id);
    if (!commit)
        throw store::Error("The database has no commit '{}'. Import the release that "
                           "has it with: mergewindow-cli import",
                           id);
    store::Release release;
    for (auto& candidate : reader.releases())
        if (candidate.id == commit->release)
            release = std::move(candidate);
    if (options.json) {
        auto json = to_json(*commit);
        if (release.bundled) // a message that is not known is no empty one
            json["body"] = nullptr;
        print_json(json);
    } else {
        print_commit(*commit, release);
    }
}

void print_pulls(const Options& options, const std::string& release) {
    store::Reader reader(options.database);
    const auto chosen = choose_release(reader, release);
    const bool bundled = chosen.bundled; // then what a pull brought is not known
    for (const auto& pull : reader.pulls(chosen.id)) {
        if (options.json) {
            auto json = to_json(pull);
            if (bundled)
                json["changesets"] = nullptr;
            print_json(json);
        } else {
            print_line(fmt::format("{}  {:<25}  {:>5}  {}", id_text(pull.oid),
                                   pull.landed_time ? format_time(*pull.landed_time) : "not known",
                                   bundled ? "?" : std::to_string(pull.changesets), pull.title));
        }
    }
}

/// What is wrong; a file that cannot even be looked through is the one fault, and an error, too.
std::vector<std::string> faults_of(const Options& options) {
    try {
        return store::Reader(options.database).check();
    } catch (const store::DamagedError& damage) {
        if (options.json)
            print_json({{"ok", false}, {"faults", Json::array({damage.what()})}});
        throw;
    }
}

void check(const Options& options) {
    const auto faults = faults_of(options);
    if (faults.empty()) {
        if (options.json)
            print_json({{"ok", true}, {"faults", Json::array()}});
        else
            print_line("ok");
        return;
    }
    if (options.json)
        print_json({{"ok", false}, {"faults", faults}});
    else
        for (const auto& fault : faults)
            print_line(fault);
    throw Failed();
}

void remove(const Options& options, const std::string& name) {
    store::remove_release(options.database, name);
    if (options.json)
        print_json({{"removed", name}});
    else
        print_line(fmt::format("{} was removed. Your notes, bookmarks and own sections stay, and "
                               "are there again when it is imported.",
                               name));
}

} // namespace

void add_releases(CLI::App& program, const Options& options) {
    program.add_subcommand("releases", "List the releases in the database")->callback([&options] {
        print_releases(options);
    });
}

void add_sections(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand("sections", "Count changesets by section");
    const auto release = std::make_shared<std::string>(), as_of = std::make_shared<std::string>();
    command->add_option("--release", *release, "Release (default: the newest)")->type_name("NAME");
    command->add_option("--as-of", *as_of, "Only what had landed by this time")->type_name("TIME");
    command->callback([=, &options] { print_sections(options, *release, *as_of); });
}

void add_search(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand("search", "Find changesets");
    const auto words = std::make_shared<std::vector<std::string>>();
    const auto release = std::make_shared<std::string>();
    const auto limit = std::make_shared<std::optional<std::int64_t>>();
    command->add_option("query", *words, "Query; an empty one lists everything");
    command->add_option("--release", *release, "Only this release")->type_name("NAME");
    command->add_option("--limit", *limit, "At most so many rows")
        ->type_name("N")
        ->check(whole_number(0));
    const auto starred_first = std::make_shared<bool>(false);
    command->add_flag("--starred-first", *starred_first, "What has a star first ('star')");
    command->callback([=, &options] {
        search(options, fmt::format("{}", fmt::join(*words, " ")), *release, *limit,
               *starred_first);
    });
}

void add_show(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand("show", "Show one commit");
    const auto id = std::make_shared<std::string>();
    command->add_option("id", *id, "Commit id, or its first four digits or more")->required();
    command->callback([=, &options] { show(options, *id); });
}

void add_pulls(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand("pulls", "List the pulls of a release as they landed");
    const auto release = std::make_shared<std::string>();
    command->add_option("--release", *release, "Release (default: the newest)")->type_name("NAME");
    command->callback([=, &options] { print_pulls(options, *release); });
}

void add_remove(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand(
        "remove", "Remove a release and what only it needed; what you made of its commits stays");
    const auto name = std::make_shared<std::string>();
    command->add_option("name", *name, "Name of the release")->required();
    command->callback([=, &options] { remove(options, *name); });
}

void add_check(CLI::App& program, const Options& options) {
    program.add_subcommand("check", "Check the database")->callback([&options] { check(options); });
}

} // namespace mw::cli
