#pragma once

#include <string>
#include <string_view>

namespace mw::git {

bool is_utf8(std::string_view bytes);

/// What `git log` makes of bytes of a stated encoding before it looks at them: UTF-8 where they can
/// be converted, else the bytes as they are.
std::string reencoded(std::string_view bytes, std::string_view encoding);

/// Valid UTF-8 from bytes of a stated encoding (a commit's `encoding` header; empty: UTF-8). Bytes
/// that are not valid in it are read as Latin-1, the usual cause in kernel history; NUL bytes,
/// which git cuts a message at, end the text.
std::string to_utf8(std::string_view bytes, std::string_view encoding = {});

/// A path as text: as it is where it is valid UTF-8; each byte that is not is written as git quotes
/// it, "\\351", and a backslash that would read as such a byte as "\\134", so that different paths
/// stay different. path_bytes() is the way back.
std::string path_text(std::string_view path);
std::string path_bytes(std::string_view text);

/// A path's bytes as git prints them with core.quotePath, as it is by default (git-config(1),
/// quote_c_style() of git's quote.c): in quotes, with control characters, quotes, backslashes and
/// all bytes beyond ASCII escaped, where it has any of them.
std::string quoted_path(std::string_view path);

} // namespace mw::git
