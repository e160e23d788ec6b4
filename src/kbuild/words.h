#pragma once

#include <string>
#include <string_view>
#include <vector>

/// For the other .cpp files of this folder: lists of words as make has them. A word that begins
/// with `doubt` may be in the list or not; `doubt` alone stands for words that are not known.
namespace mw::kbuild {

inline constexpr char doubt = '\x01';

std::vector<std::string> split_words(std::string_view text);
std::string join_words(const std::vector<std::string>& words);
std::string_view trimmed(std::string_view text);
bool is_doubtful(std::string_view text);
/// Every word of it in doubt.
std::string in_doubt(std::string_view text);

/// Whether a word fits a pattern with one '%', which matches any text; stem: that text.
bool fits(std::string_view pattern, std::string_view word, std::string_view& stem);
/// The word with what '%' matched put into the replacement; itself where it does not fit.
std::string replaced(std::string_view pattern, std::string_view replacement, std::string_view word);

} // namespace mw::kbuild
