#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

/// A title's words. Free functions without state; any thread may call them.
namespace mw::classify {

struct Word {
    /// In lower case, without punctuation around it.
    std::string lower;
    /// Where it begins in the text that was split.
    std::size_t start = 0;
};

using Words = std::vector<Word>;

/// Splits at white space; brackets, quotes, commas and full stops around a word are left out.
Words split_words(std::string_view text);

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list);

/// Words, written as one text with blanks between them; the text has to outlive the set (a
/// literal).
class WordSet {
public:
    explicit WordSet(std::string_view text);
    bool contains(std::string_view word) const { return words_.contains(word); }

private:
    std::unordered_set<std::string_view> words_;
};

} // namespace mw::classify
