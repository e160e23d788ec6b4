// Our reader of packs, held against git's own answers.

#include "git/objects/repository.h"
#include "git/pack/pack_reader.h"
#include "git/setup/error.h"
#include "support/git.h"
#include "support/process.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

namespace mw::git {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_bytes(const fs::path& path, const std::string& bytes) {
    fs::permissions(path, fs::perms::owner_write, fs::perm_options::add);
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << bytes;
}

/// What `git cat-file` says of one object.
struct Known {
    std::string type, content;
};

std::string name_of(PackedType type) {
    switch (type) {
    case PackedType::commit:
        return "commit";
    case PackedType::tree:
        return "tree";
    case PackedType::blob:
        return "blob";
    case PackedType::tag:
        return "tag";
    default:
        return "a delta";
    }
}

/// Forty versions of a long file and of a short one, an empty file, a tag, and bytes that no
/// compression makes smaller.
class Packs : public testing::Test {
protected:
    Packs() {
        std::mt19937 random(1);
        std::vector<std::string> lines;
        for (int i = 0; i < 900; ++i)
            lines.push_back(fmt::format("line {} of the file, {}\n", i, random()));
        std::string noise(70'000, '\0');
        for (auto& byte : noise)
            byte = static_cast<char>(random());
        for (int version = 0; version < 40; ++version) {
            lines[random() % lines.size()] = fmt::format("changed in {}\n", version);
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(random() % lines.size()),
                         "one more\n");
            std::string text;
            for (const auto& line : lines)
                text += line;
            noise[random() % noise.size()] = static_cast<char>(version);
            repo_.commit("dir/long.c", text)
                .file("dir/short", fmt::format("{}\n", version))
                .file("noise", noise)
                .file("empty", "")
                .message(fmt::format("dir: version {}\n\nWhy.\n", version));
        }
        repo_.tag("v1", repo_.tip());
        repo_.write();
    }

    /// All objects into packs as these options of git-pack-objects(1) make them.
    void pack(const std::vector<std::string>& options) {
        std::vector<std::string> command = {"-c", "pack.threads=1", "repack", "-a", "-d", "-f"};
        command.insert(command.end(), options.begin(), options.end());
        test::run_git(repo_.path(), command);
    }

    std::map<std::string, Known> known() const {
        std::map<std::string, Known> objects;
        const auto text =
            test::run_git(repo_.path(), {"cat-file", "--batch-all-objects", "--batch"});
        for (std::size_t at = 0; at < text.size();) {
            const auto end = text.find('\n', at);
            std::istringstream head(text.substr(at, end - at));
            std::string id, type;
            std::size_t size = 0;
            head >> id >> type >> size;
            objects[id] = {type, text.substr(end + 1, size)};
            at = end + 1 + size + 1;
        }
        return objects;
    }

    fs::path objects() const { return repo_.path() / "objects"; }

    fs::path one_file(const std::string& extension) const {
        fs::path found;
        for (const auto& entry : fs::directory_iterator(objects() / "pack"))
            if (entry.path().extension() == extension)
                found = entry.path();
        return found;
    }

    /// Every object, in an order of its own each time, so that what is cached differs.
    void expect_all(PackReader& reader, unsigned seed) const {
        const auto all = known();
        std::vector<std::string> ids;
        for (const auto& [id, object] : all)
            ids.push_back(id);
        std::shuffle(ids.begin(), ids.end(), std::mt19937(seed));
        ASSERT_GT(ids.size(), 150U);
        for (const auto& id : ids) {
            const auto object = reader.read(*ObjectId::from_hex(id));
            ASSERT_TRUE(object) << id;
            EXPECT_EQ(name_of(object->type), all.at(id).type);
            ASSERT_TRUE(object->data() == all.at(id).content) << id;
            EXPECT_EQ(object->bytes.get()[object->size], '\0');
        }
    }

    PackReader reader(const std::shared_ptr<PackStore>& store = std::make_shared<PackStore>()) {
        PackReader made(store);
        made.look_into({objects()});
        return made;
    }

