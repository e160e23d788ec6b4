#pragma once

#include <cstdint>

namespace mw::git {

/// Why an object's contents are not to be had.
enum class Unread : std::uint8_t {
    none,      ///< they are
    left_out,  ///< a partial clone was made without them
    missing,   ///< they should be there and are not
    damaged,   ///< they are there and make no sense
    too_large, ///< they are there and larger than this program reads
};

} // namespace mw::git
