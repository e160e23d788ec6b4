#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace mw::test {

/// The files of a folder as a power loss at some moment leaves them.
using DiskContent = std::map<std::filesystem::path, std::string>;

/// A disk under SQLite that fails when told to, and that knows what was really on it: SQLite's
/// default VFS for as long as it lives (sqlite.org/vfs.html), which gives everything on to the one
/// that was the default before. Connections are opened and closed within its life. One thread.
class FaultyDisk {
public:
    FaultyDisk();
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    /// How often a file was changed so far: written, cut, made safe (synced), removed.
    int changes() const;

    /// Each change from this one on fails with a result code of SQLite; as many as `changes` counts
    /// from now: 1 is the next one. `times`: how many fail then, before the disk is well again.
    void fail(int at, int result, int times);
    /// It is well again.
    void heal();

    /// Called after every change.
    void on_change(std::function<void()> call);

    /// What is there of a folder's files after the power was lost now. What was synced is there; of
    /// the blocks of 512 bytes that were written since, each is there or not, as `seed` draws; with
    /// 0 none is.
    DiskContent after_power_loss(const std::filesystem::path& folder, std::uint32_t seed) const;

    struct Impl;

private:
    std::unique_ptr<Impl> impl_;
};

/// Writes the files into a folder of its own, under their names.
void write_content(const DiskContent& content, const std::filesystem::path& folder);

} // namespace mw::test
