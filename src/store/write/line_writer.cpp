#include "base/message.h"
#include "store/db/connection.h"
#include "store/db/file_checks.h"
#include "store/db/release_sql.h"
#include "store/db/write_transaction.h"
#include "store/rows/code_index.h"
#include "store/rows/event_rows.h"
#include "store/rows/interface_rows.h"
#include "store/sql/sql_values.h"
#include "store/write/writer.h"

#include <future>
#include <optional>
#include <utility>

namespace mw::store {

using SQLite::Statement;

struct LineWriter::Impl {
    Impl(const std::filesystem::path& file, const std::string& name)
        : connection(file, Connection::Mode::write), database(connection.database()) {
        Statement find(database, "SELECT id FROM release WHERE name = ?");
        find.bind(1, name);
        if (!find.executeStep())
            throw Error("{} has no release '{}' any more.", file.string(), name);
        release = find.getColumn(0).getInt64();
        Statement first(database, "SELECT ifnull(min(id), 0) FROM commits WHERE release_id = ?");
        first.bind(1, release);
        first.executeStep();
        first_commit = first.getColumn(0).getInt64();
        Statement counted_before(database, "SELECT 1 FROM commits WHERE release_id = ? AND kind = "
                                           "0 AND insertions IS NOT NULL LIMIT 1");
        counted_before.bind(1, release);
        goes_on = counted_before.executeStep();
    }

    std::vector<LineTask> tasks(bool counted_too) const;
    void write(RowId commit, const PathLines* lines, std::size_t count);
    void mark_uncounted(RowId commit, RowId path, Uncounted reason);
    void finish(const LineResult& result);
    void write_code();

    /// Changes when another connection has changed the file.
    std::int64_t data_version() const {
        return database.execAndGet("PRAGMA data_version").getInt64();
    }

    std::vector<CodeBlock> packed_code(SQLite::Database& from) {
        return goes_on ? code->pack_behind(from, release) : code->pack();
    }

    struct Counted {
        RowId commit;
        std::size_t start, count;
    };

