#pragma once

#include <string>

/// What somebody wrote, appended to a draft as a quotation in Markdown below a list's entry. Any
/// text is quoted as it reads: nothing in it acts as Markdown.
namespace mw::document {

/// A note, as the person broke and indented its lines.
void quote_lines(std::string& out, const std::string& text);

/// A pull request or a cover letter: paragraphs and lists, broken into lines for no width; the
/// beginning alone of a long one.
void quote_prose(std::string& out, const std::string& prose);

} // namespace mw::document
