#include "store/user/tree_store.h"

#include "base/message.h"
#include "base/object_id.h"
#include "store/db/write_transaction.h"
#include "store/sql/row_scan.h"
#include "store/sql/sql_values.h"
#include "store/user/access_mode.h"

#include <fmt/format.h>

namespace mw::store {

using SQLite::Statement;

namespace {

constexpr const char* select_trees =
    "SELECT id, name, repository, revision, lower(hex(oid)), read_at, commits, history_start, "
    "remarks FROM tree ";

Tree read_tree(Statement& select) {
    Tree tree;
    tree.id = select.getColumn(0).getInt64();
    tree.name = select.getColumn(1).getString();
    tree.repository = select.getColumn(2).getString();
    tree.revision = select.getColumn(3).getString();
    tree.oid = select.getColumn(4).getString();
    tree.read_at = select.getColumn(5).getInt64();
    tree.commits = select.getColumn(6).getInt64();
    tree.history_start = optional_number(select.getColumn(7));
    tree.remarks = base::from_stored_lines(select.getColumn(8).getString());
    return tree;
}

} // namespace

struct TreeStore::Impl {
    Impl(const std::filesystem::path& file, Access access)
        : connection(file, mode_of(access)), database(connection.database()) {}

    TreeCounts counts(RowId tree);

    Connection connection;
    SQLite::Database& database;
};

TreeCounts TreeStore::Impl::counts(RowId tree) {
    RowScan select(database,
                   "SELECT m.state, count(DISTINCT c.oid) FROM commits c LEFT JOIN tree_mark m ON "
                   "m.tree_id = ?1 AND m.oid = c.oid WHERE c.kind = 0 AND c.oid IS NOT NULL GROUP "
                   "BY m.state");
    select.bind(1, tree);
    TreeCounts counts;
    while (select.next()) {
        const auto count = select.number(1);
        const auto state = static_cast<TreeState>(select.number(0));
        if (select.is_null(0))
            counts.not_asked += count;
        else if (state == TreeState::there)
            counts.there += count;
        else if (has_change(state))
            counts.backports += count;
        else if (state == TreeState::reverted)
            counts.reverted += count;
        else
            (state == TreeState::unknown ? counts.unknown : counts.missing) += count;
    }
    return counts;
}

TreeStore::TreeStore(const std::filesystem::path& file, Access access)
    : impl_(std::make_unique<Impl>(file, access)) {}
TreeStore::~TreeStore() = default;

std::vector<std::pair<Tree, TreeCounts>> TreeStore::all() {
    return impl_->connection.guard([&] {
        const ReadTransaction one_state(impl_->database);
        std::vector<std::pair<Tree, TreeCounts>> trees;
        Statement select(impl_->database,
                         fmt::format("{} ORDER BY name COLLATE NOCASE, name", select_trees));
        while (select.executeStep()) {
            auto tree = read_tree(select);
            const auto counts = impl_->counts(tree.id);
            trees.emplace_back(std::move(tree), counts);
        }
        return trees;
    });
}

std::optional<Tree> TreeStore::find(std::string_view name) {
    return impl_->connection.guard([&] {
        Statement select(impl_->database, fmt::format("{} WHERE name = ?", select_trees));
        select.bind(1, std::string(name));
        return select.executeStep() ? std::optional(read_tree(select)) : std::nullopt;
    });
}

std::vector<TreeQuestion> TreeStore::questions() {
    return impl_->connection.guard([&] {
        RowScan select(impl_->database,
                       "SELECT c.id, c.release_id, c.oid, c.subject, p.written_name, "
                       "p.written_email, c.author_time, ifnull(c.commit_time, c.landed_time) FROM "
                       "commits c LEFT JOIN person p ON p.id = c.author_id WHERE c.kind = 0 AND "
                       "c.oid IS NOT NULL ORDER BY c.id");
        std::vector<TreeQuestion> questions;
        while (select.next()) {
            TreeQuestion question;
            question.commit = select.number(0);
            question.release = select.number(1);
            question.oid = select.bytes(2);
            question.subject = select.text(3);
            question.author = select.bytes(4);
            question.email = select.bytes(5);
            if (!select.is_null(6))
                question.author_time = select.number(6);
            if (!select.is_null(7))
                question.commit_time = select.number(7);
            questions.push_back(std::move(question));
        }
        return questions;
    });
}

std::vector<std::string> TreeStore::paths(RowId commit) {
    return impl_->connection.guard([&] {
        RowScan select(impl_->database, "SELECT p.path FROM change h JOIN path p ON p.id = "
                                        "h.path_id WHERE h.commit_id = ?1 ORDER BY p.path");
        select.bind(1, commit);
        std::vector<std::string> paths;
        while (select.next())
            paths.emplace_back(select.text(0));
        return paths;
    });
}

std::vector<std::string> TreeStore::clones() {
    return impl_->connection.guard([&] {
        RowScan select(impl_->database,
                       "SELECT DISTINCT repository FROM release WHERE repository <> ''");
        std::vector<std::string> clones;
        while (select.next())
            clones.emplace_back(select.text(0));
        return clones;
    });
}

void TreeStore::put(const Tree& tree, const std::vector<TreeAnswer>& answers) {
    impl_->connection.guard([&] {
        auto& database = impl_->database;
        WriteTransaction transaction(database);
        Statement remove(database, "DELETE FROM tree WHERE name = ?");
        bind_text(remove, 1, tree.name);
        remove.exec();
        const auto remarks = base::stored_lines(tree.remarks);
        const auto oid = git::from_hex(tree.oid).value_or("");
        Statement insert(database, "INSERT INTO tree (name, repository, revision, oid, read_at, "
                                   "commits, history_start, remarks) VALUES (?, ?, ?, ?, ?, ?, ?, "
                                   "?)");
        bind_text(insert, 1, tree.name);
        bind_text(insert, 2, tree.repository);
        bind_text(insert, 3, tree.revision);
        bind_blob(insert, 4, oid);
        insert.bind(5, tree.read_at);
        insert.bind(6, tree.commits);
        bind_optional(insert, 7, tree.history_start);
        bind_text(insert, 8, remarks);
        insert.exec();
        const auto id = database.getLastInsertRowid();
        Statement mark(database, "INSERT OR REPLACE INTO tree_mark (tree_id, oid, state, in_tree) "
                                 "VALUES (?, ?, ?, ?)");
        for (const auto& answer : answers) {
            mark.bind(1, id);
            bind_blob(mark, 2, answer.oid);
            mark.bind(3, static_cast<int>(answer.state));
            bind_blob(mark, 4, answer.in_tree);
            run(mark);
        }
        transaction.commit();
    });
}

void TreeStore::remove(std::string_view name) {
    impl_->connection.guard([&] {
        Statement remove(impl_->database, "DELETE FROM tree WHERE name = ?");
        remove.bind(1, std::string(name));
        if (remove.exec() == 0)
            throw Error(base::Advice::list_trees, "There is no tree '{}'.", name);
    });
}

} // namespace mw::store
