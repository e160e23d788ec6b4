// Paragraphs without an end, broken into several.

#include "document/markdown/html_writer.h"

#include <gtest/gtest.h>

namespace mw::document {
namespace {

TEST(HtmlWriter, BreaksNoCharacterInTwo) {
    // Where the paragraph has room for one byte more, and a character of two comes by itself.
    HtmlWriter writer;
    writer.open_leaf("p");
    const std::string filling((8 << 10) - 1, 'a');
    writer.text(filling);
    writer.text("\u00e9b");
    writer.close_leaf();
    EXPECT_EQ(writer.take(), "<p>" + filling + "</p>\n<p>\u00e9b</p>\n");
}

} // namespace
} // namespace mw::document
