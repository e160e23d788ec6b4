#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mw {

/// UTC seconds since 1970.
using Seconds = std::int64_t;

/// A moment as a person writes it, in UTC: "2023-11-03", "2023-11-03T12:30", "2023-11-03
/// 12:30:15Z", or seconds since 1970. Nothing for anything else, a 30th of February among them.
std::optional<Seconds> parse_time(std::string_view text);

/// "2023-11-03 12:30:15 +0200": the moment as clocks showed it, offset minutes east of UTC.
std::string format_time(Seconds time, int offset = 0);

} // namespace mw
