#pragma once

#include "base/utc_time.h"

#include <string>

/// Days and weeks of UTC, by which landings are counted.
namespace mw {

inline constexpr Seconds one_day = 86'400, one_week = 7 * one_day;

/// The start of the stretch of that length that a moment is in, counted from an origin.
inline Seconds start_of(Seconds time, Seconds length, Seconds origin) {
    const Seconds since = time - origin;
    return origin + (since >= 0 ? since / length : (since - length + 1) / length) * length;
}

inline Seconds day_of(Seconds time) {
    return start_of(time, one_day, 0);
}

inline Seconds monday_of(Seconds time) {
    constexpr Seconds first_monday = 4 * one_day; // 1970-01-05
    return start_of(time, one_week, first_monday);
}

/// "2023-11-03".
inline std::string date_of(Seconds time) {
    return format_date(time);
}

} // namespace mw
