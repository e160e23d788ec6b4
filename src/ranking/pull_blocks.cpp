#include "base/text.h"
#include "ranking/pull_text.h"
#include "ranking/pull_title_list.h"

#include <algorithm>
#include <optional>

namespace mw::document {

namespace {

using Kind = PullBlock::Kind;

/// From here on an indented line is no continuation.
constexpr std::size_t literal_indent = 4;

std::size_t indent_of(std::string_view line) {
    std::size_t columns = 0;
    for (const char c : line) {
        if (c == '\t')
            columns = (columns / 8 + 1) * 8;
        else if (c == ' ')
            ++columns;
        else
            break;
    }
    return columns;
}

constexpr std::string_view line_blanks = " \t\r";

/// What a list's line says behind its mark; nothing where it has none.
std::optional<std::string_view> item_of(std::string_view text) {
    for (const std::string_view mark : {"- ", "* ", "+ ", "o ", "• ", "-) "})
        if (text.starts_with(mark) && text.size() > mark.size())
            return trimmed(text.substr(mark.size()), line_blanks);
    return std::nullopt;
}

/// Cases, line by line, the first that fits:
///   signature                      ends the message
///   empty                          ends paragraph and literal; a list and its titles go on
///   trailer, comment of a conflict left out
///   head of a list of titles       heading; indented lines below it are titles
///   a list's mark                  item, deeper than the items that it is indented against
///   indented further than an item  goes on with that item
///   indented by four or more, below an empty line  literal
///   anything else                  goes on with the paragraph, or begins one
class Parser {
public:
    std::vector<PullBlock> parse(std::string_view body) {
        for (std::size_t at = 0; at < body.size();) {
            const auto end = std::min(body.find('\n', at), body.size());
            const auto line = body.substr(at, end - at);
            at = end + 1;
            if (ends_message(line))
                break;
            take(line);
        }
        return std::move(blocks_);
    }

private:
    void take(std::string_view line) {
        const auto text = trimmed(line, line_blanks);
        if (text.empty()) {
            open_ = false;
            return;
        }
        const auto indent = indent_of(line);
        if (is_trailer(line) || line.starts_with('#')) {
            open_ = titles_ = false;
            return;
        }
        if (starts_title_list(line) || starts_shortlog(line)) {
            const auto head = item_of(text);
            begin(Kind::heading, head.value_or(text));
            open_ = false;
            titles_ = true;
            items_.clear();
            return;
        }
        if (titles_ && indent > 0) {
            begin(Kind::title, text);
            return;
        }
        titles_ = false;
        if (const auto item = item_of(text)) {
            while (!items_.empty() && items_.back() >= indent)
                items_.pop_back();
            begin(Kind::item, *item);
            blocks_.back().depth = static_cast<int>(items_.size());
            items_.push_back(indent);
            return;
        }
        go_on(line, text, indent);
    }

    void go_on(std::string_view line, std::string_view text, std::size_t indent) {
        const bool in_item = !items_.empty() && indent > items_.back();
        if (!in_item)
            items_.clear();
        const bool goes_on =
            open_ && !blocks_.empty() && (blocks_.back().kind != Kind::item || in_item);
        if (goes_on && blocks_.back().kind == Kind::literal) {
            blocks_.back().text.append("\n").append(line.substr(std::min(skip_, line.size())));
        } else if (goes_on) {
            blocks_.back().text.append(" ").append(text);
        } else if (!in_item && indent >= literal_indent) {
            begin(Kind::literal, text);
            skip_ = line.find_first_not_of(" \t");
        } else {
            // A paragraph of its own within an item stays with it.
            begin(in_item ? Kind::item : Kind::paragraph, text);
            if (in_item)
                continue_item();
        }
    }

    void continue_item() {
        const std::string text = std::move(blocks_.back().text);
        blocks_.pop_back();
        blocks_.back().text.append("\n").append(text);
    }

    void begin(Kind kind, std::string_view text) {
        blocks_.push_back({kind, 0, std::string(text)});
        open_ = true;
    }

    std::vector<PullBlock> blocks_;
    std::vector<std::size_t> items_; ///< indents of the items around
    bool open_ = false;              ///< the last block may go on
    bool titles_ = false;
    std::size_t skip_ = 0; ///< indent of the literal block
};

} // namespace

std::vector<PullBlock> blocks_of(std::string_view message_body) {
    return Parser().parse(message_body);
}

} // namespace mw::document
