#include "document/markdown/limit_markdown.h"

#include "base/characters.h"
#include "base/text.h"

#include <algorithm>
#include <cstdint>

namespace mw::document {

namespace {

constexpr std::size_t deepest_nesting = 32, widest_indent = 200;
constexpr std::size_t most_inline_marks = 4000, most_table_columns = 64, most_delimiter_rows = 50;
// Where it takes a parser to say whether a line starts a paragraph, a hostile text can make many
// lines look as if they did.
constexpr std::size_t most_doubtful_marks = 30'000;
// A mark may make the parser go through all of its paragraph (a comment that has no end, a bracket
// that every "w" behind it is checked against). So many such steps take about two seconds; once a
// document has used them up, its paragraphs get fewer marks.
constexpr std::uint64_t most_steps = 2'000'000'000;
constexpr std::size_t fewest_inline_marks = 200;
constexpr std::string_view word_joiner = "\xe2\x81\xa0";
constexpr std::uint64_t longest_expansion = 64 << 20;

bool is_space(char c) {
    return c == ' ' || c == '\t';
}

/// The quotes and list items that a line starts with.
struct Prefix {
    std::size_t length = 0;  ///< bytes
    std::size_t markers = 0; ///< no more than deepest_nesting
    std::size_t indent = 0;  ///< columns of space, summed up
    bool item = false;       ///< there is a list marker among them
    bool certain = false;    ///< it ends a paragraph of the lines before, whatever they are
    bool too_deep = false;   ///< another marker follows
    std::size_t cut = 0;     ///< bytes of indentation at `length` that go beyond the limit
};

/// Bytes of a marker of a quote or a list item at a place; 0 where there is none.
std::size_t marker_length(std::string_view line, std::size_t at) {
    if (at >= line.size())
        return 0;
    const auto before_space = [&](std::size_t end) {
        return end >= line.size() || is_space(line[end]);
    };
    if (line[at] == '>')
        return 1;
    if (line[at] == '-' || line[at] == '*' || line[at] == '+')
        return before_space(at + 1) ? 1 : 0;
    std::size_t end = at;
    while (end < line.size() && end - at < 9 && is_digit(line[end]))
        ++end;
    if (end == at || end >= line.size() || (line[end] != '.' && line[end] != ')'))
        return 0;
    return before_space(end + 1) ? end + 1 - at : 0;
}

Prefix prefix_of(std::string_view line) {
    Prefix prefix;
    for (;;) {
        auto at = prefix.length;
        while (at < line.size() && is_space(line[at])) {
            prefix.indent += line[at] == '\t' ? 4 : 1;
            if (prefix.indent > widest_indent)
                ++prefix.cut;
            ++at;
        }
        if (prefix.cut > 0)
            return prefix;
        const auto length = marker_length(line, at);
        if (length == 0)
            return prefix;
        if (prefix.markers == deepest_nesting) {
            prefix.length = at;
            prefix.too_deep = true;
            return prefix;
        }
        const bool bullet = length == 1 && line[at] != '>';
        const bool empty = line.find_first_not_of(" \t", at + length) == std::string_view::npos;
        if (prefix.markers == 0)
            prefix.certain = bullet && !empty && prefix.indent < 4;
        ++prefix.markers;
        prefix.item |= line[at] != '>';
        prefix.length = at + length;
    }
}

bool is_inline_mark(char c) {
    return std::string_view("[]*_~<`!&\\:@").find(c) != std::string_view::npos;
}

std::size_t marks_in(std::string_view content) {
    return static_cast<std::size_t>(std::ranges::count_if(content, is_inline_mark));
}

bool may_define_link(std::string_view content) {
    const auto start = content.find_first_not_of(" \t");
    return start != std::string_view::npos && content[start] == '[' &&
           content.find("]:", start) != std::string_view::npos;
}

/// Cells of a table's row: bars without a backslash separate them, those at the ends do not count.
std::size_t columns_of(std::string_view row) {
    row = trimmed(row, " \t");
    if (row.empty())
        return 0;
    std::size_t bars = 0;
    for (std::size_t at = 0; at < row.size(); ++at) {
        if (row[at] == '\\')
            ++at;
        else if (row[at] == '|' && at > 0 && at + 1 < row.size())
            ++bars;
    }
    return bars + 1;
}

/// The row of dashes under a table's head.
bool is_delimiter_row(std::string_view content) {
    return content.find('-') != std::string_view::npos &&
           content.find('|') != std::string_view::npos &&
           content.find_first_not_of("|:- \t") == std::string_view::npos;
}

/// Goes through the text line by line, remembering how many inline marks the paragraph has that the
/// line may belong to. It may take a line for the start of a paragraph only where a parser does.
class Tamer {
public:
    explicit Tamer(std::string_view text) : text_(text) {}

    std::string run() {
        const bool definitions = !are_definitions_cheap();
        result_.reserve(text_.size() + text_.size() / 64);
        for_each_line([&](std::string_view line) { add(line, definitions); });
        return std::move(result_);
    }

private:
    template <typename Action>
    void for_each_line(Action&& action) {
        for (std::size_t at = 0; at < text_.size();) {
            const auto end = std::min(text_.find('\n', at), text_.size());
            if (at >= looked_at_)
                look_ahead(at);
            action(text_.substr(at, end - at));
            at = end + 1;
        }
    }

