#include "kbuild/words.h"

#include "base/text.h"

namespace mw::kbuild {

using std::string_view;

namespace {

constexpr string_view make_blanks = " \t\r\n";

} // namespace

std::vector<std::string> split_words(string_view text) {
    std::vector<std::string> words;
    for (std::size_t at = text.find_first_not_of(make_blanks); at != string_view::npos;) {
        const auto end = std::min(text.find_first_of(make_blanks, at), text.size());
        words.emplace_back(text.substr(at, end - at));
        at = text.find_first_not_of(make_blanks, end);
    }
    return words;
}

std::string join_words(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words)
        text.append(text.empty() ? "" : " ").append(word);
    return text;
}

string_view trimmed(string_view text) {
    return mw::trimmed(text, make_blanks);
}

bool is_doubtful(string_view text) {
    return text.find(doubt) != string_view::npos;
}

std::string in_doubt(string_view text) {
    auto words = split_words(text);
    for (auto& word : words)
        if (!word.starts_with(doubt))
            word.insert(word.begin(), doubt);
    return join_words(words);
}

bool fits(string_view pattern, string_view word, string_view& stem) {
    const auto percent = pattern.find('%');
    if (percent == string_view::npos) {
        stem = {};
        return pattern == word;
    }
    const auto front = pattern.substr(0, percent), back = pattern.substr(percent + 1);
    if (word.size() < front.size() + back.size() || !word.starts_with(front) ||
        !word.ends_with(back))
        return false;
    stem = word.substr(front.size(), word.size() - front.size() - back.size());
    return true;
}

std::string replaced(string_view pattern, string_view replacement, string_view word) {
    string_view stem;
    const bool doubtful = word.size() > 1 && word.front() == doubt;
    if (doubtful)
        word.remove_prefix(1);
    std::string result(word);
    if (fits(pattern, word, stem)) {
        result = replacement;
        if (const auto percent = result.find('%');
            percent != std::string::npos && pattern.find('%') != string_view::npos)
            result.replace(percent, 1, stem);
    }
    return doubtful ? doubt + result : result;
}

} // namespace mw::kbuild
