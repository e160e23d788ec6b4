#pragma once

#include "base/message.h"
#include "base/utc_time.h"
#include "classify/new_hardware.h"
#include "classify/sections.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The values that the store hands out: plain copies without a pointer into SQLite or libgit2,
/// free to cross threads. Times are UTC seconds since 1970. Text is valid UTF-8. Object ids are
/// lower-case hex: 40 digits, fewer where only the start is known (the bundled release), empty for
/// an entry without a commit.
namespace mw::store {

/// Row id of a release or commit in this database file. It does not outlive a re-import: what a
/// person made hangs on the object id instead.
using RowId = std::int64_t;

enum class LineState : std::uint8_t {
    pending,     ///< names and sections are there, lines are still to be counted
    counted,     ///< complete
    not_wanted,  ///< imported with --no-lines
    unavailable, ///< a blobless clone, or the bundled release
    partly,      ///< sums are without the files that the clone could not give
};

/// True where there are figures of lines, complete or not.
inline bool has_lines(LineState state) {
    return state == LineState::counted || state == LineState::partly;
}

/// Why the lines of one file of a changeset were not counted.
enum class Uncounted : std::uint8_t {
    none,      ///< they were, or the whole release has no lines
    left_out,  ///< a partial clone was made without the file's contents
    missing,   ///< they are missing from the clone
    damaged,   ///< the clone holds them damaged
    too_large, ///< the file is larger than what is compared
};

/// "left-out", "missing", "damaged", "too-large": the words of the command line; empty for none.
const char* to_string(Uncounted reason);

/// Whether it is known what changed at the edges of a release (interfaces::InterfaceChange).
enum class InterfaceState : std::uint8_t {
    unread,      ///< lines are still to be counted, or an older program imported it
    read,        ///< complete
    not_wanted,  ///< imported with --no-lines
    unavailable, ///< a clone without contents, or the bundled release
};

enum class CommitKind : std::uint8_t {
    changeset,    ///< not a merge
    branch_merge, ///< a merge off the mainline
    pull,         ///< a merge on the mainline
};

/// "changeset", "branch-merge", "pull": the words of the command line.
const char* to_string(CommitKind kind);

/// Whether it is known which identifiers the changesets of a release have in their lines.
enum class CodeState : std::uint8_t {
    unread, ///< lines are still to be counted, or were not wanted; or an older program imported it
    read,
    unavailable, ///< the clone had no contents
};

struct Release {
    RowId id = 0;
    std::string name;
    /// True for the release that the program ships: the changesets that could be proven, not a
    /// whole range, and what could be found out of them.
    bool bundled = false;
    /// Path of the clone it was read from; empty for the bundled release.
    std::string repository;
    std::string from_rev, to_rev; ///< as the person wrote them
    std::string from_oid, to_oid;
    bool from_is_ancestor = true;
    bool shallow = false; ///< imported from a clone that does not have all of what came before
    Seconds imported_at = 0;
    LineState lines = LineState::pending;
    InterfaceState interfaces = InterfaceState::unread;
    CodeState code = CodeState::unread;
    /// Time and name of the -rc1 tag, where the range has one: the merge window ends there.
    std::optional<Seconds> window_end;
    std::string window_tag;
    /// The time span of landings; both empty where unknown.
    std::optional<Seconds> first_landing, last_landing;
    std::int64_t changesets = 0, merges = 0, pulls = 0;
    /// How many changesets the whole range has, where only some are here (the bundled release).
    std::optional<std::int64_t> range_changesets;
    /// Sum over changesets of files touched, as `git log --no-merges --numstat` lists them.
    std::int64_t files = 0;
    std::optional<std::int64_t> insertions, deletions; ///< empty until counted
    std::int64_t uncounted = 0; ///< file changes whose lines could not be counted
    double seconds = 0;         ///< what the last import took
    /// What a person should know of this import ("no -rc1 tag in the range").
    std::vector<base::Message> remarks;
};

struct SectionCount {
    classify::SectionKey place;
    std::int64_t changesets = 0;
};

/// What a person made of one commit.
struct Annotation {
    std::string oid;
    std::optional<classify::SectionKey> place; ///< their own section for it
    bool bookmarked = false;
    std::optional<Seconds> read_at;
    std::optional<int> colour; ///< an index of the window's palette, from 0
    std::string note;          ///< Markdown
    Seconds changed_at = 0;

