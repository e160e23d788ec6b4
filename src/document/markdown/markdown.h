#pragma once

#include "base/error.h"
#include "document/markdown/reference.h"

#include <cstddef>
#include <functional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

/// Markdown, shown: the HTML that a QTextBrowser reads, and what the document says of commits.
/// Lines count from 1, offsets and lengths are bytes; both are those of the text given.
namespace mw::document {

/// A heading. Anchors are names of places in the HTML.
struct Heading {
    int level = 1;
    std::string text, anchor;
    int line = 0;
};

inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// A paragraph, list item, table row, heading or code block.
struct Entry {
    int line = 0, last_line = 0;
    std::string words; ///< its text without markup, spaces joined, cut after 1,000 bytes
    std::string lead;  ///< the bold words that it starts with, without a colon; empty where none
    std::size_t heading = nowhere; ///< the heading it stands under, an index into the outline
    bool item = false;             ///< it is a list item, or part of one
    bool is_heading = false;
    /// Its references, indices into Rendered::references: first and one past the last.
    std::size_t first_reference = 0, end_reference = 0;
    std::vector<std::string> documents; ///< files of the kernel's documentation that it links
};

/// A place where the document points at a commit.
struct Reference {
    std::string id; ///< 7 to 40 lower-case digits
    int line = 0;
    std::size_t offset = 0; ///< of the id's first digit
    std::size_t entry = 0;  ///< an index into Rendered::entries
    std::string anchor;     ///< name of the place in the HTML
};

struct Rendered {
    std::string title; ///< the first heading of level one, else the first heading
    std::string html;  ///< a fragment: no html or body element around it
    std::vector<Heading> outline;
    std::vector<Entry> entries;
    std::vector<Reference> references;
};

struct RenderOptions {
    /// Whether there is a commit to open, asked once for every id. Links to the others get the
    /// class "unknown". Empty: all are known.
    std::function<bool(const std::string& id)> known;
};

/// The document is too large to be shown; the message has the limit.
class TooLarge : public base::Error {
public:
    using base::Error::Error;
};

/// Work was stopped by its stop token.
class Stopped : public base::Error {
public:
    using base::Error::Error;
    Stopped() : Error("Showing the document was stopped.") {}
};

/// At most so many bytes from a text's start, up to an empty line outside of code: what can be
/// shown while the whole is still being rendered. Empty where there is no such line.
std::string_view start_of(std::string_view text, std::size_t bytes);

/// Shows CommonMark with tables, autolinks and strikethrough. The HTML has these elements alone: h1
/// to h6, p, blockquote, ul, ol, li, pre, code, table, tr, th, td, strong, em, s, hr, br and a, the
/// latter with name, class ("unknown", "commit", "kerneldoc", "web") and an href of link_of().
/// Images become links to them, raw HTML becomes text, nothing in the result makes a browser fetch
/// anything. Nesting and the length of paragraphs are bounded, and long lists and tables are
/// written in pieces, for the sake of the widget.
///
/// text: of decode_text(), at most 64 MiB. Takes time in proportion to the text whatever is in it.
/// May be called from any thread; calls take turns where the parser needs that. Throws TooLarge,
/// Stopped.
Rendered render_markdown(std::string_view text, const RenderOptions& options = {},
                         std::stop_token stop = {});

} // namespace mw::document
