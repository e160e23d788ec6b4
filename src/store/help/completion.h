#pragma once

#include "store/help/search_help.h"
#include "store/sql/tokenizer.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string_view>

namespace mw::store {

/// Fields by their start; behind a field its values: sections, subsystems, people, releases, paths,
/// trailers and what is: knows. Takes any text, mistakes and all. At most 20 suggestions, the
/// likeliest first. Throws SQLite::Exception.
Completion complete_query(SQLite::Database& database, const Tokenizer& tokenizer,
                          std::string_view text, std::size_t cursor);

} // namespace mw::store
