#pragma once

#include "base/error.h"

#include <filesystem>
#include <string>
#include <string_view>

/// Articles as people save them, turned into Markdown, so that everything else knows one form only.
/// Functions for any thread.
namespace mw::document {

/// A file that cannot be read as a document: which, and what to do.
class ReadError : public base::Error {
public:
    using base::Error::Error;
};

enum class DocumentKind { markdown, html, plain };

/// By the file's name; by how the text starts where the name says nothing.
DocumentKind kind_of_article(const std::filesystem::path& file, std::string_view bytes);

/// Markdown of an HTML page. Kept are headings, paragraphs, lists, quotes, tables, preformatted
/// text, emphasis and links; scripts, styles, the head, forms and frames are dropped with all that
/// is in them; a page nested deeper than 512 elements ends there. libxml2 reads it (Debian has
/// updates for it, gumbo's project is closed, tidy rewrites what it reads); its events are used, so
/// that no tree of a hostile page is built. bytes: as saved, the page's own charset counts.
std::string markdown_of_html(std::string_view bytes);

/// Markdown of a text whose paragraphs are separated by blank lines, as mails and text browsers
/// have it; bullets stay lists, everything else stays what it reads.
std::string markdown_of_plain(std::string_view text);

/// The Markdown of a file of any kind, at most 64 MiB. Throws ReadError.
std::string read_article(const std::filesystem::path& file);

/// As above, for bytes already read.
std::string markdown_of(DocumentKind kind, std::string_view bytes);

} // namespace mw::document
