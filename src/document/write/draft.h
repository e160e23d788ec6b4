#pragma once

#include "document/write/outline_section.h"
#include "ranking/score.h"
#include "store/model/interface_records.h"
#include "store/model/project.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace mw::document {

/// How a pull is shown under its section.
enum class PullPlace {
    entry,      ///< by itself, with its own words or the best of what it brought
    in_passing, ///< in one line with others
    left_out,
};

struct DraftOptions {
    std::optional<Seconds> as_of; ///< only what had landed by then; empty: all of it
    std::optional<Seconds> since; ///< only what landed after: for a second article on a window
    std::size_t suggestions = 5;  ///< changesets from the ranking under each section; 0: none
    /// Whether a changeset goes in; empty: all. A person's choice in the window.
    std::function<bool(const store::CommitRow& row)> wanted;
    /// Empty: what is minor in passing, the others as entries.
    std::function<PullPlace(const PullScore& pull)> place;
    bool quote_pulls = true; ///< the pulls' own text below their titles
    /// What changed at the edges of the release (InterfaceReader::changes), for a section of its
    /// own; empty: none. Goes by as_of and wanted too.
    std::vector<store::InterfaceRow> interfaces;
    /// Whose release it is: where links lead, and what sections are called.
    store::Project project;
    std::size_t interfaces_of_each = 15; ///< listed of a kind's new, gone and changed ones
    /// Of the release, for a section of its own with the messages of merges; empty: none.
    std::optional<store::Outline> outline;
    MessageOf outline_message;     ///< of what is in it
    std::size_t outline_depth = 2; ///< pulls are at 1
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
