#pragma once

#include <sqlite3.h>

namespace mw::store {

/// The part of FTS5 that splits texts into words, as SQLite hands it out for one connection.
/// Throws SQLite::Exception where SQLite has no FTS5.
struct WordSplitter {
    fts5_api* api = nullptr;
    void* context = nullptr;
    fts5_tokenizer functions{};

    /// The one named unicode61.
    static WordSplitter of(sqlite3* database);
};

/// What search tables are made with, beside the tokenizer's name.
inline constexpr const char* splitter_name = "unicode61";
inline constexpr const char* splitter_options[] = {"remove_diacritics", "2"};

} // namespace mw::store
