#pragma once

#include "base/error.h"

#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>

namespace mw::store {

/// What went wrong with the database, to which file, and what to do.
class Error : public base::Error {
public:
    using base::Error::Error;
};

/// The file's content cannot be what this program wrote.
class DamagedError : public Error {
public:
    using Error::Error;
};

/// Reader::interrupt() or a stop (StopScope) ended the call.
class Interrupted : public Error {
public:
    Interrupted() : Error("The search was stopped.") {}
};

/// A mistake in a query's text; position counts bytes from its start.
class QueryError : public Error {
public:
    QueryError(base::Message message, std::size_t position)
        : Error(std::move(message)), position_(position) {}
    QueryError(base::MessagePattern<0> pattern, std::size_t position)
        : QueryError(base::Message(pattern), position) {}
    template <typename Text, std::enable_if_t<std::is_same_v<Text, std::string>, int> = 0>
    QueryError(const Text& words, std::size_t position)
        : QueryError(base::Message::verbatim(words), position) {}
    std::size_t position() const { return position_; }

private:
    std::size_t position_;
};

} // namespace mw::store
