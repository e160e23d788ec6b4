#pragma once

#include <string_view>

namespace mw::fuzz {

/// A delta: the first byte is the length of its base, which follows.
void delta(std::string_view bytes);

/// The entries of a pack, in which an index knows two: one at the start, one where the first byte
/// says.
void pack(std::string_view bytes);

} // namespace mw::fuzz
