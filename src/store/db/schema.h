#pragma once

#include <span>

namespace SQLite {
class Database;
}

/// The database file's layout and how an older one becomes the present one. SQL stands in src/store
/// alone: the layout and what several need of it in db, and in each other folder what its files ask
/// or write.
namespace mw::store {

/// SQLite's application_id of our files: the bytes "MWin".
inline constexpr int application_id = 0x4d57696e;

using SchemaStep = void (*)(SQLite::Database& database);

/// steps()[n] brings a file from user_version n to n + 1; step 0 makes a new one. Each within a
/// transaction with foreign keys off, so that a table may be made anew under its name.
std::span<const SchemaStep> schema_steps();

inline int schema_version() {
    return static_cast<int>(schema_steps().size());
}

} // namespace mw::store
