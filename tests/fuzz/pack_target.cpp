#include "fuzz/pack_target.h"

#include "fuzz/targets.h"
#include "git/pack/pack_reader.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace mw::fuzz {

namespace {

namespace fs = std::filesystem;

void append_32(std::string& bytes, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> shift);
}

/// An object folder of this process alone, in memory where there is such a place.
class Folder {
public:
    Folder()
        : path_((fs::exists("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path()) /
                ("mergewindow-fuzz-" + std::to_string(getpid()))) {
        fs::create_directories(path_ / "pack");
    }
    ~Folder() {
        std::error_code ignored; // nobody reads it again
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const fs::path& path() const { return path_; }

    void write(const char* name, const std::string& bytes) const {
        std::ofstream(path_ / "pack" / name, std::ios::binary | std::ios::trunc) << bytes;
    }

private:
    fs::path path_;
};

git::ObjectId id_of(char byte) {
    return git::ObjectId::from_bytes(std::string(git::ObjectId::size, byte).data());
}

/// gitformat-pack(5), "Version 2 pack-*.idx files".
std::string index_of(std::uint32_t first, std::uint32_t second) {
    std::string index("\xfftOc\0\0\0\2", 8);
    for (int byte = 0; byte < 256; ++byte)
        append_32(index, byte < 'a' ? 0U : byte < 'b' ? 1U : 2U);
    index += std::string(git::ObjectId::size, 'a') + std::string(git::ObjectId::size, 'b');
    index.append(8, '\0'); // checksums of entries, which nobody asks for
    append_32(index, first);
    append_32(index, second);
    return index.append(40, '\0'); // the pack's checksum, and the index's
}

} // namespace

void delta(std::string_view bytes) {
    if (bytes.empty())
        return;
    const auto length =
        std::min<std::size_t>(static_cast<unsigned char>(bytes[0]), bytes.size() - 1);
    std::size_t size = 0;
    const auto base = std::string(bytes.substr(1, length)); // of its own, so that ASan sees its end
    git::SpareBytes spare;
    const auto made = git::apply_delta(base, std::string(bytes.substr(1 + length)), spare, size);
    must(!made || made.get()[size] == '\0', "no NUL behind an object");
}

void pack(std::string_view bytes) {
    static const Folder folder;
    if (bytes.empty())
        return;
    constexpr std::uint32_t head = 12;
    std::string file("PACK\0\0\0\2\0\0\0\2", head);
    file += bytes.substr(1);
    file.append(git::ObjectId::size, '\0');
    folder.write("pack-x.pack", file);
    folder.write("pack-x.idx", index_of(head, head + static_cast<unsigned char>(bytes[0])));
    git::PackReader reader(std::make_shared<git::PackStore>());
    reader.look_into({folder.path()});
    for (const char byte : {'a', 'b', 'c'})
        if (const auto object = reader.read(id_of(byte)))
            must(object->bytes.get()[object->size] == '\0', "no NUL behind an object");
}

} // namespace mw::fuzz
