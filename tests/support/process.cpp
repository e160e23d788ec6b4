#include "support/process.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace mw::test {

namespace {

/// A file in memory: unlike a pipe it takes any amount of text without a reader.
class MemoryFile {
public:
    explicit MemoryFile(const char* name) : descriptor_(memfd_create(name, MFD_CLOEXEC)) {
        if (descriptor_ < 0)
            throw std::runtime_error("memfd_create failed");
    }
    ~MemoryFile() { close(descriptor_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    int descriptor() const { return descriptor_; }

    void fill(const std::string& text) const {
        for (std::size_t at = 0; at < text.size();) {
            const auto written = write(descriptor_, text.data() + at, text.size() - at);
            if (written < 0)
                throw std::runtime_error("A file in memory cannot be written");
            at += static_cast<std::size_t>(written);
        }
        lseek(descriptor_, 0, SEEK_SET);
    }

    std::string content() const {
        lseek(descriptor_, 0, SEEK_SET);
        std::string text;
        std::array<char, 65536> buffer{};
        for (ssize_t got; (got = read(descriptor_, buffer.data(), buffer.size())) > 0;)
            text.append(buffer.data(), static_cast<std::size_t>(got));
        return text;
    }

private:
    int descriptor_;
};

[[noreturn]] void become(const std::vector<std::string>& command, const ProcessOptions& options,
                         const std::array<int, 3>& streams) {
    for (int stream = 0; stream < 3; ++stream)
        dup2(streams[static_cast<std::size_t>(stream)], stream);
    for (const auto& [name, value] : options.environment) {
        if (value.empty())
            unsetenv(name.c_str());
        else
            setenv(name.c_str(), value.c_str(), 1);
    }
    if (options.file_size_limit) {
        const rlimit limit{*options.file_size_limit, *options.file_size_limit};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    std::vector<char*> arguments;
    for (const auto& word : command)
        arguments.push_back(const_cast<char*>(word.c_str())); // execvp(3) does not change them
    arguments.push_back(nullptr);
    execvp(arguments.front(), arguments.data());
    _exit(127);
}

} // namespace

ProcessResult run_process(const std::vector<std::string>& command, const ProcessOptions& options) {
    const MemoryFile input("input"), output("output"), errors("errors");
    input.fill(options.input);
    const pid_t child = fork();
    if (child < 0)
        throw std::runtime_error("fork failed");
    if (child == 0)
        become(command, options, {input.descriptor(), output.descriptor(), errors.descriptor()});
    int state = 0;
    waitpid(child, &state, 0);
    return {WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state), output.content(),
            errors.content()};
}

} // namespace mw::test
