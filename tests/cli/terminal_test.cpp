// What a person sees who works at a terminal.

#include "cli/command_line.h"
#include "support/git_server.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <stdexcept>
#include <thread>
#include <unistd.h>

namespace mw::test {
namespace {

class Terminal : public CommandLine {
protected:
    /// What a command writes to standard error where that is a terminal.
    std::string errors_of(const std::vector<std::string>& arguments) {
        const int screen = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
        std::array<char, 64> name{};
        if (screen < 0 || grantpt(screen) != 0 || unlockpt(screen) != 0 ||
            ptsname_r(screen, name.data(), name.size()) != 0)
            throw std::runtime_error("no terminal");
        const int kept = open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC);
        std::string written;
        std::jthread reader([&] { // it takes but little at once
            std::array<char, 4096> bytes{};
            for (ssize_t got; (got = ::read(screen, bytes.data(), bytes.size())) > 0;)
                written.append(bytes.data(), static_cast<std::size_t>(got));
        });
        std::vector<std::string> command{"sh",   "-c",   "exec \"$@\" 2> \"$0\"", name.data(),
                                         MW_CLI, "--db", database_.string()};
        command.insert(command.end(), arguments.begin(), arguments.end());
        EXPECT_EQ(run_process(command, options_).status, 0);
        close(kept); // nobody has it open any more: the reader comes to its end
        reader.join();
        close(screen);
        return written;
    }
};

TEST_F(Terminal, ProgressIsOneLineThatIsWipedInTheEnd) {
    write_small_history();
    const auto written = errors_of({"import", "--repo", repository_.string(), "--from", "base",
                                    "--to", "v1", "--name", "test"});
    // As a terminal does it: a carriage return goes back to the line's start, and what is written
    // there stands over what was.
    std::string line;
    std::size_t shown = 0, longest = 0, widest = 0;
    for (std::size_t at = 0; at < written.size();) {
        const auto end = std::min(written.find('\r', at), written.size());
        const auto part = written.substr(at, end - at);
        const auto words = part.substr(0, part.find_last_not_of(' ') + 1);
        line.replace(0, std::min(part.size(), line.size()), part);
        EXPECT_EQ(line.substr(0, line.find_last_not_of(' ') + 1), words)
            << "what was before is gone";
        longest = std::max(longest, words.size());
        widest = std::max(widest, part.size());
        shown += words.empty() ? 0 : 1;
        at = end + 1;
    }
    EXPECT_GT(shown, 1U) << written;
    EXPECT_EQ(widest, longest) << "more might not fit into one line";
    EXPECT_EQ(line.find_first_not_of(' '), std::string::npos) << line;
}

/// What a person reads while a release comes: nothing of parts before it is known how many there
/// are, and later how much of the whole is there.
TEST_F(Terminal, ADownloadSaysHowFarItIs) {
    int text = 0;
    for (const char* const tag : {"v6.5", "v6.6", "v6.7"}) {
        repo_.commit("a.c", std::to_string(++text) + "\n");
        repo_.annotated_tag(tag, repo_.tip(), tag);
    }
    repo_.write();
    const GitServer server(folder_.path(), folder_ / "server");
    const auto written = errors_of({"fetch", "v6.7", "--from", server.address("repo"), "--into",
                                    (folder_ / "one.git").string()});
    EXPECT_TRUE(contains(written, "\rAsking the server\r")) << written;
    EXPECT_TRUE(contains(written, "\rReceiving the history, part 1 of ")) << written;
    EXPECT_FALSE(contains(written, "part 0")) << written;
    EXPECT_TRUE(contains(written, " MB of about ")) << written;
}

} // namespace
} // namespace mw::test
