#pragma once

#include "store/model/outline_records.h"

#include <cstddef>
#include <functional>
#include <string>

namespace mw::document {

/// What a commit's message says below its subject.
using MessageOf = std::function<std::string(store::RowId commit)>;

/// An outline as nested lists of Markdown: each node an item with a link to its commit and its
/// figures, the message of a branch merge, which often is the cover letter of what it brought,
/// quoted below it without its trailers. deepest: nodes further down are left out. Any thread.
std::string outline_section(const store::Outline& outline, const MessageOf& message,
                            std::size_t deepest);

} // namespace mw::document
