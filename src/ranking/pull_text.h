#pragma once

#include "store/read/reader.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mw::document {

/// What a pull's message says in words of its own: without the list of titles that git writes into
/// it, what the merger says of conflicts, the trailers, and the signature. Empty where nothing is
/// left.
std::string prose_of(std::string_view message_body);

/// A piece of a pull's message, to be set as what it is.
struct PullBlock {
    enum class Kind : std::uint8_t {
        paragraph,
        item,    ///< of a list
        literal, ///< indented: a command, a diagram; lines as they are
        heading, ///< above the titles that git lists: whose they are, or where they come from
        title,   ///< of a commit that came with it
    };

    Kind kind = Kind::paragraph;
    int depth = 0; ///< of an item, from 0
    std::string text;

    bool operator==(const PullBlock&) const = default;
};

/// The whole message without its trailers and signature: paragraphs and lists joined from their
/// lines, for a width that nobody knew when they were written. Any bytes are accepted.
std::vector<PullBlock> blocks_of(std::string_view message_body);

/// The prose of the pulls of a release by id; those without any are left out.
std::unordered_map<std::string, std::string> pull_prose(store::Reader& reader,
                                                        store::RowId release);

/// Whether a text has most of the words of a title, near each other, in one of its lines.
bool is_named_in(std::string_view title, std::string_view text);

} // namespace mw::document
