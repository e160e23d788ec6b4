#pragma once

#include <string>
#include <string_view>

namespace mw::git {

bool is_utf8(std::string_view bytes);

/// Valid UTF-8 from bytes of a stated encoding (a commit's `encoding` header; empty: UTF-8). Bytes
/// that are not valid in it are read as Latin-1, the usual cause in kernel history; NUL bytes,
/// which git cuts a message at, end the text.
std::string to_utf8(std::string_view bytes, std::string_view encoding = {});

/// A path as text: as it is where it is valid UTF-8; otherwise each byte that is not is written as
/// git quotes it, "\\351", so that different paths stay different.
std::string path_text(std::string_view path);

} // namespace mw::git
