#pragma once

#include <span>
#include <string>
#include <string_view>

namespace mw::store {

/// A value as a query names it where it must match as a whole: in quotes. A value that holds a
/// quote itself is cut before it, as no value can hold one.
std::string quoted_exactly(std::string_view value);

/// One person and no other of that name: "Name <address>"; the address alone where the name holds a
/// quote.
std::string quoted_person(std::string_view name, std::string_view email);

/// What one person wrote, whatever address they wrote from; by name alone where there are more
/// addresses than a person wants to read.
std::string query_for_author(std::string_view name, std::span<const std::string> addresses);

/// A value as a person would write it: in quotes only where it needs them.
std::string quoted_if_needed(std::string_view value);

} // namespace mw::store
