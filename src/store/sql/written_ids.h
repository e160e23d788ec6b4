#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Commit ids as messages write them: hex digits, seven of them or more.
namespace mw::store {

inline constexpr std::size_t least_written_digits = 7;

/// The first and the last id that begin with some digits: raw bytes, 20 of the last, of the first
/// what is known.
struct IdRange {
    std::string first, last;
};

/// Nothing where they are no digits, or too many.
std::optional<IdRange> id_range(std::string_view digits);

/// SQL that is true where the text in a column and these digits may mean the same commit: one
/// begins with the other. Throws std::invalid_argument for what are no hex digits.
std::string means_same_commit(std::string_view column, std::string_view digits);

} // namespace mw::store
