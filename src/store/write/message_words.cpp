#include "store/write/message_words.h"

#include "base/characters.h"
#include "base/text.h"

#include <algorithm>

namespace mw::store {

namespace {

constexpr std::string_view opening = "\"'`([{<*_|#-+>";
constexpr std::string_view closing = "\"'`)]}>*_.,;:!?";

bool is_bullet(const MessageWord& word) {
    const bool numbered =
        word.core.size() <= 2 && !word.after.empty() &&
        std::ranges::all_of(word.core, [](char c) { return c >= '0' && c <= '9'; });
    return word.core.empty() || numbered;
}

bool is_one_of(char c, std::string_view characters) {
    return !is_alnum(c) && characters.find(c) != std::string_view::npos;
}

MessageWord word_of(std::string_view lower, std::size_t begin, std::size_t end, std::size_t line) {
    std::size_t first = begin, last = end;
    while (first < end && is_one_of(lower[first], opening))
        ++first;
    while (last > first && is_one_of(lower[last - 1], closing))
        --last;
    MessageWord word;
    word.begin = begin;
    word.end = end;
    word.line = line;
    word.before = lower.substr(begin, first - begin);
    word.core = lower.substr(first, last - first);
    word.after = lower.substr(last, end - last);
    return word;
}

} // namespace

MessageWords::MessageWords(std::string_view text) : lower_(lower_case(text)) {
    constexpr std::size_t letters_of_a_word = 6; // on average, with the blank behind
    words_.reserve(text.size() / letters_of_a_word);
    bool paragraph = true;
    for (std::size_t at = 0, line = 0; at <= text.size(); ++line) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto before = words_.size();
        add_line(text, at, end, line, paragraph);
        paragraph = words_.size() == before &&
                    (paragraph || text.substr(at, end - at).find_first_not_of(message_blanks) ==
                                      std::string_view::npos);
        at = end + 1;
    }
}

void MessageWords::add_line(std::string_view text, std::size_t begin, std::size_t end,
                            std::size_t line, bool paragraph) {
    bool first = true;
    for (std::size_t at = begin; at < end;) {
        std::size_t start = at;
        while (start < end && is_message_blank(text[start]))
            ++start;
        if (start == end || (first && text[start] == '>'))
            return;
        std::size_t stop = start;
        while (stop < end && !is_message_blank(text[stop]))
            ++stop;
        words_.push_back(word_of(lower_, start, stop, line));
        words_.back().first_of_line = first;
        words_.back().first_of_paragraph = first && paragraph;
        first = false;
        at = stop;
    }
}

bool MessageWords::starts_sentence(std::size_t i) const {
    const auto& word = words_[i];
    if (i == 0 || word.first_of_paragraph ||
        word.before.find_first_of("([-*") != std::string_view::npos)
        return true;
    const auto& previous = words_[i - 1];
    if (previous.first_of_line && is_bullet(previous))
        return true;
    return previous.after.find_first_of(".!?:;]") != std::string_view::npos;
}

bool MessageWords::is_quoted(std::size_t i) const {
    constexpr std::string_view quotes = "\"`'";
    constexpr std::size_t most_words = 40;
    for (std::size_t at = i; i - at < most_words; --at) {
        // A word behind which quotes end closes those that opened before it.
        if (at != i && words_[at].after.find_first_of(quotes) != std::string_view::npos)
            return false;
        if (words_[at].before.find_first_of(quotes) != std::string_view::npos)
            return true;
        if (words_[at].first_of_line)
            return false;
    }
    return false;
}

} // namespace mw::store
