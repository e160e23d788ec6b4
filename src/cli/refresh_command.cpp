#include "cli/commands.h"
#include "cli/output/output.h"
#include "cli/output/progress_line.h"
#include "cli/output/release_choice.h"
#include "cli/output/stop_on_signal.h"
#include "importer/refresh.h"
#include "store/read/reader.h"
#include "store/sql/error.h"
#include "store/user/news.h"

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <memory>
#include <string>
#include <vector>

namespace mw::cli {

namespace {

struct RefreshRequest {
    std::string release;
    bool seen = false;
};

std::vector<std::string> releases_of_clones(store::Reader& reader) {
    std::vector<std::string> names;
    for (const auto& release : reader.releases())
        if (!release.bundled && !release.repository.empty())
            names.push_back(release.name);
    return names;
}

void bring_up_to_date(const Options& options, const std::string& name) {
    const auto start = std::chrono::steady_clock::now();
    importer::Refreshed refreshed;
    std::chrono::duration<double> browsable{};
    {
        ProgressLine line;
        const StopOnSignal stop;
        importer::ImportEvents events;
        events.progress = [&line](const importer::Progress& progress) { line.show(progress); };
        events.browsable = [&](const store::Release&) {
            browsable = std::chrono::steady_clock::now() - start;
        };
        refreshed = importer::refresh_release(options.database, name, events, stop.token());
    }
    const auto& release = refreshed.release;
    const auto unseen = store::News(options.database).count(release.id);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    if (options.json) {
        print_json({{"release", release.name},
                    {"former_name", document::or_null(refreshed.former_name)},
                    {"changed", refreshed.changed},
                    {"changesets", release.changesets},
                    {"unseen", unseen},
                    {"browsable_seconds", browsable.count()},
                    {"seconds", seconds.count()}});
        return;
    }
    const auto named = refreshed.former_name.empty()
                           ? release.name
                           : fmt::format("{}, which was {},", release.name, refreshed.former_name);
    if (!refreshed.changed)
        print_line(fmt::format("{}: as it was; {} changesets since your last look", named, unseen));
    else
        print_line(fmt::format("{}: {} changesets, of them {} since your last look (is:unseen); "
                               "{:.1f} s",
                               named, release.changesets, unseen, seconds.count()));
}

/// One of several whose clone was moved away does not keep the others from being read.
bool try_to_bring_up_to_date(const Options& options, const std::string& name, bool of_several) {
    try {
        bring_up_to_date(options, name);
        return true;
    } catch (const importer::Cancelled&) {
        throw;
    } catch (const store::Interrupted&) {
        throw;
    } catch (const base::Error& error) {
        if (!of_several)
            throw;
        fmt::print(stderr, "mergewindow-cli: {}: {}\n", visible(name), visible(words_of(error)));
        return false;
    }
}

void run_refresh(const Options& options, const RefreshRequest& request) {
    store::Reader reader(options.database);
    const auto names = request.release.empty() ? releases_of_clones(reader)
                                               : std::vector<std::string>{request.release};
    if (names.empty())
        throw store::Error(base::Advice::import_release,
                           "The database has no release that was imported from a clone.");
    bool all = true;
    for (const auto& name : names) {
        if (!request.seen) {
            all = try_to_bring_up_to_date(options, name, names.size() > 1) && all;
            continue;
        }
        const auto release = choose_release(reader, name);
        const auto count = store::News(options.database).clear(release.id);
        if (options.json)
            print_json({{"release", name}, {"seen", count}});
        else
            print_line(fmt::format("{}: {} changesets are new no more", name, count));
    }
    if (!all)
        throw Failed();
}

} // namespace

void add_refresh(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand(
        "refresh",
        "Read what came to the clones since the releases were imported; is:unseen finds it");
    const auto request = std::make_shared<RefreshRequest>();
    command->add_option("--release", request->release, "Only this release (default: all)")
        ->type_name("NAME");
    command->add_flag("--seen", request->seen,
                      "Read nothing: what is marked as new has been seen and is new no more");
    command->callback([=, &options] {
        // A reader that goes away must not end an import; other commands end with their reader.
        std::signal(SIGPIPE, SIG_IGN);
        run_refresh(options, *request);
    });
}

} // namespace mw::cli
