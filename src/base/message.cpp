#include "base/message.h"

#include "base/error.h"

#include <algorithm>
#include <charconv>

namespace mw::base {

namespace {

/// More than any of ours: a file may hold anything.
constexpr int deepest = 20;

bool is_control(char c) {
    return static_cast<unsigned char>(c) < ' ' || c == '\x7f';
}

std::string_view text_up_to_mark(std::string_view& rest) {
    const auto end = rest.find_first_of("\x1d\x1e\x1f");
    const auto text = rest.substr(0, end);
    rest.remove_prefix(text.size());
    return text;
}

std::int64_t number_in(std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

Message Message::verbatim(std::string_view text) {
    return text.empty() ? Message() : Message("{}", text);
}

Message Message::titled(std::string_view pattern) {
    Message message;
    message.pattern_ = pattern;
    return message;
}

Advice Message::advice() const {
    if (advice_ != Advice::none)
        return advice_;
    for (const auto& value : values_)
        if (const auto* const within = std::get_if<std::shared_ptr<const Message>>(&value))
            if (const auto advice = (*within)->advice(); advice != Advice::none)
                return advice;
    return Advice::none;
}

std::string Message::english() const {
    std::vector<std::string> texts;
    texts.reserve(values_.size());
    for (const auto& value : values_) {
        if (const auto* const text = std::get_if<std::string>(&value))
            texts.push_back(*text);
        else if (const auto* const number = std::get_if<std::int64_t>(&value))
            texts.push_back(std::to_string(*number));
        else
            texts.push_back(std::get<std::shared_ptr<const Message>>(value)->english());
    }
    return fill_in(pattern_, texts);
}

std::string Message::stored() const {
    if (pattern_.empty())
        return {};
    std::string result(1, begin_mark);
    if (advice_ != Advice::none)
        result += std::to_string(static_cast<int>(advice_));
    (result += value_mark) += pattern_;
    for (const auto& value : values_) {
        result += value_mark;
        if (const auto* const text = std::get_if<std::string>(&value)) {
            result += 's';
            for (const char c : *text)
                result += is_control(c) ? ' ' : c;
        } else if (const auto* const number = std::get_if<std::int64_t>(&value)) {
            (result += 'n') += std::to_string(*number);
        } else {
            (result += 'm') += std::get<std::shared_ptr<const Message>>(value)->stored();
        }
    }
    return result += end_mark;
}

Message Message::from_stored(std::string_view text) {
    if (text.empty() || text.front() != begin_mark)
        return verbatim(text);
    return read_stored(text, 0);
}

/// rest begins with the mark. What is cut off ends there: a file may have been damaged.
Message Message::read_stored(std::string_view& rest, int depth) {
    Message message;
    rest.remove_prefix(1);
    message.advice_ = static_cast<Advice>(number_in(text_up_to_mark(rest)));
    if (rest.empty() || rest.front() != value_mark)
        return message;
    rest.remove_prefix(1);
    message.pattern_ = text_up_to_mark(rest);
    while (!rest.empty() && rest.front() == value_mark) {
        rest.remove_prefix(1);
        const char kind = rest.empty() ? 's' : rest.front();
        rest.remove_prefix(rest.empty() ? 0 : 1);
        if (kind == 'm' && !rest.empty() && rest.front() == begin_mark && depth < deepest)
            message.values_.emplace_back(
                std::make_shared<const Message>(read_stored(rest, depth + 1)));
        else if (kind == 'n')
            message.values_.emplace_back(number_in(text_up_to_mark(rest)));
        else
            message.values_.emplace_back(std::string(text_up_to_mark(rest)));
    }
    if (!rest.empty() && rest.front() == end_mark)
        rest.remove_prefix(1);
    return message;
}

std::string stored_lines(const std::vector<Message>& messages) {
    std::string lines;
    for (const auto& message : messages)
        lines.append(lines.empty() ? "" : "\n").append(message.stored());
    return lines;
}

std::vector<Message> from_stored_lines(std::string_view lines) {
    std::vector<Message> messages;
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        if (end > 0)
            messages.push_back(Message::from_stored(lines.substr(0, end)));
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return messages;
}

std::string fill_in(std::string_view pattern, const std::vector<std::string>& values) {
    std::string result;
    std::size_t next = 0;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const char c = pattern[at];
        const char behind = at + 1 < pattern.size() ? pattern[at + 1] : '\0';
        const bool numbered = c == '{' && behind >= '0' && behind <= '9' &&
                              at + 2 < pattern.size() && pattern[at + 2] == '}';
        if ((c == '{' || c == '}') && c == behind) {
            result += c;
            ++at;
        } else if (numbered || (c == '{' && behind == '}')) {
            const auto place = numbered ? static_cast<std::size_t>(behind - '0') : next++;
            const auto length = numbered ? 3 : 2;
            result +=
                place < values.size() ? values[place] : std::string(pattern.substr(at, length));
            at += length - 1;
        } else {
            result += c;
        }
    }
    return result;
}

Message message_of(const std::exception& error) {
    const auto* const ours = dynamic_cast<const Error*>(&error);
    return ours != nullptr ? ours->message() : Message::verbatim(error.what());
}

} // namespace mw::base
