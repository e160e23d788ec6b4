#include "cli/commands.h"
#include "cli/output.h"
#include "cve/cve_records.h"
#include "store/user/cve_store.h"

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
    auto found = cve::read_records(path);
    std::vector<store::CveRow> rows;
    rows.reserve(found.records.size());
    for (auto& record : found.records) {
        store::CveRow row{record.id, record.score, record.severity, record.vector, {}};
        for (auto& commit : record.commits)
            row.commits.push_back({std::move(commit.oid), commit.fixes});
        rows.push_back(std::move(row));
    }
    const auto counts = store::CveStore(options.database).replace(rows);
    for (std::size_t i = 0; i < std::min(found.unreadable.size(), most_unreadable); ++i)
        fmt::print(stderr, "Left out: {}.\n", found.unreadable[i]);
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
        ->required();
    command->callback([&options, path] { read(options, *path); });
}

} // namespace mw::cli
