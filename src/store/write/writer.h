#pragma once

#include "base/message.h"
#include "interfaces/items/interface_change.h"
#include "store/model/commit_events.h"
#include "store/model/records.h"
#include "store/write/fix_references.h"
#include "store/write/release_growth.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mw::store {

/// As somebody wrote it: the bytes that git has before it asks a mailmap.
struct Person {
    std::string name, email;
};

/// A commit on its way into the database. Ids are raw bytes here: 20, fewer where only the start is
/// known, none for an entry without a commit.
struct NewCommit {
    CommitKind kind = CommitKind::changeset;
    std::string oid;
    std::string parents; ///< ids one after the other
    std::string subject, body, about;
    Person author, committer; ///< an empty name and address: unknown
    std::optional<Seconds> author_time, commit_time, landed_time;
    int author_zone = 0, commit_zone = 0; ///< as CommitRow has them
    std::optional<std::size_t> pull;      ///< position of the pull it landed through
    /// Position of the innermost merge that brought it (git::bringing_merges()), where that is not
    /// the pull.
    std::optional<std::size_t> brought_by;
    classify::SectionKey place;
    std::string subsystem, reason;
    std::optional<classify::NewHardware> adds;
    bool files_known = true;
    std::vector<FileChange> paths;
    std::vector<Trailer> trailers;
    /// find_references(), where a thread that has the time for it has called that; otherwise the
    /// writer does.
    std::optional<std::vector<Reference>> references;
};

/// Replaces one release by name, or lets it grow. What is added is kept beside the database
/// (commit_spool.h), which stays free for others to write until start_writing() or commit() puts it
/// in, in one transaction: readers see the old release or the new one, and a writer that is
/// destroyed before commit() ends leaves the file as it was. One thread. The two wait up to a
/// minute for another writer. Throws store::Error.
class ReleaseWriter {
public:
    /// meta: everything of the release but its id and the figures, which commit() computes.
    /// fingerprint: what the derived data depends on, see release_fingerprint(). growth: what there
    /// is stays, and what is added is put behind it; positions count from there.
    ///
    /// Commits that a release of that name, from the same start, did not have are marked as not
    /// seen (news.h).
    ReleaseWriter(const std::filesystem::path& file, const Release& meta,
                  const std::string& fingerprint, std::optional<ReleaseGrowth> growth = {});
    ~ReleaseWriter();
    ReleaseWriter(const ReleaseWriter&) = delete;
    ReleaseWriter& operator=(const ReleaseWriter&) = delete;

    /// How many will be added, where that is known before they are: a first release of moderate
    /// size takes half as many bytes to write then. Before start_writing() and commit().
    void expect(std::size_t commits);

    /// position: the landing order from 0, each given once, in any order.
    void add(std::size_t position, const NewCommit& commit);

    /// Keeps a file of the range's end: MAINTAINERS, by which it can be classified again (see
    /// SectionWriter::kept_file()), and .mailmap, which says who people are (people.h).
    void keep_file(const std::string& path, const std::string& content);

    /// What changed at the edges, where that is known without reading contents (the bundled
    /// release); an import gives it to LineWriter.
    void set_interfaces(std::vector<interfaces::InterfaceChange> changes);

    std::size_t size() const; ///< commits added so far

    /// Begins the transaction that commit() ends: from now on commits are written as they are
    /// added, as far as those before them are there, and nobody else can write. For the last
    /// moments of an import, so that reading goes on beside writing.
    void start_writing();
    bool is_writing() const;

    /// Corrects the place of a merge, which depends on what it brought.
    void set_place(std::size_t position, const classify::SectionKey& place,
                   const std::string& reason);

    /// Writes what is not written yet, sums up and returns the release as stored. written: called
    /// with the number of commits that are written; may be empty; what it throws ends the writing,
    /// and the file stays as it was.
    Release commit(double seconds, const std::function<void(std::size_t)>& written = {});

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Lines of one changed path, in the order of paths sorted by bytes.
struct PathLines {
    std::int32_t insertions = 0, deletions = 0;
    bool binary = false;
    Uncounted uncounted = Uncounted::none; ///< other than none: there are no figures
};

/// What became of counting a release's lines.
struct LineResult {
    LineState state = LineState::counted;
    double seconds = 0;                   ///< that it took
    std::int64_t uncounted = 0;           ///< file changes without figures
    std::vector<base::Message> remarks{}; ///< what the release is to say of it
};

/// A changeset whose lines are to be counted.
struct LineTask {
    RowId commit = 0;
    std::string oid;          ///< raw bytes
    std::string first_parent; ///< raw bytes; empty for a root commit
};

/// Fills in the lines of those changesets of a release that have none yet. The file is not locked
/// until commit(), which writes all in one transaction. One thread. Throws store::Error.
class LineWriter {
public:
    LineWriter(const std::filesystem::path& file, const std::string& release_name);
    ~LineWriter();
    LineWriter(const LineWriter&) = delete;
    LineWriter& operator=(const LineWriter&) = delete;

    /// Changesets without lines, in landing order.
    std::vector<LineTask> tasks();

    /// All changesets, in landing order.
    std::vector<LineTask> all_tasks();

    /// Whether other changesets have theirs.
    bool goes_on() const;

    /// What is kept of the other changesets, in landing order.
    void for_each_events(
        const std::function<void(RowId commit, const std::string& oid, CommitEvents)>& found);

    /// lines: one for each path of the commit.
    void add(RowId commit, const std::vector<PathLines>& lines);

    /// The identifiers in a changeset's lines (code::ChangedWords::take()). Without any commit()
    /// says that they are not to be had.
    void add_code(RowId commit, std::string_view words);

    /// Nothing more comes from add_code(): a thread of this value's own makes rows of it until
    /// commit() needs them.
    void pack_code();

    /// What a changeset did to interfaces.
    void add_events(RowId commit, CommitEvents events);

    /// What changed at the edges of the release, in place of what is there. Without it commit()
    /// says that this is not to be had.
    void set_interfaces(std::vector<interfaces::InterfaceChange> changes);

    /// The release as it is stored.
    Release release();

    /// Writes what add_code() was given, in place of what is there, and nothing else.
    Release commit_code();

    /// Also where the counts cannot be had: the state says why.
    Release commit(const LineResult& result);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// The fingerprint given when the release was written; empty where there is no such release.
std::string release_fingerprint(const std::filesystem::path& file, const std::string& name);

} // namespace mw::store
