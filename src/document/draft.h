#pragma once

#include "store/reader.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>

namespace mw::document {

struct DraftOptions {
    std::optional<store::Seconds> as_of; ///< only what had landed by then; empty: all of it
    std::size_t suggestions = 5; ///< changesets from the ranking under each section; 0: none
    /// Whether a changeset or pull goes in; empty: all. A person's choice in the window.
    std::function<bool(const std::string& oid)> wanted;
    bool quote_pulls = true; ///< the pulls' own text below their titles
};

/// An article's skeleton in Markdown, to be edited by the person who writes the article: figures,
/// the sections in order with their pulls, what these say of themselves as a quotation, bookmarked
/// and suggested changesets, the hardware section as bold subgroups with new devices, and the
/// releases at hand. Its figures are those of Reader::sections() and Reader::pulls(); every commit
/// that it links is in the database. Ids in quoted texts that are not are cut to 6 digits.
/// Blocks for seconds. Throws store::Error, Stopped.
std::string write_draft(store::Reader& reader, const store::Release& release,
                        const DraftOptions& options = {}, std::stop_token stop = {});

} // namespace mw::document
