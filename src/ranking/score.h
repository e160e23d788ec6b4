#pragma once

#include "base/message.h"
#include "store/read/reader.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

/// What of a release is worth a line in an article: a starting list for the person who writes it,
/// who sees why each entry is there.
namespace mw::document {

struct ScoreReason {
    double points = 0;
    base::Message words;         ///< "adds 5 files", "its title says fix"
    bool follows_series = false; ///< for what came before it from the same hands
};

struct Score {
    store::CommitRow row;
    double score = 0;
    std::vector<ScoreReason> reasons; ///< the heaviest first
    bool feature = false;             ///< by its title, or it adds files
    bool documented = false;          ///< it changes a file under Documentation/
};

struct PullScore {
    store::Pull pull;
    double score = 0;
    std::vector<ScoreReason> reasons;
    /// Few changesets, or none but fixes and upkeep: worth a name among others, not an entry.
    bool minor = false;
    std::vector<Score> best; ///< up to three of its changesets that are worth a line, best first
};

struct SectionScores {
    classify::Section section = classify::Section::misc;
    std::vector<Score> changesets; ///< best first
    std::vector<PullScore> pulls;  ///< best first; those whose own section this is
};

struct RankOptions {
    std::size_t per_section = 20; ///< changesets, and pulls, to keep for each section
    bool all_pulls = false;       ///< keep every pull
    std::optional<Seconds> as_of; ///< only what had landed by then
};

/// Points of one changeset by itself:
///   new files, new configuration options        up to 9
///   lines added                                 up to 4
///   documentation, new documentation            2, 4   (bindings and scripts are none)
///   interfaces to programs and administrators   up to 6
///   a title that says feature                   4
///   new hardware (classify::NewHardware)        4
///   named in the text of the pull               3
///   a long explanation                          up to 2
///   figures of what it gains                    2
///   a file of sysfs, a sysctl, … in its text    1.5
///   three or more who reviewed or tested it     1
///   tests, simulators, debugfs files, the inside of tools; what is written anew without saying
///   why: taken off a fix, cleanup, upkeep, plumbing or revert by title, files that only moved, a
///   Fixes: or Cc: stable line, landed after the window, drivers/staging: taken off
/// pull_text: the prose of the pull it landed through, empty where there is none.
Score score_of(const store::CommitDetail& commit, const std::string& pull_text,
               const store::Release& release);

/// The sections of a release in the taxonomy's order, with the best of each. Merges are never
/// among the changesets; of the changesets by one author with one prefix, a series, the largest
/// counts more and the later ones less. Reads every changeset once: seconds for a release. Throws
/// store::Error, Stopped (markdown.h).
std::vector<SectionScores> rank_release(store::Reader& reader, const store::Release& release,
                                        const RankOptions& options, std::stop_token stop = {});

} // namespace mw::document
