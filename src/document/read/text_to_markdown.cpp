#include "base/characters.h"
#include "base/text.h"
#include "document/read/read_document.h"
#include "document/write/markdown_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace mw::document {

namespace {

/// From so many columns further in than the rest of the text on, a block is a diagram or code.
constexpr std::size_t code_indent = 4;

/// One line, without what quotes it and the spaces around it.
struct Line {
    std::size_t quotes = 0; ///< '>' before it
    std::size_t indent = 0;
    std::string_view text;
};

Line line_of(std::string_view source) {
    Line line;
    constexpr std::size_t most_quotes = 16;
    for (auto rest = source; line.quotes < most_quotes;) {
        if (rest.starts_with('>'))
            rest.remove_prefix(1);
        else if (line.quotes > 0 && rest.starts_with(" >"))
            rest.remove_prefix(2);
        else
            break;
        ++line.quotes;
        source = rest;
    }
    if (line.quotes > 0 && source.starts_with(' '))
        source.remove_prefix(1);
    std::size_t start = 0;
    for (; start < source.size() && (source[start] == ' ' || source[start] == '\t'); ++start)
        line.indent = source[start] == ' ' ? line.indent + 1 : (line.indent / 8 + 1) * 8;
    const auto end = source.find_last_not_of(" \t");
    if (end != std::string_view::npos)
        line.text = source.substr(start, end + 1 - start);
    return line;
}

/// The mark of a list's item, as Markdown has it, and its bytes in the text.
struct Bullet {
    std::string mark;
    std::size_t length = 0;
};

Bullet bullet_of(std::string_view text) {
    for (const std::string_view bullet : {"* ", "- ", "+ ", "o ", "\u2022 ", "\u2013 "})
        if (text.starts_with(bullet) && text.size() > bullet.size())
            return {"- ", bullet.size()};
    constexpr std::size_t most_digits = 2;
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits >= 1 && digits <= most_digits && text.size() > digits + 2 &&
        (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ')
        return {std::string(text.substr(0, digits)) + ". ", digits + 2};
    return {};
}

/// The level of the heading that a line of one character makes of the one above it; 0: none.
int underline_level(std::string_view text) {
    if (text.size() < 3 || text.find_first_not_of(text[0]) != std::string_view::npos)
        return 0;
    switch (text[0]) {
    case '=':
    case '#':
        return 1;
    case '-':
    case '*':
        return 2;
    case '~':
    case '^':
    case '+':
    case '"':
        return 3;
    default:
        return 0;
    }
}

/// "Subject: …", as mails and news begin.
bool is_mail_header(std::string_view text) {
    const auto lower = lower_case(text.substr(0, 16));
    constexpr std::string_view names[] = {
        "from: ",    "to: ",         "cc: ",         "date: ",
        "subject: ", "newsgroups: ", "message-id: ", "reply-to: "};
    return std::ranges::any_of(names, [&](auto name) { return lower.starts_with(name); });
}

/// Goes through the lines once. Cases, the first that fits:
///   lines of a mail's head, at the text's start    the subject a heading, the others kept apart
///   another depth of quotes                        ends what is open
///   empty                                          ends paragraph and code, not the list
///   a line above or below a line of one character  heading
///   a list's mark                                  item, deeper than those it is indented against
///   indented further than the text, after an empty line, in no item   code, as it is
///   anything else                                  goes on with the paragraph or item, or begins
///   one
class PlainText {
public:
    explicit PlainText(std::string_view text) : text_(text) {
        while (const auto line = read())
            if (!line->text.empty())
                base_ = std::min(base_, line->indent);
        read_ = 0;
        for (auto& line : ahead_)
            line = read();
    }

    std::string markdown() {
        mail_head();
        for (; ahead_[0]; advance())
            take(*ahead_[0]);
        end_code();
        return std::move(markdown_);
    }

private:
    std::optional<Line> read() {
        if (read_ >= text_.size())
            return std::nullopt;
        const auto end = std::min(text_.find('\n', read_), text_.size());
        const auto line = line_of(text_.substr(read_, end - read_));
        read_ = end + 1;
        return line;
    }

    void advance() {
        std::ranges::rotate(ahead_, ahead_.begin() + 1);
        ahead_.back() = read();
    }

    void mail_head() {
        if (!ahead_[0] || !is_mail_header(ahead_[0]->text))
            return;
        std::string subject, others;
        constexpr std::string_view name = "subject: ";
        for (; ahead_[0] && !ahead_[0]->text.empty(); advance()) {
            const auto text = ahead_[0]->text;
            if (lower_case(text.substr(0, name.size())) == name)
                subject = markdown_text(text.substr(name.size()));
            else
                others.append(others.empty() ? "" : "\\\n").append(markdown_text(text));
        }
        if (!subject.empty())
            markdown_.append("# ").append(subject).append("\n\n");
        markdown_.append(others).append("\n");
    }

    void take(const Line& line) {
        if (line.quotes != quotes_) {
            end_code();
            if (after_text_)
                markdown_ += '\n';
            items_.clear();
            after_text_ = false;
            quotes_ = line.quotes;
        }
        if (line.text.empty()) {
            empty_line();
            return;
        }
        const auto indent = line.indent - std::min(line.indent, base_);
        // What stands first is a title in the middle of its line.
        const bool literal =
            code_ || (!after_text_ && items_.empty() && indent >= code_indent && begun_);
        if (literal && indent >= code_indent) {
            code_line(line, indent);
            return;
        }
        end_code();
        if (heading(line))
            return;
        if (const auto bullet = bullet_of(line.text); bullet.length > 0 && may_be_item(line)) {
            item(bullet, line, indent);
            return;
        }
        while (!after_text_ && !items_.empty() && indent <= items_.back().indent)
            items_.pop_back();
        write(std::string(margin(), ' '), line.text);
    }

    void empty_line() {
        if (code_ || after_text_ || !markdown_.ends_with("\n\n"))
            markdown_.append(std::string(quotes_, '>')).append("\n");
        after_text_ = false;
    }

    /// A heading between or above lines of one character.
    bool heading(const Line& line) {
        const auto& below = ahead_[1];
        const int level =
            below && below->quotes == quotes_ && !after_text_ ? underline_level(below->text) : 0;
        if (underline_level(line.text) != 0 && !after_text_) {
            const bool over =
                below && !below->text.empty() && ahead_[2] && ahead_[2]->text == line.text;
            if (!over) // a line between two parts
                write({}, "", "---");
            after_text_ = false;
            return true;
        }
        if (level == 0 || below->text.size() * 2 < line.text.size())
            return false;
        items_.clear();
        write({}, line.text, std::string(static_cast<std::size_t>(level), '#') + " ");
        advance(); // the line below is said by the mark
        after_text_ = false;
        markdown_ += '\n';
        return true;
    }

    /// A number that starts a line of a paragraph is none of a list.
    bool may_be_item(const Line& line) const {
        return !after_text_ || !items_.empty() || !is_digit(line.text[0]);
    }

    void item(const Bullet& bullet, const Line& line, std::size_t indent) {
        constexpr std::size_t deepest = 8;
        if (after_text_ && items_.empty())
            markdown_.append(std::string(quotes_, '>')).append("\n");
        while (!items_.empty() && indent <= items_.back().indent)
            items_.pop_back();
        const std::string before(margin(), ' ');
        if (items_.size() < deepest)
            items_.push_back({indent, bullet.mark.size()});
        write(before, line.text.substr(bullet.length), bullet.mark);
    }

    void code_line(const Line& line, std::size_t indent) {
        if (!code_)
            write({}, "", "````");
        code_ = true;
        write_raw(std::string(indent - code_indent, ' ').append(line.text));
    }

    void end_code() {
        if (!code_)
            return;
        code_ = false;
        const std::string empty = std::string(quotes_, '>') + "\n";
        const bool spaced = markdown_.ends_with("\n" + empty);
        if (spaced) // behind the fence rather than before it
            markdown_.resize(markdown_.size() - empty.size());
        write({}, "", "````");
        if (spaced)
            markdown_ += empty;
        after_text_ = !spaced;
    }

    /// Where text of the innermost item stands.
    std::size_t margin() const {
        std::size_t columns = 0;
        for (const auto& item : items_)
            columns += item.width;
        return columns;
    }

    void write(const std::string& before, std::string_view text, std::string_view mark = {}) {
        write_raw(before + std::string(mark) + markdown_text(text));
        after_text_ = begun_ = true;
    }

    void write_raw(const std::string& line) {
        markdown_.append(std::string(quotes_, '>'))
            .append(quotes_ > 0 ? " " : "")
            .append(line)
            .append("\n");
    }

    struct Item {
        std::size_t indent = 0, width = 0; ///< in the text; of its mark in the Markdown
    };

    std::string_view text_;
    std::size_t read_ = 0;                     ///< of the text
    std::array<std::optional<Line>, 3> ahead_; ///< the line that is taken, and two more
    std::size_t base_ = 1'000;                 ///< columns before the text that is least indented
    std::size_t quotes_ = 0;
    std::vector<Item> items_; ///< around the place
    bool after_text_ = false, code_ = false, begun_ = false;
    std::string markdown_;
};

} // namespace

std::string markdown_of_plain(std::string_view text) {
    return PlainText(text).markdown();
}

} // namespace mw::document
