#pragma once

#include "store/model/interface_records.h"
#include "store/model/project.h"

#include <span>
#include <string>
#include <string_view>

/// What changed at the edges of a release, in words for an article or an export. Plain functions;
/// any thread.
namespace mw::document {

/// "Configuration symbols", "System calls".
std::string_view interface_title(interfaces::Kind kind);

/// "New configuration symbol FUEL_GAUGE_MM8013: Mitsumi MM8013 fuel gauge".
std::string interface_in_words(const interfaces::InterfaceChange& change);

/// What is said of it in a line: a prompt, "default: n → y"; empty where there is nothing.
std::string interface_remark(const interfaces::InterfaceChange& change);

/// A section in Markdown with a bold line for each kind, what came, went and changed as lists, each
/// with a link to its changeset; at most `most` of each list, then how many more there are. Empty
/// where there are no rows. rows: by kind.
std::string interface_section(std::span<const store::InterfaceRow> rows, std::size_t most,
                              const store::Project& project = {});

} // namespace mw::document
