#pragma once

#include <string>
#include <string_view>

namespace mw::git {

bool is_utf8(std::string_view bytes);

/// Valid UTF-8 from bytes of a stated encoding (a commit's `encoding` header; empty: UTF-8). Bytes
/// that are not valid in it are read as Latin-1, the usual cause in kernel history; NUL bytes,
/// which git cuts a message at, end the text.
std::string to_utf8(std::string_view bytes, std::string_view encoding = {});

} // namespace mw::git
