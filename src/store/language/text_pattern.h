#pragma once

#include "store/language/query_parser.h"
#include "store/sql/tokenizer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mw::store {

/// Bytes of a text, the end not included.
struct TextRange {
    std::size_t begin = 0, end = 0;
    auto operator<=>(const TextRange&) const = default;
};

/// From this many letters on, a part of a word finds the word; fewer mean a whole word.
inline constexpr std::size_t least_part = 3;

/// What a term looks for in messages: words in a row. The outer ones may be parts of longer words:
///
///     value            words            more in front   more behind
///     ultish           ultish           yes             yes
///     net:             net              yes             no (the value goes on, the word does not)
///     lock*            lock             no              yes
///     read_multis      read multis      yes             yes: ...read_multis...
///     x86              x86              yes             yes
///     mm               mm               no              no (fewer than three letters)
///     "any words"      any words        no              no
///     "any words"*     any words        no              yes
struct WordPattern {
    std::vector<std::string> words; ///< folded; empty when the value has no letter or digit
    bool open_front = false, open_back = false;

    WordPattern(const QueryNode& term, const Tokenizer& tokenizer);

    /// Where it stands in a text.
    std::vector<TextRange> find_in(const std::vector<Token>& tokens) const;

    /// Whether a text holds words in a row, as find_in() says it of its tokens, without cutting it
    /// into them; nothing where letters beyond ASCII leave that open. lower: room to work in.
    std::optional<bool> stands_in(std::string_view text, std::string& lower) const;

private:
    std::optional<TextRange> match(const Token* tokens) const;
    bool stands_at(std::string_view lower, std::size_t at) const;
};

/// What a term looks for in a name, a path or another short text: the value as it stands, with its
/// separators, anywhere in the text from three letters on. Otherwise, and in quotes, it begins and
/// ends where words do. One thread.
class TextPattern {
public:
    TextPattern(std::string_view value, bool phrase, bool prefix, const Tokenizer& tokenizer);
    TextPattern(const QueryNode& term, const Tokenizer& tokenizer)
        : TextPattern(term.value, term.phrase || term.whole, term.prefix, tokenizer) {}

    bool matches(std::string_view text) const;
    std::vector<TextRange> find_in(std::string_view text) const;
    /// True where the text is the value and nothing else.
    bool is_all_of(std::string_view text) const;

private:
    std::size_t find(std::string_view folded, std::size_t from) const;

    const Tokenizer& tokenizer_;
    std::string value_;          ///< folded
    mutable std::string folded_; ///< room for the text at hand
    bool open_front_, open_back_;
};

} // namespace mw::store
