#include "base/utc_time.h"

#include "base/calendar.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdlib>

namespace mw {

namespace {

/// Cuts a number of exactly `digits` digits off the front.
std::optional<int> take_digits(std::string_view& text, std::size_t digits) {
    int number = 0;
    if (text.size() < digits)
        return std::nullopt;
    const auto* end = text.data() + digits;
    if (std::from_chars(text.data(), end, number).ptr != end || number < 0 || text.front() == '-')
        return std::nullopt;
    text.remove_prefix(digits);
    return number;
}

bool take(std::string_view& text, std::string_view any_of) {
    if (text.empty() || any_of.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

/// The start of a day, month or year: with "-" between the parts, or eight digits in a row.
std::optional<Seconds> take_date(std::string_view& text) {
    using namespace std::chrono;
    constexpr std::string_view compact = "20231103";
    const char* between =
        text.size() == compact.size() && text.find('-') == std::string_view::npos ? "" : "-";
    const auto take_part = [&]() -> std::optional<int> {
        if (text.empty() && *between != '\0')
            return 1;
        if (*between != '\0' && !take(text, between))
            return std::nullopt;
        return take_digits(text, 2);
    };
    const auto y = take_digits(text, 4);
    const auto m = y ? take_part() : std::nullopt;
    const auto d = m ? take_part() : std::nullopt;
    if (!d)
        return std::nullopt;
    const year_month_day date(year(*y), month(static_cast<unsigned>(*m)),
                              day(static_cast<unsigned>(*d)));
    if (!date.ok())
        return std::nullopt;
    return sys_days(date).time_since_epoch() / seconds(1);
}

/// Seconds since 1970, all of the text.
std::optional<Seconds> read_seconds(std::string_view text) {
    Seconds number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<Seconds> take_clock(std::string_view& text) {
    const auto h = take_digits(text, 2);
    if (!h || *h > 23 || !take(text, ":"))
        return std::nullopt;
    const auto m = take_digits(text, 2);
    if (!m || *m > 59)
        return std::nullopt;
    std::optional<int> s = 0;
    if (take(text, ":"))
        s = take_digits(text, 2);
    if (!s || *s > 59)
        return std::nullopt;
    return *h * 3600 + *m * 60 + *s;
}

/// The last second that gmtime(3), which git asks, has a year for.
constexpr Seconds last_time = 67'768'036'191'676'799;

struct Date {
    std::int64_t year = 0, month = 0, day = 0;
};

/// std::chrono's years end at 32767. The Gregorian calendar in eras of 400 years that begin with
/// March, so that a leap day is the last of its year.
Date date_of_day(Seconds day) {
    constexpr Seconds era_length = 146'097, to_march_of_year_0 = 719'468;
    day += to_march_of_year_0;
    const Seconds era = (day >= 0 ? day : day - (era_length - 1)) / era_length;
    const Seconds of_era = day - era * era_length;
    const Seconds year_of_era =
        (of_era - of_era / 1460 + of_era / 36524 - of_era / (era_length - 1)) / 365;
    const Seconds of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const Seconds month_from_march = (5 * of_year + 2) / 153;
    const Seconds month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
            of_year - (153 * month_from_march + 2) / 5 + 1};
}

} // namespace

std::optional<Seconds> parse_time(std::string_view text) {
    constexpr std::size_t least_digits = 9; // of what can be no date
    if (text.starts_with('@'))
        return read_seconds(text.substr(1));
    if (text.size() >= least_digits)
        if (const auto seconds = read_seconds(text))
            return seconds;
    const auto date = take_date(text);
    if (!date || text.empty())
        return date;
    if (!take(text, "T "))
        return std::nullopt;
    const auto clock = take_clock(text);
    take(text, "Z");
    if (!clock || !text.empty())
        return std::nullopt;
    return *date + *clock;
}

base::Message time_forms() {
    return base::Message(
        "Write 2023, 2023-11, 2023-11-03, 2023-11-03T12:00:00 (UTC), or @ and seconds since 1970.");
}

std::string format_time(Seconds time, int zone) {
    if (time > last_time || time < -last_time) {
        time = 0;
        zone = 0;
    }
    const auto digits = std::abs(static_cast<std::int64_t>(zone));
    const auto minutes = digits / 100 * 60 + digits % 100;
    const Seconds local = time + (zone < 0 ? -minutes : minutes) * 60;
    const Seconds day = (local >= 0 ? local : local - (one_day - 1)) / one_day;
    const Seconds second = local - day * one_day;
    const auto date = date_of_day(day);
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02} {}{:04}", date.year, date.month,
                       date.day, second / 3600, second / 60 % 60, second % 60, zone < 0 ? '-' : '+',
                       digits);
}

std::string format_date(Seconds time) {
    const auto text = format_time(time);
    return text.substr(0, text.find(' '));
}

} // namespace mw
