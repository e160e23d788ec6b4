#pragma once

#include <string_view>

/// How the lines of a pull's message are told apart.
namespace mw::document {

/// "* 'for-linus' of git://…: (23 commits)", above an indented list of titles.
bool starts_title_list(std::string_view line);

/// "Ann Author (3):", as git-shortlog(1) writes it above titles.
bool starts_shortlog(std::string_view line);

/// Of a request to pull, as git-request-pull(1) writes it: where to pull from, the changed files.
bool is_request(std::string_view line);

/// A signature, of a key or of a mail.
bool ends_message(std::string_view line);

bool is_trailer(std::string_view line);

} // namespace mw::document
