#pragma once

#include "completion/program.h"

#include <CLI/CLI.hpp>

namespace mw::cli {

/// The command line as its parser has it, without what the parser hides.
completion::Program program_of(const CLI::App& app);

/// Adds the command that the build calls to make the files that come of the option parser: shell
/// completion and the manual. It is in no list of commands. program: as it is once all commands are
/// added.
void add_generate(CLI::App& program);

} // namespace mw::cli
