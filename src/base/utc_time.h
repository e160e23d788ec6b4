#pragma once

#include "base/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mw {

/// UTC seconds since 1970.
using Seconds = std::int64_t;

/// A moment as a person writes it, in UTC: the start of "2023", "2023-11", "2023-11-03" or
/// "20231103"; "2023-11-03T12:30", "2023-11-03 12:30:15Z"; seconds since 1970 behind an "@" or, as
/// in git's date.c, in nine digits or more. Nothing for anything else, a 30th of February among
/// them.
std::optional<Seconds> parse_time(std::string_view text);

/// What to write, for the sentence about a mistake.
base::Message time_forms();

/// "2023-11-03 12:30:15 +0200": the moment as clocks showed it in a zone, which is read as git
/// reads it ("+0200" is 200) and may be as odd as it is there (9999). Times that git's calendar
/// does not reach are 1970, as `git log --date=iso` has them.
std::string format_time(Seconds time, int zone = 0);

/// The date alone, of UTC: "2023-11-03".
std::string format_date(Seconds time);

} // namespace mw
