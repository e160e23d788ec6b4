#pragma once

#include "base/error.h"
#include "document/write/json.h"
#include "store/model/records.h"

/// The command line's JSON objects; see document/json.h.
namespace mw::cli {

using document::Json;
using document::to_json;

Json to_json(const store::Release& release);
Json to_json(const store::SectionCount& count);
Json to_json(const store::CommitDetail& detail);
Json to_json(const store::Pull& pull);
Json to_json(const store::Annotation& personal);

/// The query on a line of its own with a caret under the mistake, to be put behind a sentence.
std::string pointed_at(const std::string& query, std::size_t position);

/// The message with the command line's own advice behind it.
std::string words_of(const base::Message& message);
/// The same for an error; where it is none of ours, what it says.
std::string words_of(const std::exception& error);

/// Text from a clone as a terminal may show it; see base::visible_text().
std::string visible(std::string_view text);

/// One line for a person on standard output, made visible().
void print_line(const std::string& text);
/// One that programs read back: as it is, and visible() on a terminal.
void print_data_line(const std::string& text);
void print_json(const Json& json);

} // namespace mw::cli
