#include "classify/words.h"

#include "base/text.h"

#include <algorithm>
#include <cctype>

namespace mw::classify {

Words split_words(std::string_view text) {
    static constexpr std::string_view around = ".,;:!?()[]{}'\"`";
    Words words;
    std::size_t position = 0;
    while (position < text.size()) {
        const auto start = text.find_first_not_of(" \t", position);
        if (start == std::string_view::npos)
            break;
        position = std::min(text.find_first_of(" \t", start), text.size());
        auto word = text.substr(start, position - start);
        word = trimmed(word, around);
        if (word.empty())
            continue;
        Word one{std::string(word), static_cast<std::size_t>(word.data() - text.data())};
        for (char& c : one.lower)
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        words.push_back(std::move(one));
    }
    return words;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::ranges::find(list, word) != list.end();
}

WordSet::WordSet(std::string_view text) {
    while (!text.empty()) {
        const auto blank = std::min(text.find(' '), text.size());
        if (blank > 0)
            words_.insert(text.substr(0, blank));
        text.remove_prefix(std::min(blank + 1, text.size()));
    }
}

} // namespace mw::classify
