#pragma once

#include "store/model/outline_records.h"
#include "store/model/project.h"

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>

namespace mw::document {

/// What a commit's message says below its subject.
using MessageOf = std::function<std::string(store::RowId commit)>;

/// An outline as nested lists of Markdown: each node an item with a link to its commit and its
/// figures, the message of a branch merge, which often is the cover letter of what it brought,
/// quoted below it without its trailers. deepest: nodes further down are left out. Any thread.
std::string outline_section(const store::Outline& outline, const MessageOf& message,
                            std::size_t deepest, const store::Project& project = {});

/// The same as nested lists of HTML.
void write_outline_html(const store::Outline& outline, const MessageOf& message,
                        const store::Project& project, std::ostream& out);

/// What is left of an outline when of its commits only the wanted ones are, and of the others those
/// that one of them stands below; with the sums of what is left. Any thread.
store::Outline part_of_outline(const store::Outline& outline,
                               const std::function<bool(const store::OutlineNode& node)>& wanted);

} // namespace mw::document
