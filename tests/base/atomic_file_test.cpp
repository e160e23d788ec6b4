#include "base/system/atomic_file.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <ostream>
#include <set>
#include <string>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <thread>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using mw::base::AtomicFile;
using mw::base::FileError;
using mw::base::PipeUse;
using mw::base::write_file;
using mw::test::read_bytes;
using mw::test::write_bytes;
using Reason = FileError::Reason;

/// Rights count for root as well as long as it lives.
class AsNobody {
public:
    AsNobody() {
        if (::geteuid() == 0 && (::setegid(nobody) != 0 || ::seteuid(nobody) != 0))
            throw std::runtime_error("root cannot become somebody else");
    }
    ~AsNobody() {
        if (::getuid() == 0 && (::seteuid(0) != 0 || ::setegid(0) != 0))
            std::abort();
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

    static constexpr uid_t nobody = 65534;
};

class AtomicFileTest : public testing::Test {
protected:
    AtomicFileTest() { fs::permissions(folder_.path(), fs::perms::all); }

    std::set<std::string> names(const std::string& folder = {}) const {
        std::set<std::string> found;
        for (const auto& entry : fs::directory_iterator(folder_ / folder))
            found.insert(entry.path().filename().string());
        return found;
    }

    static mode_t mode(const fs::path& file) {
        struct stat state {};
        EXPECT_EQ(::stat(file.c_str(), &state), 0);
        return state.st_mode & 07777;
    }

    static Reason refusal(const fs::path& file, PipeUse pipes = PipeUse::wait) {
        try {
            write_file(file, "new", pipes);
        } catch (const FileError& error) {
            EXPECT_NE(std::string(error.what()).find(file.string()), std::string::npos);
            return error.reason();
        }
        ADD_FAILURE() << file << " was written";
        return Reason::other;
    }

