#include "base/system/descriptor_stream.h"
#include "base/system/file_descriptor.h"

#include <gtest/gtest.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <ostream>
#include <stdexcept>
#include <string>
#include <sys/time.h>
#include <unistd.h>

namespace mw::base {
namespace {

int ticks = 0, full_pipe = -1;
ssize_t drained = 0;

/// Ticks do no more than interrupt at first; later ones make room, so that the writer comes to its
/// end.
void tick(int /*signal*/) {
    constexpr int most_interrupts = 10;
    std::array<char, 4096> bytes{};
    if (++ticks > most_interrupts)
        drained = ::read(full_pipe, bytes.data(), bytes.size());
}

TEST(DescriptorStream, ASignalDoesNotEndAWriteThatWaits) {
    int ends[2];
    ASSERT_EQ(::pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
    const FileDescriptor reader(ends[0]), writer(ends[1]);
    full_pipe = reader.get();
    while (::write(writer.get(), "x", 1) == 1) {
    }
    ASSERT_EQ(errno, EAGAIN);
    ASSERT_EQ(::fcntl(writer.get(), F_SETFL, 0), 0);

    struct sigaction action {
    }, before{};
    action.sa_handler = tick; // without SA_RESTART
    ASSERT_EQ(::sigaction(SIGALRM, &action, &before), 0);
    constexpr timeval millisecond{0, 1000};
    const itimerval each{millisecond, millisecond}, none{};
    int failed_with = 0;
    DescriptorBuffer buffer(writer.get(), [&](int code) {
        failed_with = code;
        throw std::runtime_error("no write");
    });
    ::setitimer(ITIMER_REAL, &each, nullptr);
    try {
        std::ostream stream(&buffer);
        stream << "end" << std::flush;
    } catch (const std::runtime_error&) {
    }
    ::setitimer(ITIMER_REAL, &none, nullptr);
    ::sigaction(SIGALRM, &before, nullptr);
    EXPECT_EQ(failed_with, 0);
    std::string written;
    std::array<char, 4096> bytes{};
    for (ssize_t got; (got = ::read(reader.get(), bytes.data(), bytes.size())) > 0;)
        written.append(bytes.data(), static_cast<std::size_t>(got));
    EXPECT_TRUE(written.ends_with("xend"));
}

} // namespace
} // namespace mw::base
