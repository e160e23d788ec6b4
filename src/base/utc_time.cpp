#include "base/utc_time.h"

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

std::optional<Seconds> take_date(std::string_view& text) {
    using namespace std::chrono;
    const auto y = take_digits(text, 4);
    if (!y || !take(text, "-"))
        return std::nullopt;
    const auto m = take_digits(text, 2);
    if (!m || !take(text, "-"))
        return std::nullopt;
    const auto d = take_digits(text, 2);
    if (!d)
        return std::nullopt;
    const year_month_day date(year(*y), month(static_cast<unsigned>(*m)),
                              day(static_cast<unsigned>(*d)));
    if (!date.ok())
        return std::nullopt;
    return sys_days(date).time_since_epoch() / seconds(1);
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

} // namespace

std::optional<Seconds> parse_time(std::string_view text) {
    Seconds number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size())
        return number;
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

std::string format_time(Seconds time, int offset) {
    using namespace std::chrono;
    const sys_seconds local{seconds(time + offset * 60)};
    const auto day = floor<days>(local);
    const year_month_day date(day);
    const hh_mm_ss clock(local - day);
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02} {}{:02}{:02}",
                       static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count(), offset < 0 ? '-' : '+',
                       std::abs(offset) / 60, std::abs(offset) % 60);
}

} // namespace mw
