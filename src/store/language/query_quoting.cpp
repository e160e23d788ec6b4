#include "store/language/query_quoting.h"

namespace mw::store {

std::string quoted_exactly(std::string_view value) {
    return '"' + std::string(value.substr(0, value.find('"'))) + '"';
}

std::string quoted_person(std::string_view name, std::string_view email) {
    std::string person;
    if (name.find('"') == std::string_view::npos)
        person.append(name).append(1, ' ');
    return quoted_exactly(person.append(1, '<').append(email).append(1, '>'));
}

std::string query_for_author(std::string_view name, std::span<const std::string> addresses) {
    constexpr std::size_t most = 8;
    if (addresses.empty() || addresses.size() > most)
        return "author:" + quoted_exactly(name);
    std::string query;
    for (const std::string& address : addresses)
        query.append(query.empty() ? "author:" : " OR author:")
            .append(quoted_person(name, address));
    return query;
}

std::string quoted_if_needed(std::string_view value) {
    const bool plain = value.find_first_of(" \t\r\n\v\f\"()") == std::string_view::npos &&
                       !value.empty() && !value.ends_with('*');
    return plain ? std::string(value) : quoted_exactly(value);
}

} // namespace mw::store
