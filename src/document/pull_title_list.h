#pragma once

#include <string_view>

/// How the lines of a pull's message are told apart.
namespace mw::document {

/// "* 'for-linus' of git://…: (23 commits)", above an indented list of titles.
bool starts_title_list(std::string_view line);

bool is_trailer(std::string_view line);

} // namespace mw::document
