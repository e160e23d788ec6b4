#pragma once

#include <cstddef>
#include <string_view>

namespace mw::document {

/// Bytes of the web address that starts at a place of a text, as people write them into messages:
/// "http://", "https://", "ftp://" or "www." and what follows, without the punctuation behind it
/// and without a bracket that was opened before it. 0 where there is none.
std::size_t web_address_length(std::string_view text, std::size_t at);

} // namespace mw::document