    test::TempDir dir_;
    test::RepoBuilder repo_{dir_ / "repo"};
};

TEST_F(Packs, AreReadAsGitReadsThem) {
    pack({"--depth=50", "--window=20"});
    auto first = reader();
    expect_all(first, 1);
    expect_all(first, 2); // from the cache, as far as it goes
}

TEST_F(Packs, TheCacheKeepsWhatIsAskedForWithinItsBudget) {
    pack({});
    PackStore store;
    const auto packs = store.packs_of(objects());
    ASSERT_EQ(packs.size(), 1U);
    const auto& file = *packs.front();
    constexpr std::size_t size = 1000, most = 4000;
    SpareBytes spare;
    const auto object = [&](std::uint64_t offset) {
        auto bytes = spare.take(size);
        std::memcpy(bytes.get(), &offset, sizeof offset);
        return PackedObject{PackedType::tree, std::move(bytes), size, 7};
    };
    PackCache cache(most * size);
    EXPECT_FALSE(cache.find(file, 1));
    // Many times what there is room for; one of them is asked for all the time.
    for (std::uint64_t offset = 1; offset < 10 * most; ++offset) {
        std::vector<ObjectBytes> dropped;
        cache.insert(file, offset, object(offset), dropped);
        for (auto& bytes : dropped)
            spare.give_back(std::move(bytes));
        const auto found = cache.find(file, 1);
        ASSERT_TRUE(found) << offset;
        ASSERT_EQ(std::memcmp(found->bytes.get(), "\1\0\0\0\0\0\0\0", 8), 0);
    }
    std::size_t kept = 0;
    for (std::uint64_t offset = 1; offset < 10 * most; ++offset)
        if (const auto found = cache.find(file, offset)) {
            ++kept;
            EXPECT_EQ(std::memcmp(found->bytes.get(), &offset, sizeof offset), 0);
        }
    EXPECT_LT(kept, most);
    EXPECT_GT(kept, most * 8 / 10);
    std::vector<ObjectBytes> dropped;
    cache.insert(file, 0, {PackedType::blob, spare.take(most * size), most * size, 7}, dropped);
    EXPECT_TRUE(dropped.empty());
    EXPECT_FALSE(cache.find(file, 0)) << "larger than there is room for";
}

TEST_F(Packs, AWindowHasWhatThePackHasFromThereOn) {
    pack({"--window=0"});
    PackStore store;
    const auto packs = store.packs_of(objects());
    ASSERT_EQ(packs.size(), 1U);
    auto text = bytes_of(one_file(".pack"));
    text.resize(text.size() - ObjectId::size); // the checksum behind the last entry
    ASSERT_GT(text.size(), 2'000'000U) << "more than all windows together";
    PackWindows windows;
    std::mt19937 random(3);
    for (int i = 0; i < 20'000; ++i) {
        // Near the one before, or anywhere, or near the end.
        static std::size_t at = 0;
        at = i % 3 == 0   ? random() % text.size()
             : i % 3 == 1 ? std::min(at + random() % 3000, text.size() - 1)
                          : text.size() - 1 - random() % 5000;
        const auto found = windows.at(*packs.front(), at);
        ASSERT_GE(found.size(), std::min(PackWindows::entry_bytes, text.size() - at)) << at;
        ASSERT_TRUE(found == std::string_view(text).substr(at, found.size())) << at;
    }
    EXPECT_TRUE(windows.at(*packs.front(), text.size()).empty());
    EXPECT_TRUE(windows.at(*packs.front(), std::uint64_t{1} << 60).empty());
}

/// Objects that are asked for one after the other lie side by side: a call of the kernel for each
/// would be noticed in hours, not by what is read.
TEST_F(Packs, AWindowThatIsThereIsNotReadAgain) {
    pack({"--window=0"});
    PackStore store;
    const auto packs = store.packs_of(objects());
    ASSERT_EQ(packs.size(), 1U);
    PackWindows windows;
    const char* const first = windows.at(*packs.front(), 0).data();
    EXPECT_EQ(windows.at(*packs.front(), 100).data(), first + 100);
    EXPECT_NE(windows.at(*packs.front(), 1'000'000).data(), first);
    EXPECT_EQ(windows.at(*packs.front(), 0).data(), first) << "after another one";
}

TEST_F(Packs, AreReadWithLongChainsAndWithBasesByName) {
    pack({"--depth=200", "--window=60"});
    auto deep = reader();
    expect_all(deep, 3);
    test::run_git(repo_.path(), {"config", "repack.useDeltaBaseOffset", "false"});
    pack({"--depth=30", "--window=20"});
    auto by_name = reader();
    expect_all(by_name, 4);
    pack({"--depth=0"});
    auto whole = reader();
    expect_all(whole, 5);
}

TEST_F(Packs, OfOneCloneAreSharedByReaders) {
    pack({"--max-pack-size=1m", "--depth=20"});
    const auto store = std::make_shared<PackStore>();
    EXPECT_GE(store->packs_of(objects()).size(), 1U);
    auto one = reader(store), other = reader(store);
    expect_all(one, 6);
    expect_all(other, 7);
}

TEST_F(Packs, OfAnotherVersionAreLeftToLibgit2) {
    test::run_git(repo_.path(), {"config", "pack.indexVersion", "1"});
    pack({});
    EXPECT_TRUE(PackStore().packs_of(objects()).empty());
    const Repository repository(repo_.path());
    const auto tip = repository.resolve_commit("master");
    EXPECT_EQ(repository.read(tip, ObjectType::commit).data(),
              test::run_git(repo_.path(), {"cat-file", "commit", tip.hex()}));
}

TEST_F(Packs, ThatGoAwayCanBeReadAndNewOnesAreFound) {
    pack({});
    const Repository repository(repo_.path());
    const auto tip = repository.resolve_commit("master");
    const auto content = std::string(repository.read(tip, ObjectType::commit).data());
    pack({"--depth=5"});
    EXPECT_EQ(repository.read(tip, ObjectType::commit).data(), content);
    const auto id = test::run_git(repo_.path(), {"hash-object", "-w", "--stdin"}, "new\n");
    test::run_git(repo_.path(), {"update-ref", "refs/keep", id.substr(0, 40)});
    pack({});
    EXPECT_EQ(repository.read(*ObjectId::from_hex(id.substr(0, 40)), ObjectType::blob).data(),
              "new\n");
}

/// What is damaged is read as it was or not at all; libgit2 is asked next and says what is wrong.
TEST_F(Packs, ThatAreDamagedGiveNothingWrong) {
    pack({"--depth=50", "--window=20"});
    const auto all = known();
    const auto file = one_file(".pack");
    const auto bytes = bytes_of(file);
    std::mt19937 random(8);
    int unread = 0;
    for (int round = 0; round < 150; ++round) {
        auto damaged = bytes;
        const auto at = 12 + random() % (bytes.size() - 32);
        if (round % 3 == 0)
            damaged.resize(at);
        else
            damaged[at] = static_cast<char>(damaged[at] ^ 1 << random() % 8);
        // The checksum at the end stays, or the pack would not be opened at all.
        write_bytes(file, bytes);
        auto damaged_reader = reader();
        write_bytes(file, damaged);
        for (const auto& [id, object] : all) {
            const auto read = damaged_reader.read(*ObjectId::from_hex(id));
            if (read)
                ASSERT_TRUE(read->data() == object.content) << "byte " << at << ", " << id;
            else
                ++unread;
        }
    }
    EXPECT_GT(unread, 150);
    write_bytes(file, bytes.substr(0, bytes.size() - 1));
    EXPECT_TRUE(PackStore().packs_of(objects()).empty());
}

/// Two objects of a kind whose places are exchanged: each stream is whole, and of the other.
TEST_F(Packs, WhoseIndexLeadsToAnotherObjectGiveNothing) {
    pack({"--depth=50", "--window=20"});
    const auto all = known();
    const auto file = one_file(".idx");
    const auto bytes = bytes_of(file);
    std::vector<std::string> names; // as the index has them, sorted
    for (const auto& [id, object] : all)
        names.push_back(id);
    std::mt19937 random(11);
    for (int round = 0; round < 60; ++round) {
        const auto one = random() % names.size(), two = random() % names.size();
        if (one == two || all.at(names[one]).type != all.at(names[two]).type)
            continue;
        auto damaged = bytes;
        const auto offsets = 8 + 1024 + names.size() * 24;
        for (std::size_t i = 0; i < 4; ++i)
            std::swap(damaged[offsets + 4 * one + i], damaged[offsets + 4 * two + i]);
        write_bytes(file, damaged);
        auto damaged_reader = reader();
        for (const auto& [id, object] : all) { // what was read as a base before is in the cache
            const auto read = damaged_reader.read(*ObjectId::from_hex(id));
            ASSERT_TRUE(!read || read->data() == object.content) << id;
        }
        const Repository repository(repo_.path());
        try {
            repository.read(*ObjectId::from_hex(names[one]), ObjectType::blob);
            ASSERT_FALSE(all.at(names[one]).type == "blob") << names[one];
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find(names[one]), std::string::npos)
                << error.what();
        }
    }
}

