#pragma once

#include "document/markdown/markdown.h"
#include "store/user/documents.h"

#include <filesystem>
#include <string>

namespace mw::document {

/// Mentions of a rendered document: each commit once for each entry that points at it.
std::vector<store::NewMention> mentions_of(const Rendered& shown);

/// Reads a file of any kind and writes what it mentions into the database. Of a file that is there
/// already with the same content nothing is written; one that was changed is read again; one with
/// the same content as a document whose file is gone is taken for that document, moved. Blocks.
/// Throws ReadError, TooLarge, store::Error.
store::Document add_document(const std::filesystem::path& database,
                             const std::filesystem::path& file, const std::string& release);

} // namespace mw::document
