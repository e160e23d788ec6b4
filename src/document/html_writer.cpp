#include "document/html_writer.h"

#include "document/html.h"

#include <algorithm>

namespace mw::document {

namespace {

constexpr std::size_t deepest_block = 24, deepest_inline = 8;
// A widget lays a paragraph out as a whole; one of a megabyte takes it seconds.
constexpr std::size_t longest_leaf = 16 << 10;

} // namespace

void HtmlWriter::open_block(std::string_view element, std::string_view attributes) {
    const bool written = written_blocks_ < deepest_block;
    blocks_.push_back(written);
    if (!written)
        return;
    ++written_blocks_;
    html_.append("<").append(element).append(attributes).append(">\n");
}

void HtmlWriter::close_block(std::string_view element) {
    if (blocks_.back()) {
        --written_blocks_;
        html_.append("</").append(element).append(">\n");
    }
    blocks_.pop_back();
}

void HtmlWriter::open_leaf(std::string_view element, std::string_view attributes) {
    leaf_ = element;
    leaf_bytes_ = 0;
    html_.append("<").append(element).append(attributes).append(">");
}

void HtmlWriter::close_leaf() {
    html_.append("</").append(leaf_).append(">\n");
    leaf_.clear();
}

void HtmlWriter::open_inline(std::string_view element) {
    if (inline_depth_++ < deepest_inline)
        html_.append("<").append(element).append(">");
}

void HtmlWriter::close_inline(std::string_view element) {
    if (--inline_depth_ < deepest_inline)
        html_.append("</").append(element).append(">");
}

void HtmlWriter::place(std::string_view name) {
    html_.append("<a name=\"").append(name).append("\"></a>");
}

void HtmlWriter::open_link(std::string_view target, std::string_view css_class,
                           std::string_view name) {
    in_link_ = true;
    html_ += "<a";
    if (!name.empty())
        html_.append(" name=\"").append(name).append("\"");
    html_.append(" class=\"").append(css_class).append("\" href=\"");
    append_html(html_, target);
    html_ += "\">";
}

void HtmlWriter::close_link() {
    in_link_ = false;
    html_ += "</a>";
}

void HtmlWriter::break_line() {
    leaf_bytes_ = 0;
    if (leaf_ == "pre")
        html_ += '\n';
    else if (leaf_ == "p" && inline_depth_ == 0 && !in_link_)
        html_ += "</p>\n<p>";
    else
        html_ += "<br>";
}

void HtmlWriter::piece(std::string_view text) {
    if (leaf_ == "pre")
        if (const auto line_end = text.rfind('\n'); line_end != std::string_view::npos)
            leaf_bytes_ = 0;
    leaf_bytes_ += text.size();
    append_html(html_, text);
    if (leaf_bytes_ >= longest_leaf)
        break_line();
}

void HtmlWriter::text(std::string_view text) {
    constexpr std::size_t longest_piece = 4096;
    while (!text.empty()) {
        auto end = std::min(longest_piece, text.size());
        while (end < text.size() && end > 1 &&
               (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
            --end;
        piece(text.substr(0, end));
        text.remove_prefix(end);
    }
}

} // namespace mw::document
