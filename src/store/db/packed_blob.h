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

/// False for damaged bytes, of which nothing is to be used.
inline bool unpack_blob(base::Inflater& inflater, std::string_view packed, std::string& plain) {
    // Deflate packs no more into a byte than four of its longest matches, of 258 bytes.
    constexpr std::uint64_t most_of_a_byte = 1'032;
    const auto bytes = base::take_number(packed);
    if (bytes > packed.size() * most_of_a_byte)
        return false;
    plain.resize(bytes);
    return !packed.empty() && inflater.inflate(packed, plain) == packed.size();
}

} // namespace mw::store
