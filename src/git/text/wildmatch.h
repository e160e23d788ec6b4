#pragma once

#include <string_view>

namespace mw::git {

/// Whether a pattern of .gitattributes covers a path, as git's wildmatch.c has it with WM_PATHNAME:
/// '*' and '?' stop at '/', "**" between slashes or at an end does not, "[a-z]", "[!a]",
/// "[[:alpha:]]", and '\' before a character that means itself. Steps go by the product of the two
/// lengths, whatever the pattern.
bool wildmatch(std::string_view pattern, std::string_view path);

} // namespace mw::git
