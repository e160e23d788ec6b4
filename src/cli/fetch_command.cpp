#include "cli/commands.h"
#include "cli/import_and_tell.h"
#include "cli/output/output.h"
#include "cli/output/progress_line.h"
#include "cli/output/stop_on_signal.h"
#include "fetch/contents_fetch.h"
#include "fetch/release_fetch.h"
#include "git/setup/remote_address.h"

#include <fmt/format.h>

#include <csignal>
#include <memory>
#include <utility>

namespace mw::cli {

namespace {

std::string megabytes(std::int64_t bytes) {
    constexpr double megabyte = 1e6;
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / megabyte);
}

const char* step_text(fetch::DownloadProgress::Step step) {
    using Step = fetch::DownloadProgress::Step;
    switch (step) {
    case Step::asking:
        return "Asking the server";
    case Step::preparing:
        return "The server prepares the history";
    case Step::receiving:
        return "Receiving the history";
    case Step::resolving:
        return "Putting it in order";
    case Step::completing:
        break;
    }
    return "Completing the release";
}

std::string progress_text(const fetch::DownloadProgress& progress) {
    std::string text = step_text(progress.step);
    if (progress.part > 0)
        text += fmt::format(", part {} of {}", progress.part, progress.parts);
    if (progress.total > 0)
        text += fmt::format(": {} %", 100 * progress.done / progress.total);
    if (progress.bytes > 0)
        text += fmt::format(", {}", megabytes(progress.bytes));
    if (progress.bytes > 0 && progress.bytes_expected > progress.bytes)
        text += fmt::format(" of about {}", megabytes(progress.bytes_expected));
    if (progress.bytes_per_second > 0)
        text +=
            fmt::format(", {}/s", megabytes(static_cast<std::int64_t>(progress.bytes_per_second)));
    if (progress.seconds_left.value_or(0) >= 1)
        text += fmt::format(", {:.0f} s left", *progress.seconds_left);
    return text;
}

/// Runs with a progress line, until a person stops it.
template <typename Work>
auto with_progress(Work work) {
    ProgressLine line;
    const StopOnSignal stop;
    try {
        return work(
            [&line](const fetch::DownloadProgress& progress) {
                line.show(progress_text(progress));
            },
            [&line] { line.clear(); }, stop.token());
    } catch (const git::Stopped&) {
        line.clear();
        throw Interrupted("The download was stopped. The same command goes on with it.");
    }
}

fetch::FetchedRelease get(const fetch::FetchRequest& request) {
    return with_progress([&](const auto& show, const auto& clear, const std::stop_token& stop) {
        fetch::FetchEvents events;
        events.planned = [&](const fetch::FetchPlan& plan) {
            clear();
            fmt::print(stderr,
                       "mergewindow-cli: note: {} ({}..{}) comes from {} into {}; about {} are "
                       "expected.\n",
                       request.whole ? "the whole history" : plan.range.to + " alone",
                       plan.range.from, plan.range.to, visible(git::shown_address(request.address)),
                       visible(request.folder.string()), megabytes(plan.bytes_expected));
        };
        events.progress = show;
        return fetch::fetch_release(request, events, stop);
    });
}

void get_contents(const fetch::FetchedRelease& fetched) {
    with_progress([&](const auto& show, const auto&, const std::stop_token& stop) {
        return fetch::fetch_contents(fetched.repository, fetched.range.from, fetched.range.to, show,
                                     stop);
    });
}

void tell(const fetch::FetchedRelease& fetched, const Options& options) {
    for (const auto& remark : fetched.remarks)
        fmt::print(stderr, "mergewindow-cli: note: {}\n", words_of(remark));
    if (options.json)
        print_json({{"repository", fetched.repository.string()},
                    {"from", fetched.range.from},
                    {"to", fetched.range.to},
                    {"bytes", fetched.bytes},
                    {"seconds", fetched.seconds}});
    else
        print_line(fmt::format("{}: {} in {}; {:.1f} s", fetched.range.to, megabytes(fetched.bytes),
                               fetched.repository.string(), fetched.seconds));
}

void run(fetch::FetchRequest request, bool lines, const Options& options) {
    if (request.folder.empty())
        request.folder =
            request.whole ? std::string("linux.git") : fmt::format("linux-{}.git", request.tag);
    const auto fetched = get(request);
    tell(fetched, options);
    if (lines)
        get_contents(fetched);
    importer::ImportRequest import;
    import.database = options.database;
    import.repository = fetched.repository;
    import.from = fetched.range.from;
    import.to = fetched.range.to;
    import_and_tell(import, options, "The same command with --lines gets those of this release");
}

} // namespace

void add_fetch(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand(
        "fetch", "Get one release, without file contents, from a server and import it");
    const auto request = std::make_shared<fetch::FetchRequest>();
    request->address = fetch::mainline_address;
    command->add_option("tag", request->tag, "The release: v6.7, v6.7-rc3, v6.7.3")->required();
    command->add_flag("--whole", request->whole,
                      "Get the whole history instead of this release alone");
    command
        ->add_option("--into", request->folder,
                     "Folder for the clone (default: linux-TAG.git, or linux.git, where one is)")
        ->type_name("FOLDER");
    command->add_option("--from", request->address, "Address of the repository")
        ->type_name("URL")
        ->capture_default_str();
    const auto lines = std::make_shared<bool>(false);
    command->add_flag("--lines", *lines,
                      "Get the contents of the files that the release changed as well, so that "
                      "lines are counted");
    command->callback([request, lines, &options] {
        // A reader that goes away must not end a download.
        std::signal(SIGPIPE, SIG_IGN);
        run(*request, *lines, options);
    });
}

} // namespace mw::cli
