#include "document/read/markdown_builder.h"

#include "document/markdown/reference.h"
#include "document/write/markdown_text.h"

#include <algorithm>
#include <utility>

namespace mw::document {

namespace {

constexpr std::size_t deepest_level = 24, widest_table = 64;

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \n") == std::string_view::npos;
}

} // namespace

void MarkdownBuilder::text(std::string_view text) {
    if (in_code_) {
        block_ += text;
        return;
    }
    if (code_spans_ > 0) {
        code_text_ += text;
        return;
    }
    std::string joined;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space)
            joined += c;
        else if (joined.empty() ? !block_.ends_with(' ') : joined.back() != ' ')
            joined += ' ';
    }
    if (block_.empty() && joined.starts_with(' '))
        joined.erase(0, 1);
    // What starts a line of a paragraph may look like a list; elsewhere it cannot.
    const auto escaped = linking_ ? markdown_words : markdown_text;
    if (block_.empty() || block_.ends_with('\n'))
        block_ += escaped(joined);
    else
        block_ += escaped(")" + joined).substr(1);
}

void MarkdownBuilder::open_code_span() {
    if (!in_code_)
        ++code_spans_;
}

void MarkdownBuilder::close_code_span() {
    write_code();
    code_spans_ = std::max(0, code_spans_ - 1);
}

void MarkdownBuilder::write_code() {
    auto code = std::exchange(code_text_, {});
    for (char& c : code)
        c = c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
    if (is_blank(code)) {
        if (!code.empty() && !block_.empty() && !block_.ends_with(' '))
            block_ += ' ';
        return;
    }
    std::size_t longest = 0, run = 0;
    for (const char c : code)
        longest = std::max(longest, run = c == '`' ? run + 1 : 0);
    const std::string fence(longest + 1, '`');
    const char* const space = code.starts_with('`') || code.ends_with('`') ? " " : "";
    block_.append(fence).append(space);
    for (const char c : code) // a bar ends a cell of a table even there
        block_.append(in_table_ && c == '|' ? "\\" : "").append(1, c);
    block_.append(space).append(fence);
}

void MarkdownBuilder::line_break() {
    write_code();
    if (in_code_)
        block_ += '\n';
    else if (in_table_ || heading_ != 0)
        block_ += ' ';
    else if (block_.ends_with("\\\n"))
        end_block(); // two of them are how old pages part paragraphs
    else if (!is_blank(block_))
        block_ += "\\\n";
}

void MarkdownBuilder::rule() {
    end_block();
    write_lines("---");
}

bool MarkdownBuilder::is_open(std::string_view mark) const {
    return std::ranges::find(marks_, mark) != marks_.end();
}

void MarkdownBuilder::mark(std::string_view mark, bool opening) {
    if (in_code_)
        return;
    write_code();
    if (opening) {
        if (marks_.size() < 4) {
            if (!is_open(mark))
                block_ += mark;
            marks_.emplace_back(mark);
        }
        return;
    }
    if (marks_.empty() || marks_.back() != mark)
        return;
    marks_.pop_back();
    if (is_open(mark)) // bold within bold
        return;
    // Space inside the marks would keep them from being marks, and empty ones would be shown.
    bool space = false;
    while (block_.ends_with(' ')) {
        block_.pop_back();
        space = true;
    }
    if (block_.ends_with(mark))
        block_.resize(block_.size() - mark.size());
    else
        block_ += mark;
    if (space)
        block_ += ' ';
}

void MarkdownBuilder::open_link(std::string_view address) {
    close_link();
    write_code();
    if (in_code_ || link_of(address).kind == LinkKind::none)
        return;
    linking_ = true;
    link_ = address;
    link_start_ = block_.size();
}

void MarkdownBuilder::close_link() {
    if (!linking_)
        return;
    write_code();
    linking_ = false;
    auto words = block_.substr(std::min(link_start_, block_.size()));
    if (is_blank(words))
        return;
    block_.resize(std::min(link_start_, block_.size()));
    if (block_.ends_with('!')) // it would make an image of the link
        block_.insert(block_.size() - 1, 1, '\\');
    block_ += markdown_link(words, link_);
}

void MarkdownBuilder::image(std::string_view words, std::string_view address) {
    if (in_code_ || words.empty())
        return;
    write_code();
    const auto escaped = markdown_words(words);
    const auto link = link_of(address);
    if (linking_ || (link.kind != LinkKind::web && link.page.empty()))
        block_ += escaped;
    else
        block_.append("!").append(markdown_link(escaped, address));
}

std::string MarkdownBuilder::taken_block() {
    close_link();
    write_code();
    while (!marks_.empty())
        mark(std::string(marks_.back()), false);
    while (block_.ends_with(' ') || block_.ends_with('\n') || block_.ends_with("\\\n"))
        block_.pop_back();
    if (block_.ends_with('\\') && !block_.ends_with("\\\\"))
        block_.pop_back();
    return std::exchange(block_, {});
}

void MarkdownBuilder::end_block() {
    if (in_code_)
        return;
    if (in_table_) {
        if (!block_.empty() && !block_.ends_with(' '))
            block_ += ' ';
        return;
    }
    const auto block = taken_block();
    const int level = std::exchange(heading_, 0);
    if (is_blank(block))
        return;
    write_lines(level == 0 ? block
                           : std::string(static_cast<std::size_t>(level), '#') + " " + block);
}