    /// How many marks the paragraph that may begin here can have, by its length.
    void look_ahead(std::size_t from) {
        std::uint64_t marks = 0;
        auto at = from;
        do {
            const auto end = std::min(text_.find('\n', at), text_.size());
            marks += marks_in(text_.substr(at, end - at));
            at = end + 1;
        } while (at < text_.size() && !ends_paragraph(at));
        looked_at_ = at;
        const std::uint64_t length = at - from, left = most_steps - steps_;
        const auto wanted = std::min<std::uint64_t>(marks, most_inline_marks);
        allowed_ = wanted * length <= left
                       ? most_inline_marks
                       : std::max<std::size_t>(left / length, fewest_inline_marks);
        steps_ += std::min(left, wanted * length);
    }

    bool ends_paragraph(std::size_t at) const {
        const auto line = text_.substr(at, text_.find('\n', at) - at);
        const auto prefix = prefix_of(line);
        const auto content = line.substr(prefix.length + prefix.cut);
        return prefix.item || content.starts_with('#') ||
               content.find_first_not_of(" \t") == std::string_view::npos;
    }

    /// Each use of a definition copies its address and title, which can go on over many lines.
    bool are_definitions_cheap() {
        const auto uses = static_cast<std::uint64_t>(std::ranges::count(text_, '['));
        std::uint64_t longest = 0, current = 0;
        bool inside = false;
        for_each_line([&](std::string_view line) {
            const auto prefix = prefix_of(line);
            const auto content = line.substr(prefix.length);
            if (content.find_first_not_of(" \t") == std::string_view::npos || prefix.item) {
                inside = false;
                current = 0;
            }
            inside |= may_define_link(content);
            if (inside)
                longest = std::max(longest, current += line.size() + 1);
        });
        return longest * uses <= longest_expansion;
    }

    void add(std::string_view line, bool without_definitions) {
        const auto prefix = prefix_of(line);
        auto content = line.substr(prefix.length + prefix.cut);
        result_.append(line.substr(0, prefix.length));
        const bool blank = content.find_first_not_of(" \t") == std::string_view::npos;
        const bool delimiters = is_delimiter_row(content);
        const bool wide = delimiters && columns_of(content) > most_table_columns;
        follow_table(prefix, content, blank, delimiters && !wide);
        if (blank || prefix.item || in_table_ || content.starts_with('#'))
            marks_ = 0;
        if (blank || prefix.certain || in_table_)
            doubtful_marks_ = 0;
        if (blank)
            delimiter_rows_ = 0;
        // For each of them the parser goes through all of the paragraph above.
        const bool too_many = delimiters && ++delimiter_rows_ > most_delimiter_rows;
        if (prefix.too_deep || wide || too_many ||
            (without_definitions && may_define_link(content)))
            escape_first(content);
        add_content(content);
        result_ += '\n';
    }

    /// Every row of a table is a paragraph of its own, as long as the table lasts for certain.
    void follow_table(const Prefix& prefix, std::string_view content, bool blank, bool delimiters) {
        const bool ended = blank || prefix.item || prefix.markers != table_markers_ ||
                           prefix.indent < table_indent_;
        if (in_table_ && ended)
            in_table_ = false;
        if (!in_table_ && delimiters && columns_of(content) == previous_columns_) {
            in_table_ = true;
            table_markers_ = prefix.markers;
            table_indent_ = prefix.indent;
        }
        previous_columns_ = columns_of(content);
    }

    /// Moves the text up to its first character that is no space, and that one with a backslash.
    void escape_first(std::string_view& content) {
        const auto at = content.find_first_not_of(" \t");
        if (at == std::string_view::npos)
            return;
        // A digit cannot be escaped, but the full stop behind it can.
        const auto mark = is_digit(content[at]) ? content.find_first_of(".)", at) : at;
        result_.append(content.substr(0, mark)).append("\\").append(content.substr(mark, 1));
        content.remove_prefix(mark + 1);
    }

    void add_content(std::string_view content) {
        const auto marks = marks_in(content);
        marks_ += marks;
        doubtful_marks_ += marks;
        if (marks_ <= allowed_ && doubtful_marks_ <= most_doubtful_marks) {
            result_.append(content);
            return;
        }
        for (const char c : content) {
            // An address of mail is looked for when backslashes are gone: an invisible character
            // ends the words beside its sign.
            if (c == '@')
                result_.append(word_joiner).append("@").append(word_joiner);
            else if (is_inline_mark(c))
                result_.append("\\").append(1, c);
            else
                result_ += c;
        }
    }

    std::string_view text_;
    std::string result_;
    std::size_t marks_ = 0, doubtful_marks_ = 0;
    std::size_t looked_at_ = 0, allowed_ = most_inline_marks; ///< up to there, marks a paragraph
    std::uint64_t steps_ = 0; ///< that the parser may take for the paragraphs so far
    bool in_table_ = false;
    std::size_t delimiter_rows_ = 0; ///< since the last blank line
    std::size_t table_markers_ = 0, table_indent_ = 0, previous_columns_ = 0;
};

} // namespace

std::string limit_markdown(std::string_view text) {
    return Tamer(text).run();
}

} // namespace mw::document
