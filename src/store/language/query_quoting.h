#pragma once

#include <string>
#include <string_view>

/// How values are written into the query language of query_parser.h: everything that makes a query
/// for a person (sidebar, facets, charts, completion, menus) asks here.
namespace mw::store {

/// In quotes, whatever the value holds; as a query it means these characters and nothing else.
std::string in_quotes(std::string_view value);

/// The same where the value needs it, else as a person would write it.
std::string quoted_if_needed(std::string_view value);

/// What the whole of the field is: author:="Ann Lee" finds her and no Mary Ann Lee.
std::string whole_term(std::string_view field, std::string_view value);

} // namespace mw::store
