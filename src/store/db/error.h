#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace mw::store {

/// What went wrong with the database, to which file, and what to do: a sentence for a person.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Reader::interrupt() ended the call.
class Interrupted : public Error {
public:
    Interrupted() : Error("The search was stopped.") {}
};

/// A mistake in a query's text; position counts bytes from its start.
class QueryError : public Error {
public:
    QueryError(const std::string& what, std::size_t position) : Error(what), position_(position) {}
    std::size_t position() const { return position_; }

private:
    std::size_t position_;
};

} // namespace mw::store
