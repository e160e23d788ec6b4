#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>

namespace mw::document {

/// A figure as English articles write it: "9,842".
inline std::string grouped(std::int64_t number) {
    std::string digits = fmt::format("{}", number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;)
        digits.insert(at -= 3, 1, ',');
    return digits;
}

} // namespace mw::document
