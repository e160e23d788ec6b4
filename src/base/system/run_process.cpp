#include "base/system/run_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

// The child is forked here instead of by posix_spawn(3), which can neither tie it to this program's
// life nor close files that other code opened without O_CLOEXEC. Between fork and exec it calls
// nothing but system calls (signal-safety(7)): other threads may hold any lock.

namespace mw::base {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

/// Where nothing tells that the child has ended, and after it was killed.
constexpr std::chrono::milliseconds tick{50};
/// poll(2) waits as long as it takes.
constexpr std::chrono::milliseconds for_good{-1};
constexpr std::chrono::milliseconds longest_wait{3'600'000}; ///< what it takes is an int
constexpr int first_inherited = 3;
constexpr int unknown_status = 127 << 8; ///< as wait(2) has it of a program that exits with 127
constexpr int most_left_over_reads = 64;

[[noreturn]] void throw_system_error(int error) {
    throw StartError(Message::verbatim(std::generic_category().message(error)));
}

class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        close();
        number_ = std::exchange(other.number_, -1);
        return *this;
    }

    int get() const { return number_; }
    bool is_open() const { return number_ >= 0; }
    void close() {
        if (number_ >= 0)
            ::close(std::exchange(number_, -1));
    }

private:
    int number_;
};

/// Above the three streams, which this program may have been started without.
Descriptor above_streams(Descriptor descriptor) {
    if (!descriptor.is_open())
        throw_system_error(errno);
    if (descriptor.get() >= first_inherited)
        return descriptor;
    Descriptor higher(fcntl(descriptor.get(), F_DUPFD_CLOEXEC, first_inherited));
    if (!higher.is_open())
        throw_system_error(errno);
    return higher;
}

struct Pipe {
    Descriptor from, to;
};

Pipe make_pipe() {
    std::array<int, 2> ends{-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        throw_system_error(errno);
    Descriptor from(ends[0]), to(ends[1]);
    return {above_streams(std::move(from)), above_streams(std::move(to))};
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> all;
    for (auto& text : texts)
        all.push_back(text.data());
    all.push_back(nullptr);
    return all;
}

/// What the child needs, made ready before it exists.
struct Launch {
    std::string program, folder;
    std::vector<std::string> words, variables;
    std::vector<char*> arguments, environment;
    std::array<int, 3> streams{};
    int report = -1; ///< takes the error where the program cannot be run
    int most_files = 0;
    pid_t parent = 0;

    explicit Launch(const Process& process)
        : program(process.program.string()), folder(process.folder.string()), words{program},
          variables(process.environment), parent(getpid()) {
        words.insert(words.end(), process.arguments.begin(), process.arguments.end());
        arguments = pointers(words);
        environment = pointers(variables);
        rlimit limit{};
        getrlimit(RLIMIT_NOFILE, &limit);
        most_files = static_cast<int>(std::min<rlim_t>(limit.rlim_cur, 1 << 16));
    }
};

void leave_files_behind(int most_files) {
    if (close_range(first_inherited, ~0U, CLOSE_RANGE_CLOEXEC) == 0)
        return;
    for (int file = first_inherited; file < most_files; ++file) // before Linux 5.11
        fcntl(file, F_SETFD, FD_CLOEXEC);
}

void reset_signals() {
    struct sigaction standard {};
    standard.sa_handler = SIG_DFL;
    for (int number = 1; number < NSIG; ++number)
        sigaction(number, &standard, nullptr); // some cannot be changed
    sigset_t none;
    sigemptyset(&none);
    pthread_sigmask(SIG_SETMASK, &none, nullptr);
}

[[noreturn]] void become(const Launch& launch) {
    setsid();
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != launch.parent)
        _exit(127); // it was gone before that
    int error = chdir(launch.folder.c_str()) == 0 ? 0 : errno;
    for (int stream = 0; stream < first_inherited && error == 0; ++stream)
        if (dup2(launch.streams[static_cast<std::size_t>(stream)], stream) < 0)
            error = errno;
    leave_files_behind(launch.most_files);
    reset_signals();
    if (error == 0) {
        execve(launch.program.c_str(), launch.arguments.data(), launch.environment.data());
        error = errno;
    }
    // The other end reads all of it or nothing: it is less than a pipe takes at once.
    [[maybe_unused]] const auto written = write(launch.report, &error, sizeof error);
    _exit(127);
}

