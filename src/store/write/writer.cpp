#include "store/write/writer.h"

#include "base/message.h"
#include "base/object_id.h"
#include "base/word_table.h"
#include "store/db/connection.h"
#include "store/db/database_file.h"
#include "store/db/release_sql.h"
#include "store/db/write_transaction.h"
#include "store/language/phrase_cache.h"
#include "store/model/object_id_set.h"
#include "store/rows/annotation_sql.h"
#include "store/rows/interface_rows.h"
#include "store/rows/people.h"
#include "store/rows/release_graph.h"
#include "store/sql/lookup_table.h"
#include "store/sql/row_batch.h"
#include "store/sql/row_scan.h"
#include "store/sql/sql_values.h"
#include "store/sql/text_blocks.h"
#include "store/write/bundled_replacement.h"
#include "store/write/commit_spool.h"
#include "store/write/fix_references.h"
#include "store/write/posting_writer.h"

#include <fmt/format.h>

#include <chrono>
#include <unordered_map>
#include <utility>

namespace mw::store {

using SQLite::Statement;

namespace {

/// Of so many commits the pages that change fit into the cache of a connection that writes, at a
/// kilobyte a commit.
constexpr std::size_t most_without_log = 30'000;

/// "Some Name <a@b.c>" split where the whole value has that form.
std::optional<Person> person_of(const std::string& value) {
    const auto open = value.rfind(" <");
    if (open == std::string::npos || value.back() != '>')
        return std::nullopt;
    Person person{value.substr(0, open), value.substr(open + 2, value.size() - open - 3)};
    const bool odd = person.name.empty() || person.email.empty() ||
                     person.name.find('<') != std::string::npos ||
                     person.email.find_first_of("<> ") != std::string::npos;
    return odd ? std::nullopt : std::optional(std::move(person));
}

/// A connection that has not made the search tables itself: those are to be opened only after the
/// collector of words is there to listen. Foreign keys are not looked up for each of its rows:
/// every id that is written was given by the same transaction, and looking a dozen of them up for
/// each commit took a tenth of the writing (`PRAGMA foreign_key_check` is a part of
/// check_database()).
Connection open_to_write(const std::filesystem::path& file) {
    { const Connection makes_the_file(file, Connection::Mode::write); }
    Connection connection(file, Connection::Mode::write);
    connection.database().exec("PRAGMA foreign_keys = OFF");
    return connection;
}

RowId insert_release(SQLite::Database& database, const Release& meta,
                     const std::string& fingerprint) {
    Statement insert(database,
                     "INSERT INTO release (name, embedded, repository, from_rev, to_rev, from_oid, "
                     "to_oid, from_is_ancestor, imported_at, line_state, window_end, window_tag, "
                     "remarks, fingerprint, shallow, interface_state, range_changesets) VALUES (?, "
                     "?, ?, ?, ?, ?, "
                     "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, meta.name);
    insert.bind(2, meta.bundled ? 1 : 0);
    insert.bind(3, meta.repository);
    insert.bind(4, meta.from_rev);
    insert.bind(5, meta.to_rev);
    const auto from = git::from_hex(meta.from_oid).value_or(""),
               to = git::from_hex(meta.to_oid).value_or("");
    bind_blob(insert, 6, from);
    bind_blob(insert, 7, to);
    insert.bind(8, meta.from_is_ancestor ? 1 : 0);
    insert.bind(9, meta.imported_at);
    insert.bind(10, static_cast<int>(meta.lines));
    bind_optional(insert, 11, meta.window_end);
    insert.bind(12, meta.window_tag);
    insert.bind(13, base::stored_lines(meta.remarks));
    insert.bind(14, fingerprint);
    insert.bind(15, meta.shallow ? 1 : 0);
    insert.bind(16, static_cast<int>(meta.interfaces));
    bind_optional(insert, 17, meta.range_changesets);
    insert.exec();
    return database.getLastInsertRowid();
}

} // namespace

struct ReleaseWriter::Impl {
    Impl(const std::filesystem::path& file, const Release& described, std::string made_from,
         std::optional<ReleaseGrowth> wanted_growth)
        : connection(open_to_write(file)), database(connection.database()),
          words(database.getHandle()), meta(described), fingerprint(std::move(made_from)),
          spool(file), growth(std::move(wanted_growth)) {}

