#pragma once

#include "base/error.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace mw::base {

/// What is to be run. Nothing of it goes through a shell.
struct Process {
    std::filesystem::path program; ///< a whole path, see find_program()
    std::vector<std::string> arguments;
    std::vector<std::string> environment; ///< "NAME=value": all that the program sees
    std::filesystem::path folder = "/";   ///< where it runs
    std::string input;                    ///< what it reads from standard input
    /// Given what it writes to standard error as it comes, on the calling thread; may be empty.
    std::function<void(std::string_view)> on_errors;
};

struct ProcessLimits {
    std::optional<std::chrono::milliseconds> patience; ///< none: as long as it takes
    /// Between asking it to end (SIGTERM) and ending it (SIGKILL).
    std::chrono::milliseconds grace{2000};
    std::size_t output_kept = 1 << 20; ///< bytes of standard output, the first
    std::size_t errors_kept = 16'384;  ///< bytes of standard error, the last
};

struct ProcessResult {
    enum class End {
        exited,   ///< by itself; status is its exit status
        signaled, ///< by a signal of somebody else; status is the signal's number
        stopped,  ///< because stop was requested
        overdue,  ///< because patience was at its end
    };
    End end = End::exited;
    int status = 0;
    std::string output, errors;

    bool succeeded() const { return end == End::exited && status == 0; }
};

/// The program could not be started; the message is the system's reason.
class StartError : public Error {
public:
    using Error::Error;
};

/// The program of that name in PATH; nothing where there is none. Entries of PATH that are no whole
/// paths are left out: they mean another program in each folder.
std::optional<std::filesystem::path> find_program(std::string_view name);

/// Runs a program to its end. It gets a session of its own, so that it has no terminal to ask
/// questions on; every signal in its default state, none blocked; no file of this program but its
/// three streams; and it is ended with this program, should that be killed. What it starts itself
/// is ended with it when it is stopped or overdue, and left alone when it ends by itself.
///
/// Blocks; any thread that is not the window's. Throws StartError.
ProcessResult run_process(const Process& process, const std::stop_token& stop,
                          const ProcessLimits& limits = {});

} // namespace mw::base
