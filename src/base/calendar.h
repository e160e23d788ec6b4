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

/// A day as parse_time() reads it: "@" and seconds where its year has not four digits.
inline std::string day_to_read(Seconds time) {
    constexpr Seconds year_0 = -62'167'219'200, year_10000 = 253'402'300'800;
    return time < year_0 || time >= year_10000 ? '@' + std::to_string(time) : date_of(time);
}

/// Finds what landed in the stretch of that length, in the query language.
inline std::string landed_query(Seconds start, Seconds length) {
    return "landed-after:" + day_to_read(start) + " landed-before:" + day_to_read(start + length);
}

} // namespace mw
