#pragma once

#include "store/reader.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace mw::document {

/// What a pull's message says in words of its own: without the list of titles that git writes into
/// it, what the merger says of conflicts, the trailers, and the signature. Empty where nothing is
/// left.
std::string prose_of(std::string_view message_body);

/// The prose of the pulls of a release by id; those without any are left out.
std::unordered_map<std::string, std::string> pull_prose(store::Reader& reader,
                                                        store::RowId release);

/// Whether a text has most of the words of a title, near each other, in one of its lines.
bool is_named_in(std::string_view title, std::string_view text);

} // namespace mw::document
