#include "store/language/commit_ids.h"

#include "base/characters.h"

#include <algorithm>
#include <array>
#include <optional>

namespace mw::store {

namespace {

using Position = std::size_t;

constexpr std::size_t fewest_digits = 7, most_digits = 40;
/// An id of so many digits is one whatever is glued to it: the kernel's own length.
constexpr std::size_t sure_digits = 12;
constexpr std::size_t longest_title = 400, longest_token = 400;
constexpr int most_filler_words = 4;

bool is_word(char c) {
    return is_alnum(c) || c == '_';
}

/// Reads forwards; a place behind the end reads as '\0'.
class Cursor {
public:
    Cursor(std::string_view text, Position at) : text_(text), at_(std::min(at, text.size())) {}

    Position at() const { return at_; }
    void move_to(Position at) { at_ = std::min(at, text_.size()); }
    void skip(std::size_t bytes) { move_to(at_ + bytes); }
    char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    char before() const { return at_ > 0 ? text_[at_ - 1] : '\0'; }
    std::string_view rest() const { return text_.substr(at_); }
    bool take(std::string_view word) {
        if (!rest().starts_with(word))
            return false;
        skip(word.size());
        return true;
    }
    template <typename Strings>
    bool take_any(const Strings& words) {
        return std::ranges::any_of(words, [&](std::string_view word) { return take(word); });
    }

    /// Blanks, a no-break space among them, and one end of a line; a blank line ends what is read.
    void skip_blanks() {
        for (bool newline = false;;) {
            if (peek() == '\n' && !newline) {
                newline = true;
                skip(1);
            } else if (peek() == ' ' || peek() == '\t' || peek() == '\r') {
                skip(1);
            } else if (!take("\xC2\xA0")) {
                return;
            }
        }
    }

private:
    std::string_view text_;
    Position at_;
};

constexpr std::array<std::string_view, 11> openers = {
    "(", "[", "<", "{", "\"", "'", "`", "#", "*", "\xE2\x80\x9C", "\xE2\x80\x98"};
constexpr std::array<std::string_view, 10> closers = {
    ")", "]", ">", "}", "\"", "'", "`", "*", "\xE2\x80\x9D", "\xE2\x80\x99"};

std::string digits_at(std::string_view text) {
    text = text.substr(0, most_digits + 1);
    const auto end =
        static_cast<std::size_t>(std::ranges::find_if_not(text, is_hex) - text.begin());
    if (end < fewest_digits || end > most_digits)
        return {};
    std::string id(text.substr(0, end));
    std::ranges::transform(id, id.begin(), lower_case);
    return id;
}

/// What stands behind an id says whether it was one. One letter behind twelve digits or more is a
/// slip of a finger.
bool ends_id(std::string_view text, std::size_t digits) {
    const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : '\0'; };
    if (is_word(at(digits)))
        return digits >= sure_digits && !is_hex(at(digits)) && !is_word(at(digits + 1));
    if (at(digits) == '^' || at(digits) == '~')
        return false;
    return !((at(digits) == '-' || at(digits) == '.') && is_word(at(digits + 1)));
}

std::optional<std::string> bare_id(std::string_view text) {
    auto id = digits_at(text);
    if (id.empty() || !ends_id(text, id.size()))
        return std::nullopt;
    return id;
}

/// "defaced" and "acceded" are words.
bool is_english(std::string_view id) {
    return id.size() < sure_digits &&
           std::ranges::none_of(id, [](char c) { return c >= '0' && c <= '9'; });
}

/// The run of characters that a `git describe`, an address or a GitHub reference is made of.
std::string_view token_at(std::string_view text) {
    text = text.substr(0, longest_token);
    const auto end = std::ranges::find_if_not(text, [](char c) {
        return is_word(c) || std::string_view("-._/@:?=&;+~%#").find(c) != std::string_view::npos;
    });
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::optional<std::string> described_id(std::string_view token) {
    const auto mark = token.rfind("-g");
    if (mark == std::string_view::npos || mark == 0)
        return std::nullopt;
    return bare_id(token.substr(mark + 2));
}

std::optional<std::string> github_id(std::string_view token) {
    const auto mark = token.rfind('@');
    if (mark == std::string_view::npos || token.substr(0, mark).find('/') == std::string_view::npos)
        return std::nullopt;
    return bare_id(token.substr(mark + 1));
}

/// Addresses name a commit behind a part of their path, or as a value of cgit's and gitweb's query.
std::optional<std::string> address_id(std::string_view address) {
    constexpr std::array<std::string_view, 7> parts = {"/commit/", "/commits/", "/c/",   "/linus/",
                                                       "/+/",      "/rev/",     "/+log/"};
    for (const auto part : parts)
        if (const auto found = address.find(part); found != std::string_view::npos)
            if (auto id = bare_id(address.substr(found + part.size())))
                return id;
    const bool shows_commit = address.find("/commit/?") != std::string_view::npos ||
                              address.find("/patch/?") != std::string_view::npos ||
                              address.find("/diff/?") != std::string_view::npos ||
                              address.find("a=commit") != std::string_view::npos ||
                              address.find("cgit") != std::string_view::npos;
    constexpr std::array<std::string_view, 6> values = {
        "?id=", "&id=", ";id=", "?h=", "&h=", ";h="};
    if (shows_commit)
        for (const auto value : values)
            if (const auto found = address.find(value); found != std::string_view::npos)
                if (auto id = bare_id(address.substr(found + value.size())))
                    return id;
    return std::nullopt;
}

bool is_address(std::string_view token) {
    return token.starts_with("http://") || token.starts_with("https://") ||
           token.starts_with("git.kernel.org/") || token.starts_with("github.com/");
}

/// "commit", "upstream commit", "commits:" in front of an id, and what else is said there.
bool take_filler(Cursor& cursor, bool& named) {
    constexpr std::array<std::string_view, 15> words = {
        "commits", "commit-id", "commit",   "commmit", "changesets", "changeset", "cset", "sha1",
        "sha",     "upstream",  "mainline", "git",     "patch",      "the",       "id"};
    for (const auto word : words) {
        const auto text = cursor.rest().substr(0, word.size());
        if (!std::ranges::equal(text, word, {}, lower_case))
            continue;
        const char next = cursor.peek(word.size());
        if (is_word(next) || next == '-' || next == '/' || next == '.' || next == '@')
            continue;
        named = named || word.starts_with("com") || word.starts_with("ch") || word == "cset" ||
                word.starts_with("sha");
        cursor.skip(word.size());
        if (cursor.peek() == ':' || cursor.peek() == '=')
            cursor.skip(1);
        return true;
    }
    return false;
}

/// A bracket within a title opens and closes again: "x86: fix foo())".
std::size_t closing_bracket(std::string_view text) {
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        depth += text[at] == '(' ? 1 : 0;
        if (text[at] == ')' && depth-- == 0)
            return at;
    }
    return std::string_view::npos;
}

/// Behind a title that begins here with quotes or a bracket; where none closes, nothing is skipped.
void skip_title(Cursor& cursor) {
    const Position start = cursor.at();
    cursor.skip_blanks();
    if (cursor.peek() == ':')
        cursor.skip(1);
    cursor.skip_blanks();
    const bool bracket = cursor.take("(");
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> quotes = {
        {{"\"", "\""}, {"'", "'"}, {"\xE2\x80\x9C", "\xE2\x80\x9D"}, {"`", "`"}}};
    std::string close = bracket ? ")" : "";
    for (const auto& [open, end] : quotes)
        if (cursor.take(open)) {
            close = std::string(end) + close;
            break;
        }
    auto within = cursor.rest().substr(0, longest_title);
    within = within.substr(0, within.find("\n\n"));
    auto found = close == ")" ? closing_bracket(within) : within.find(close);
    if (found == std::string_view::npos && bracket) {
        close = ")"; // quotes that never close
        found = closing_bracket(within);
    }
    if (close.empty() || found == std::string_view::npos)
        cursor.move_to(start);
    else
        cursor.skip(found + close.size());
}

/// What separates two ids of a list; false where the list ends.
bool take_separator(Cursor& cursor) {
    const Position start = cursor.at();
    cursor.skip_blanks();
    bool found = false;
    constexpr std::array<std::string_view, 8> separators = {",",    ";",     "&",           "+",
                                                            "and ", "and\n", "as well as ", "/ "};
    for (int n = 0; n < 2 && cursor.take_any(separators); ++n) {
        found = true;
        cursor.skip_blanks();
    }
    if (found)
        return true;
    // Blanks alone, if an id stands right behind them: on the same line, or indented on the next.
    const char before = cursor.at() > start ? cursor.before() : '\n';
    const auto id = before == '\n' ? std::nullopt : bare_id(cursor.rest());
    if (id && id->size() > fewest_digits)
        return true;
    cursor.move_to(start);
    return false;
}

} // namespace

