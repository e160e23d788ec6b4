#pragma once

#include "store/read/reader.h"
#include "store/sql/error.h"

#include <optional>
#include <string>

namespace mw::cli {

/// The named release, or without a name the newest. Throws store::Error with the names there are.
store::Release choose_release(store::Reader& reader, const std::string& name);

/// The moment that --as-of or --since names; empty for the empty text. Throws store::Error, also
/// for a release of which nobody knows when its changesets landed.
std::optional<Seconds> moment_of(const std::string& text, const store::Release& release);

/// The mistake in a query with the query below it, and a mark where the mistake is.
[[noreturn]] void throw_with_marker(const store::QueryError& error, const std::string& query);

} // namespace mw::cli
