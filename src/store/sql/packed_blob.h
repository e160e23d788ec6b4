#pragma once

#include "base/packed_number.h"
#include "base/zlib_stream.h"

#include <cstdint>
#include <string>
#include <string_view>

/// Packed columns: the number of bytes that were packed (base/packed_number.h), and their zlib
/// stream (RFC 1950).
namespace mw::store {

/// In place of what `packed` holds.
inline void pack_blob(base::Deflater& deflater, std::string_view plain, std::string& packed) {
    packed.clear();
    base::put_number(packed, plain.size());
    deflater.deflate(plain, packed);
}

/// False for damaged bytes, of which nothing is to be used. No more memory is asked for than such
/// bytes can fill and SQLite takes for a value.
inline bool unpack_blob(base::Inflater& inflater, std::string_view packed, std::string& plain) {
    // Deflate packs no more into a byte than four of its longest matches, of 258 bytes.
    constexpr std::uint64_t most_of_a_byte = 1'032;
    constexpr std::uint64_t largest_value = 1'000'000'000; // SQLITE_MAX_LENGTH
    constexpr std::size_t kept = 1 << 20;
    const auto bytes = base::take_number(packed);
    if (bytes > largest_value || bytes > packed.size() * most_of_a_byte)
        return false;
    if (plain.capacity() > kept && bytes <= kept)
        std::string().swap(plain);
    plain.resize(bytes);
    return !packed.empty() && inflater.inflate(packed, plain) == packed.size();
}

} // namespace mw::store