    Connection connection;
    SQLite::Database& database;
    RowId release = 0, first_commit = 0;
    bool goes_on = false; ///< some changesets were counted before
    std::vector<std::pair<RowId, CommitEvents>> events;
    std::optional<CodeIndexBuilder> code;
    std::future<std::vector<CodeBlock>> packing; ///< of the code, by another thread
    std::int64_t packed_from = 0;                ///< data_version()
    std::vector<Counted> counted;
    std::vector<PathLines> lines;
    std::optional<std::vector<interfaces::InterfaceChange>> interface_changes;
    Statement select_paths{database, "SELECT ch.path_id FROM change ch JOIN path p ON p.id = "
                                     "ch.path_id WHERE ch.commit_id = ? ORDER BY p.path"};
    Statement update_change{database, "UPDATE change SET insertions = ?, deletions = ?, binary = ? "
                                      "WHERE commit_id = ? AND path_id = ?"};
    Statement insert_uncounted{database,
                               "INSERT INTO uncounted_change (commit_id, path_id, reason) "
                               "VALUES (?, ?, ?)"};
    Statement update_commit{database,
                            "UPDATE commits SET insertions = ?, deletions = ? WHERE id = ?"};
};

void LineWriter::Impl::write(RowId commit, const PathLines* first, std::size_t count) {
    std::int64_t insertions = 0, deletions = 0;
    bool any_counted = count == 0;
    std::vector<RowId> path_ids;
    select_paths.bind(1, commit);
    while (select_paths.executeStep())
        path_ids.push_back(select_paths.getColumn(0).getInt64());
    select_paths.reset();
    if (path_ids.size() != count)
        throw Error("The release changed in {} while its lines were counted. Import it "
                    "again.",
                    connection.file().string());
    for (std::size_t i = 0; i < count; ++i) {
        const auto& line = first[i];
        if (line.uncounted != Uncounted::none) {
            mark_uncounted(commit, path_ids[i], line.uncounted);
            continue;
        }
        any_counted = true;
        const auto unless_binary = [&line](std::int32_t number) {
            return line.binary ? std::nullopt : std::optional<std::int64_t>(number);
        };
        bind_optional(update_change, 1, unless_binary(line.insertions));
        bind_optional(update_change, 2, unless_binary(line.deletions));
        update_change.bind(3, line.binary ? 1 : 0);
        update_change.bind(4, commit);
        update_change.bind(5, path_ids[i]);
        run(update_change);
        insertions += line.insertions;
        deletions += line.deletions;
    }
    if (!any_counted)
        return;
    update_commit.bind(1, insertions);
    update_commit.bind(2, deletions);
    update_commit.bind(3, commit);
    run(update_commit);
}

void LineWriter::Impl::mark_uncounted(RowId commit, RowId path, Uncounted reason) {
    insert_uncounted.bind(1, commit);
    insert_uncounted.bind(2, path);
    insert_uncounted.bind(3, static_cast<int>(reason));
    run(insert_uncounted);
}

void LineWriter::Impl::finish(const LineResult& result) {
    Statement update(database,
                     "UPDATE release SET line_state = ?1, uncounted = ?2, remarks = remarks || "
                     "iif(remarks <> '' AND ?3 <> '', char(10), '') || ?3 WHERE id = ?4");
    update.bind(1, static_cast<int>(result.state));
    update.bind(2, result.uncounted);
    update.bind(3, base::stored_lines(result.remarks));
    update.bind(4, release);
    update.exec();
    if (interface_changes)
        write_interface_changes(database, release, *interface_changes);
    else
        set_interface_state(database, release, InterfaceState::unavailable);
    if (code)
        write_code();
    if (!goes_on)
        set_code_state(database, release, code ? CodeState::read : CodeState::unavailable);
    for (const auto& [commit, of_commit] : events)
        write_events(database, commit, of_commit);
    Statement kept(database, "UPDATE release SET events_kept = 1 WHERE id = ?");
    kept.bind(1, release);
    kept.exec();
    sum_up_release(database, release, result.seconds);
}

/// What was read beside is as it was where nobody else has written since.
void LineWriter::Impl::write_code() {
    std::vector<CodeBlock> blocks;
    if (packing.valid())
        blocks = packing.get();
    if (blocks.empty() || (goes_on && packed_from != data_version()))
        blocks = packed_code(database);
    write_code_blocks(database, release, blocks);
}

LineWriter::LineWriter(const std::filesystem::path& file, const std::string& release_name)
    : impl_(translated(file, [&] { return std::make_unique<Impl>(file, release_name); })) {}

LineWriter::~LineWriter() = default;

std::vector<LineTask> LineWriter::Impl::tasks(bool counted_too) const {
    Statement select(database,
                     "SELECT c.id, c.oid, substr(t.parents, 1, 20) FROM commits c JOIN "
                     "commit_text t ON t.commit_id = c.id WHERE c.release_id = ?1 AND c.kind = 0 "
                     "AND (?2 OR c.insertions IS NULL) ORDER BY c.position");
    select.bind(1, release);
    select.bind(2, counted_too ? 1 : 0);
    std::vector<LineTask> tasks;
    while (select.executeStep())
        tasks.push_back({select.getColumn(0).getInt64(), select.getColumn(1).getString(),
                         select.getColumn(2).getString()});
    return tasks;
}

std::vector<LineTask> LineWriter::tasks() {
    return impl_->connection.guard([&] { return impl_->tasks(false); });
}

std::vector<LineTask> LineWriter::all_tasks() {
    return impl_->connection.guard([&] { return impl_->tasks(true); });
}

void LineWriter::add(RowId commit, const std::vector<PathLines>& lines) {
    impl_->counted.push_back({commit, impl_->lines.size(), lines.size()});
    impl_->lines.insert(impl_->lines.end(), lines.begin(), lines.end());
}

void LineWriter::add_code(RowId commit, std::string_view words) {
    if (!impl_->code)
        impl_->code.emplace();
    impl_->code->add(static_cast<std::uint32_t>(commit - impl_->first_commit), words);
}

void LineWriter::pack_code() {
    // A database in memory has no second connection.
    const auto& file = impl_->connection.file();
    if (!impl_->code || (impl_->goes_on && !memory_uri(file).empty()))
        return;
    impl_->packed_from = impl_->data_version();
    impl_->packing = std::async(std::launch::async, [impl = impl_.get(), file] {
        if (!impl->goes_on)
            return std::exchange(*impl->code, {}).pack(); // which nobody will ask for again
        Connection beside(file, Connection::Mode::read);
        return impl->code->pack_behind(beside.database(), impl->release);
    });
}

void LineWriter::add_events(RowId commit, CommitEvents events) {
    if (!events.events.empty())
        impl_->events.emplace_back(commit, std::move(events));
}

bool LineWriter::goes_on() const {
    return impl_->goes_on;
}

void LineWriter::for_each_events(
    const std::function<void(RowId, const std::string&, CommitEvents)>& found) {
    impl_->connection.guard([&] { load_events(impl_->database, impl_->release, found); });
}

void LineWriter::set_interfaces(std::vector<interfaces::InterfaceChange> changes) {
    impl_->interface_changes = std::move(changes);
}

Release LineWriter::release() {
    return impl_->connection.guard([&] { return load_release(impl_->database, impl_->release); });
}

Release LineWriter::commit_code() {
    return impl_->connection.guard([&] {
        WriteTransaction transaction(impl_->database);
        if (!impl_->code)
            impl_->code.emplace();
        write_code_blocks(impl_->database, impl_->release, impl_->code->pack());
        set_code_state(impl_->database, impl_->release, CodeState::read);
        auto stored = load_release(impl_->database, impl_->release);
        transaction.commit();
        return stored;
    });
}

Release LineWriter::commit(const LineResult& result) {
    return impl_->connection.guard([&] {
        WriteTransaction transaction(impl_->database);
        for (const auto& counted : impl_->counted)
            impl_->write(counted.commit, impl_->lines.data() + counted.start, counted.count);
        impl_->finish(result);
        auto stored = load_release(impl_->database, impl_->release);
        transaction.commit();
        return stored;
    });
}

} // namespace mw::store
