// Nothing that a document holds makes the program reach for a network: a child process that may not
// open a socket, and is killed when it tries, shows documents that ask for it in every way.

#include "document/markdown/markdown.h"
#include "document/read/read_document.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstddef>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace mw::test {
namespace {

void forbid_sockets() {
    sock_filter rules[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_socket, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog program{static_cast<unsigned short>(std::size(rules)), rules};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
        _exit(3);
}

TEST(NetworkDeathTest, ASocketWouldBeSeen) {
    EXPECT_EXIT(
        {
            forbid_sockets();
            const int made = socket(AF_INET, SOCK_STREAM, 0);
            _exit(made >= 0 ? 1 : 2);
        },
        testing::KilledBySignal(SIGSYS), "");
}

TEST(NetworkDeathTest, NoDocumentOpensOne) {
    EXPECT_EXIT(
        {
            forbid_sockets();
            const std::string markdown =
                "![pixel](http://127.0.0.1/p.gif) <img src=http://127.0.0.1/q> "
                "http://127.0.0.1/ [a](https://127.0.0.1/)\n";
            const std::string page =
                "<!DOCTYPE html PUBLIC \"x\" \"http://127.0.0.1/x.dtd\"><html><head><link "
                "rel=stylesheet href=http://127.0.0.1/a.css><script "
                "src=http://127.0.0.1/a.js></script></head><body background=http://127.0.0.1/b>"
                "<img src=http://127.0.0.1/p.gif alt=x><iframe src=http://127.0.0.1/></iframe>"
                "<object data=http://127.0.0.1/o></object>&xxe;</body></html>";
            const bool shown =
                !document::render_markdown(markdown).html.empty() &&
                !document::render_markdown(document::markdown_of_html(page)).html.empty();
            _exit(shown ? 0 : 1);
        },
        testing::ExitedWithCode(0), "");
}

} // namespace
} // namespace mw::test
