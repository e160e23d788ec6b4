#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

/// zlib streams (RFC 1950) whose size is known beforehand, by libdeflate where the program was
/// built with it (it takes about half the time), else by zlib.
namespace mw::base {

/// CRC-32 (as zlib's) of what follows bytes whose CRC-32 is `before`.
std::uint32_t checksum_of(std::span<const char> bytes, std::uint32_t before = 0);

/// Unpacks streams. One thread at a time.
class Inflater {
public:
    Inflater();
    ~Inflater();
    Inflater(Inflater&&) noexcept;
    Inflater& operator=(Inflater&&) noexcept;

    /// How many bytes the stream at the start of `packed` has, if it gave `plain.size()` bytes, no
    /// more and no fewer, and its checksum is right; else 0. What follows the stream is not looked
    /// at.
    std::size_t inflate(std::span<const char> packed, std::span<char> plain);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Packs streams. One thread at a time.
class Deflater {
public:
    Deflater();
    ~Deflater();
    Deflater(Deflater&&) noexcept;
    Deflater& operator=(Deflater&&) noexcept;

    /// Appends the stream of `plain` to `packed`. Throws std::bad_alloc, also for what is larger
    /// than the library takes.
    void deflate(std::string_view plain, std::string& packed);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace mw::base
