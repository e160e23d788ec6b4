#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mw::store {

/// A word of a text, folded: lower case, without accents.
struct Token {
    std::string text;
    std::size_t begin = 0, end = 0; ///< bytes of the text that it was
};

/// A text folded for comparison, separators and all, that knows where each byte came from.
struct FoldedText {
    std::string text;
    std::vector<std::uint32_t> begins, ends; ///< of each byte: the bytes of the text it stands for
};

/// How the search index sees a text. It is FTS5's own tokenizer ("unicode61 remove_diacritics 2"),
/// so that what is looked for and what is highlighted is cut exactly as what was indexed: words are
/// letters and digits, everything else stands between words, an underscore too. So
/// IORING_OP_READ_MULTISHOT is four words in a row, as x86-64 is two and v6.7-rc1 three.
///
/// One thread; movable. Throws SQLite::Exception where SQLite has no FTS5.
class Tokenizer {
public:
    Tokenizer();
    ~Tokenizer();
    Tokenizer(Tokenizer&&) noexcept;
    Tokenizer& operator=(Tokenizer&&) noexcept;

    std::vector<Token> tokens(std::string_view text) const;

    std::string fold(std::string_view text) const;
    /// The same into a string whose room is used again.
    void fold(std::string_view text, std::string& folded) const;

    FoldedText fold_with_origin(std::string_view text) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// How many letters (code points) an UTF-8 text has.
std::size_t count_letters(std::string_view text);

/// True for a byte that a word can be made of: ASCII letters and digits, and all beyond ASCII.
constexpr bool is_word_byte(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

} // namespace mw::store
