#include "base/system/atomic_file.h"
#include "cli/commands.h"
#include "cli/mistakes.h"
#include "cli/output/code_lookup.h"
#include "cli/output/output.h"
#include "cli/output/release_choice.h"
#include "cli/output/stop_on_signal.h"
#include "document/index/coverage.h"
#include "document/read/read_document.h"
#include "document/write/draft.h"
#include "document/write/export.h"
#include "ranking/score.h"
#include "store/read/interface_reader.h"
#include "store/read/outline_reader.h"
#include "store/sql/error.h"
#include "store/user/project_store.h"

#include <fmt/format.h>

#include <iostream>
#include <memory>

namespace mw::cli {

namespace {

std::string in_words(const std::vector<document::ScoreReason>& reasons) {
    std::string words;
    for (const auto& reason : reasons)
        words += fmt::format("{}{} ({:+.1f})", words.empty() ? "" : "; ", reason.words.english(),
                             reason.points);
    return words;
}

Json reasons_json(const std::vector<document::ScoreReason>& reasons) {
    Json list = Json::array();
    for (const auto& reason : reasons)
        list.push_back({{"points", reason.points}, {"words", reason.words.english()}});
    return list;
}

void print_score(const Options& options, const document::Score& worth) {
    if (!options.json) {
        print_line(fmt::format("{:6.1f}  {}  {}\n        {}", worth.score,
                               worth.row.oid.substr(0, 12), worth.row.subject,
                               in_words(worth.reasons)));
        return;
    }
    auto json = to_json(worth.row);
    json["kind"] = store::to_string(worth.row.kind);
    json["score"] = worth.score;
    json["reasons"] = reasons_json(worth.reasons);
    print_json(json);
}

void print_score(const Options& options, const document::PullScore& worth) {
    if (!options.json) {
        print_line(fmt::format("{:6.1f}  {}  {}\n        {}", worth.score,
                               worth.pull.oid.substr(0, 12), worth.pull.title,
                               in_words(worth.reasons)));
        return;
    }
    auto json = to_json(worth.pull);
    json["section"] = classify::key(worth.pull.place.section);
    json["kind"] = "pull";
    json["score"] = worth.score;
    json["reasons"] = reasons_json(worth.reasons);
    print_json(json);
}

store::Project project_of(const Options& options, const store::Release& release) {
    return store::ProjectStore(options.database, store::Access::read).of(release.name);
}

void rank(const Options& options, const std::string& name, const std::string& as_of,
          std::size_t limit) {
    store::Reader reader(options.database);
    document::RankOptions wanted;
    const auto release = choose_release(reader, name);
    wanted.as_of = moment_of(as_of, release);
    wanted.per_section = limit;
    const auto project = project_of(options, release);
    for (const auto& section : document::rank_release(reader, release, wanted)) {
        if (!options.json)
            print_line(fmt::format("# {}\n", project.title(section.section)));
        for (const auto& worth : section.changesets)
            print_score(options, worth);
        if (!options.json)
            print_line("\nPulls:");
        for (const auto& worth : section.pulls)
            print_score(options, worth);
        if (!options.json)
            print_line("");
    }
}

struct DraftTimes {
    std::string as_of, since; ///< as written
};

/// Of a release, with the messages of its merges, into what writes it.
void read_outline(const Options& options, const store::Release& release,
                  std::optional<store::Outline>& outline, document::MessageOf& message) {
    const auto outlines = std::make_shared<store::OutlineReader>(options.database);
    outline = outlines->release(release.id);
    message = [outlines](store::RowId commit) { return outlines->message(commit); };
}

void draft(const Options& options, const std::string& name, const DraftTimes& times,
           std::size_t suggestions, bool outline) {
    store::Reader reader(options.database);
    document::DraftOptions wanted;
    const auto release = choose_release(reader, name);
    wanted.as_of = moment_of(times.as_of, release);
    wanted.since = moment_of(times.since, release);
    wanted.suggestions = suggestions;
    wanted.interfaces = store::InterfaceReader(options.database).changes(release.id);
    if (outline)
        read_outline(options, release, wanted.outline, wanted.outline_message);
    wanted.project = project_of(options, release);
    const auto text = document::write_draft(reader, release, wanted);
    print_data_line(text.substr(0, text.size() - 1));
}

struct ExportOrder {
    std::string format, release, query, file;
    bool outline = false;
};

void export_to(const Options& options, const ExportOrder& order) {
    const auto& text = order.query;
    store::Reader reader(options.database);
    const auto release = choose_release(reader, order.release);
    store::CommitQuery query;
    query.release = release.id;
    query.text = text;
    document::ExportOptions wanted;
    wanted.title = text.empty() ? release.name : fmt::format("{}: {}", release.name, text);
    wanted.format = document::export_format(order.format).value();
    wanted.interfaces = store::InterfaceReader(options.database).changes(release.id);
    if (order.outline)
        read_outline(options, release, wanted.outline, wanted.message);
    wanted.projects.emplace(release.id, project_of(options, release));
    try {
        const StopOnSignal stop;
        look_into_clones(reader, query, stop.token());
        if (order.file.empty() || order.file == "-") {
            document::export_commits(reader, query, wanted, std::cout, stop.token());
            return;
        }
        base::AtomicFile output(order.file);
        document::export_commits(reader, query, wanted, output.stream(), stop.token());
        output.commit();
    } catch (const store::QueryError& error) {
        throw_with_marker(error, text);
    }
}

void print_list(const char* title, const std::vector<std::string>& ids) {
    if (ids.empty())
        return;
    print_line(fmt::format("# {}\n", title));
    for (const auto& id : ids)
        print_line(id);
    print_line("");
}

void print_scores(const char* title, const std::vector<document::Score>& worths) {
    if (worths.empty())
        return;
    print_line(fmt::format("{}:", title));
    for (const auto& worth : worths)
        print_line(fmt::format("  {}  {}", worth.row.oid.substr(0, 12), worth.row.subject));
}

Json ids_json(const std::vector<document::Score>& worths) {
    Json ids = Json::array();
    for (const auto& worth : worths)
        ids.push_back(worth.row.oid);
    return ids;
}

void print_coverage(const document::Coverage& coverage, const store::Project& project) {
    for (const auto& section : coverage.sections) {
        print_line(
            fmt::format("# {}\n\n{} cited", project.title(section.section), section.cited.size()));
        print_scores("left out, though highly ranked", section.left_out);
        print_scores("features without documentation", section.undocumented);
        print_line("");
    }
    print_list("Cited outside of a section", coverage.elsewhere);
    print_list("Not in the release", coverage.unknown);
    if (!coverage.without_commit.empty())
        print_line("# Entries that name no commit\n");
    for (const auto& entry : coverage.without_commit)
        print_line(fmt::format("line {}: {}", entry.line, entry.words));
}

void cover(const Options& options, const std::string& file, const std::string& name) {
    store::Reader reader(options.database);
    const auto release = choose_release(reader, name);
    const auto shown = document::render_markdown(document::read_article(file));
    const auto project = project_of(options, release);
    const auto coverage = document::coverage_of(shown, reader, release, {}, project);
    if (!options.json) {
        print_coverage(coverage, project);
        return;
    }
    for (const auto& section : coverage.sections)
        print_json({{"section", classify::key(section.section)},
                    {"cited", section.cited},
                    {"left_out", ids_json(section.left_out)},
                    {"undocumented", ids_json(section.undocumented)}});
    Json entries = Json::array();
    for (const auto& entry : coverage.without_commit)
        entries.push_back({{"line", entry.line}, {"words", entry.words}});
    print_json({{"elsewhere", coverage.elsewhere},
                {"unknown", coverage.unknown},
                {"without_commit", entries}});
}

} // namespace

void add_rank(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand(
        "rank", "List what of each section may be worth a line in an article, and why");
    const auto release = std::make_shared<std::string>();
    const auto limit = std::make_shared<std::size_t>(20);
    command->add_option("--release", *release, "Release (default: the newest)")->type_name("NAME");
    const auto as_of = std::make_shared<std::string>();
    command->add_option("--as-of", *as_of, "Only what had landed by this time")->type_name("TIME");
    command->add_option("--limit", *limit, "So many of each section")
        ->type_name("N")
        ->check(whole_number(0))
        ->capture_default_str();
    command->callback([=, &options] { rank(options, *release, *as_of, *limit); });
}

void add_draft(CLI::App& program, const Options& options) {
    auto* command =
        program.add_subcommand("draft", "Write an article's skeleton in Markdown, to be edited");
    const auto release = std::make_shared<std::string>();
    command->add_option("--release", *release, "Release (default: the newest)")->type_name("NAME");
    const auto times = std::make_shared<DraftTimes>();
    const auto suggestions = std::make_shared<std::size_t>(document::DraftOptions().suggestions);
    command->add_option("--as-of", times->as_of, "Only what had landed by this time")
        ->type_name("TIME");
    command
        ->add_option("--since", times->since,
                     "Only what landed after this time: for a second article")
        ->type_name("TIME");
    command->add_option("--suggestions", *suggestions, "So many of each section's best changesets")
        ->type_name("N")
        ->capture_default_str();
    const auto outline = std::make_shared<bool>(false);
    command->add_flag("--outline", *outline,
                      "With what the pulls are made of, and the messages of the merges in them");
    command->callback([=, &options] { draft(options, *release, *times, *suggestions, *outline); });
}

void add_export(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand("export", "Write changesets to a file");
    const auto order = std::make_shared<ExportOrder>();
    command->add_option("--format", order->format, "csv, json, html or markdown")
        ->type_name("FORMAT")
        ->required()
        ->check(CLI::IsMember({"csv", "json", "html", "markdown"}));
    command->add_option("--release", order->release, "Release (default: the newest)")
        ->type_name("NAME");
    command->add_option("--query", order->query, "Only what this query finds")->type_name("QUERY");
    command
        ->add_option("--output", order->file, "File to write (default, and '-': standard output)")
        ->type_name("FILE");
    command->add_flag("--outline", order->outline,
                      "In Markdown and HTML, also the merges that it came through, with their "
                      "messages");
    command->callback([=, &options] { export_to(options, *order); });
}

void add_coverage(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand(
        "coverage", "Say what of a release a document cites, and what it leaves out");
    const auto file = std::make_shared<std::string>(), release = std::make_shared<std::string>();
    command->add_option("file", *file, "Markdown, HTML or text file")
        ->type_name("FILE")
        ->required();
    command->add_option("--release", *release, "Release (default: the newest)")->type_name("NAME");
    command->callback([=, &options] { cover(options, *file, *release); });
}

} // namespace mw::cli
