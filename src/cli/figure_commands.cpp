#include "cli/commands.h"
#include "cli/mistakes.h"
#include "cli/output/output.h"
#include "cli/output/release_choice.h"
#include "store/read/code_reader.h"
#include "store/read/reader.h"
#include "store/sql/error.h"
#include "store/stats/comparison.h"
#include "store/stats/figures.h"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace mw::cli {

namespace {

using store::FigureKind;

const std::map<std::string, FigureKind>& figure_kinds() {
    static const std::map<std::string, FigureKind> kinds{
        {"day", FigureKind::day},
        {"section", FigureKind::section},
        {"subsystem", FigureKind::subsystem},
        {"author", FigureKind::author},
        {"domain", FigureKind::domain},
        {"first-time-author", FigureKind::first_time_author},
        {"reviewer", FigureKind::reviewer},
        {"tester", FigureKind::tester},
        {"reporter", FigureKind::reporter},
        {"employer", FigureKind::employer}};
    return kinds;
}

constexpr const char* identifier_kind = "identifier";

struct FigureRequest {
    std::string release, as_of, by = "section";
    std::size_t limit = 100;
    bool removed = false, added = false; ///< of identifiers
};

Json optional_json(const std::optional<std::int64_t>& number) {
    return number ? Json(*number) : Json(nullptr);
}

/// Which identifiers most changesets took out of lines, or put in, without doing the other as well:
/// a function that lost its callers, one that is new.
void print_identifiers(const Options& options, const FigureRequest& request) {
    if (request.removed == request.added)
        throw store::Error("--by identifier wants to know which: --removed or --added.");
    if (!request.as_of.empty())
        throw store::Error("--by identifier counts the whole release: leave --as-of out.");
    store::Reader reader(options.database);
    const auto release = choose_release(reader, request.release);
    for (const auto& use :
         store::CodeReader(options.database).most_used(release.id, request.added, request.limit)) {
        const auto count = request.added ? use.added : use.removed;
        if (options.json)
            print_json({{"name", use.name},
                        {"changesets", count},
                        {"removed", use.removed},
                        {"added", use.added},
                        {"changed", use.both},
                        {"query", (request.added ? "adds:" : "removes:") + use.name}});
        else
            print_line(fmt::format("{:>6} removed {:>6} added {:>6} changed  {}", use.removed,
                                   use.added, use.both, use.name));
    }
}

void print_figures(const Options& options, const FigureRequest& request) {
    store::Reader reader(options.database);
    const auto release = choose_release(reader, request.release);
    const auto kind = figure_kinds().at(request.by);
    store::Figures figures(options.database);
    if (kind == FigureKind::first_time_author && !figures.knows_earlier_landings(release.id))
        throw store::Error(
            "Who is in {0} for the first time is not known: {1}the database has nothing from "
            "before "
            "it. Import the release before it.",
            release.name,
            release.shallow ? "it was imported from a shallow clone, which does not have what came "
                              "before, and "
                            : "");
    if (kind == FigureKind::employer && !figures.knows_employers())
        throw store::Error(
            "Who worked for whom is not known. Read a map in the form of gitdm with: "
            "mergewindow-cli employers --read FILE");
    for (const auto& figure :
         figures.count(release.id, kind, moment_of(request.as_of, release), request.limit)) {
        if (options.json)
            print_json({{"name", figure.name},
                        {"changesets", figure.changesets},
                        {"insertions", optional_json(figure.insertions)},
                        {"deletions", optional_json(figure.deletions)},
                        {"query", figure.query}});
        else
            print_line(fmt::format("{:>7}  {}", figure.changesets, figure.name));
    }
}

void print_comparison(const Options& options, const std::vector<std::string>& names) {
    store::Reader reader(options.database);
    std::vector<store::Side> sides;
    for (const auto& name : names)
        sides.push_back({choose_release(reader, name).id, {}});
    for (const auto& place : store::Comparison(options.database).places(sides)) {
        Json by_release = Json::object();
        std::string line;
        for (std::size_t i = 0; i < names.size(); ++i) {
            by_release[names[i]] = place.changesets[i];
            line += fmt::format("{:>7}", place.changesets[i]);
        }
        const auto slash = place.name.find('/');
        if (options.json)
            print_json(
                {{"section", place.name.substr(0, slash)},
                 {"subgroup",
                  slash == std::string::npos ? Json(nullptr) : Json(place.name.substr(slash + 1))},
                 {"changesets", by_release}});
        else
            print_line(line + "  " + place.name);
    }
}

} // namespace

void add_figures(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand("figures", "Count changesets for charts");
    const auto request = std::make_shared<FigureRequest>();
    std::vector<std::string> kinds;
    for (const auto& [name, kind] : figure_kinds())
        kinds.push_back(name);
    kinds.push_back(identifier_kind);
    command->add_option("--release", request->release, "Release (default: the newest)")
        ->type_name("NAME");
    command->add_option("--by", request->by, "What is counted (default: section)")
        ->type_name("KIND")
        ->check(CLI::IsMember(kinds));
    command->add_option("--as-of", request->as_of, "Only what had landed by this time")
        ->type_name("TIME");
    command->add_option("--limit", request->limit, "At most so many, of days and sections all")
        ->type_name("N")
        ->check(whole_number(0));
    command->add_flag("--removed", request->removed,
                      "Of identifiers: those that went out of the lines of most changesets");
    command->add_flag("--added", request->added,
                      "Of identifiers: those that came into the lines of most");
    command->callback([=, &options] {
        if (request->by == identifier_kind)
            print_identifiers(options, *request);
        else
            print_figures(options, *request);
    });
}

void add_compare(CLI::App& program, const Options& options) {
    auto* command =
        program.add_subcommand("compare", "Count changesets of several releases by section");
    const auto names = std::make_shared<std::vector<std::string>>();
    command->add_option("releases", *names, "Names of releases")->required();
    command->callback([=, &options] { print_comparison(options, *names); });
}

} // namespace mw::cli