/// No handler of this program may run in the child.
class SignalsHeld {
public:
    SignalsHeld() {
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

private:
    sigset_t before_{};
};

/// A child process, which ends with this value.
class Child {
public:
    explicit Child(pid_t id) : id_(id) {}
    ~Child() {
        if (ended_)
            return;
        signal(SIGKILL);
        wait(0);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// The program and what it started: their session's process group, which is there before
    /// anybody signals it. Never the number alone: once the child was waited for, it may be that of
    /// another process.
    void signal(int number) const { kill(-id_, number); }

    /// True once it has ended. flags: WNOHANG looks without waiting.
    bool wait(int flags) {
        while (!ended_) {
            const pid_t found = waitpid(id_, &status_, flags);
            if (found == 0)
                return false;
            ended_ = found == id_ || errno != EINTR;
            if (found < 0 && ended_)
                status_ = unknown_status;
        }
        return true;
    }

    int status() const { return status_; }

private:
    pid_t id_;
    int status_ = 0;
    bool ended_ = false;
};

/// Who is started with SIGCHLD ignored never learns how its children ended.
void want_to_know_how_children_end() {
    struct sigaction now {};
    if (sigaction(SIGCHLD, nullptr, &now) == 0 && now.sa_handler == SIG_IGN)
        std::signal(SIGCHLD, SIG_DFL);
}

pid_t start(const Launch& launch) {
    want_to_know_how_children_end();
    const SignalsHeld held;
    const pid_t id = fork();
    if (id == 0)
        become(launch);
    return id;
}

/// Talks to one child until it has ended.
class Conversation {
public:
    Conversation(const Process& process, const std::stop_token& stop, const ProcessLimits& limits)
        : process_(process), stop_(stop), limits_(limits) {}

    ProcessResult run() {
        Launch launch(process_);
        Pipe input = make_pipe(), output = make_pipe(), errors = make_pipe(), report = make_pipe();
        launch.streams = {input.from.get(), output.to.get(), errors.to.get()};
        launch.report = report.to.get();
        const pid_t id = start(launch);
        if (id < 0)
            throw_system_error(errno);
        Child child(id);
        for (Descriptor* const theirs : {&input.from, &output.to, &errors.to, &report.to})
            theirs->close();
        int error = 0;
        ssize_t got = 0;
        while ((got = read(report.from.get(), &error, sizeof error)) < 0 && errno == EINTR) {
        }
        if (got == sizeof error) {
            child.wait(0);
            throw_system_error(error);
        }
        for (const int ours : {input.to.get(), output.from.get(), errors.from.get()})
            fcntl(ours, F_SETFL, O_NONBLOCK);
        input_ = std::move(input.to);
        output_ = std::move(output.from);
        errors_ = std::move(errors.from);
        // Becomes readable when the child ends; Linux has it since 5.3.
        end_ = Descriptor(static_cast<int>(syscall(SYS_pidfd_open, id, 0)));
        talk(child);
        return finished(child);
    }

private:
    void talk(Child& child) {
        // A thread that waits for an hour's download shall not wake twenty times a second to ask
        // whether anybody wants it stopped.
        stop_wish_ = Descriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
        const std::stop_callback on_stop(stop_, [this] { eventfd_write(stop_wish_.get(), 1); });
        const auto started = Clock::now();
        std::optional<Clock::time_point> kill_at;
        send_input();
        while (!child.wait(WNOHANG)) {
            const auto now = Clock::now();
            if (kill_at && now >= *kill_at) {
                child.signal(SIGKILL);
            } else if (!kill_at && is_over(now - started)) {
                child.signal(SIGTERM);
                kill_at = now + limits_.grace;
            }
            std::optional<Clock::time_point> next = kill_at;
            if (!kill_at && limits_.patience)
                next = started + *limits_.patience;
            exchange(until(next), !kill_at);
        }
        if (kill_at)
            child.signal(SIGKILL); // what it left behind
        // What it started may hold the streams open for good: only what is there is read.
        for (int i = 0; i < most_left_over_reads && exchange(std::chrono::milliseconds(0), false);
             ++i) {
        }
    }

    /// How long to wait at most for something to happen by itself.
    std::chrono::milliseconds until(const std::optional<Clock::time_point>& next) const {
        const bool tells_its_end = end_.is_open() && stop_wish_.is_open();
        if (!next)
            return tells_its_end ? for_good : tick;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(*next - Clock::now());
        if (left.count() <= 0)
            return tick;
        return std::min(left, tells_its_end ? longest_wait : tick);
    }