TEST_F(Packs, WithADamagedIndexEndNoProgram) {
    pack({});
    const auto all = known();
    const auto file = one_file(".idx");
    const auto bytes = bytes_of(file);
    std::mt19937 random(9);
    for (int round = 0; round < 300; ++round) {
        auto damaged = bytes;
        if (round % 4 == 0)
            damaged.resize(random() % bytes.size());
        else
            for (int i = 0; i < 20; ++i)
                damaged[random() % (i % 2 == 0 ? 1032 : bytes.size())] =
                    static_cast<char>(random());
        write_bytes(file, damaged);
        auto damaged_reader = reader();
        for (const auto& [id, object] : all)
            damaged_reader.read(*ObjectId::from_hex(id));
    }
}

/// The start of a delta: sizes of the base and of the result, below 128 both.
std::string sizes(int base, int result) {
    return {static_cast<char>(base), static_cast<char>(result)};
}

std::optional<std::string> applied(const std::string& base, const std::string& delta) {
    SpareBytes spare;
    std::size_t size = 0;
    const auto result = apply_delta(base, delta, spare, size);
    return result ? std::optional(std::string(result.get(), size)) : std::nullopt;
}

TEST(SpareBytes, GivesWhatNobodyHoldsAnyMore) {
    SpareBytes spare;
    for (std::size_t size = 0; size < 5000; ++size) {
        auto bytes = spare.take(size);
        std::memset(bytes.get(), 'x', size);
        ASSERT_EQ(bytes.get()[size], '\0');
        const auto held = bytes;
        const char* const at = bytes.get();
        spare.give_back(std::move(bytes));
        auto other = spare.take(size);
        ASSERT_NE(other.get(), at) << "somebody reads there";
        const char* const free = other.get();
        spare.give_back(std::move(other));
        ASSERT_EQ(spare.take(size).get(), free);
        ASSERT_EQ(std::string_view(held.get()), std::string(size, 'x'));
    }
}

