#pragma once

#include "git/pack/pack_file.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace mw::git {

/// Pieces of packs that were read lately. Objects that are asked for one after the other lie side
/// by side in a pack (git writes commits together and trees together, by time), so that nine of ten
/// entries are in a piece that is here already, and spare a call of the kernel. One thread at a
/// time.
class PackWindows {
public:
    /// What the pack has from an offset on: `entry_bytes` at the least where the pack has as many.
    /// Good until the next call.
    std::string_view at(const PackFile& pack, std::uint64_t offset);

    /// Of packs that are no longer looked into.
    void clear();

    /// The head of an entry, and all of most deltas.
    static constexpr std::size_t entry_bytes = 4096;

private:
    static constexpr std::size_t stride = std::size_t{16} * 1024, length = stride + entry_bytes,
                                 most = 64;

    struct Window {
        const PackFile* pack = nullptr;
        std::uint64_t number = 0; ///< it begins at so many strides
        std::uint64_t used = 0;   ///< by the clock below
        std::size_t size = 0;
        std::unique_ptr<char[]> bytes;
    };

    Window& window(const PackFile& pack, std::uint64_t number);

    std::array<Window, most> windows_;
    std::size_t last_ = 0;
    std::uint64_t clock_ = 0;
};

} // namespace mw::git