    bool is_over(Clock::duration so_far) {
        if (stop_.stop_requested())
            result_.end = ProcessResult::End::stopped;
        else if (limits_.patience && so_far >= *limits_.patience)
            result_.end = ProcessResult::End::overdue;
        return result_.end != ProcessResult::End::exited;
    }

    /// Waits for something to read or write, and does it; false where nothing came.
    bool exchange(std::chrono::milliseconds patience, bool heed_stop) {
        std::array<pollfd, 5> waiting{
            pollfd{output_.get(), POLLIN, 0}, pollfd{errors_.get(), POLLIN, 0},
            pollfd{input_.get(), POLLOUT, 0}, pollfd{end_.get(), POLLIN, 0},
            pollfd{heed_stop ? stop_wish_.get() : -1, POLLIN, 0}};
        if (poll(waiting.data(), waiting.size(), static_cast<int>(patience.count())) <= 0)
            return false;
        bool any = false;
        if (waiting[0].revents != 0)
            any |= receive(output_, [this](std::string_view text) {
                const auto room = limits_.output_kept - result_.output.size();
                result_.output += text.substr(0, room);
            });
        if (waiting[1].revents != 0)
            any |= receive(errors_, [this](std::string_view text) { take_errors(text); });
        if (waiting[2].revents != 0)
            send_input();
        return any;
    }

    template <typename Take>
    static bool receive(Descriptor& from, Take take) {
        std::array<char, 65536> bytes;
        const auto count = read(from.get(), bytes.data(), bytes.size());
        if (count > 0)
            take(std::string_view(bytes.data(), static_cast<std::size_t>(count)));
        else if (count == 0 || (errno != EINTR && errno != EAGAIN))
            from.close(); // poll(2) passes over what is closed
        return count > 0;
    }

    void take_errors(std::string_view text) {
        if (process_.on_errors)
            process_.on_errors(text);
        result_.errors += text;
        if (result_.errors.size() > limits_.errors_kept)
            result_.errors.erase(0, result_.errors.size() - limits_.errors_kept);
    }

    void send_input() {
        while (input_.is_open() && sent_ < process_.input.size()) {
            const auto count = write_quietly(std::string_view(process_.input).substr(sent_));
            if (count < 0 && errno == EAGAIN)
                return;
            if (count < 0)
                break; // it does not want the rest
            sent_ += static_cast<std::size_t>(count);
        }
        input_.close();
    }

    /// SIGPIPE would end this program: it is held, and taken back where the write brought it.
    ssize_t write_quietly(std::string_view text) const {
        sigset_t broken, before;
        sigemptyset(&broken);
        sigaddset(&broken, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &broken, &before);
        const auto count = write(input_.get(), text.data(), text.size());
        const int error = errno;
        if (count < 0 && error == EPIPE && sigismember(&before, SIGPIPE) == 0) {
            const timespec at_once{};
            sigtimedwait(&broken, nullptr, &at_once);
        }
        pthread_sigmask(SIG_SETMASK, &before, nullptr);
        errno = error;
        return count;
    }

    ProcessResult finished(const Child& child) {
        const int status = child.status();
        if (WIFEXITED(status))
            result_.status = WEXITSTATUS(status);
        else if (WIFSIGNALED(status))
            result_.status = WTERMSIG(status);
        if (result_.end == ProcessResult::End::exited && WIFSIGNALED(status))
            result_.end = ProcessResult::End::signaled;
        return std::move(result_);
    }

    const Process& process_;
    const std::stop_token& stop_;
    const ProcessLimits& limits_;
    Descriptor input_, output_, errors_, end_;
    Descriptor stop_wish_; ///< readable once stop is requested
    std::size_t sent_ = 0;
    ProcessResult result_;
};

} // namespace

std::optional<fs::path> find_program(std::string_view name) {
    const char* const path = std::getenv("PATH"); // NOLINT(concurrency-mt-unsafe)
    std::string_view rest = path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(':'), rest.size());
        const fs::path folder(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!folder.is_absolute())
            continue;
        const fs::path found = folder / name;
        std::error_code ignored; // what cannot be looked at cannot be run
        if (fs::is_regular_file(found, ignored) && access(found.c_str(), X_OK) == 0)
            return found;
    }
    return std::nullopt;
}

ProcessResult run_process(const Process& process, const std::stop_token& stop,
                          const ProcessLimits& limits) {
    return Conversation(process, stop, limits).run();
}

} // namespace mw::base
