#include "store/rows/annotation_sql.h"

#include "base/object_id.h"
#include "store/sql/sql_values.h"

namespace mw::store {

std::optional<Annotation> read_annotation(SQLite::Statement& row, int first) {
    if (row.isColumnNull(first))
        return std::nullopt;
    Annotation personal;
    personal.oid = git::to_hex(row.getColumn(first).getString());
    const auto section = classify::section_from_key(row.getColumn(first + 1).getString());
    if (section)
        personal.place = classify::SectionKey{
            *section, classify::subgroup_from_key(row.getColumn(first + 2).getString())
                          .value_or(classify::Subgroup::none)};
    personal.bookmarked = row.getColumn(first + 3).getInt() != 0;
    personal.read_at = optional_number(row.getColumn(first + 4));
    if (const auto colour = optional_number(row.getColumn(first + 5)))
        personal.colour = static_cast<int>(*colour);
    personal.note = row.getColumn(first + 6).getString();
    personal.changed_at = row.getColumn(first + 7).getInt64();
    return personal;
}

void apply_annotations(SQLite::Database& database, RowId release) {
    // Most have marked nothing: every commit of the release need not be asked.
    if (database.execAndGet("SELECT NOT EXISTS (SELECT 1 FROM personal)").getInt() != 0)
        return;
    // The section that a person chose may have gone with the last release that had a commit in it.
    database.exec(
        "INSERT OR IGNORE INTO place (section, subgroup) SELECT DISTINCT section, subgroup "
        "FROM personal WHERE section IS NOT NULL");
    for (const char* sql :
         {"UPDATE OR IGNORE personal SET oid = (SELECT c.oid FROM commits c WHERE +c.release_id = "
          "?1 AND c.oid BETWEEN personal.oid AND CAST(personal.oid || "
          "x'FFFFFFFFFFFFFFFFFFFFFFFFFFFF' AS BLOB)) WHERE length(oid) = 6 AND EXISTS (SELECT 1 "
          "FROM commits c WHERE +c.release_id = ?1 AND length(c.oid) = 20 AND c.oid BETWEEN "
          "personal.oid AND CAST(personal.oid || x'FFFFFFFFFFFFFFFFFFFFFFFFFFFF' AS BLOB))",
          "UPDATE commits SET place_id = (SELECT p.id FROM personal_commit k JOIN place p ON "
          "p.section = k.section AND p.subgroup = k.subgroup WHERE k.commit_id = commits.id) "
          "WHERE release_id = ?1 AND id IN (SELECT commit_id FROM personal_commit WHERE section IS "
          "NOT NULL)"}) {
        SQLite::Statement statement(database, sql);
        statement.bind(1, release);
        statement.exec();
    }
}

} // namespace mw::store
