#pragma once

#include <cstdint>
#include <string_view>

namespace mw::base {

/// FNV-1a with 64 bits (draft-eastlake-fnv): for what is stored and compared later, because it is
/// the same in every program and on every machine, which std::hash need not be. It tells contents
/// apart and protects from nobody. Goes on from an earlier text's hash.
constexpr std::uint64_t stable_hash(std::string_view text,
                                    std::uint64_t hash = 0xcbf29ce484222325) {
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return hash;
}

} // namespace mw::base
