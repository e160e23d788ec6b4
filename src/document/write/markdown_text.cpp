#include "document/write/markdown_text.h"

#include "base/characters.h"
#include "base/visible_text.h"
#include "document/write/web_address.h"

#include <algorithm>

// What is escaped, wherever it stands:  \ ` * [ ] < & ~ |  and, outside of a word, _
// What is escaped where a line starts:  # > + - =  a colon before a dash (a table's second row),
// and what follows the digits of a list's number. Where a line ends: a # (a heading's end), and a
// blank at its start is written as a character reference, for plain ones mean nothing there or make
// code.

namespace mw::document {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/// Whether a reference to a character, "&amp;" or "&#32;", starts the text.
bool is_reference(std::string_view text) {
    std::size_t end = text.starts_with("&#") ? 2 : 1;
    const auto start = end;
    while (end < text.size() && is_alnum(text[end]))
        ++end;
    return end > start && end < text.size() && text[end] == ';';
}

/// Where backslashes mean nothing, or the wrong thing, but references do.
void append_with_references(std::string& markdown, std::string_view address) {
    for (std::size_t at = 0; at < address.size(); ++at) {
        markdown += address[at];
        if (address[at] == '&' && is_reference(address.substr(at)))
            markdown += "amp;";
    }
}

/// Goes through a text once.
class Escaper {
public:
    Escaper(std::string_view text, bool links) : text_(text), links_(links) {}

    std::string run() {
        markdown_.reserve(text_.size() + text_.size() / 16);
        start_line();
        while (at_ < text_.size()) {
            if (const auto length = links_ ? web_address_length(text_, at_) : 0; length > 0)
                address(length);
            else
                character();
        }
        return std::move(markdown_);
    }

private:
    void character() {
        const char c = text_[at_];
        if (c == '\n') {
            while (!markdown_.empty() && is_blank(markdown_.back())) // two of them break the line
                markdown_.pop_back();
            markdown_ += '\n';
            ++at_;
            start_line();
            return;
        }
        if (needs_escape(c))
            markdown_ += '\\';
        markdown_ += c;
        ++at_;
    }

    bool needs_escape(char c) const {
        if (c == '_') // inside a word it means nothing, and names are full of it
            return at_ == 0 || at_ + 1 == text_.size() || !is_alnum(text_[at_ - 1]) ||
                   !is_alnum(text_[at_ + 1]);
        if (c == '#')
            return is_line_end(at_ + 1);
        if (c == '!') // before a link that is written with brackets, it would make an image
            return links_ && text_.substr(at_ + 1).starts_with("www.");
        return std::string_view("\\`*[]<&~|").find(c) != std::string_view::npos;
    }

    bool is_line_end(std::size_t at) const {
        while (at < text_.size() && is_blank(text_[at]))
            ++at;
        return at >= text_.size() || text_[at] == '\n';
    }

    void start_line() {
        if (at_ >= text_.size())
            return;
        const char c = text_[at_];
        if (is_blank(c)) {
            if (!is_line_end(at_))
                markdown_ += c == ' ' ? "&#32;" : "&#9;";
            ++at_;
            return;
        }
        auto mark = at_;
        while (mark < text_.size() && is_digit(text_[mark]))
            ++mark;
        const bool number = mark > at_ && mark < text_.size() &&
                            (text_[mark] == '.' || text_[mark] == ')') &&
                            (is_line_end(mark + 1) || is_blank(text_[mark + 1]));
        const bool row = c == ':' && text_.substr(at_, 2) == ":-";
        if (!number && !row && std::string_view("#>+-=").find(c) == std::string_view::npos)
            return;
        mark = number ? mark : at_;
        markdown_.append(text_.substr(at_, mark - at_)).append("\\").append(1, text_[mark]);
        at_ = mark + 1;
    }

    void address(std::size_t length) {
        const auto address = text_.substr(at_, length);
        at_ += length;
        if (address.starts_with('w')) {
            markdown_ += markdown_link(markdown_words(address), "http://" + std::string(address));
            return;
        }
        markdown_ += '<';
        append_with_references(markdown_, address);
        markdown_ += '>';
    }

    std::string_view text_;
    const bool links_;
    std::size_t at_ = 0;
    std::string markdown_;
};

std::string escaped(std::string_view text, bool links) {
    if (!base::next_invisible(text)) // nearly always, and a page has a million pieces of text
        return Escaper(text, links).run();
    return Escaper(base::visible_text(text), links).run();
}

} // namespace

std::string markdown_text(std::string_view text) {
    return escaped(text, true);
}

std::string markdown_words(std::string_view text) {
    return escaped(text, false);
}

std::string markdown_link(std::string_view escaped_words, std::string_view address) {
    std::string safe;
    for (const char c : address) {
        if (c == '<')
            safe += "%3C";
        else if (c == '>')
            safe += "%3E";
        else if (c == '\\')
            safe += "%5C";
        else if (c == '|') // ends a table's cell, whatever stands around it
            safe += "%7C";
        else if (c != '\n' && c != '\r')
            safe += c;
    }
    std::string link = std::string("[").append(escaped_words).append("](<");
    append_with_references(link, safe);
    return link + ">)";
}

std::string markdown_code(std::string_view text) {
    while (text.ends_with('\n'))
        text.remove_suffix(1);
    const std::string code = base::visible_text(text);
    std::string fence = "```";
    while (code.find(fence) != std::string::npos)
        fence += '`';
    return fence + "\n" + code + "\n" + fence + "\n";
}

} // namespace mw::document
