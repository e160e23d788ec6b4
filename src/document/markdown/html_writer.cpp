#include "document/markdown/html_writer.h"

#include "base/visible_text.h"
#include "document/markdown/html.h"

#include <algorithm>
#include <utility>

namespace mw::document {

namespace {

constexpr std::size_t deepest_block = 24, deepest_inline = 8;
// A widget lays a paragraph out as a whole; one of a megabyte takes it seconds. Lines of a pre are
// not wrapped, so that a hundred of them come at once.
constexpr std::size_t longest_leaf = 8 << 10, longest_line = 1 << 10;
/// So far back a place between two words is looked for.
constexpr std::size_t longest_word = 256;
/// A longer word is not broken, so that who shows it can cut it as one.
constexpr std::size_t longest_broken_word = 1000;

bool is_word_letter(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

/// The word that goes over that place, if it is so long that it stays whole; otherwise nothing.
std::string_view long_word_at(std::string_view text, std::size_t place) {
    auto begin = place, end = place;
    while (begin > 0 && is_word_letter(text[begin - 1]))
        --begin;
    while (end < text.size() && is_word_letter(text[end]))
        ++end;
    return end - begin > longest_broken_word ? text.substr(begin, end - begin) : std::string_view();
}

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
    // Words of a list's item need no element, and there are many of them.
    if (element != bare_leaf)
        html_.append("<").append(element).append(attributes).append(">");
}

void HtmlWriter::close_leaf() {
    if (std::exchange(broken_, false))
        end_tag("p");
    if (leaf_ != bare_leaf)
        end_tag(leaf_);
    html_ += '\n';
    leaf_.clear();
}

void HtmlWriter::open_inline(std::string_view element) {
    if (inline_depth_++ >= deepest_inline)
        return;
    begin_inline(element, {});
}

void HtmlWriter::close_inline(std::string_view element) {
    if (--inline_depth_ >= deepest_inline)
        return;
    end_tag(element);
    open_.pop_back();
}

void HtmlWriter::place(std::string_view name) {
    html_.append("<a name=\"").append(name).append("\"></a>");
}

void HtmlWriter::open_link(std::string_view target, std::string_view css_class,
                           std::string_view name) {
    std::string attributes = " class=\"";
    attributes.append(css_class).append("\" href=\"");
    append_html(attributes, target);
    attributes += '"';
    in_link_ = true;
    if (name.empty()) {
        begin_inline("a", std::move(attributes));
        return;
    }
    html_.append("<a name=\"").append(name).append("\"").append(attributes).append(">");
    open_.push_back({"a", std::move(attributes)});
}

void HtmlWriter::close_link() {
    in_link_ = false;
    end_tag("a");
    open_.pop_back();
}

void HtmlWriter::begin_inline(std::string_view element, std::string attributes) {
    html_.append("<").append(element).append(attributes).append(">");
    open_.push_back({std::string(element), std::move(attributes)});
}

/// Ends the widget's paragraph, whatever is open in it, and goes on in another that looks like it.
void HtmlWriter::break_line() {
    leaf_bytes_ = 0;
    if (leaf_ == "pre") {
        html_ += '\n';
        return;
    }
    for (auto element = open_.rbegin(); element != open_.rend(); ++element)
        end_tag(element->name);
    // A cell, and the words of a list's item, stay what they are around several paragraphs.
    const bool stays = leaf_ == "td" || leaf_ == "th" || leaf_ == bare_leaf;
    if (!stays || broken_)
        end_tag(stays ? "p" : leaf_);
    html_.append("\n<").append(stays ? "p" : leaf_).append(">");
    broken_ = stays;
    for (const auto& element : open_)
        html_.append("<").append(element.name).append(element.attributes).append(">");
}

void HtmlWriter::text(std::string_view text) {
    const bool code = leaf_ == "pre";
    const auto longest = code ? longest_line : longest_leaf;
    while (!text.empty()) {
        auto end = std::min(longest - leaf_bytes_, text.size());
        std::size_t cut = 0; // of what is appended, what nobody will see
        const auto line_end = code ? text.substr(0, end).rfind('\n') : std::string_view::npos;
        if (line_end != std::string_view::npos) {
            end = line_end + 1;
        } else if (end < text.size()) {
            if (const auto space = text.substr(0, end).rfind(' ');
                space != std::string_view::npos && space + longest_word > end)
                end = space + 1;
            if (const auto word = long_word_at(text, end); !word.empty()) {
                end = static_cast<std::size_t>(word.end() - text.begin());
                cut = word.size() - longest_broken_word;
            }
            const auto wanted = end;
            while (end > 0 && end < text.size() &&
                   (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
                --end;
            if (end == 0 && leaf_bytes_ > 0) {
                break_line(); // there is no room for the next character
                continue;
            }
            end = end == 0 ? wanted : end; // no character at all
        }
        append_html(html_, base::visible_text(text.substr(0, end)));
        leaf_bytes_ = line_end != std::string_view::npos ? 0 : leaf_bytes_ + end - cut;
        text.remove_prefix(end);
        if (leaf_bytes_ >= longest ||
            (!text.empty() && cut == 0 && line_end == std::string_view::npos))
            break_line();
    }
}

} // namespace mw::document
