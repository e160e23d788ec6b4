#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mw::document {

/// Writes Markdown from the events of a page, block by block: text gathers until its block ends.
/// Ends without a start, and starts without an end, do no harm. One thread.
class MarkdownBuilder {
public:
    void text(std::string_view text);
    void line_break();
    void rule();
    /// Emphasis: "*", "**" or "~~".
    void mark(std::string_view mark, bool opening);
    void open_link(std::string_view address);
    void close_link();
    void image(std::string_view words, std::string_view address);

    /// Ends the paragraph, if there is one.
    void end_block();
    void open_heading(int level);
    void open_list(bool numbered);
    void close_list();
    void open_item();
    void close_item();
    void open_quote();
    void close_quote();
    void open_code();
    void close_code();
    void open_table();
    void end_cell();
    void end_row();
    void close_table();

    std::string take();

private:
    struct Level {
        enum class Kind { list, item, quote } kind;
        std::string bullet; ///< of a list
        bool fresh = true;  ///< an item whose bullet is still to be written
    };

    void drop_level(Level::Kind kind);
    void write_lines(std::string_view block);
    void write_prefix(bool first_line);
    std::string taken_block();

    std::string markdown_;
    std::string block_; ///< the paragraph so far, as Markdown
    std::vector<Level> levels_;
    int heading_ = 0;
    std::vector<std::string> marks_;
    bool linking_ = false;
    std::string link_;
    std::size_t link_start_ = 0;
    bool in_code_ = false;
    bool in_table_ = false;
    std::vector<std::string> cells_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace mw::document
