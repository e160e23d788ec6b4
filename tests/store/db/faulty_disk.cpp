#include "store/db/faulty_disk.h"

#include "support/temp_dir.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <random>
#include <utility>
#include <vector>

namespace mw::test {

namespace fs = std::filesystem;

/// What the header knows of only by name.
namespace disk {

/// A write (or a cut, where bytes is empty) that no sync has made safe yet.
struct Pending {
    std::size_t offset;
    std::string bytes;
    bool cut;
};

struct Tracked {
    bool is_safe = false; ///< was ever synced; before that its name may not be there either
    std::string safe;
    std::vector<Pending> pending;
};

} // namespace disk

using disk::Pending;
using disk::Tracked;

namespace {

constexpr std::size_t block = 512; // that a disk writes whole

void apply(std::string& content, std::size_t offset, std::string_view bytes) {
    if (content.size() < offset + bytes.size())
        content.resize(offset + bytes.size());
    std::ranges::copy(bytes, content.begin() + static_cast<std::ptrdiff_t>(offset));
}

void apply(std::string& content, const Pending& change) {
    if (change.cut)
        content.resize(change.offset);
    else
        apply(content, change.offset, change.bytes);
}

} // namespace

struct FaultyDisk::Impl {
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    int changes = 0;
    int fail_at = 0, fail_until = 0, result = SQLITE_OK;
    std::function<void()> call;
    std::map<fs::path, Tracked> files;

    /// The result of a change that is about to be made.
    int begin_change() {
        ++changes;
        return changes >= fail_at && changes < fail_until ? result : SQLITE_OK;
    }

