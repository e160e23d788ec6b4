#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// What two texts have in common at their ends. Two versions of a file or of a tree are the same
/// for most of their length, gigabytes of them in a release: eight bytes at a time, where
/// std::mismatch() goes byte by byte.
namespace mw::base {

inline std::uint64_t eight_bytes(const char* at) {
    std::uint64_t bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

/// How many bytes both begin with.
inline std::size_t common_start(std::string_view a, std::string_view b) {
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t count = 0;
    while (count + 8 <= most && eight_bytes(a.data() + count) == eight_bytes(b.data() + count))
        count += 8;
    while (count < most && a[count] == b[count])
        ++count;
    return count;
}

/// How many bytes both end with.
inline std::size_t common_end(std::string_view a, std::string_view b) {
    const std::size_t most = std::min(a.size(), b.size());
    const char *const a_end = a.data() + a.size(), *const b_end = b.data() + b.size();
    std::size_t count = 0;
    while (count + 8 <= most && eight_bytes(a_end - count - 8) == eight_bytes(b_end - count - 8))
        count += 8;
    while (count < most && *(a_end - count - 1) == *(b_end - count - 1))
        ++count;
    return count;
}

} // namespace mw::base
