#pragma once

#include "store/records.h"

#include <nlohmann/json.hpp>

/// The command line's JSON objects, with the names that other programs rely on. Fields come in the
/// order of the documentation. What is not known is null.
namespace mw::cli {

using Json = nlohmann::ordered_json;

Json to_json(const store::Release& release);
Json to_json(const store::SectionCount& count);
Json to_json(const store::CommitRow& row);
Json to_json(const store::CommitDetail& detail);
Json to_json(const store::Pull& pull);
Json to_json(const store::Personal& personal);

/// The query on a line of its own with a caret under the mistake, to be put behind a sentence.
std::string pointed_at(const std::string& query, std::size_t position);

/// One line on standard output. Ends the program with exit status 1 where nobody can read it.
void print_line(const std::string& text);
void print_json(const Json& json);

} // namespace mw::cli