    void end_change() {
        if (call)
            call();
    }
};

namespace {

/// SQLite's handle of a file; the real one's follows it in memory.
struct DiskFile {
    sqlite3_file base;
    FaultyDisk::Impl* disk;
    Tracked* tracked; ///< nullptr: a file without a name, which nobody misses

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

DiskFile& mine(sqlite3_file* file) {
    return *reinterpret_cast<DiskFile*>(file);
}

template <auto member, typename... Values>
int forward(sqlite3_file* file, Values... values) {
    auto* real = mine(file).real();
    return (real->pMethods->*member)(real, values...);
}

int close_file(sqlite3_file* file) {
    return mine(file).real()->pMethods == nullptr ? SQLITE_OK
                                                  : forward<&sqlite3_io_methods::xClose>(file);
}

int write_file(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 offset) {
    auto& self = mine(file);
    if (const int failure = self.disk->begin_change())
        return failure;
    const int result = forward<&sqlite3_io_methods::xWrite>(file, bytes, amount, offset);
    if (result == SQLITE_OK && self.tracked != nullptr)
        self.tracked->pending.push_back(
            {static_cast<std::size_t>(offset),
             {static_cast<const char*>(bytes), static_cast<std::size_t>(amount)},
             false});
    self.disk->end_change();
    return result;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    auto& self = mine(file);
    if (const int failure = self.disk->begin_change())
        return failure;
    const int result = forward<&sqlite3_io_methods::xTruncate>(file, size);
    if (result == SQLITE_OK && self.tracked != nullptr)
        self.tracked->pending.push_back({static_cast<std::size_t>(size), {}, true});
    self.disk->end_change();
    return result;
}

int sync_file(sqlite3_file* file, int flags) {
    auto& self = mine(file);
    if (const int failure = self.disk->begin_change())
        return failure;
    const int result = forward<&sqlite3_io_methods::xSync>(file, flags);
    if (result == SQLITE_OK && self.tracked != nullptr) {
        for (const auto& change : std::exchange(self.tracked->pending, {}))
            apply(self.tracked->safe, change);
        self.tracked->is_safe = true;
    }
    self.disk->end_change();
    return result;
}

constexpr sqlite3_io_methods methods = {
    2, // without memory mapped files, whose changes nobody would see
    close_file,
    forward<&sqlite3_io_methods::xRead, void*, int, sqlite3_int64>,
    write_file,
    truncate_file,
    sync_file,
    forward<&sqlite3_io_methods::xFileSize, sqlite3_int64*>,
    forward<&sqlite3_io_methods::xLock, int>,
    forward<&sqlite3_io_methods::xUnlock, int>,
    forward<&sqlite3_io_methods::xCheckReservedLock, int*>,
    forward<&sqlite3_io_methods::xFileControl, int, void*>,
    forward<&sqlite3_io_methods::xSectorSize>,
    forward<&sqlite3_io_methods::xDeviceCharacteristics>,
    forward<&sqlite3_io_methods::xShmMap, int, int, int, void volatile**>,
    forward<&sqlite3_io_methods::xShmLock, int, int, int>,
    [](sqlite3_file* file) { mine(file).real()->pMethods->xShmBarrier(mine(file).real()); },
    forward<&sqlite3_io_methods::xShmUnmap, int>,
    nullptr,
    nullptr,
};

FaultyDisk::Impl& disk_of(sqlite3_vfs* vfs) {
    return *static_cast<FaultyDisk::Impl*>(vfs->pAppData);
}

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    auto& disk = disk_of(vfs);
    auto& self = *new (file) DiskFile{{&methods}, &disk, nullptr};
    if (name != nullptr && (flags & SQLITE_OPEN_DELETEONCLOSE) == 0) {
        const auto [place, is_new] = disk.files.try_emplace(name);
        self.tracked = &place->second;
        std::error_code none;
        if (is_new && fs::exists(name, none)) {
            self.tracked->safe = read_bytes(name);
            self.tracked->is_safe = true;
        }
    }
    std::memset(static_cast<void*>(self.real()), 0, static_cast<std::size_t>(disk.real->szOsFile));
    const int result = disk.real->xOpen(disk.real, name, self.real(), flags, out_flags);
    if (result != SQLITE_OK && self.real()->pMethods == nullptr)
        file->pMethods = nullptr;
    return result;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int sync) {
    auto& disk = disk_of(vfs);
    if (const int failure = disk.begin_change())
        return failure;
    const int result = disk.real->xDelete(disk.real, name, sync);
    if (result == SQLITE_OK)
        disk.files.erase(name);
    disk.end_change();
    return result;
}

} // namespace

FaultyDisk::FaultyDisk() : impl_(std::make_unique<Impl>()) {
    impl_->real = sqlite3_vfs_find(nullptr);
    auto& vfs = impl_->vfs = *impl_->real;
    vfs.szOsFile = static_cast<int>(sizeof(DiskFile)) + impl_->real->szOsFile;
    vfs.zName = "faulty-disk";
    vfs.pNext = nullptr;
    vfs.pAppData = impl_.get();
    vfs.xOpen = open_file;
    vfs.xDelete = delete_file;
    vfs.xAccess = [](sqlite3_vfs* self, const char* name, int flags, int* result) {
        auto* real = disk_of(self).real;
        return real->xAccess(real, name, flags, result);
    };
    vfs.xFullPathname = [](sqlite3_vfs* self, const char* name, int size, char* out) {
        auto* real = disk_of(self).real;
        return real->xFullPathname(real, name, size, out);
    };
    sqlite3_vfs_register(&vfs, 1);
}

FaultyDisk::~FaultyDisk() {
    sqlite3_vfs_unregister(&impl_->vfs);
    sqlite3_vfs_register(impl_->real, 1);
}

int FaultyDisk::changes() const {
    return impl_->changes;
}

void FaultyDisk::fail(int at, int result, int times) {
    impl_->fail_at = impl_->changes + at;
    impl_->fail_until = impl_->fail_at + times;
    impl_->result = result;
}

void FaultyDisk::heal() {
    impl_->fail_at = impl_->fail_until = 0;
}

void FaultyDisk::on_change(std::function<void()> call) {
    impl_->call = std::move(call);
}

DiskContent FaultyDisk::after_power_loss(const fs::path& folder, std::uint32_t seed) const {
    std::mt19937 random(seed);
    DiskContent content;
    for (const auto& [name, file] : impl_->files) {
        if (name.parent_path() != folder || name.string().ends_with("-shm"))
            continue; // shared memory is made anew
        auto left = file.safe;
        bool any = file.is_safe;
        for (const auto& change : file.pending)
            for (std::size_t at = 0;
                 seed != 0 && at < std::max<std::size_t>(change.bytes.size(), 1); at += block)
                if (random() % 2 == 0) {
                    any = true;
                    if (change.cut)
                        apply(left, change);
                    else
                        apply(left, change.offset + at,
                              std::string_view(change.bytes).substr(at, block));
                }
        if (any)
            content.emplace(name.filename(), std::move(left));
    }
    return content;
}

void write_content(const DiskContent& content, const fs::path& folder) {
    fs::remove_all(folder);
    fs::create_directories(folder);
    for (const auto& [name, bytes] : content)
        write_bytes(folder / name, bytes);
}

} // namespace mw::test
