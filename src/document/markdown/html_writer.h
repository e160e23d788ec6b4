#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mw::document {

/// Writes the HTML of a document so that a widget can lay it out: elements that nest too deep are
/// left out (their content stays), and a paragraph without an end is broken into several.
class HtmlWriter {
public:
    /// Elements around paragraphs.
    void open_block(std::string_view element, std::string_view attributes = {});
    void close_block(std::string_view element);

    /// Of words in a list's item without a paragraph of their own.
    static constexpr std::string_view bare_leaf = "bare";

    /// A paragraph, heading, cell, pre or bare_leaf. Content may only be written inside one.
    void open_leaf(std::string_view element, std::string_view attributes = {});
    void close_leaf();

    void open_inline(std::string_view element);
    void close_inline(std::string_view element);

    /// A place to scroll to, at the start of what follows.
    void place(std::string_view name);
    /// No link may be open.
    void open_link(std::string_view target, std::string_view css_class, std::string_view name = {});
    void close_link();

    void text(std::string_view text);
    void raw(std::string_view html) { html_ += html; }

    bool in_leaf() const { return !leaf_.empty(); }
    bool in_link() const { return in_link_; }
    std::string take() { return std::move(html_); }

private:
    struct Inline {
        std::string name, attributes; ///< without the name of a place
    };

    void break_line();
    void begin_inline(std::string_view element, std::string attributes);
    void end_tag(std::string_view name) { html_.append("</").append(name).append(">"); }

    std::string html_, leaf_;
    std::vector<bool> blocks_; ///< whether each open block was written
    std::size_t written_blocks_ = 0, inline_depth_ = 0;
    std::vector<Inline> open_; ///< those that were written, a link among them
    bool in_link_ = false;
    std::size_t leaf_bytes_ = 0; ///< text since the leaf, or its last break, started
    bool broken_ = false;        ///< a paragraph is open within the leaf
};

} // namespace mw::document
