#include "store/read/outline_reader.h"

#include "base/object_id.h"
#include "store/db/connection.h"
#include "store/read/patch_series.h"
#include "store/sql/row_scan.h"
#include "store/sql/sql_values.h"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <utility>

namespace mw::store {

namespace {

constexpr const char* select_commits =
    "SELECT c.id, c.oid, c.kind, iif(c.subject <> '', c.subject, (SELECT t.about FROM commit_text "
    "t WHERE t.commit_id = c.id)), coalesce(c.brought_by, c.pull_id, 0), c.author_id, "
    "c.committer_id, c.commit_time, c.insertions, c.deletions, c.place_id, c.landed_time FROM "
    "commits c ";

struct Entry {
    OutlineNode node;
    RowId above = 0; ///< the merge that brought it; 0: none
    Applied applied;
};

OutlineKind kind_of(CommitKind kind) {
    switch (kind) {
    case CommitKind::pull:
        return OutlineKind::pull;
    case CommitKind::branch_merge:
        return OutlineKind::branch_merge;
    case CommitKind::changeset:
        break;
    }
    return OutlineKind::changeset;
}

std::optional<std::int64_t> number_in(const RowScan& row, int column) {
    return row.is_null(column) ? std::nullopt : std::optional(row.number(column));
}

std::vector<Entry> read_entries(RowScan& select) {
    std::vector<Entry> entries;
    while (select.next()) {
        auto& [node, above, applied] = entries.emplace_back();
        node.row = select.number(0);
        node.oid = git::to_hex(select.bytes(1));
        node.kind = kind_of(static_cast<CommitKind>(select.number(2)));
        node.title = select.text(3);
        above = select.number(4);
        applied = {select.number(5), select.number(6), select.number(7)};
        node.author = applied.author;
        node.place = select.number(10);
        node.landed = number_in(select, 11);
        if (node.kind != OutlineKind::changeset)
            continue;
        node.changesets = 1;
        node.insertions = number_in(select, 8);
        node.deletions = number_in(select, 9);
    }
    return entries;
}

/// Names of those who wrote what is in an outline, and the places of it.
void read_words(SQLite::Database& database, Outline& outline) {
    for (const auto& node : outline.nodes)
        if (node.author != 0)
            outline.people.try_emplace(node.author);
    RowScan name(database, "SELECT name FROM person WHERE id = ?");
    for (auto& [id, text] : outline.people) {
        name.bind(1, id);
        while (name.next())
            text = name.text(0);
    }
    RowScan places(database, "SELECT id, section, subgroup FROM place");
    while (places.next())
        outline.places.emplace(places.number(0), stored_place(places.text(1), places.text(2)));
}

/// Puts commits below each other; the first node is there already.
class OutlineBuilder {
public:
    explicit OutlineBuilder(std::vector<Entry> entries) : entries_(std::move(entries)) {
        std::unordered_map<RowId, std::size_t> places;
        for (std::size_t i = 0; i < entries_.size(); ++i)
            places.emplace(entries_[i].node.row, i);
        below_.resize(entries_.size() + 1);
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            const auto above = places.find(entries_[i].above);
            below_[above == places.end() ? no_entry() : above->second].push_back(i);
        }
    }

    /// has_lines: a merge that brought nothing has 0 of them; otherwise they are not known.
    Outline of_release(OutlineNode root, bool has_lines) {
        has_lines_ = has_lines;
        return build(std::move(root), no_entry());
    }

    Outline of_commit(RowId commit, bool has_lines) {
        has_lines_ = has_lines;
        const auto found =
            std::ranges::find(entries_, commit, [](const Entry& entry) { return entry.node.row; });
        if (found == entries_.end())
            return {};
        const auto entry = static_cast<std::size_t>(found - entries_.begin());
        return build(entries_[entry].node, entry);
    }

private:
    /// What is left to be put below a node, in order: entries, or the end of the node.
    struct Step {
        enum class Kind : std::uint8_t { entry, series, end } kind;
        std::size_t at;                     ///< an entry, or the node that ends
        std::span<const std::size_t> run{}; ///< of a series
    };

    std::size_t no_entry() const { return entries_.size(); }

    /// Branches nest as deeply as people like, so the way back is kept on a list.
    Outline build(OutlineNode root, std::size_t entry) {
        open(std::move(root));
        plan_below(entry);
        while (!steps_.empty()) {
            const Step step = steps_.back();
            steps_.pop_back();
            if (step.kind == Step::Kind::end) {
                close(step.at);
            } else if (step.kind == Step::Kind::entry) {
                open(std::move(entries_[step.at].node));
                plan_below(step.at);
            } else {
                OutlineNode series;
                series.kind = OutlineKind::series;
                series.title = entries_[step.run.front()].node.title;
                open(std::move(series));
                for (auto at = step.run.size(); at-- > 0;)
                    steps_.push_back({Step::Kind::entry, step.run[at]});
            }
        }
        return std::move(outline_);
    }

    void open(OutlineNode node) {
        const auto at = outline_.nodes.size();
        node.parent = path_.empty() ? 0 : path_.back();
        node.depth = path_.size();
        outline_.nodes.push_back(std::move(node));
        path_.push_back(at);
        steps_.push_back({Step::Kind::end, at});
    }

