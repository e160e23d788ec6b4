#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace mw::cli {

/// What is wrong with a command line that could not be understood, and where to look, in sentences:
/// CLI11 has words for those who write programs ("--by: moon not in {...}"). What it says in words
/// that are not known here stays as it is. arguments: without the program's name.
std::string mistake_in_words(const CLI::App& program, const CLI::ParseError& error,
                             const std::vector<std::string>& arguments);

/// A check of an option's value that says in such a sentence what is wrong with it.
std::function<std::string(const std::string&)>
whole_number(std::int64_t least, std::int64_t most = std::numeric_limits<std::int64_t>::max());

} // namespace mw::cli
