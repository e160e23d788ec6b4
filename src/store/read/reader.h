#pragma once

#include "store/help/search_help.h"
#include "store/model/code_records.h"
#include "store/model/commit_query.h"
#include "store/model/object_id_set.h"
#include "store/model/records.h"
#include "store/read/patch_series.h"
#include "store/search/mention_map.h"
#include "store/sql/error.h"
#include "store/user/documents.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace mw::store {

/// Reads one database file. Each Reader has a connection of its own and belongs to the thread that
/// made it (interrupt() aside); make one for each thread. A reader sees the state of the last
/// finished transaction and never waits for an import.
///
/// Throws store::Error with a sentence for a person; QueryError for a mistake in a query's text.
class Reader {
public:
    /// Opens without changing the file; an older schema must have been migrated first (open a
    /// Database for that).
    explicit Reader(const std::filesystem::path& file);
    ~Reader();
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;

    /// Newest range end first, the bundled release last.
    std::vector<Release> releases();
    std::optional<Release> release(std::string_view name);

    /// In the taxonomy's order, only places that hold changesets; hardware's subgroups one by one.
    std::vector<SectionCount> sections(RowId release, std::optional<Seconds> as_of = {});

    /// Row ids in the order asked for: cheap, so that a table can hold all of them and fetch what
    /// is on screen with rows(). Merges are left out unless the text says is:merge.
    std::vector<RowId> find(const CommitQuery& query);

    /// One row per id, in the order of ids; ids that are gone are skipped.
    std::vector<CommitRow> rows(std::span<const RowId> ids);

    /// Their subjects alone, one for each id, empty for one that is gone: 2 µs where a row
    /// takes 20.
    std::vector<std::string> subjects(std::span<const RowId> ids);

    /// Streams the rows of a query, of which it holds a few hundred at a time; stops when the
    /// callback returns false.
    void for_each(const CommitQuery& query, const std::function<bool(const CommitRow&)>& row);

    /// The same with text, paths and trailers; what a merge brought is left out. Slower: two
    /// thousand commits take some hundred milliseconds.
    void for_each_detail(const CommitQuery& query,
                         const std::function<bool(const CommitDetail&)>& commit);

    /// Which terms of a query find nothing on their own, in the query's order: for an empty result
    /// that is why, unless terms merely exclude each other.
    std::vector<EmptyTerm> empty_terms(const CommitQuery& query);

    /// Texts of several words that a query asks for in the lines of changesets ("code:"): it finds
    /// all that may have them, until somebody looked into the clone (code_text/verify.h) and says
    /// which have. Only by this Reader, and until the file changes.
    std::vector<CodeText> unknown_code_texts(const CommitQuery& query);
    void know_code_matches(const CodeText& text, std::optional<RowId> release,
                           const std::vector<RowId>& commits);

    /// Counts what a query finds by section, subsystem, author, pull and week; limit and order of
    /// the query do not matter. most: values of each kind that are listed.
    Facets facets(const CommitQuery& query, std::size_t most = 50);

    /// What a person may want to write where the cursor stands (bytes from the start of the text).
    Completion complete(std::string_view text, std::size_t cursor);

    std::optional<CommitDetail> commit(RowId id);

    PatchSeries neighbours(RowId commit);

    /// The row of a commit by full id or by its start, as commit_by_oid() finds it: a lookup in an
    /// index, cheap enough for every id of a document.
    std::optional<RowId> find_oid(std::string_view hex, std::optional<RowId> release = {});

    /// Whether the database has that commit, or one whose id begins so; 4 to 40 digits.
    bool has_oid(std::string_view hex);

    /// The ids of all commits, for thousands of such questions.
    ObjectIdSet oids();

    /// By full id or by its start (four digits or more), newest release first. Throws when the
    /// start fits several commits.
    std::optional<CommitDetail> commit_by_oid(std::string_view hex,
                                              std::optional<RowId> release = {});

    /// What documents say about a commit, about the pull that it landed through, or about a branch
    /// merge that brought it; by document and line, the commit's own first. Each entry once.
    std::vector<Mention> mentions(RowId commit);

    /// The same for all commits, for a table; is:mentioned finds those that are in it.
    std::shared_ptr<const MentionMap> all_mentions();

    /// In landing order.
    std::vector<Pull> pulls(RowId release);

    /// Every commit a person did something with, last changed first.
    std::vector<Annotation> personal();

    /// SQLite's integrity check and our own; empty when all is well.
    std::vector<std::string> check();

    /// May be called from any thread: ends the call that runs at this moment, which then throws
    /// Interrupted.
    void interrupt();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
