#include "store/write/section_writer.h"

#include "interfaces/items/interface_change.h"
#include "store/db/connection.h"
#include "store/db/write_transaction.h"
#include "store/rows/annotation_sql.h"
#include "store/sql/lookup_table.h"
#include "store/sql/row_scan.h"
#include "store/sql/sql_values.h"
#include "store/sql/text_blocks.h"

#include <fmt/format.h>

namespace mw::store {

using SQLite::Statement;

struct SectionWriter::Impl {
    Impl(const std::filesystem::path& file, const std::string& name)
        : connection(file, Connection::Mode::write), database(connection.database()) {
        Statement find(database, "SELECT id, embedded FROM release WHERE name = ?");
        find.bind(1, name);
        if (!find.executeStep())
            throw Error("{} has no release '{}'.", file.string(), name);
        release = find.getColumn(0).getInt64();
        bundled = find.getColumn(1).getInt() != 0;
        read_state = state();
    }

    /// What an import of the release changes.
    std::string state() {
        Statement state(database,
                        "SELECT r.name || ' ' || r.imported_at || ' ' || hex(r.to_oid) || ' ' || "
                        "(SELECT count(*) || ' ' || min(id) || ' ' || max(id) FROM commits WHERE "
                        "release_id = r.id) FROM release r WHERE r.id = ?");
        state.bind(1, release);
        return state.executeStep() ? state.getColumn(0).getString() : std::string();
    }

    /// Within a transaction: row ids that were read before it may be others' by now.
    void refuse_others_changes() {
        if (state() != read_state)
            throw Error("The release was changed by another program while it was sorted. Sort it "
                        "again.");
    }

    void for_each(const std::string& condition, const std::function<void(StoredSubject)>& subject);
    void add_symbols(StoredSubject& subject);
    void choose(const std::vector<RowId>& ids);

