#include "cli/commands.h"
#include "cli/output/output.h"
#include "cli/output/progress_line.h"
#include "cli/output/release_choice.h"
#include "cli/output/stop_on_signal.h"
#include "importer/code_import.h"
#include "store/read/reader.h"

#include <fmt/format.h>

#include <memory>
#include <vector>

namespace mw::cli {

namespace {

/// The one that is named, or all that an older version imported.
std::vector<std::string> releases_to_index(const Options& options, const std::string& name) {
    store::Reader reader(options.database);
    if (!name.empty())
        return {choose_release(reader, name).name};
    std::vector<std::string> names;
    for (const auto& release : reader.releases())
        if (!release.bundled && release.lines != store::LineState::pending &&
            release.code == store::CodeState::unread)
            names.push_back(release.name);
    return names;
}

void index_releases(const Options& options, const std::string& name) {
    const auto names = releases_to_index(options, name);
    for (const auto& release : names) {
        ProgressLine line;
        const StopOnSignal stop;
        importer::ImportEvents events;
        events.progress = [&line](const importer::Progress& progress) { line.show(progress); };
        importer::index_code(options.database, release, events, stop.token());
        line.clear();
        if (options.json)
            print_json({{"release", release}});
        else
            print_line(fmt::format("{}: its code can be searched.", release));
    }
    if (names.empty() && !options.json)
        print_line("There is no release whose code is still to be indexed.");
}

} // namespace

void add_index(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand(
        "index", "Index the code of releases that an older version of the program imported");
    const auto release = std::make_shared<std::string>();
    command->add_option("--release", *release, "This one (default: all that have no index)")
        ->type_name("NAME");
    command->callback([release, &options] { index_releases(options, *release); });
}

} // namespace mw::cli
