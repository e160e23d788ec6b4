#pragma once

#include "base/utc_time.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mw::store {

/// What stands for an employer that the map does not know; nothing is ever guessed.
inline constexpr std::string_view unknown_employer = "(unknown)";

/// Who worked for whom, as gitdm's maps say it (git://git.lwn.net/gitdm.git, its README and
/// ConfigFile.py). Lines of the text that is parsed and kept:
///
///     ADDRESS-OR-DOMAIN EMPLOYER [< YYYY-MM-DD]    gitdm's EmailMap; with a date: until then
///     alias ADDRESS ADDRESS                        gitdm's EmailAliases: the first is the second
///
/// An address comes before its domain, a longer domain before a shorter; of several lines with
/// dates the first that ends behind the moment counts. Case does not matter. Lines that are neither
/// are counted, not guessed at. One thread at a time.
class Employers {
public:
    /// How many lines of a text say something, and how many cannot be read.
    struct Lines {
        std::size_t read = 0, unread = 0;
    };

    Employers() = default;
    explicit Employers(std::string_view text);

    /// Of the map that the person gave to this database; without one everything is unknown.
    static Employers load(SQLite::Database& database);

    Lines lines() const { return lines_; }
    bool empty() const { return terms_.empty(); }

    /// Empty: unknown. The address is one that a mailmap was asked about.
    std::string_view of(std::string_view address, Seconds moment) const;

private:
    struct Term {
        std::string employer;
        Seconds until = 0; ///< the moment that it ends, itself not included
    };

    bool add_line(std::string_view line);
    std::string_view at(const std::string& name, Seconds moment) const;

    std::unordered_map<std::string, std::vector<Term>> terms_; ///< by address or domain
    std::unordered_map<std::string, std::string> aliases_;
    Lines lines_;
};

} // namespace mw::store