    bool is_empty() const { return !place && !bookmarked && !read_at && !colour && note.empty(); }
};

/// One row of the table, and the fields of a `search` row on the command line.
struct CommitRow {
    RowId id = 0;
    std::string oid;
    CommitKind kind = CommitKind::changeset;
    std::string subject;       ///< empty where unknown
    std::string author, email; ///< through the mailmap of the range's end; empty where unknown
    std::optional<Seconds> author_time, commit_time;
    int author_zone = 0; ///< read as git reads it: "+0530" is 530
    std::optional<Seconds> landed_time;
    std::string pull;       ///< id of the pull it landed through; empty: directly, or unknown
    std::string pull_title; ///< subject of that pull
    classify::SectionKey place;
    std::string subsystem;
    std::optional<classify::NewHardware> adds;
    std::optional<std::int64_t> files, insertions, deletions; ///< empty where not counted
    std::string about; ///< the bundled release's own words on the entry; empty otherwise
    std::optional<Annotation> personal;
    bool starred = false; ///< of a starred subsystem, path or person
    RowId release = 0;
};

struct FileChange {
    std::string path;
    char status = 'M';   ///< A added, M modified, D deleted, T type changed, ? not known
    bool binary = false; ///< has no lines, as numstat's "-"
    std::optional<std::int64_t> insertions, deletions;
    Uncounted uncounted = Uncounted::none;
};

struct Trailer {
    std::string key, value;
};

/// What one commit has to do with one record.
struct CveMark {
    std::string id;
    bool fixes = false; ///< otherwise the commit introduced the fault
    std::optional<double> score;
    std::string severity;
};

/// Whether another tree has a changeset. Numbers are stored.
enum class TreeState : std::uint8_t {
    missing = 0,     ///< the tree does not have it
    unknown = 1,     ///< nothing says that the tree has it, but its history does not go so far back
    reverted = 2,    ///< it was there and was taken out again
    there = 3,       ///< the very commit
    named = 4,       ///< a commit says that it was taken from it
    same_change = 5, ///< title, author and the moment of writing are the same
    same_patch = 6,  ///< the patch is the same, of the same author or under the same title
    similar = 7,     ///< title and author are the same, and most of the changed lines
};

/// Whether the tree has the change, as itself or as a backport.
inline bool has_change(TreeState state) {
    return state >= TreeState::there;
}

/// "missing", "unknown", "reverted", "there", "named", "same-change", "same-patch", "similar": the
/// words of the command line.
const char* to_string(TreeState state);

/// What one other tree (tree_records.h) has of one changeset.
struct TreeMark {
    std::string tree; ///< its name
    TreeState state = TreeState::missing;
    std::string oid; ///< the tree's commit that makes it so; empty for missing and unknown
};

/// What a message says of another commit. Numbers are stored.
enum class ReferenceKind : std::uint8_t {
    fixes = 0,
    reverts = 1,
    picked = 2, ///< was taken from it (git::upstream_ids)
};

/// "fixes", "reverts", "picked": the words of the command line.
const char* to_string(ReferenceKind kind);

/// One end of a correction: a later commit that says it corrects this one, or what this one says
/// that it corrects.
struct Correction {
    ReferenceKind kind = ReferenceKind::fixes;
    RowId commit = 0; ///< 0: the database does not have it
    std::string oid;  ///< as it is written where the database does not have it
    std::string subject;
    /// Where it is said: a line of the correcting commit's body, from 1; 0: its subject. Nothing
    /// where an older version imported it.
    std::optional<std::int64_t> line;
    std::string words; ///< that line
};

/// Everything the database knows about one commit.
struct CommitDetail {
    CommitRow row;
    RowId release = 0;
    /// Where the classification put it; row.place is the person's own choice where there is one.
    classify::SectionKey derived_place;
    std::string body; ///< the message below the subject, as written
    std::string committer, committer_email;
    int commit_zone = 0;
    std::vector<std::string> parents;
    std::vector<FileChange> paths; ///< in git's order; empty for merges
    std::vector<Trailer> trailers; ///< in message order
    base::Message reason;          ///< why the classification put it into derived_place
    /// For merges: the changesets of the release in M^1..M, in landing order.
    std::vector<std::string> brought;
    /// What fixed or reverted it, as far as the database has it, in landing order.
    std::vector<Correction> corrections;
    /// What it says that it fixes or reverts, in the order of the message.
    std::vector<Correction> corrects;
    /// Full or short ids that it says it was taken from.
    std::vector<std::string> picked_from;
    bool for_stable = false; ///< "Cc: stable@vger.kernel.org"
    /// Entries of documents that mention it.
    std::vector<std::string> mentions;
    std::vector<CveMark> cves;   ///< by id; those it fixes and those it introduced
    std::vector<TreeMark> trees; ///< by name; those that were asked for it
};

/// The reason of an entry of the bundled release that an article put where it is.
base::Message summary_reason();
/// Whether it is that, or begins with it.
bool is_summary_reason(const base::Message& reason);

/// Why the commit is where it is, with a person's own choice named as such.
base::Message reason_in_words(const CommitDetail& commit);

struct Pull {
    RowId id = 0;
    std::string oid;
    std::string title; ///< the merge's subject, or what is known of it instead
    std::string tree;  ///< URL or path that the subject names; empty where none
    std::string tag;   ///< signed tag that the subject names; empty for a branch
    std::optional<Seconds> landed_time;
    std::int64_t changesets = 0;
    classify::SectionKey place;
};

} // namespace mw::store
