#pragma once

#include <cstdlib>

namespace mw::git {

/// Null where it is not set. git's settings are read once, before threads of ours change any.
inline const char* environment_variable(const char* name) {
    return std::getenv(name); // NOLINT(concurrency-mt-unsafe)
}

} // namespace mw::git
