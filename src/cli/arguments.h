#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace mw::cli {

/// The command line without the program's name, in which the words of a query stand behind a "--":
/// one that begins with a minus (search -is:merge) is no option. What begins with two is.
std::vector<std::string> arguments_of(const CLI::App& program, int argc, char** argv);

/// What stands where a command's name does; empty where nothing does.
std::string command_of(const CLI::App& program, std::vector<std::string> arguments);

} // namespace mw::cli
