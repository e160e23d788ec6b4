#include "store/language/query_quoting.h"

namespace mw::store {

std::string in_quotes(std::string_view value) {
    std::string text(1, '"');
    for (const char c : value)
        text.append(c == '"' ? 2 : 1, c);
    return text + '"';
}

std::string quoted_if_needed(std::string_view value) {
    const bool plain = value.find_first_of(" \t\r\n\v\f\"()") == std::string_view::npos &&
                       !value.empty() && value.find('*') == std::string_view::npos &&
                       !value.starts_with('=');
    return plain ? std::string(value) : in_quotes(value);
}

std::string whole_term(std::string_view field, std::string_view value) {
    return std::string(field).append(":=").append(in_quotes(value));
}

} // namespace mw::store
