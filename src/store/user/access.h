#pragma once

#include <cstdint>

namespace mw::store {

/// What a store of a person's things is opened for.
enum class Access : std::uint8_t {
    read,  ///< never changes the file; what would throws Error
    write, ///< makes the file where there is none, migrates an older one after a backup
};

} // namespace mw::store
