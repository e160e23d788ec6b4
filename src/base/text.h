#pragma once

#include <string>
#include <string_view>

namespace mw {

/// The text of a document's file as UTF-8, whatever it was saved as: UTF-8, UTF-16 with a byte
/// order mark or plainly without one, or else Windows-1252, which old articles and mails are in.
/// Line ends become '\n'; NUL and other control characters but tab become U+FFFD, so that nothing
/// hides in the text. Lines keep their numbers. Any bytes are accepted.
std::string decode_text(std::string_view bytes);

/// Cuts at a character's end, at most so many bytes, and says so with an ellipsis.
std::string shortened(std::string_view text, std::size_t bytes);

/// ASCII letters only, which is all that URLs, ids and HTML names need.
std::string lower_case(std::string_view text);

/// Without what is among `blanks` at either end: formats do not agree on what a blank is.
std::string_view trimmed(std::string_view text, std::string_view blanks);

} // namespace mw
