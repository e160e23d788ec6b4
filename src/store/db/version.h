#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace mw::store {

/// Of the SQLite that runs, which may be another than the one compiled against. Any thread.
std::string library_version();

/// The schema's version in a database file; nothing where there is no such file or it is none of
/// ours. Reads a hundred bytes: where another program has it open, the log beside it may hold a
/// newer one. Any thread.
std::optional<int> schema_of(const std::filesystem::path& file);

} // namespace mw::store
