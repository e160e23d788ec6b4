#include "store/rows/employers.h"

#include "base/text.h"
#include "store/rows/people.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace mw::store {

namespace {

constexpr std::string_view employer_blanks = " \t\r";

std::string_view without_employer_blanks(std::string_view text) {
    return trimmed(text, employer_blanks);
}

/// Takes a word, or what stands between quotes, off the front.
std::string_view take_employer_word(std::string_view& line) {
    line = without_employer_blanks(line);
    const bool quoted = line.starts_with('"') && line.find('"', 1) != std::string_view::npos;
    const auto end = quoted ? line.find('"', 1) : line.find_first_of(employer_blanks);
    const auto word = line.substr(quoted ? 1 : 0, quoted ? end - 1 : end);
    line = end == std::string_view::npos ? std::string_view() : line.substr(quoted ? end + 1 : end);
    line = without_employer_blanks(line);
    return word;
}

} // namespace

Employers::Employers(std::string_view text) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = without_employer_blanks(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && !line.starts_with('#'))
            ++(add_line(line) ? lines_.read : lines_.unread);
    }
    for (auto& [name, terms] : terms_)
        std::ranges::stable_sort(terms, {}, &Term::until);
}

bool Employers::add_line(std::string_view line) {
    const auto name = take_employer_word(line);
    if (name == "alias") {
        const auto variant = take_employer_word(line), meant = take_employer_word(line);
        if (variant.empty() || meant.empty())
            return false;
        aliases_.insert_or_assign(lower_case(variant), lower_case(meant));
        return true;
    }
    Seconds until = std::numeric_limits<Seconds>::max();
    if (const auto sign = line.find('<'); sign != std::string_view::npos) {
        const auto day = parse_time(without_employer_blanks(line.substr(sign + 1)));
        if (!day)
            return false;
        until = *day;
        line = without_employer_blanks(line.substr(0, sign));
    }
    if (name.empty() || line.empty())
        return false;
    terms_[lower_case(name)].push_back({std::string(line), until});
    return true;
}

Employers Employers::load(SQLite::Database& database) {
    SQLite::Statement select(database, "SELECT text FROM employer_map");
    return select.executeStep() ? Employers(select.getColumn(0).getString()) : Employers();
}

std::string_view Employers::at(const std::string& name, Seconds moment) const {
    const auto known = terms_.find(name);
    if (known == terms_.end())
        return {};
    const auto term = std::ranges::find_if(
        known->second, [moment](const Term& candidate) { return moment < candidate.until; });
    return term == known->second.end() ? std::string_view() : term->employer;
}

std::string_view Employers::of(std::string_view address, Seconds moment) const {
    std::string name = lower_case(address);
    if (const auto alias = aliases_.find(name); alias != aliases_.end())
        name = alias->second;
    if (const auto employer = at(name, moment); !employer.empty())
        return employer;
    for (auto domain = mail_domain(name); !domain.empty();) {
        if (const auto employer = at(domain, moment); !employer.empty())
            return employer;
        const auto dot = domain.find('.');
        domain.erase(0, dot == std::string::npos ? dot : dot + 1);
    }
    return {};
}

} // namespace mw::store
