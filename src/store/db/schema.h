#pragma once

#include <span>

/// The database file's layout and how an older one becomes the present one. SQL stands here, in the
/// reader and the writers, and in the files of this folder that ask one thing each: searches in
/// query_sql.cpp, word_sql.cpp, common_phrases.cpp, query_search.cpp, facets.cpp and
/// completion.cpp; charts and comparisons in figures.cpp, comparison.cpp, people_sql.h and
/// change_homes.cpp; what merges brought and documents mention in release_merges.cpp and
/// mention_index.cpp.
namespace mw::store {

/// SQLite's application_id of our files: the bytes "MWin".
inline constexpr int application_id = 0x4d57696e;

/// steps()[n] brings a file from user_version n to n + 1; step 0 makes a new one.
std::span<const char* const> schema_steps();

inline int schema_version() {
    return static_cast<int>(schema_steps().size());
}

} // namespace mw::store
