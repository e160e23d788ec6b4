#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

/// Numbers written seven bits a byte, the lowest first, with the eighth bit on all but the last
/// (LEB128, as protobuf's varints).
namespace mw::base {

inline void put_number(std::string& bytes, std::uint64_t number) {
    for (; number >= 0x80; number >>= 7)
        bytes += static_cast<char>(0x80 | (number & 0x7f));
    bytes += static_cast<char>(number);
}

/// Takes a number off the start; what is damaged ends at the end.
inline std::uint64_t take_number(std::string_view& bytes) {
    std::uint64_t number = 0;
    for (unsigned shift = 0; !bytes.empty() && shift < 64; shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        number |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
        if (byte < 0x80)
            break;
    }
    return number;
}

/// Takes bytes off the start, as many as there are.
inline std::string_view take_bytes(std::string_view& bytes, std::uint64_t count) {
    const auto taken = bytes.substr(0, std::min<std::uint64_t>(count, bytes.size()));
    bytes.remove_prefix(taken.size());
    return taken;
}

/// How many numbers stand one after the other.
inline std::int64_t count_numbers(std::string_view bytes) {
    return std::ranges::count_if(
        bytes, [](char byte) { return (static_cast<unsigned char>(byte) & 0x80) == 0; });
}

} // namespace mw::base
