#include "git/setup/remote_address.h"

#include <gtest/gtest.h>

namespace mw::git {
namespace {

std::string usable(const std::string& address) {
    return usable_address(address, "/home/me/linux").value_or("-");
}

TEST(RemoteAddress, TakesWhatGitReachesItself) {
    for (const std::string address :
         {"https://git.kernel.org/pub/scm/linux.git", "http://h/x", "git://git.kernel.org/x",
          "ssh://me@host:22/x", "git+ssh://host/x", "ssh+git://host/x", "host:linux.git",
          "me@host:/srv/linux", "host:~me/linux", "me@[::1]:linux", "ssh://[::1]:22/x",
          "https://user:secret@host/x", "kernel:linux"})
        EXPECT_EQ(usable(address), address);
}

TEST(RemoteAddress, MakesPathsWhole) {
    EXPECT_EQ(usable("/srv/linux.git"), "/srv/linux.git");
    EXPECT_EQ(usable("../other"), "/home/me/other");
    EXPECT_EQ(usable("./a:b"), "/home/me/linux/a:b");
    EXPECT_EQ(usable("file:///srv/linux.git"), "/srv/linux.git");
    EXPECT_EQ(usable("file://localhost/srv/x"), "/srv/x");
    EXPECT_EQ(usable("file:///srv/a%20b%zz"), "/srv/a b%zz");
}

TEST(RemoteAddress, RefusesWhatRunsSomething) {
    for (const std::string address :
         {"ext::touch /tmp/x", "ext::sh -c 'x' %S", "trap::address", "fd::7", "transport::ext::x",
          "trap://host/x", "9p::x", "9p://host/x", "a.b-c+d::x", "::x", "EXT::x", "ftp://host/x",
          "gopher://host/x", "HTTPS://host/x"})
        EXPECT_EQ(usable(address), "-") << address;
}

/// It begins with no letter. git refuses the first two; of the others it would ask ssh for ":b",
/// which is nobody's path.
TEST(RemoteAddress, RefusesWhatIsAlmostAScheme) {
    for (const std::string address : {"+https://host/x", ".://host/x", "+a::b", ".a::b",
                                      "host:a://b", "me@host:a://b", "/srv/x://y"})
        EXPECT_EQ(usable(address), "-") << address;
}

TEST(RemoteAddress, RefusesWhatLooksLikeAnOption) {
    for (const std::string address :
         {"-", "--upload-pack=touch x", "-oProxyCommand=touch x", "-oProxyCommand=x:y",
          "ssh://-oProxyCommand=x/y", "ssh://me@-oProxyCommand=x/y", "ssh://-o@host/y",
          "me@-oProxyCommand=x:y", "host:-path", "git://-host/x", "https://-host/x"})
        EXPECT_EQ(usable(address), "-") << address;
}

TEST(RemoteAddress, RefusesControlCharactersAndNothing) {
    using namespace std::string_literals;
    for (const std::string& address :
         {""s, "\n"s, "/srv/x\n"s, "https://host/x\r"s, "host:x\ty"s, "/x\0y"s, "/x\x7f"s,
          "file:///x%0ay"s, "file://host/x"s, "file://"s, "https://"s, "https:///x"s, "https://h"s,
          "ssh://:22/x"s, "host:"s, "[::1"s, "a b:c"s, "https://a b/c"s,
          "/" + std::string(5000, 'x')})
        EXPECT_EQ(usable(address), "-") << address;
}

TEST(RemoteAddress, ShowsNoPassword) {
    EXPECT_EQ(shown_address("https://me:secret@host/x:y@z"), "https://me@host/x:y@z");
    EXPECT_EQ(shown_address("https://me@host/x"), "https://me@host/x");
    EXPECT_EQ(shown_address("https://host:8080/x@y"), "https://host:8080/x@y");
    EXPECT_EQ(shown_address("me@host:x"), "me@host:x");
    EXPECT_EQ(shown_address("/srv/x"), "/srv/x");
}

} // namespace
} // namespace mw::git
