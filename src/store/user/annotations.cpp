#include "store/user/annotations.h"

#include "base/object_id.h"
#include "store/db/connection.h"
#include "store/db/write_transaction.h"
#include "store/rows/annotation_sql.h"
#include "store/sql/sql_values.h"

#include <fmt/format.h>

#include <ctime>

namespace mw::store {

using SQLite::Statement;

struct AnnotationStore::Impl {
    explicit Impl(const std::filesystem::path& file)
        : connection(file, Connection::Mode::write), database(connection.database()) {}

    std::string key_of(const std::string& oid);
    Annotation load(const std::string& key);
    void store(const std::string& key, const Annotation& personal);
    void show_place(const std::string& key, const std::optional<classify::SectionKey>& place);

    Connection connection;
    SQLite::Database& database;
};

/// The key of the row for a commit, or the key of a row to be made: the longest id that is known.
std::string AnnotationStore::Impl::key_of(const std::string& oid) {
    const auto raw = git::from_hex(oid);
    if (!raw || raw->size() < short_id_size)
        throw Error("'{}' is no commit id: 12 to 40 hexadecimal digits are.", oid);
    std::string last = *raw;
    last.resize(git::ObjectId::size, '\xff');
    Statement longest(database, "SELECT oid FROM (SELECT oid FROM commits WHERE oid BETWEEN ?1 AND "
                                "?2 UNION SELECT oid FROM personal WHERE oid BETWEEN ?1 AND ?2) "
                                "ORDER BY length(oid) DESC LIMIT 1");
    bind_blob(longest, 1, *raw);
    bind_blob(longest, 2, last);
    return longest.executeStep() ? longest.getColumn(0).getString() : *raw;
}

Annotation AnnotationStore::Impl::load(const std::string& key) {
    Statement select(database,
                     fmt::format("SELECT {} FROM personal k WHERE k.oid = ?", personal_columns));
    bind_blob(select, 1, key);
    if (auto known = select.executeStep() ? read_annotation(select, 0) : std::nullopt)
        return std::move(*known);
    Annotation fresh;
    fresh.oid = git::to_hex(key);
    return fresh;
}

void AnnotationStore::Impl::store(const std::string& key, const Annotation& personal) {
    if (personal.is_empty()) {
        Statement forget(database, "DELETE FROM personal WHERE oid = ?");
        bind_blob(forget, 1, key);
        forget.exec();
        return;
    }
    Statement put(database, "INSERT OR REPLACE INTO personal (oid, section, subgroup, bookmarked, "
                            "read_at, colour, note, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    bind_blob(put, 1, key);
    if (personal.place) {
        put.bind(2, std::string(classify::key(personal.place->section)));
        put.bind(3, std::string(classify::key(personal.place->subgroup)));
    }
    put.bind(4, personal.bookmarked ? 1 : 0);
    bind_optional(put, 5, personal.read_at);
    bind_optional(put, 6, personal.colour);
    if (!personal.note.empty())
        put.bind(7, personal.note);
    put.bind(8, static_cast<std::int64_t>(std::time(nullptr)));
    put.exec();
}

/// Moves the rows of the commit, in every release, where the person or else the rules want them.
void AnnotationStore::Impl::show_place(const std::string& key,
                                       const std::optional<classify::SectionKey>& place) {
    if (place) {
        Statement known(database, "INSERT OR IGNORE INTO place (section, subgroup) VALUES (?, ?)");
        known.bind(1, std::string(classify::key(place->section)));
        known.bind(2, std::string(classify::key(place->subgroup)));
        known.exec();
    }
    Statement move(database,
                   "UPDATE commits SET place_id = ifnull((SELECT id FROM place WHERE section = ?2 "
                   "AND subgroup = ?3), derived_place_id) WHERE oid IN (?1, substr(?1, 1, 6))");
    bind_blob(move, 1, key);
    if (place) {
        move.bind(2, std::string(classify::key(place->section)));
        move.bind(3, std::string(classify::key(place->subgroup)));
    }
    move.exec();
}

AnnotationStore::AnnotationStore(const std::filesystem::path& file)
    : impl_(translated(file, [&] { return std::make_unique<Impl>(file); })) {}

AnnotationStore::~AnnotationStore() = default;

void AnnotationStore::change(const std::vector<std::string>& oids,
                             const std::function<void(Annotation&)>& edit) {
    impl_->connection.guard([&] {
        WriteTransaction transaction(impl_->database);
        for (const auto& oid : oids) {
            const auto key = impl_->key_of(oid);
            Annotation personal = impl_->load(key);
            const auto place_before = personal.place;
            edit(personal);
            impl_->store(key, personal);
            if (personal.place != place_before)
                impl_->show_place(key, personal.place);
        }
        transaction.commit();
    });
}

} // namespace mw::store
