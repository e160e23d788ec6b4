#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace mw::test {

/// Standard output of `git -C repository arguments...`, away from the configuration and time zone
/// of whoever runs the tests. Throws std::runtime_error with git's own words when it fails.
std::string run_git(const std::filesystem::path& repository,
                    const std::vector<std::string>& arguments, const std::string& input = {});

/// Output cut at each separator; a last piece without one counts when it is not empty.
std::vector<std::string> split(const std::string& text, char separator);

} // namespace mw::test
