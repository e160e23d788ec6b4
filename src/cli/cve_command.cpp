#include "cli/commands.h"
#include "cli/output/output.h"
#include "cli/output/stop_on_signal.h"
#include "cve/import_records.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <memory>

namespace mw::cli {

namespace {

/// More than this says that the folder is of another kind, which its first lines show as well.
constexpr std::size_t most_unreadable = 10;

void read(const Options& options, const std::string& path) {
    const auto start = std::chrono::steady_clock::now();
    const StopOnSignal stop;
    const auto found = cve::import_records(options.database, path, stop.token());
    const auto& counts = found.counts;
    for (std::size_t i = 0; i < std::min(found.unreadable.size(), most_unreadable); ++i)
        fmt::print(stderr, "Left out: {}.\n", words_of(found.unreadable[i]));
    if (found.unreadable.size() > most_unreadable)
        fmt::print(stderr, "Left out: {} more files.\n", found.unreadable.size() - most_unreadable);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    if (options.json)
        print_json({{"records", counts.records},
                    {"fixing", counts.fixing},
                    {"introducing", counts.introducing},
                    {"unreadable", found.unreadable.size()},
                    {"seconds", seconds.count()}});
    else
        fmt::print(
            "{} CVE records; of the commits in the database {} fix one and {} introduced one.\n",
            counts.records, counts.fixing, counts.introducing);
}

} // namespace

void add_cve(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand(
        "cve", "Reads the kernel's CVE records from their clone and marks commits by them");
    const auto path = std::make_shared<std::string>();
    command
        ->add_option("--read", *path,
                     "A clone or folder with the records (the kernel's repository 'vulns')")
        ->type_name("FOLDER")
        ->required();
    command->callback([&options, path] { read(options, *path); });
}

} // namespace mw::cli
