#pragma once

#include <span>
#include <string_view>

namespace mw::fuzz {

/// A function that reads what strangers wrote. It takes any bytes and returns; an exception that it
/// is not meant to throw, a result that may not be, a crash or a finding of a sanitizer is a fault.
struct Target {
    const char* name; ///< also of its folder of seeds
    void (*run)(std::string_view bytes);
};

std::span<const Target> targets();

/// Null for a name that none has.
const Target* target_of(std::string_view name);

/// For targets: ends the program where a result may not be.
void must(bool fine, const char* what);

} // namespace mw::fuzz
