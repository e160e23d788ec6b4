#include "base/system/run_process.h"
#include "support/environment.h"
#include "support/temp_dir.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace mw::base {
namespace {

using namespace std::chrono_literals;
using End = ProcessResult::End;
using test::TempDir;
using test::Variable;
using Clock = std::chrono::steady_clock;

Process shell(const std::string& script) {
    Process process;
    process.program = "/bin/sh";
    process.arguments = {"-c", script};
    process.environment = {"PATH=/usr/local/bin:/usr/bin:/bin"};
    return process;
}

ProcessResult run(const Process& process, const ProcessLimits& limits = {}) {
    return run_process(process, {}, limits);
}

/// One that has ended and that nobody has waited for, as where the first process of a container
/// waits for none, is not.
bool is_alive(const std::string& process) {
    const auto number = std::stoi(process);
    if (kill(number, 0) != 0)
        return false;
    std::ifstream file(fmt::format("/proc/{}/stat", number));
    std::string stat;
    std::getline(file, stat);
    // proc(5): the number, the name in brackets, the state
    const auto bracket = stat.rfind(')');
    return bracket == std::string::npos || stat.substr(bracket, 3) != ") Z";
}

TEST(RunProcess, BringsWhatTheProgramSaid) {
    const auto result = run(shell("echo out; echo err >&2; exit 3"));
    EXPECT_EQ(result.end, End::exited);
    EXPECT_EQ(result.status, 3);
    EXPECT_FALSE(result.succeeded());
    EXPECT_EQ(result.output, "out\n");
    EXPECT_EQ(result.errors, "err\n");
    EXPECT_TRUE(run(shell("exit 0")).succeeded());
}

TEST(RunProcess, SaysThatASignalEndedIt) {
    const auto result = run(shell("kill -SEGV $$"));
    EXPECT_EQ(result.end, End::signaled);
    EXPECT_EQ(result.status, SIGSEGV);
}

TEST(RunProcess, GivesAnyAmountOfInput) {
    auto process = shell("cat");
    process.input = std::string(3'000'000, 'x');
    EXPECT_EQ(run(process, {{}, 2s, 1 << 22}).output, process.input);
}

TEST(RunProcess, OutlivesAProgramThatWantsNoInput) {
    auto process = shell("exec <&-; sleep 0.1; echo done");
    process.input = std::string(3'000'000, 'x');
    EXPECT_EQ(run(process).output, "done\n");
}

TEST(RunProcess, KeepsTheStartOfTheOutputAndTheEndOfTheErrors) {
    auto process = shell("seq 100000; seq 100000 >&2");
    ProcessLimits limits;
    limits.output_kept = 4;
    limits.errors_kept = 7;
    std::size_t told = 0;
    process.on_errors = [&told](std::string_view text) { told += text.size(); };
    const auto result = run(process, limits);
    EXPECT_EQ(result.output, "1\n2\n");
    EXPECT_EQ(result.errors, "100000\n");
    EXPECT_EQ(told, 588'895U);
}

TEST(RunProcess, StopsTheProgramAndWhatItStarted) {
    TempDir folder;
    std::stop_source stop;
    std::jthread stopper([&stop] {
        std::this_thread::sleep_for(200ms);
        stop.request_stop();
    });
    const auto started = Clock::now();
    const auto result =
        run_process(shell("sleep 60 & echo $! $$; wait; echo no"), stop.get_token());
    EXPECT_EQ(result.end, End::stopped);
    EXPECT_LT(Clock::now() - started, 20s);
    const auto blank = result.output.find(' ');
    EXPECT_FALSE(is_alive(result.output.substr(blank)));
    for (int i = 0; i < 100 && is_alive(result.output.substr(0, blank)); ++i)
        std::this_thread::sleep_for(20ms); // whoever inherits it has to see its end
    EXPECT_FALSE(is_alive(result.output.substr(0, blank)));
}

TEST(RunProcess, EndsAProgramThatDoesNotWantToEnd) {
    ProcessLimits limits;
    limits.patience = 100ms;
    limits.grace = 200ms;
    const auto started = Clock::now();
    const auto result = run(shell("trap '' TERM; while :; do sleep 1; done"), limits);
    EXPECT_EQ(result.end, End::overdue);
    EXPECT_LT(Clock::now() - started, 20s);
}

TEST(RunProcess, LetsAProgramTidyUpForAsLongAsItWasGiven) {
    std::stop_source stop;
    auto process = shell("trap 'echo tidying; sleep 0.2; echo tidied; exit' TERM; echo ready >&2; "
                         "while :; do sleep 0.1; done");
    process.on_errors = [&stop](std::string_view) { stop.request_stop(); };
    ProcessLimits limits;
    limits.grace = 1min;
    const auto result = run_process(process, stop.get_token(), limits);
    EXPECT_EQ(result.end, End::stopped);
    EXPECT_EQ(result.output, "tidying\ntidied\n") << "what it says meanwhile is no reason";
}

TEST(RunProcess, SleepsWhileThereIsNothingToDo) {
    rusage before{}, after{};
    getrusage(RUSAGE_THREAD, &before);
    ProcessLimits limits;
    limits.patience = 1h;
    EXPECT_EQ(run(shell("sleep 1; echo x"), limits).output, "x\n");
    getrusage(RUSAGE_THREAD, &after);
    EXPECT_LT(after.ru_nvcsw - before.ru_nvcsw, 10) << "once for each thing that happens";
}

TEST(RunProcess, DoesNotWaitForWhatHoldsTheStreamsOpen) {
    const auto started = Clock::now();
    const auto result = run(shell("sleep 60 & echo $!"));
    EXPECT_LT(Clock::now() - started, 20s);
    EXPECT_TRUE(is_alive(result.output)); // as an ssh that is shared by later connections
    kill(std::stoi(result.output), SIGKILL);
}

TEST(RunProcess, SignalsAreAsAProgramExpectsThem) {
    sigset_t blocked, before;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    sigaddset(&blocked, SIGCHLD);
    pthread_sigmask(SIG_BLOCK, &blocked, &before);
    const auto pipe_before = std::signal(SIGPIPE, SIG_IGN);
    const auto result = run(shell("grep -E '^Sig(Blk|Ign)' /proc/self/status"));
    std::signal(SIGPIPE, pipe_before);
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    EXPECT_EQ(result.output, "SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n");
}

TEST(RunProcess, LearnsTheEndWhereChildrenWereIgnored) {
    const auto before = std::signal(SIGCHLD, SIG_IGN);
    const auto result = run(shell("exit 4"));
    std::signal(SIGCHLD, before);
    EXPECT_EQ(result.status, 4);
}

TEST(RunProcess, AnEndThatTheSystemForgetsIsAnUnknownOne) {
    struct sigaction forgetting {
    }, before{};
    forgetting.sa_handler = SIG_DFL;
    forgetting.sa_flags = SA_NOCLDWAIT;
    sigaction(SIGCHLD, &forgetting, &before);
    const auto result = run(shell("echo said; exit 4"));
    sigaction(SIGCHLD, &before, nullptr);
    EXPECT_EQ(result.output, "said\n");
    EXPECT_EQ(result.status, 127);
}

TEST(RunProcess, HandsOnNoFiles) {
    constexpr int number = 77;
    ASSERT_EQ(dup2(STDERR_FILENO, number), number); // without O_CLOEXEC
    EXPECT_EQ(run(shell("[ -e /proc/self/fd/77 ] && echo there; echo seen")).output, "seen\n");
    close(number);
}

TEST(RunProcess, WorksWithoutStreamsOfItsOwn) {
    // In a child, so that this test keeps its own.
    const pid_t child = fork();
    if (child == 0) {
        for (int stream = 0; stream < 3; ++stream)
            close(stream);
        auto process = shell("cat; echo err >&2");
        process.input = "in";
        const auto result = run(process);
        _exit(result.output == "in" && result.errors == "err\n" ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
}

TEST(RunProcess, HasASessionOfItsOwnAndNoTerminal) {
    const auto result = run(shell("cut -d' ' -f6,7 /proc/$$/stat; echo $$"));
    const auto end = result.output.find(' ');
    EXPECT_EQ(result.output,
              result.output.substr(0, end) + " 0\n" + result.output.substr(0, end) + "\n");
}

TEST(RunProcess, SeesItsEnvironmentAndFolderAlone) {
    TempDir folder;
    auto process = shell("env | sort; pwd");
    process.environment = {"PATH=/usr/bin:/bin", "ONE=1"};
    process.folder = folder.path();
    EXPECT_EQ(run(process).output, "ONE=1\nPATH=/usr/bin:/bin\nPWD=" + folder.path().string() +
                                       "\n" + folder.path().string() + "\n");
}

TEST(RunProcess, WhatCannotBeStartedIsAnError) {
    TempDir folder;
    Process process;
    process.program = folder / "nothing";
    EXPECT_THROW(run(process), StartError);
    process = shell("true");
    process.folder = folder / "nowhere";
    EXPECT_THROW(run(process), StartError);
}

TEST(FindProgram, LooksInWholePathsAlone) {
    TempDir folder;
    test::write_bytes(folder / "prog", "#!/bin/sh\n");
    const Variable path("PATH", "relative:.::" + folder.path().string());
    EXPECT_EQ(find_program("prog"), std::nullopt); // may not be run
    std::filesystem::permissions(folder / "prog", std::filesystem::perms::owner_all);
    EXPECT_EQ(find_program("prog"), folder / "prog");
    std::filesystem::create_directory(folder / "folder");
    EXPECT_EQ(find_program("folder"), std::nullopt);
}

} // namespace
} // namespace mw::base