void MarkdownBuilder::write_prefix(bool first_line) {
    for (auto& level : levels_) {
        if (level.kind == Level::Kind::quote) {
            markdown_ += "> ";
        } else if (level.kind == Level::Kind::item) {
            const bool bullet = first_line && level.fresh;
            markdown_ += bullet ? level.bullet : std::string(level.bullet.size(), ' ');
            level.fresh = level.fresh && !bullet;
        }
    }
}

void MarkdownBuilder::write_lines(std::string_view block) {
    bool first = true;
    for (std::size_t at = 0; at <= block.size();) {
        const auto end = std::min(block.find('\n', at), block.size());
        write_prefix(first);
        markdown_.append(block.substr(at, end - at)).append("\n");
        first = false;
        at = end + 1;
    }
    write_prefix(false);
    while (markdown_.ends_with(' '))
        markdown_.pop_back();
    markdown_ += '\n';
}

void MarkdownBuilder::open_heading(int level) {
    end_block();
    if (!in_table_)
        heading_ = level;
}

void MarkdownBuilder::open_list(bool numbered, bool terms) {
    end_block();
    if (levels_.size() < deepest_level)
        levels_.push_back({Level::Kind::list, numbered ? "1. " : "- ", true, terms});
}

void MarkdownBuilder::open_term(bool meaning) {
    end_block();
    const auto list = std::find_if(levels_.rbegin(), levels_.rend(), [](const Level& level) {
        return level.kind == Level::Kind::list;
    });
    if (list == levels_.rend() || !list->terms)
        return;
    const bool in_item = list != levels_.rbegin();
    if (!meaning && in_item)
        close_item();
    if (!meaning || !in_item)
        open_item();
    if (!meaning)
        mark("**", true);
}

void MarkdownBuilder::close_term() {
    end_block();
}

void MarkdownBuilder::drop_level(Level::Kind kind) {
    end_block();
    const auto found = std::find_if(levels_.rbegin(), levels_.rend(),
                                    [&](const Level& level) { return level.kind == kind; });
    if (found != levels_.rend())
        levels_.erase(found.base() - 1, levels_.end());
}

void MarkdownBuilder::close_list() {
    drop_level(Level::Kind::list);
}

void MarkdownBuilder::open_item() {
    end_block();
    if (levels_.size() >= deepest_level)
        return;
    const bool in_list = !levels_.empty() && levels_.back().kind == Level::Kind::list;
    levels_.push_back({Level::Kind::item, in_list ? levels_.back().bullet : "- ", true, false});
}

void MarkdownBuilder::close_item() {
    drop_level(Level::Kind::item);
}

void MarkdownBuilder::open_quote() {
    end_block();
    if (levels_.size() < deepest_level)
        levels_.push_back({Level::Kind::quote, {}, true, false});
}

void MarkdownBuilder::close_quote() {
    drop_level(Level::Kind::quote);
    if (markdown_.ends_with(">\n"))
        markdown_.replace(markdown_.size() - 2, 1, "");
}

void MarkdownBuilder::open_code() {
    end_block();
    code_spans_ = 0;
    in_code_ = !in_table_;
}

void MarkdownBuilder::close_code() {
    if (!in_code_)
        return;
    in_code_ = false;
    auto code = std::exchange(block_, {});
    while (code.ends_with('\n'))
        code.pop_back();
    std::string fence = "```";
    while (code.find(fence) != std::string::npos)
        fence += '`';
    if (!is_blank(code))
        write_lines(fence + "\n" + code + "\n" + fence);
}

void MarkdownBuilder::open_table() {
    end_block();
    in_table_ = true;
    rows_.clear();
    cells_.clear();
}

void MarkdownBuilder::open_caption() {
    end_block();
}

void MarkdownBuilder::close_caption() {
    caption_ = taken_block();
}

void MarkdownBuilder::end_cell() {
    if (!in_table_)
        return;
    auto cell = taken_block();
    std::ranges::replace(cell, '\n', ' ');
    if (cells_.size() < widest_table)
        cells_.push_back(std::move(cell));
}

void MarkdownBuilder::end_row() {
    if (in_table_ && !is_blank(block_))
        end_cell();
    if (!cells_.empty())
        rows_.push_back(std::exchange(cells_, {}));
}

void MarkdownBuilder::close_table() {
    if (!in_table_)
        return;
    end_row();
    in_table_ = false;
    if (auto caption = std::exchange(caption_, {}); !is_blank(caption)) {
        std::ranges::replace(caption, '\n', ' ');
        write_lines(caption);
    }
    std::size_t columns = 0;
    for (const auto& row : rows_)
        columns = std::max(columns, row.size());
    std::string table;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i].resize(columns);
        table += "|";
        for (const auto& cell : rows_[i])
            table.append(" ").append(cell).append(" |");
        table += "\n";
        if (i == 0) {
            table += "|";
            for (std::size_t column = 0; column < columns; ++column)
                table += "---|";
            table += "\n";
        }
    }
    if (!table.empty()) {
        table.pop_back();
        write_lines(table);
    }
}

std::string MarkdownBuilder::take() {
    close_code();
    close_table();
    end_block();
    return std::exchange(markdown_, {});
}

} // namespace mw::document
