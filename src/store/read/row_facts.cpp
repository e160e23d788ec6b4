#include "store/read/row_facts.h"

#include "store/db/connection.h"

namespace mw::store {

std::vector<CveMark> load_cves(SQLite::Database& database, RowId commit) {
    SQLite::Statement select(
        database, "SELECT r.id, m.fixes, r.score, r.severity FROM cve_mark m JOIN cve r ON r.id = "
                  "m.cve_id WHERE m.commit_id = ? ORDER BY r.id, m.fixes");
    select.bind(1, commit);
    std::vector<CveMark> cves;
    while (select.executeStep()) {
        const auto score = select.getColumn(2);
        cves.push_back({select.getColumn(0).getString(), select.getColumn(1).getInt() != 0,
                        score.isNull() ? std::nullopt : std::optional(score.getDouble()),
                        select.getColumn(3).getString()});
    }
    return cves;
}

std::vector<TreeMark> load_trees(SQLite::Database& database, RowId commit) {
    SQLite::Statement select(database,
                             "SELECT t.name, m.state, lower(hex(m.in_tree)) FROM commits c JOIN "
                             "tree_mark m ON m.oid = c.oid JOIN tree t ON t.id = m.tree_id "
                             "WHERE c.id = ? ORDER BY t.name COLLATE NOCASE, t.name");
    select.bind(1, commit);
    std::vector<TreeMark> trees;
    while (select.executeStep())
        trees.push_back({select.getColumn(0).getString(),
                         static_cast<TreeState>(select.getColumn(1).getInt()),
                         select.getColumn(2).getString()});
    return trees;
}

struct RowFactsReader::Impl {
    explicit Impl(const std::filesystem::path& file) : connection(file, Connection::Mode::read) {}

    Connection connection;
};

RowFactsReader::RowFactsReader(const std::filesystem::path& file)
    : impl_(translated(file, [&] { return std::make_unique<Impl>(file); })) {}

RowFactsReader::~RowFactsReader() = default;

RowFacts RowFactsReader::of(RowId commit) {
    return impl_->connection.guard([&] {
        auto& database = impl_->connection.database();
        return RowFacts{load_cves(database, commit), load_trees(database, commit)};
    });
}

} // namespace mw::store
