#include "store/language/text_pattern.h"

#include "base/characters.h"

#include <algorithm>

namespace mw::store {

WordPattern::WordPattern(const QueryNode& term, const Tokenizer& tokenizer) {
    const auto tokens = tokenizer.tokens(term.value);
    if (tokens.empty())
        return;
    for (const auto& token : tokens)
        words.push_back(token.text);
    if (term.phrase || term.prefix) {
        open_back = term.prefix && tokens.back().end == term.value.size();
        return;
    }
    open_front = tokens.front().begin == 0 && count_letters(words.front()) >= least_part;
    open_back = tokens.back().end == term.value.size() && count_letters(words.back()) >= least_part;
}

/// Bytes from..to of the token's folded text, as bytes of the text that it was: the whole word
/// where folding changed its length.
static TextRange part_of(const Token& token, std::size_t from, std::size_t to) {
    if (token.text.size() != token.end - token.begin)
        return {token.begin, token.end};
    return {token.begin + from, token.begin + to};
}

std::optional<TextRange> WordPattern::match(const Token* tokens) const {
    const auto& first = tokens[0];
    if (words.size() == 1) {
        const auto at = open_front ? first.text.find(words[0])
                                   : (first.text.starts_with(words[0]) ? 0 : std::string::npos);
        if (at == std::string::npos)
            return std::nullopt;
        if (open_back || at + words[0].size() == first.text.size())
            return part_of(first, at, at + words[0].size());
        if (!open_front || !first.text.ends_with(words[0]))
            return std::nullopt;
        return part_of(first, first.text.size() - words[0].size(), first.text.size());
    }
    const auto& last = tokens[words.size() - 1];
    const bool front = open_front ? first.text.ends_with(words[0]) : first.text == words[0];
    const bool back = open_back ? last.text.starts_with(words.back()) : last.text == words.back();
    if (!front || !back)
        return std::nullopt;
    for (std::size_t i = 1; i + 1 < words.size(); ++i)
        if (tokens[i].text != words[i])
            return std::nullopt;
    return TextRange{part_of(first, first.text.size() - words[0].size(), first.text.size()).begin,
                     part_of(last, 0, words.back().size()).end};
}

std::vector<TextRange> WordPattern::find_in(const std::vector<Token>& tokens) const {
    std::vector<TextRange> ranges;
    if (words.empty())
        return ranges;
    for (std::size_t at = 0; at + words.size() <= tokens.size(); ++at)
        if (const auto range = match(tokens.data() + at))
            ranges.push_back(*range);
    return ranges;
}

/// True is certain: between ASCII letters and digits and any other ASCII character, every word
/// begins and ends where FTS5 cuts it.
bool WordPattern::stands_at(std::string_view lower, std::size_t at) const {
    if (!open_front && at > 0 && is_word_byte(lower[at - 1]))
        return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!lower.substr(at).starts_with(words[i]))
            return false;
        at += words[i].size();
        if (i + 1 == words.size())
            break;
        const auto end = at;
        while (at < lower.size() && !is_word_byte(lower[at]))
            ++at;
        if (at == end)
            return false;
    }
    return open_back || at == lower.size() || !is_word_byte(lower[at]);
}

std::optional<bool> WordPattern::stands_in(std::string_view text, std::string& lower) const {
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (words.empty() || !std::ranges::all_of(words, [&](const std::string& word) {
            return std::ranges::all_of(word, is_ascii);
        }))
        return std::nullopt;
    lower.resize(text.size());
    std::ranges::transform(text, lower.begin(), [](char c) { return lower_case(c); });
    for (auto at = lower.find(words.front()); at != std::string::npos;
         at = lower.find(words.front(), at + 1))
        if (stands_at(lower, at))
            return true;
    return std::ranges::all_of(text, is_ascii) ? std::optional(false) : std::nullopt;
}

TextPattern::TextPattern(std::string_view value, bool phrase, bool prefix,
                         const Tokenizer& tokenizer)
    : tokenizer_(tokenizer), value_(tokenizer.fold(value)) {
    const bool part = count_letters(value) >= least_part;
    open_front_ = !phrase && !prefix && part;
    open_back_ = prefix || open_front_;
}

std::size_t TextPattern::find(std::string_view folded, std::size_t from) const {
    for (auto at = folded.find(value_, from); at != std::string_view::npos;
         at = folded.find(value_, at + 1)) {
        const auto end = at + value_.size();
        const bool front = open_front_ || value_.empty() || at == 0 ||
                           !is_word_byte(folded[at - 1]) || !is_word_byte(value_.front());
        const bool back = open_back_ || value_.empty() || end == folded.size() ||
                          !is_word_byte(folded[end]) || !is_word_byte(value_.back());
        if (front && back)
            return at;
    }
    return std::string_view::npos;
}

bool TextPattern::matches(std::string_view text) const {
    tokenizer_.fold(text, folded_);
    return find(folded_, 0) != std::string_view::npos;
}

bool TextPattern::is_all_of(std::string_view text) const {
    return tokenizer_.fold(text) == value_;
}

std::vector<TextRange> TextPattern::find_in(std::string_view text) const {
    std::vector<TextRange> ranges;
    if (value_.empty())
        return ranges;
    const auto folded = tokenizer_.fold_with_origin(text);
    for (auto at = find(folded.text, 0); at != std::string_view::npos;
         at = find(folded.text, at + value_.size()))
        ranges.push_back({folded.begins[at], folded.ends[at + value_.size() - 1]});
    return ranges;
}

} // namespace mw::store