    Connection connection;
    SQLite::Database& database;
    RowId release = 0;
    bool bundled = false;
    std::string read_state;
    /// A module names its symbol in the last line of its detail.
    Statement symbols{database,
                      "SELECT i.detail, EXISTS (SELECT 1 FROM interface_change m WHERE m.oid = "
                      "i.oid AND m.release_id = i.release_id AND m.kind = ?3 AND m.change = 0 AND "
                      "char(10) || m.detail GLOB '*' || char(10) || 'CONFIG_' || i.name) FROM "
                      "interface_change i WHERE i.oid = ?1 AND i.release_id = ?2 AND i.kind = ?4 "
                      "AND i.change = 0 ORDER BY i.ordinal"};
};

namespace {

/// The detail of a symbol begins with its prompt, or with its type where it has none.
std::string prompt_in(const std::string& detail) {
    auto line = detail.substr(0, detail.find('\n'));
    for (const char* type : {"bool", "tristate", "int", "hex", "string"})
        if (line == type)
            return {};
    return line;
}

/// Of the release ?1.
constexpr const char* oids_with_symbols = "SELECT i.oid FROM interface_change i WHERE i.release_id "
                                          "= ?1 AND i.kind = 0 AND i.change = 0";

} // namespace

/// Row ids that a statement asks for, in a table of this connection alone.
void SectionWriter::Impl::choose(const std::vector<RowId>& ids) {
    database.exec("CREATE TEMP TABLE IF NOT EXISTS chosen (id INTEGER PRIMARY KEY); DELETE FROM "
                  "temp.chosen");
    Statement insert(database, "INSERT OR IGNORE INTO temp.chosen (id) VALUES (?)");
    for (const RowId id : ids) {
        insert.bind(1, id);
        run(insert);
    }
}

void SectionWriter::Impl::add_symbols(StoredSubject& subject) {
    bind_blob(symbols, 1, subject.oid);
    symbols.bind(2, release);
    symbols.bind(3, static_cast<int>(interfaces::Kind::module));
    symbols.bind(4, static_cast<int>(interfaces::Kind::config));
    while (symbols.executeStep())
        subject.symbols.emplace_back(prompt_in(symbols.getColumn(0).getString()),
                                     symbols.getColumn(1).getInt() != 0);
    symbols.reset();
}

void SectionWriter::Impl::for_each(const std::string& condition,
                                   const std::function<void(StoredSubject)>& subject) {
    Statement commits(database,
                      "SELECT c.id, c.kind, c.oid, t.parents, c.subject, m.subject, p.section, "
                      "p.subgroup FROM commits c JOIN commit_text t ON t.commit_id = c.id JOIN "
                      "place p ON p.id = c.derived_place_id LEFT JOIN commits m ON m.id = "
                      "c.pull_id WHERE c.release_id = ?1 " +
                          condition + "ORDER BY c.position");
    Statement changes(database, "SELECT p.path, ch.status FROM change ch JOIN path p ON p.id = "
                                "ch.path_id WHERE ch.commit_id = ? ORDER BY p.path");
    commits.bind(1, release);
    while (commits.executeStep()) {
        StoredSubject found;
        found.commit = commits.getColumn(0).getInt64();
        found.kind = static_cast<CommitKind>(commits.getColumn(1).getInt());
        found.oid = commits.getColumn(2).getString();
        found.parents = commits.getColumn(3).getString();
        found.title = commits.getColumn(4).getString();
        found.pull_title = commits.getColumn(5).getString();
        found.derived_place =
            stored_place(commits.getColumn(6).getString(), commits.getColumn(7).getString());
        changes.bind(1, found.commit);
        while (changes.executeStep()) {
            found.paths.push_back(changes.getColumn(0).getString());
            found.statuses.push_back(changes.getColumn(1).getString().front());
        }
        changes.reset();
        if (found.kind == CommitKind::changeset)
            add_symbols(found);
        subject(std::move(found));
    }
}

SectionWriter::SectionWriter(const std::filesystem::path& file, const std::string& release_name)
    : impl_(translated(file, [&] { return std::make_unique<Impl>(file, release_name); })) {}

SectionWriter::~SectionWriter() = default;

bool SectionWriter::is_bundled() const {
    return impl_->bundled;
}

std::string SectionWriter::kept_file(const std::string& path) {
    return impl_->connection.guard([&] {
        Statement select(impl_->database,
                         "SELECT content FROM release_file WHERE release_id = ? AND path = ?");
        select.bind(1, impl_->release);
        select.bind(2, path);
        return select.executeStep() ? select.getColumn(0).getString() : std::string();
    });
}

void SectionWriter::for_each(const std::function<void(StoredSubject)>& subject) {
    impl_->connection.guard([&] { impl_->for_each("", subject); });
}

void SectionWriter::for_each_with_symbols(const std::vector<RowId>& also,
                                          const std::function<void(StoredSubject)>& subject) {
    impl_->connection.guard([&] {
        impl_->choose(also);
        impl_->for_each(fmt::format("AND (c.id IN (SELECT id FROM temp.chosen) OR c.oid IN ({})) ",
                                    oids_with_symbols),
                        subject);
    });
}

std::vector<RowId> SectionWriter::with_symbols() {
    return impl_->connection.guard([&] {
        RowScan scan(impl_->database,
                     fmt::format("SELECT c.id FROM commits c WHERE +c.release_id = ?1 AND c.oid IN "
                                 "({})",
                                 oids_with_symbols));
        scan.bind(1, impl_->release);
        std::vector<RowId> commits;
        while (scan.next())
            commits.push_back(scan.number(0));
        return commits;
    });
}

std::vector<StoredSubject> SectionWriter::outline() {
    return impl_->connection.guard([&] {
        RowScan scan(impl_->database,
                     "SELECT c.id, c.kind, c.oid, t.parents, c.subject, p.section, p.subgroup FROM "
                     "commits c JOIN commit_text t ON t.commit_id = c.id JOIN place p ON p.id = "
                     "c.derived_place_id WHERE c.release_id = ?1 ORDER BY c.position");
        scan.bind(1, impl_->release);
        std::vector<StoredSubject> outline;
        while (scan.next()) {
            auto& found = outline.emplace_back();
            found.commit = scan.number(0);
            found.kind = static_cast<CommitKind>(scan.number(1));
            found.oid = scan.bytes(2);
            found.parents = scan.bytes(3);
            found.title = scan.text(4);
            found.derived_place = stored_place(scan.text(5), scan.text(6));
        }
        return outline;
    });
}

void SectionWriter::for_each_touching(const std::function<bool(const std::string&)>& wanted,
                                      const std::function<void(StoredSubject)>& subject) {
    impl_->connection.guard([&] {
        std::vector<RowId> paths;
        RowScan all(impl_->database, "SELECT id, path FROM path");
        while (all.next())
            if (wanted(std::string(all.text(1))))
                paths.push_back(all.number(0));
        impl_->choose(paths);
        impl_->for_each("AND c.kind = 0 AND c.id IN (SELECT h.commit_id FROM temp.chosen n JOIN "
                        "change h ON h.path_id = n.id) ",
                        subject);
    });
}

void SectionWriter::write_new_hardware(const std::vector<StoredVerdict>& verdicts) {
    impl_->connection.guard([&] {
        WriteTransaction transaction(impl_->database);
        impl_->refuse_others_changes();
        Statement update(impl_->database,
                         "UPDATE commits SET adds_kind = ?1, adds = ?2 WHERE id = ?3");
        for (const auto& verdict : verdicts) {
            bind_new_hardware(update, 1, verdict.adds);
            update.bind(3, verdict.commit);
            run(update);
        }
        transaction.commit();
    });
}

void write_verdicts(SQLite::Database& database, const std::vector<StoredVerdict>& verdicts) {
    LookupTable places(database, "SELECT id FROM place WHERE section = ? AND subgroup = ?",
                       "INSERT INTO place (section, subgroup) VALUES (?, ?)");
    LookupTable subsystems(database, "SELECT id FROM subsystem WHERE name = ?",
                           "INSERT INTO subsystem (name) VALUES (?)");
    Statement update(database, "UPDATE commits SET place_id = ?1, derived_place_id = ?1, "
                               "subsystem_id = ?2, adds_kind = ?4, adds = ?5 WHERE id = ?3");
    std::map<RowId, std::string_view> reasons;
    for (const auto& verdict : verdicts) {
        update.bind(1, places.id(std::string(classify::key(verdict.place.section)),
                                 std::string(classify::key(verdict.place.subgroup))));
        bind_optional(update, 2,
                      verdict.subsystem.empty() ? std::nullopt
                                                : std::optional(subsystems.id(verdict.subsystem)));
        update.bind(3, verdict.commit);
        bind_new_hardware(update, 4, verdict.adds);
        run(update);
        reasons[verdict.commit] = verdict.reason;
    }
    replace_texts(database, reason_blocks, reasons);
}

void SectionWriter::write(const std::vector<StoredVerdict>& verdicts) {
    impl_->connection.guard([&] {
        WriteTransaction transaction(impl_->database);
        impl_->refuse_others_changes();
        write_verdicts(impl_->database, verdicts);
        apply_annotations(impl_->database, impl_->release);
        transaction.commit();
    });
}

} // namespace mw::store
