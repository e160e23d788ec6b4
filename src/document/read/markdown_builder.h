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
    /// terms: one of definitions.
    void open_list(bool numbered, bool terms = false);
    void close_list();
    void open_item();
    void close_item();
    /// In a list of definitions: a term, in bold, or what it means.
    void open_term(bool meaning);
    void close_term();
    void open_quote();
    void close_quote();
    void open_code();
    void close_code();
    /// Code in a line of text; may have links and emphasis in it.
    void open_code_span();
    void close_code_span();
    void open_table();
    /// Comes above the table.
    void open_caption();
    void close_caption();
    void end_cell();
    void end_row();
    void close_table();

    std::string take();

private:
    struct Level {
        enum class Kind { list, item, quote } kind;
        std::string bullet; ///< of a list
        bool fresh = true;  ///< an item whose bullet is still to be written
        bool terms = false; ///< a list of definitions
    };

    void drop_level(Level::Kind kind);
    void write_lines(std::string_view block);
    void write_prefix(bool first_line);
    void write_code();
    bool is_open(std::string_view mark) const;
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
    int code_spans_ = 0;    ///< open ones
    std::string code_text_; ///< of them, not written yet
    bool in_table_ = false;
    std::string caption_;
    std::vector<std::string> cells_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace mw::document
