#pragma once

#include "store/language/query_parser.h"
#include "store/model/code_records.h"

#include <optional>

namespace mw::store {

/// The text that a term asks for in lines, where it is more than an identifier. Any thread.
std::optional<CodeText> code_text_of(const QueryNode& term);

} // namespace mw::store
