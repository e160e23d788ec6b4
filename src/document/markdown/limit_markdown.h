#pragma once

#include <string>
#include <string_view>

namespace mw::document {

/// Markdown that cannot take a parser more than time in proportion to its length. Documents as
/// people write them come out as they went in; what is beyond any of these limits loses its meaning
/// as Markdown and stays as text:
///   - a line inside 32 quotes and lists, or indented by 200 columns
///   - the line with which a paragraph gets more than 4,000 of the characters that inline markup is
///     made of, and those after it; fewer, but 200 at least, where paragraphs of that many marks
///     and of that length would take the parser seconds
///   - a table of more than 64 columns; more than 50 rows of dashes between two blank lines
///   - link definitions whose use would make the document a hundred times longer
/// Line numbers stay. cmark-gfm 0.29.0.gfm.6, Debian 12's, takes minutes for some of these
/// (upstream advisories GHSA-66g8-4hjf-77xh, GHSA-r572-jvj2-3m8p, GHSA-w4qg-3vf7-m9x5 and others).
/// text: as decode_text() leaves it.
std::string limit_markdown(std::string_view text);

} // namespace mw::document