    mw::test::TempDir folder_;
    const fs::path file_ = folder_ / "out.csv";
};

TEST_F(AtomicFileTest, NothingIsThereBeforeTheEnd) {
    {
        AtomicFile out(file_);
        out.stream() << std::string(1 << 20, 'x');
        EXPECT_FALSE(fs::exists(file_));
    }
    EXPECT_EQ(names(), std::set<std::string>{});
    write_bytes(file_, "old");
    {
        AtomicFile out(file_);
        out.stream() << "new";
        EXPECT_EQ(read_bytes(file_), "old");
        out.commit();
    }
    EXPECT_EQ(read_bytes(file_), "new");
    EXPECT_EQ(names(), std::set<std::string>{"out.csv"});
}

TEST_F(AtomicFileTest, CharactersAreWrittenOneByOneToo) {
    constexpr std::size_t more_than_is_held = (64 << 10) + 10;
    AtomicFile out(file_);
    std::string expected;
    for (std::size_t i = 0; i < more_than_is_held; ++i) {
        expected += static_cast<char>('a' + i % 26);
        out.stream().put(expected.back());
    }
    out.commit();
    EXPECT_EQ(read_bytes(file_), expected);
}

TEST_F(AtomicFileTest, OthersFilesBesideStayWhatTheyAre) {
    write_bytes(folder_ / "out.csv.part", "my notes");
    write_bytes(folder_ / "out.csv.tmp", "more notes");
    write_file(file_, "new");
    EXPECT_EQ(read_bytes(folder_ / "out.csv.part"), "my notes");
    EXPECT_EQ(read_bytes(folder_ / "out.csv.tmp"), "more notes");
}

TEST_F(AtomicFileTest, TwoWritersOfOneFileAreNotInEachOthersWay) {
    AtomicFile one(file_), two(file_);
    one.stream() << "one";
    two.stream() << "two";
    one.commit();
    EXPECT_EQ(read_bytes(file_), "one");
    two.commit();
    EXPECT_EQ(read_bytes(file_), "two");
    EXPECT_EQ(names(), std::set<std::string>{"out.csv"});
}

TEST_F(AtomicFileTest, ANewFileGetsWhatTheUmaskLeaves) {
    const mode_t before = ::umask(027);
    write_file(file_, "new");
    ::umask(before);
    EXPECT_EQ(mode(file_), 0640u);
}

TEST_F(AtomicFileTest, ModeStaysAndThePartIsNobodyElses) {
    write_bytes(file_, "old");
    ::chmod(file_.c_str(), 0600);
    AtomicFile out(file_);
    for (const auto& name : names())
        EXPECT_EQ(mode(folder_ / name), 0600u) << name;
    out.commit();
    EXPECT_EQ(mode(file_), 0600u);
    ::chmod(file_.c_str(), 0664);
    write_file(file_, "new");
    EXPECT_EQ(mode(file_), 0664u);
}

TEST_F(AtomicFileTest, OwnerAndGroupStay) {
    if (::geteuid() != 0)
        GTEST_SKIP() << "only root can give files away";
    write_bytes(file_, "old");
    ASSERT_EQ(::chown(file_.c_str(), 1234, 2345), 0);
    write_file(file_, "new");
    struct stat state {};
    ASSERT_EQ(::stat(file_.c_str(), &state), 0);
    EXPECT_EQ(state.st_uid, 1234u);
    EXPECT_EQ(state.st_gid, 2345u);
    EXPECT_EQ(read_bytes(file_), "new");
}

/// A file of another person that is open to all: a new one in its place would be ours.
TEST_F(AtomicFileTest, AnotherPersonsFileIsWrittenWhereItIs) {
    if (::geteuid() != 0)
        GTEST_SKIP() << "only root can give files away";
    write_bytes(file_, "old and longer");
    ::chmod(file_.c_str(), 0666);
    struct stat before {
    }, after{};
    ASSERT_EQ(::stat(file_.c_str(), &before), 0);
    {
        const AsNobody nobody;
        write_file(file_, "new");
    }
    ASSERT_EQ(::stat(file_.c_str(), &after), 0);
    EXPECT_EQ(after.st_ino, before.st_ino);
    EXPECT_EQ(after.st_uid, 0u);
    EXPECT_EQ(read_bytes(file_), "new");
    EXPECT_EQ(names(), std::set<std::string>{"out.csv"});
}

TEST_F(AtomicFileTest, AttributesStay) {
    write_bytes(file_, "old");
    if (::setxattr(file_.c_str(), "user.origin", "here", 4, 0) != 0)
        GTEST_SKIP() << "the file system has no attributes";
    write_file(file_, "new");
    char value[8] = {};
    EXPECT_EQ(::getxattr(file_.c_str(), "user.origin", value, sizeof value), 4);
    EXPECT_STREQ(value, "here");
}

/// Without the list, the group would get the rights of its mask.
TEST_F(AtomicFileTest, AnAccessListStays) {
    static constexpr unsigned char list[] = {2,  0, 0, 0, // version of the format
                                             1,  0, 6, 0, 255, 255, 255, 255, // owner: rw
                                             2,  0, 6, 0, 210, 4,   0,   0,   // user 1234: rw
                                             4,  0, 0, 0, 255, 255, 255, 255, // group: nothing
                                             16, 0, 6, 0, 255, 255, 255, 255, // mask: rw
                                             32, 0, 0, 0, 255, 255, 255, 255};
    constexpr const char* name = "system.posix_acl_access";
    write_bytes(file_, "old");
    if (::setxattr(file_.c_str(), name, list, sizeof list, 0) != 0)
        GTEST_SKIP() << "the file system has no access lists";
    write_file(file_, "new");
    unsigned char value[sizeof list] = {};
    EXPECT_EQ(::getxattr(file_.c_str(), name, value, sizeof value), ssize_t{sizeof list});
    EXPECT_TRUE(std::ranges::equal(list, value));
}

TEST_F(AtomicFileTest, ALinkStaysAndWhatItLeadsToIsWritten) {
    fs::create_directory(folder_ / "there");
    write_bytes(folder_ / "there/target", "old");
    ::chmod((folder_ / "there/target").c_str(), 0640);
    fs::create_symlink("there/target", folder_ / "inner");
    fs::create_symlink(folder_ / "inner", file_);
    write_file(file_, "new");
    EXPECT_TRUE(fs::is_symlink(file_));
    EXPECT_TRUE(fs::is_symlink(folder_ / "inner"));
    EXPECT_EQ(read_bytes(folder_ / "there/target"), "new");
    EXPECT_EQ(mode(folder_ / "there/target"), 0640u);
    EXPECT_EQ(names("there"), std::set<std::string>{"target"});
}

TEST_F(AtomicFileTest, ALinkThatLeadsNowhereGetsAFile) {
    fs::create_symlink("later", file_);
    write_file(file_, "new");
    EXPECT_TRUE(fs::is_symlink(file_));
    EXPECT_EQ(read_bytes(folder_ / "later"), "new");
    fs::create_symlink("missing/later", folder_ / "broken");
    EXPECT_EQ(refusal(folder_ / "broken"), Reason::no_folder);
    EXPECT_TRUE(fs::is_symlink(folder_ / "broken"));
}

TEST_F(AtomicFileTest, LinksInACircleAreRefused) {
    fs::create_symlink("b", folder_ / "a");
    fs::create_symlink("a", folder_ / "b");
    EXPECT_EQ(refusal(folder_ / "a"), Reason::other);
    EXPECT_EQ(names(), (std::set<std::string>{"a", "b"}));
}

TEST_F(AtomicFileTest, HardLinksStayOneFile) {
    write_bytes(file_, "old and longer");
    fs::create_hard_link(file_, folder_ / "other name");
    {
        AtomicFile out(file_);
        out.stream() << "new";
        EXPECT_EQ(read_bytes(file_), "old and longer");
        out.commit();
    }
    EXPECT_EQ(read_bytes(folder_ / "other name"), "new");
    EXPECT_EQ(fs::hard_link_count(file_), 2u);
    EXPECT_EQ(names(), (std::set<std::string>{"other name", "out.csv"}));
}

TEST_F(AtomicFileTest, AFileLinkedMeanwhileStaysOneFile) {
    write_bytes(file_, "old");
    AtomicFile out(file_);
    fs::create_hard_link(file_, folder_ / "other name");
    out.stream() << "new";
    out.commit();
    EXPECT_EQ(read_bytes(folder_ / "other name"), "new");
}

TEST_F(AtomicFileTest, AFolderThatTakesNoNewFileLetsAFileOfItBeWritten) {
    fs::create_directory(folder_ / "closed");
    const fs::path file = folder_ / "closed/out.csv";
    write_bytes(file, "old and longer");
    fs::permissions(file, fs::perms(0666));
    fs::permissions(folder_ / "closed", fs::perms(0555));
    {
        const AsNobody nobody;
        write_file(file, "new");
        EXPECT_EQ(refusal(folder_ / "closed/another"), Reason::not_allowed);
    }
    EXPECT_EQ(read_bytes(file), "new");
    EXPECT_EQ(names("closed"), std::set<std::string>{"out.csv"});
}

TEST_F(AtomicFileTest, AWriteProtectedFileIsRefused) {
    write_bytes(file_, "old");
    fs::permissions(file_, fs::perms(0444));
    {
        const AsNobody nobody;
        EXPECT_EQ(refusal(file_), Reason::write_protected);
    }
    EXPECT_EQ(read_bytes(file_), "old");
    EXPECT_EQ(names(), std::set<std::string>{"out.csv"});
}

TEST_F(AtomicFileTest, WhatIsNoPlaceForAFileIsSaid) {
    EXPECT_EQ(refusal(folder_.path()), Reason::is_folder);
    EXPECT_EQ(refusal(folder_ / "missing/out.csv"), Reason::no_folder);
    EXPECT_EQ(refusal(folder_ / "missing/"), Reason::is_folder);
    EXPECT_EQ(refusal(""), Reason::is_folder);
    write_bytes(file_, "old");
    EXPECT_EQ(refusal(file_ / "below"), Reason::no_folder);
    EXPECT_EQ(refusal(folder_ / std::string(300, 'n')), Reason::other);
    EXPECT_EQ(names(), std::set<std::string>{"out.csv"});
}

TEST_F(AtomicFileTest, WhatCanBeDoneWithoutMayFail) {
    EXPECT_TRUE(mw::base::try_write_file(file_, "old"));
    EXPECT_FALSE(mw::base::try_write_file(folder_ / "no folder" / "file", "new"));
    fs::permissions(file_, fs::perms(0444));
    {
        const AsNobody nobody;
        EXPECT_FALSE(mw::base::try_write_file(file_, "new"));
    }
    EXPECT_EQ(read_bytes(file_), "old");
}

TEST_F(AtomicFileTest, ANameAsLongAsNamesMayBeIsWritten) {
    const fs::path file = folder_ / std::string(255, 'n');
    write_file(file, "new");
    EXPECT_EQ(read_bytes(file), "new");
}

TEST_F(AtomicFileTest, NoTextReplacesADatabase) {
    const std::string database = std::string("SQLite format 3\0", 16) + std::string(84, 'd');
    write_bytes(file_, database);
    EXPECT_EQ(refusal(file_), Reason::is_database);
    EXPECT_EQ(read_bytes(file_), database);
}

TEST_F(AtomicFileTest, ADeviceIsWrittenAsItIs) {
    write_file("/dev/null", "gone");
    struct stat state {};
    ASSERT_EQ(::stat("/dev/null", &state), 0);
    EXPECT_TRUE(S_ISCHR(state.st_mode));
    EXPECT_THROW(write_file("/dev/full", "no room"), FileError);
}

TEST_F(AtomicFileTest, APipeIsWrittenAsItIs) {
    ASSERT_EQ(::mkfifo(file_.c_str(), 0600), 0);
    std::string read;
    std::thread reader([&] {
        std::ifstream in(file_);
        std::getline(in, read);
    });
    write_file(file_, "through the pipe\n");
    reader.join();
    EXPECT_EQ(read, "through the pipe");
    EXPECT_TRUE(fs::is_fifo(file_));
    EXPECT_EQ(refusal(file_, PipeUse::refuse), Reason::is_pipe);
}

/// As the shell's ">>" has it: a descriptor goes on where it stands.
TEST_F(AtomicFileTest, ADescriptorIsWrittenWhereItStands) {
    write_bytes(file_, "before\n");
    const int opened = ::open(file_.c_str(), O_WRONLY | O_APPEND);
    ASSERT_GE(opened, 0);
    for (const char* folder : {"/dev/fd/", "/proc/self/fd/", "/proc/thread-self/fd/"})
        write_file(folder + std::to_string(opened), "more\n");
    fs::create_symlink("/dev/fd/" + std::to_string(opened), folder_ / "link");
    write_file(folder_ / "link", "last\n");
    ::close(opened);
    EXPECT_EQ(read_bytes(file_), "before\nmore\nmore\nmore\nlast\n");
}

TEST_F(AtomicFileTest, ADiskWithoutRoomLeavesWhatWasThere) {
    write_bytes(file_, "old");
    write_bytes(folder_ / "linked", "linked");
    fs::create_hard_link(folder_ / "linked", folder_ / "twice");
    struct rlimit before {};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    struct rlimit small = before;
    small.rlim_cur = 64 << 10;
    const auto signal = ::signal(SIGXFSZ, SIG_IGN);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    for (const fs::path& file : {file_, folder_ / "new", folder_ / "linked"}) {
        try {
            AtomicFile out(file);
            for (int i = 0; i < 100; ++i)
                out.stream() << std::string(10'000, 'x') << i;
            out.commit();
            ADD_FAILURE() << file;
        } catch (const FileError& error) {
            EXPECT_EQ(error.reason(), Reason::no_space);
        }
    }
    ::setrlimit(RLIMIT_FSIZE, &before);
    ::signal(SIGXFSZ, signal);
    EXPECT_EQ(read_bytes(file_), "old");
    EXPECT_EQ(read_bytes(folder_ / "twice"), "linked");
    EXPECT_EQ(names(), (std::set<std::string>{"linked", "out.csv", "twice"}));
}

} // namespace
