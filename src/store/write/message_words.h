#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mw::store {

/// What stands between the words of a message.
inline constexpr std::string_view message_blanks = " \t\r\f\v";

constexpr bool is_message_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

/// A word of a message: what stands between blanks.
struct MessageWord {
    std::size_t begin = 0, end = 0; ///< in the text
    std::size_t line = 0;           ///< from 0
    std::string_view core;          ///< lower case, without what opens and closes it
    std::string_view before, after; ///< that: brackets, bullets, quotes; punctuation
    bool first_of_line = false, first_of_paragraph = false;
};

/// A message as words and sentences. Lines that quote a mail (">") have no words. Immutable once
/// made; any thread.
class MessageWords {
public:
    explicit MessageWords(std::string_view text);
    MessageWords(const MessageWords&) = delete; ///< words point into it
    MessageWords& operator=(const MessageWords&) = delete;

    std::size_t size() const { return words_.size(); }
    const MessageWord& operator[](std::size_t i) const { return words_[i]; }

    /// Behind a full stop or a colon, a prefix ("[PATCH]"), a bullet, an opening bracket or a blank
    /// line; the end of a line alone is none, because prose is wrapped.
    bool starts_sentence(std::size_t i) const;

    /// Within quotes that opened on its line: part of somebody else's title.
    bool is_quoted(std::size_t i) const;

private:
    void add_line(std::string_view text, std::size_t begin, std::size_t end, std::size_t line,
                  bool paragraph);

    const std::string lower_; ///< the text in lower case
    std::vector<MessageWord> words_;
};

} // namespace mw::store
