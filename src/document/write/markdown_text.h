#pragma once

#include <string>
#include <string_view>

/// Text of other people as Markdown (CommonMark with GitHub's tables, strikethrough and autolinks)
/// that means the very same text: whatever is markup in it has a backslash, blanks at the start of
/// a line are kept, invisible characters are marked as base::visible_text() does. Plain functions;
/// any thread.
namespace mw::document {

/// One line or several of a paragraph, a list's item, a heading or a table's cell. Addresses (http,
/// https, ftp and www.) become links to just what they are, whatever stands around them.
std::string markdown_text(std::string_view text);

/// The same without links: for the words of one.
std::string markdown_words(std::string_view text);

/// "[words](<address>)".
std::string markdown_link(std::string_view escaped_words, std::string_view address);

/// A block of code with a fence around it: lines as they are, their blanks too. Ends with a
/// newline.
std::string markdown_code(std::string_view text);

} // namespace mw::document
