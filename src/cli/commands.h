#pragma once

#include "base/error.h"
#include "store/db/database_file.h"
#include "store/user/access.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <stdexcept>

namespace mw::cli {

/// What every command shares.
struct Options {
    std::filesystem::path database;
    bool json = false;
};

/// Each adds its command to the program; its action runs when the command line is parsed, prints
/// its data on standard output and throws what the engine throws.
void add_import(CLI::App& program, const Options& options);
void add_fetch(CLI::App& program, const Options& options);
void add_releases(CLI::App& program, const Options& options);
void add_sections(CLI::App& program, const Options& options);
void add_search(CLI::App& program, const Options& options);
void add_show(CLI::App& program, const Options& options);
void add_pulls(CLI::App& program, const Options& options);
void add_sort(CLI::App& program, const Options& options);
void add_put(CLI::App& program, const Options& options);
void add_section_overrides(CLI::App& program, const Options& options);
void add_draft(CLI::App& program, const Options& options);
void add_export(CLI::App& program, const Options& options);
void add_rank(CLI::App& program, const Options& options);
void add_coverage(CLI::App& program, const Options& options);
void add_figures(CLI::App& program, const Options& options);
void add_compare(CLI::App& program, const Options& options);
void add_cve(CLI::App& program, const Options& options);
void add_config(CLI::App& program, const Options& options);
void add_tree(CLI::App& program, const Options& options);
void add_interfaces(CLI::App& program, const Options& options);
void add_outline(CLI::App& program, const Options& options);
void add_index(CLI::App& program, const Options& options);
void add_star(CLI::App& program, const Options& options);
void add_employers(CLI::App& program, const Options& options);
void add_refresh(CLI::App& program, const Options& options);
void add_check(CLI::App& program, const Options& options);
void add_remove(CLI::App& program, const Options& options);

/// A store of what a person made, to be read; null where there is no database yet, which stays so.
template <typename Store>
std::unique_ptr<Store> opened_to_read(const Options& options) {
    return store::is_new_database(options.database)
               ? nullptr
               : std::make_unique<Store>(options.database, store::Access::read);
}

/// The last error of a command whose fault is not the engine's: exit status 1, nothing more to say.
struct Failed {};

/// A person stopped a command: exit status 130, with its message said.
struct Interrupted : base::Error {
    using base::Error::Error;
};

} // namespace mw::cli
