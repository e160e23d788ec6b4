#pragma once

#include <string>
#include <string_view>

namespace mw::document {

/// Text that Markdown shows as it is: characters that mean something have a backslash. Addresses
/// stay whole, so that they become links. One line or several; a line that would start a list, a
/// heading or the like does not.
std::string markdown_text(std::string_view text);

/// "[words](<address>)".
std::string markdown_link(std::string_view escaped_words, std::string_view address);

} // namespace mw::document
