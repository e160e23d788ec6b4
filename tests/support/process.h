#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mw::test {

struct ProcessResult {
    int status = 0; ///< exit status; 128 + the signal's number for one that a signal ended
    std::string output, errors;
};

struct ProcessOptions {
    std::string input;
    /// Beside the environment of the test itself; an empty value removes a variable.
    std::map<std::string, std::string> environment;
    /// No file may grow over so many bytes, as `ulimit -f` (setrlimit(2), RLIMIT_FSIZE).
    std::optional<std::uint64_t> file_size_limit;
};

/// Runs a program, looked up in PATH, to its end.
ProcessResult run_process(const std::vector<std::string>& command,
                          const ProcessOptions& options = {});

} // namespace mw::test