bool may_have_commit_id(std::string_view text) {
    // From the last digit that a run could have backwards: what is no digit ends all runs that it
    // would stand in.
    for (std::size_t last = fewest_digits - 1; last < text.size();) {
        std::size_t digits = 0;
        while (digits < fewest_digits && is_hex(text[last - digits]))
            ++digits;
        if (digits == fewest_digits)
            return true;
        last += fewest_digits - digits;
    }
    return false;
}

WrittenId read_commit_id(std::string_view text, std::size_t at) {
    Cursor cursor(text, at);
    WrittenId written;
    cursor.skip_blanks();
    for (int filler = 0, opened = 0; filler < most_filler_words && opened < 3;) {
        if (take_filler(cursor, written.named))
            ++filler;
        else if (cursor.take_any(openers))
            ++opened;
        else
            break;
        cursor.skip_blanks();
    }
    const auto token = token_at(cursor.rest());
    auto id = is_address(token) ? std::nullopt : bare_id(cursor.rest());
    const auto length = id ? id->size() : token.size();
    written.named = written.named || !id;
    if (!id)
        id = is_address(token) ? address_id(token) : described_id(token);
    if (!id)
        id = github_id(token);
    if (!id || (!written.named && is_english(*id)))
        return {};
    written.id = *id;
    cursor.skip(length);
    while (cursor.take_any(closers)) {
    }
    written.end = cursor.at();
    return written;
}

std::size_t behind_title(std::string_view text, std::size_t at) {
    Cursor cursor(text, at);
    skip_title(cursor);
    return cursor.at();
}

std::vector<WrittenId> read_commit_ids(std::string_view text, std::size_t at) {
    std::vector<WrittenId> ids;
    auto next = read_commit_id(text, at);
    while (next) {
        Cursor cursor(text, next.end);
        const bool named = next.named;
        ids.push_back(std::move(next));
        skip_title(cursor);
        if (!take_separator(cursor))
            break;
        next = read_commit_id(text, cursor.at());
        next.named = next.named || named;
    }
    return ids;
}

} // namespace mw::store
