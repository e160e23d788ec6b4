#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
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

bool is_one_of(std::string_view word, std::span<const std::string_view> list);
bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list);

} // namespace mw::classify