    void replace_release();
    void grow_release();
    void keep_files();
    void remember_known();
    void mark_unseen();
    void start_writing();
    void write_what_is_ready();
    void write_rest(const std::function<void(std::size_t)>& written);
    void correct_places();
    void write_reasons();
    void add_commit(std::size_t position, const NewCommit& commit);

    /// Of what is added.
    RowId id_of(std::size_t position) const {
        return first_id + static_cast<RowId>(before + position);
    }

    void add_row(RowId id, std::size_t position, const NewCommit& commit);
    void add_text(RowId id, const NewCommit& commit);
    void add_paths(RowId id, const NewCommit& commit);
    void add_trailers(RowId id, const NewCommit& commit);
    void add_references(RowId id, const NewCommit& commit);
    void add_words();

    std::optional<RowId> person_id(const Person& person) {
        if (person.name.empty() && person.email.empty())
            return std::nullopt;
        return people.id(person.name, person.email);
    }

    RowId place_id(const classify::SectionKey& place) {
        return places.id(std::string(classify::key(place.section)),
                         std::string(classify::key(place.subgroup)));
    }

    Connection connection;
    SQLite::Database& database;
    PostingWriter words;
    const Release meta;
    const std::string fingerprint;
    CommitSpool spool;
    const std::optional<ReleaseGrowth> growth;
    std::optional<ObjectIdSet> known; ///< commits that a release of that name had
    struct LaterPlace {
        classify::SectionKey place;
        std::string reason;
    };
    std::unordered_map<std::size_t, LaterPlace> later_places;    ///< by position
    std::vector<std::pair<std::string, std::string>> kept_files; ///< path and content
    std::optional<std::vector<interfaces::InterfaceChange>> interface_changes;
    RowId release = 0, first_id = 0;
    std::size_t before = 0;   ///< commits that were there before a growth
    std::size_t expected = 0; ///< to be added; 0: unknown
    std::size_t added = 0;
    std::size_t next = 0; ///< position of the first commit that is not written
    PersonTable people{database};
    LookupTable paths{database, "SELECT id FROM path WHERE path = ?",
                      "INSERT INTO path (path) VALUES (?)"};
    LookupTable subsystems{database, "SELECT id FROM subsystem WHERE name = ?",
                           "INSERT INTO subsystem (name) VALUES (?)"};
    LookupTable trailer_keys{database, "SELECT id FROM trailer_key WHERE key = ?",
                             "INSERT INTO trailer_key (key) VALUES (?)"};
    LookupTable places{database, "SELECT id FROM place WHERE section = ? AND subgroup = ?",
                       "INSERT INTO place (section, subgroup) VALUES (?, ?)"};
    Statement insert_commit{
        database,
        "INSERT INTO commits (id, release_id, position, kind, oid, subject, author_id, "
        "author_time, author_zone, committer_id, commit_time, commit_zone, "
        "landed_time, pull_id, brought_by, place_id, derived_place_id, subsystem_id, files, "
        "adds_kind, adds) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
        "?15, ?16, ?16, ?17, ?18, ?19, ?20)"};
    Statement insert_parents{
        database, "INSERT INTO commit_parents (commit_id, about, parents) VALUES (?, ?, ?)"};
    TextBlockWriter bodies{database, body_blocks};
    base::WordTable<> reasons;                  ///< each once
    std::vector<std::uint32_t> commits_reasons; ///< numbers among those, by position
    Statement insert_search{database,
                            "INSERT INTO search_text (rowid, subject, body) VALUES (?, ?, ?)"};
    RowBatch<3> changes{database, "change (commit_id, path_id, status)"};
    RowBatch<5> trailers{database, "trailer (commit_id, ordinal, key_id, person_id, value)"};
    Statement insert_reference{database,
                               "INSERT INTO reference (commit_id, target, kind, line) VALUES "
                               "(?, ?, ?, ?)"};
    std::optional<WriteTransaction> transaction; ///< the last one: rolled back first
};

void ReleaseWriter::Impl::start_writing() {
    const bool is_first = database.execAndGet("SELECT count(*) FROM release").getInt64() == 0;
    if (is_first && expected > 0 && expected <= most_without_log)
        connection.write_without_log();
    transaction.emplace(database);
    collect_words_in_memory(database);
    if (growth)
        grow_release();
    else
        replace_release();
    keep_files();
}

void ReleaseWriter::Impl::write_what_is_ready() {
    while (const auto commit = spool.at(next))
        add_commit(next++, *commit);
}

void ReleaseWriter::Impl::write_rest(const std::function<void(std::size_t)>& written) {
    correct_places();
    std::size_t count = next;
    spool.for_each(
        [&](std::size_t position, NewCommit commit) {
            if (const auto later = later_places.find(position); later != later_places.end()) {
                commit.place = later->second.place;
                commit.reason = later->second.reason;
            }
            add_commit(position, commit);
            if (written)
                written(++count);
        },
        next);
    changes.flush();
    trailers.flush();
    bodies.flush();
    write_reasons();
}

/// The merges' are known last of all.
void ReleaseWriter::Impl::write_reasons() {
    TextBlockWriter blocks(database, reason_blocks);
    for (std::size_t position = 0; position < commits_reasons.size(); ++position)
        blocks.add(id_of(position), reasons.word(reasons.entries()[commits_reasons[position]]));
    blocks.flush();
}

/// Of what was written before its place was known.
void ReleaseWriter::Impl::correct_places() {
    Statement place(database,
                    "UPDATE commits SET place_id = ?2, derived_place_id = ?2 WHERE id = ?1");
    for (const auto& [position, later] : later_places) {
        if (position >= next)
            continue;
        place.bind(1, id_of(position));
        place.bind(2, place_id(later.place));
        run(place);
        commits_reasons[position] = reasons.number(later.reason);
    }
}

void ReleaseWriter::Impl::replace_release() {
    Statement same(database, "SELECT 1 FROM release WHERE name = ? AND lower(hex(to_oid)) = ?");
    bind_text(same, 1, meta.name);
    bind_text(same, 2, meta.to_oid);
    if (!same.executeStep())
        forget_built(database, meta.name);
    same.reset();
    remember_known();
    delete_release(database, meta.name);
    release = insert_release(database, meta, fingerprint);
    first_id = database.execAndGet("SELECT ifnull(max(id), 0) + 1 FROM commits").getInt64();
}

void ReleaseWriter::Impl::grow_release() {
    PostingList list;
    Statement stored(database, "SELECT common, rare FROM search_words WHERE release_id = (SELECT "
                               "id FROM release WHERE name = ?)");
    stored.bind(1, meta.name);
    if (stored.executeStep())
        list = {stored.getColumn(0).getString(), stored.getColumn(1).getString()};
    stored.reset();
    words.start_with(list);
    const auto grown = begin_growth(database, *growth, meta, fingerprint);
    release = grown.release;
    first_id = grown.first_id;
    before = growth->commits;
    write_verdicts(database, growth->verdicts);
}

void ReleaseWriter::Impl::keep_files() {
    Statement insert(database,
                     "INSERT INTO release_file (release_id, path, content) VALUES (?, ?, ?)");
    for (const auto& [path, content] : kept_files) {
        insert.bind(1, release);
        bind_text(insert, 2, path);
        // Bytes: what a clone holds need be no UTF-8.
        insert.bindNoCopy(3, static_cast<const void*>(content.data()),
                          static_cast<int>(content.size()));
        run(insert);
    }
}

void ReleaseWriter::Impl::remember_known() {
    RowScan scan(database,
                 "SELECT c.oid FROM release r JOIN commits c ON c.release_id = r.id WHERE "
                 "r.name = ?1 AND NOT r.embedded AND lower(hex(r.from_oid)) = ?2 ORDER "
                 "BY c.oid");
    scan.bind(1, meta.name);
    scan.bind(2, meta.from_oid);
    while (scan.next()) {
        if (!known)
            known.emplace();
        known->add(scan.bytes(0));
    }
}

/// What came to a release that was there.
void ReleaseWriter::Impl::mark_unseen() {
    if (!known && !growth)
        return;
    RowScan scan(database, "SELECT oid FROM commits WHERE release_id = ?1 AND id >= ?2");
    scan.bind(1, release);
    scan.bind(2, id_of(0));
    Statement insert(database, "INSERT OR IGNORE INTO unseen (release, oid) VALUES (?, ?)");
    bind_text(insert, 1, meta.name);
    while (scan.next())
        if (const std::string oid(scan.bytes(0)); !known || !known->has(git::to_hex(oid))) {
            bind_blob(insert, 2, oid);
            run(insert);
        }
}

void ReleaseWriter::Impl::add_commit(std::size_t position, const NewCommit& commit) {
    const RowId id = id_of(position);
    add_row(id, position, commit);
    add_text(id, commit);
    add_paths(id, commit);
    add_trailers(id, commit);
    add_references(id, commit);
}

void ReleaseWriter::Impl::add_row(RowId id, std::size_t position, const NewCommit& commit) {
    auto& row = insert_commit;
    row.bind(1, id);
    row.bind(2, release);
    row.bind(3, static_cast<std::int64_t>(before + position));
    row.bind(4, static_cast<int>(commit.kind));
    bind_blob(row, 5, commit.oid);
    bind_text(row, 6, commit.subject);
    bind_optional(row, 7, person_id(commit.author));
    bind_optional(row, 8, commit.author_time);
    row.bind(9, commit.author_zone);
    bind_optional(row, 10, person_id(commit.committer));
    bind_optional(row, 11, commit.commit_time);
    row.bind(12, commit.commit_zone);
    bind_optional(row, 13, commit.landed_time);
    const auto id_at = [this](std::optional<std::size_t> place) {
        return place ? std::optional(id_of(*place)) : std::nullopt;
    };
    bind_optional(row, 14, id_at(commit.pull));
    bind_optional(row, 15, id_at(commit.brought_by));
    row.bind(16, place_id(commit.place));
    bind_optional(row, 17,
                  commit.subsystem.empty() ? std::nullopt
                                           : std::optional(subsystems.id(commit.subsystem)));
    const bool files = commit.files_known && commit.kind == CommitKind::changeset;
    bind_optional(row, 18, files ? std::optional(commit.paths.size()) : std::nullopt);
    bind_new_hardware(row, 19, commit.adds);
    run(row);
}

void ReleaseWriter::Impl::add_text(RowId id, const NewCommit& commit) {
    insert_parents.bind(1, id);
    bind_text(insert_parents, 2, commit.about);
    insert_parents.bindNoCopy(3, commit.parents.data(), static_cast<int>(commit.parents.size()));
    run(insert_parents);
    bodies.add(id, commit.body);
    commits_reasons.push_back(reasons.number(commit.reason));
    // The same text as the view indexed_text gives, by which the entry is deleted one day.
    const std::string searched = commit.body + '\n' + commit.about;
    insert_search.bind(1, id);
    bind_text(insert_search, 2, commit.subject);
    bind_text(insert_search, 3, searched);
    words.begin(static_cast<std::size_t>(id - first_id));
    run(insert_search);
    words.end();
}

void ReleaseWriter::Impl::add_words() {
    const auto list = words.list();
    Statement insert(database,
                     "INSERT INTO search_words (release_id, common, rare) VALUES (?, ?, ?)");
    insert.bind(1, release);
    bind_text(insert, 2, list.common);
    bind_text(insert, 3, list.rare);
    run(insert);
}

void ReleaseWriter::Impl::add_paths(RowId id, const NewCommit& commit) {
    for (const auto& change : commit.paths)
        changes.add({id, paths.id(change.path), std::string(1, change.status)});
}

void ReleaseWriter::Impl::add_trailers(RowId id, const NewCommit& commit) {
    std::int64_t ordinal = 0;
    for (const auto& trailer : commit.trailers) {
        const auto key = trailer_keys.id(trailer.key);
        if (const auto person = person_of(trailer.value))
            trailers.add({id, ordinal++, key, people.id(person->name, person->email), {}});
        else
            trailers.add({id, ordinal++, key, {}, trailer.value});
    }
}

void ReleaseWriter::Impl::add_references(RowId id, const NewCommit& commit) {
    const auto references = commit.references
                                ? *commit.references
                                : find_references(commit.subject, commit.body, commit.kind);
    for (const auto& reference : references) {
        insert_reference.bind(1, id);
        bind_text(insert_reference, 2, reference.target);
        insert_reference.bind(3, static_cast<int>(reference.kind));
        bind_optional(insert_reference, 4,
                      reference.kind == ReferenceKind::picked
                          ? std::nullopt
                          : std::optional(static_cast<std::int64_t>(reference.line)));
        run(insert_reference);
    }
}

ReleaseWriter::ReleaseWriter(const std::filesystem::path& file, const Release& meta,
                             const std::string& fingerprint, std::optional<ReleaseGrowth> growth)
    : impl_(translated(file, [&] {
          return std::make_unique<Impl>(file, meta, fingerprint, std::move(growth));
      })) {}

ReleaseWriter::~ReleaseWriter() = default;

void ReleaseWriter::expect(std::size_t commits) {
    impl_->expected = commits;
}

void ReleaseWriter::add(std::size_t position, const NewCommit& commit) {
    ++impl_->added;
    if (!is_writing() || position != impl_->next)
        impl_->spool.add(position, commit);
    if (is_writing())
        impl_->connection.guard([&] {
            if (position == impl_->next)
                impl_->add_commit(impl_->next++, commit);
            impl_->write_what_is_ready();
        });
}

void ReleaseWriter::start_writing() {
    impl_->connection.guard([&] {
        impl_->start_writing();
        impl_->write_what_is_ready();
    });
}

bool ReleaseWriter::is_writing() const {
    return impl_->transaction.has_value();
}

void ReleaseWriter::keep_file(const std::string& path, const std::string& content) {
    impl_->kept_files.emplace_back(path, content);
}

void ReleaseWriter::set_place(std::size_t position, const classify::SectionKey& place,
                              const std::string& reason) {
    impl_->later_places.insert_or_assign(position, Impl::LaterPlace{place, reason});
}

void ReleaseWriter::set_interfaces(std::vector<interfaces::InterfaceChange> changes) {
    impl_->interface_changes = std::move(changes);
}

std::size_t ReleaseWriter::size() const {
    return impl_->added;
}

Release ReleaseWriter::commit(double seconds, const std::function<void(std::size_t)>& written) {
    const auto started = std::chrono::steady_clock::now();
    return impl_->connection.guard([&] {
        if (!is_writing())
            impl_->start_writing();
        impl_->write_rest(written);
        apply_annotations(impl_->database, impl_->release);
        give_way(impl_->database, impl_->release);
        impl_->mark_unseen();
        impl_->add_words();
        keep_common_phrases(impl_->database, impl_->release);
        if (impl_->interface_changes)
            write_interface_changes(impl_->database, impl_->release, *impl_->interface_changes);
        const std::chrono::duration<double> writing = std::chrono::steady_clock::now() - started;
        sum_up_release(impl_->database, impl_->release, seconds + writing.count());
        name_people(impl_->database);
        auto stored = load_release(impl_->database, impl_->release);
        impl_->transaction->commit();
        static_cast<void>(impl_->connection.write_to_log()); // the release is there either way
        return stored;
    });
}

std::string release_fingerprint(const std::filesystem::path& file, const std::string& name) {
    if (is_new_database(file))
        return {};
    Connection connection(file, Connection::Mode::read);
    return connection.guard([&] {
        Statement select(connection.database(), "SELECT fingerprint FROM release WHERE name = ?");
        select.bind(1, name);
        return select.executeStep() ? select.getColumn(0).getString() : std::string();
    });
}

} // namespace mw::store
