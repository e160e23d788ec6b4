#pragma once

#include "ranking/score.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>

namespace mw::document {

/// How a pull is shown under its section.
enum class PullPlace {
    entry,      ///< by itself, with its own words or the best of what it brought
    in_passing, ///< in one line with others
    left_out,
};

struct DraftOptions {
    std::optional<Seconds> as_of; ///< only what had landed by then; empty: all of it
    std::size_t suggestions = 5;  ///< changesets from the ranking under each section; 0: none
    /// Whether a changeset goes in; empty: all. A person's choice in the window.
    std::function<bool(const store::CommitRow& row)> wanted;
    /// Empty: what is minor in passing, the others as entries.
    std::function<PullPlace(const PullScore& pull)> place;
    bool quote_pulls = true; ///< the pulls' own text below their titles
};

/// An article's skeleton in Markdown, to be edited by the person who writes the article: figures,
/// the sections in order with their pulls, best first, what these say of themselves as a quotation,
/// bookmarked changesets with their notes and suggested ones, the hardware section as bold
/// subgroups with new devices, and the releases at hand. A pull that was bookmarked or has a note
/// is an entry whatever else is said. Its figures are those of Reader::sections() and
/// Reader::pulls(); every commit that it links is in the database. Ids in quoted texts and notes
/// that are not are cut to 6 digits. Blocks for seconds. Throws store::Error, Stopped.
std::string write_draft(store::Reader& reader, const store::Release& release,
                        const DraftOptions& options = {}, std::stop_token stop = {});

} // namespace mw::document
