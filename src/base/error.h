#pragma once

#include "base/message.h"

#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace mw::base {

/// What went wrong, with what, and what to do: the base of all errors of this program. what() is
/// the English of its message, for logs and tests; whoever shows it to a person takes message().
class Error : public std::runtime_error {
public:
    explicit Error(Message message)
        : std::runtime_error(message.english()),
          message_(std::make_shared<const Message>(std::move(message))) {}

    /// As a Message is made: a literal pattern, its values, and advice in front of it.
    template <typename... Values>
    explicit Error(MessagePattern<sizeof...(Values)> pattern, const Values&... values)
        : Error(Message(pattern, values...)) {}
    template <typename... Values>
    explicit Error(Advice advice, MessagePattern<sizeof...(Values)> pattern,
                   const Values&... values)
        : Error(Message(advice, pattern, values...)) {}

    /// Words that are no pattern of ours, as another program or library said them: shown as they
    /// are. A literal is a pattern.
    template <typename Text, std::enable_if_t<std::is_same_v<Text, std::string>, int> = 0>
    explicit Error(const Text& words) : Error(Message::verbatim(words)) {}

    const Message& message() const { return *message_; }

private:
    std::shared_ptr<const Message> message_; ///< shared, so that copies of it throw nothing
};

/// The message of an error of ours; of any other what it says, as it is.
Message message_of(const std::exception& error);

} // namespace mw::base
