#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>

namespace mw::git {

/// Unpacks zlib streams (RFC 1950) whose size is known beforehand, by libdeflate where the program
/// was built with it (it takes about half the time), else by zlib. One thread at a time.
class Inflater {
public:
    Inflater();
    ~Inflater();
    Inflater(Inflater&&) noexcept;
    Inflater& operator=(Inflater&&) noexcept;

    /// True if a stream at the start of `packed` gave `plain.size()` bytes, no more and no fewer,
    /// and its checksum is right. What follows the stream is not looked at.
    bool inflate(std::span<const char> packed, std::span<char> plain);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace mw::git