TEST(PackDelta, CopiesAndInserts) {
    const std::string base = "0123456789";
    EXPECT_EQ(applied(base, sizes(10, 5) + "\x91\x02\x03" + "\x02xy"), "234xy");
    EXPECT_EQ(applied(base, sizes(10, 4) + "\x90\x04"), "0123");
    EXPECT_EQ(applied(base, sizes(10, 0)), "");
}

TEST(PackDelta, OfAnotherBaseOrBeyondItsEndsIsNone) {
    const std::string base = "0123456789";
    EXPECT_FALSE(applied(base, sizes(11, 4) + "\x90\x04"));     // another base
    EXPECT_FALSE(applied(base, sizes(10, 3) + "\x90\x04"));     // more than it says
    EXPECT_FALSE(applied(base, sizes(10, 5) + "\x90\x04"));     // less
    EXPECT_FALSE(applied(base, sizes(10, 4) + "\x91\x08\x04")); // beyond the base
    EXPECT_FALSE(applied(base, sizes(10, 4) + "\x91\x08"));     // cut off
    EXPECT_FALSE(applied(base, sizes(10, 4) + "\x04xyz"));      // cut off
    EXPECT_FALSE(applied(base, sizes(10, 0) + std::string(1, '\0')));
    EXPECT_FALSE(applied(base, "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80"));
    EXPECT_FALSE(applied(base, {}));
    EXPECT_FALSE(applied(base, "\x0a")); // cut off before the second size: no empty object
    // A size without bytes is 65,536 of them.
    EXPECT_FALSE(applied(base, sizes(10, 10) + "\x80"));
    EXPECT_TRUE(applied(std::string(0x10000, 'x'), std::string("\x80\x80\x04\x80\x80\x04\x80")));
}

} // namespace
} // namespace mw::git