    void close(std::size_t at) {
        path_.pop_back();
        auto& node = outline_.nodes[at];
        node.end = outline_.nodes.size();
        if (node.kind != OutlineKind::changeset && has_lines_) {
            node.insertions = node.insertions.value_or(0);
            node.deletions = node.deletions.value_or(0);
        }
        if (at == 0)
            return;
        auto& above = outline_.nodes[node.parent];
        above.changesets += node.changesets;
        if (node.insertions)
            above.insertions = above.insertions.value_or(0) + *node.insertions;
        if (node.deletions)
            above.deletions = above.deletions.value_or(0) + *node.deletions;
    }

    void plan_below(std::size_t entry) {
        const std::span<const std::size_t> all = below_[entry];
        const auto first = steps_.size();
        for (std::size_t at = 0; at < all.size();) {
            std::size_t length = 1;
            while (at + length < all.size() && follows(all[at + length - 1], all[at + length]))
                ++length;
            const auto run = all.subspan(at, length);
            // Where it is all that a merge brought, the merge stands for it.
            const bool stands_for_it = run.size() == all.size() && entry != no_entry();
            if (length > 1 && !stands_for_it)
                steps_.push_back({Step::Kind::series, 0, run});
            else
                for (const auto changeset : run)
                    steps_.push_back({Step::Kind::entry, changeset});
            at += length;
        }
        std::reverse(steps_.begin() + static_cast<std::ptrdiff_t>(first), steps_.end());
    }

    bool follows(std::size_t one, std::size_t next) const {
        return entries_[one].node.kind == OutlineKind::changeset &&
               entries_[next].node.kind == OutlineKind::changeset &&
               of_one_series(entries_[one].applied, entries_[next].applied);
    }

    std::vector<Entry> entries_;
    std::vector<std::vector<std::size_t>> below_; ///< by entry; the last: below none
    bool has_lines_ = false;
    std::vector<Step> steps_;
    std::vector<std::size_t> path_; ///< nodes that are open
    Outline outline_;
};

} // namespace

struct OutlineReader::Impl {
    explicit Impl(const std::filesystem::path& file) : connection(file, Connection::Mode::read) {}

    Outline release(RowId id, std::optional<Seconds> as_of) {
        RowScan meta(connection.database(), "SELECT name, line_state FROM release WHERE id = ?");
        meta.bind(1, id);
        OutlineNode root;
        root.kind = OutlineKind::release;
        bool known = false, lines = false;
        while (meta.next()) {
            known = true;
            root.title = meta.text(0);
            lines = has_lines(static_cast<LineState>(meta.number(1)));
        }
        if (!known)
            return {};
        RowScan select(connection.database(),
                       std::string(select_commits) + "WHERE c.release_id = ?1 " +
                           (as_of ? "AND c.landed_time <= ?2 " : "") + "ORDER BY c.position");
        select.bind(1, id);
        if (as_of)
            select.bind(2, *as_of);
        return with_words(OutlineBuilder(read_entries(select)).of_release(std::move(root), lines));
    }

    Outline commit(RowId id) {
        RowScan meta(connection.database(),
                     "SELECT ifnull(c.pull_id, c.id), r.line_state FROM commits c JOIN release r "
                     "ON r.id = c.release_id WHERE c.id = ?");
        meta.bind(1, id);
        RowId pull = 0;
        bool lines = false;
        while (meta.next()) {
            pull = meta.number(0);
            lines = has_lines(static_cast<LineState>(meta.number(1)));
        }
        RowScan select(connection.database(),
                       std::string(select_commits) +
                           "WHERE c.id = ?1 OR c.pull_id = ?1 ORDER BY c.position");
        select.bind(1, pull);
        return with_words(OutlineBuilder(read_entries(select)).of_commit(id, lines));
    }

    Outline with_words(Outline outline) {
        read_words(connection.database(), outline);
        return outline;
    }

    Connection connection;
};

OutlineReader::OutlineReader(const std::filesystem::path& file)
    : impl_(translated(file, [&] { return std::make_unique<Impl>(file); })) {}

OutlineReader::~OutlineReader() = default;
OutlineReader::OutlineReader(OutlineReader&&) noexcept = default;
OutlineReader& OutlineReader::operator=(OutlineReader&&) noexcept = default;

Outline OutlineReader::release(RowId release, std::optional<Seconds> as_of) {
    return impl_->connection.guard([&] {
        const ReadTransaction transaction(impl_->connection.database());
        return impl_->release(release, as_of);
    });
}

Outline OutlineReader::commit(RowId commit) {
    return impl_->connection.guard([&] {
        const ReadTransaction transaction(impl_->connection.database());
        return impl_->commit(commit);
    });
}

std::string OutlineReader::message(RowId commit) {
    return impl_->connection.guard([&] {
        RowScan select(impl_->connection.database(),
                       "SELECT body FROM commit_text WHERE commit_id = ?");
        select.bind(1, commit);
        std::string body;
        while (select.next())
            body = select.text(0);
        return body;
    });
}

} // namespace mw::store
