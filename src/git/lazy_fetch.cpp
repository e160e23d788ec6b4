#include "git/lazy_fetch.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

extern char** environ;

namespace mw::git {

namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int get() const { return number_; }
    void close() {
        if (number_ >= 0)
            ::close(number_);
        number_ = -1;
    }

private:
    int number_;
};

/// A child in a process group of its own, which ends with this value.
class Child {
public:
    explicit Child(pid_t id) : id_(id) {}
    ~Child() {
        if (id_ <= 0)
            return;
        kill();
        wait();
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// git and the programs that it runs for the transport.
    void kill() const { ::kill(-id_, SIGKILL); }

    /// The exit status; -1 where a signal ended it.
    int wait() {
        int status = 0;
        while (waitpid(id_, &status, 0) < 0 && errno == EINTR) {
        }
        id_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t id_;
};

/// This program's environment, with what keeps git from asking and from speaking another language.
std::vector<std::string> environment() {
    static constexpr std::array<std::string_view, 6> ours = {
        "GIT_TERMINAL_PROMPT=", "GIT_ASKPASS=", "SSH_ASKPASS=",
        "GIT_NO_LAZY_FETCH=",   "GIT_DIR=",     "LC_ALL="};
    std::vector<std::string> all{"GIT_TERMINAL_PROMPT=0", "GIT_ASKPASS=true", "SSH_ASKPASS=true",
                                 "LC_ALL=C"};
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view text(*entry);
        bool replaced = false;
        for (const auto name : ours)
            replaced = replaced || text.starts_with(name);
        if (!replaced)
            all.emplace_back(text);
    }
    return all;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> all;
    for (auto& text : texts)
        all.push_back(text.data());
    all.push_back(nullptr);
    return all;
}

/// Runs git with its errors going to a descriptor; 0 or an errno.
int spawn_git(std::vector<std::string> arguments, int errors, pid_t& child) {
    auto variables = environment();
    const auto argv = pointers(arguments), envp = pointers(variables);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&files, errors, STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    const int error = posix_spawnp(&child, "git", &files, &attributes, argv.data(), envp.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return error;
}

/// What comes until the other end is closed; nothing more once it is time to give up.
bool read_to_end(int from, std::string& text, const std::stop_token& stop,
                 Clock::time_point deadline) {
    constexpr int tick_ms = 50;
    std::array<char, 4096> bytes;
    while (!stop.stop_requested() && Clock::now() < deadline) {
        pollfd waiting{from, POLLIN, 0};
        if (poll(&waiting, 1, tick_ms) <= 0)
            continue;
        const auto count = ::read(from, bytes.data(), bytes.size());
        if (count == 0)
            return true;
        if (count > 0)
            text.append(bytes.data(), static_cast<std::size_t>(count));
        else if (errno != EINTR)
            return true;
    }
    return false;
}

/// git's last line says what it comes down to.
std::string last_line(std::string_view text) {
    while (text.ends_with('\n'))
        text.remove_suffix(1);
    const auto end_of_line = text.rfind('\n');
    return std::string(end_of_line == std::string_view::npos ? text : text.substr(end_of_line + 1));
}

/// Runs git in a clone to its end; what it says where that is no success.
std::string run_git(const std::filesystem::path& clone, const std::vector<std::string>& command,
                    const std::stop_token& stop, std::chrono::seconds patience) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return std::strerror(errno); // NOLINT(concurrency-mt-unsafe)
    Descriptor from(ends[0]), to(ends[1]);
    std::vector<std::string> arguments{"git", "-C", clone.string()};
    arguments.insert(arguments.end(), command.begin(), command.end());
    pid_t id = 0;
    const int error = spawn_git(arguments, to.get(), id);
    if (error != 0)
        return fmt::format("git cannot be run: {}", std::strerror(error)); // NOLINT
    Child child(id);
    to.close();
    std::string errors;
    if (!read_to_end(from.get(), errors, stop, Clock::now() + patience))
        return stop.stop_requested() ? "stopped"
                                     : fmt::format("no answer in {} seconds", patience.count());
    if (child.wait() == 0)
        return {};
    const auto said = last_line(errors);
    return said.empty() ? "git failed" : said;
}

} // namespace

std::string fetch_blob(const Repository& repository, const ObjectId& blob,
                       const std::stop_token& stop, std::chrono::seconds patience) {
    return run_git(repository.path(), {"cat-file", "blob", blob.hex()}, stop, patience);
}

std::string fetch_blobs_of(const std::filesystem::path& clone, const std::string& commit,
                           const std::stop_token& stop, std::chrono::seconds patience) {
    return run_git(clone,
                   {"show", "--format=", "--no-ext-diff", "--no-textconv", "--no-color",
                    "--first-parent", commit},
                   stop, patience);
}

} // namespace mw::git
