#pragma once

#include "store/db/connection.h"
#include "store/user/access.h"

namespace mw::store {

inline Connection::Mode mode_of(Access access) {
    return access == Access::read ? Connection::Mode::read : Connection::Mode::write;
}

} // namespace mw::store
