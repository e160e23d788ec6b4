#include "store/read/reader.h"

#include "base/message.h"
#include "base/object_id.h"
#include "store/check/integrity.h"
#include "store/db/connection.h"
#include "store/db/release_sql.h"
#include "store/help/completion.h"
#include "store/help/facets.h"
#include "store/read/commit_details.h"
#include "store/rows/annotation_sql.h"
#include "store/rows/pull_row.h"
#include "store/rows/release_merges.h"
#include "store/rows/row_tables.h"
#include "store/rows/star_sql.h"
#include "store/search/mention_index.h"
#include "store/search/query_search.h"
#include "store/sql/row_scan.h"
#include "store/sql/sql_values.h"

#include <fmt/format.h>

#include <algorithm>

namespace mw::store {

namespace {

using SQLite::Statement;

constexpr const char* row_columns =
    "c.id, c.oid, c.kind, c.subject, a.name, a.email, c.author_time, c.author_zone, "
    "c.commit_time, c.landed_time, m.oid, m.subject, p.section, p.subgroup, s.name, c.files, "
    "c.insertions, c.deletions, (SELECT about FROM commit_text t WHERE t.commit_id = c.id), "
    "c.adds_kind, c.adds, c.release_id";
constexpr int row_column_count = 23;

/// The starts of ?1 that may be stored where only the start of an id is known, spelled out for the
/// sake of the index.
const std::string starts_of_id = [] {
    std::string starts;
    for (std::size_t length = 2; length < git::ObjectId::size; ++length)
        starts += fmt::format("{}substr(?1, 1, {})", starts.empty() ? "" : ", ", length);
    return starts;
}();

std::string all_columns() {
    return fmt::format("{}, {}, {}", row_columns, is_starred, personal_columns);
}

CommitRow read_row(Statement& from) {
    CommitRow row;
    row.id = from.getColumn(0).getInt64();
    row.oid = hex_of(from.getColumn(1));
    row.kind = static_cast<CommitKind>(from.getColumn(2).getInt());
    row.subject = from.getColumn(3).getString();
    row.author = from.getColumn(4).getString();
    row.email = from.getColumn(5).getString();
    row.author_time = optional_number(from.getColumn(6));
    row.author_zone = from.getColumn(7).getInt();
    row.commit_time = optional_number(from.getColumn(8));
    row.landed_time = optional_number(from.getColumn(9));
    row.pull = hex_of(from.getColumn(10));
    row.pull_title = from.getColumn(11).getString();
    row.place = stored_place(from.getColumn(12).getString(), from.getColumn(13).getString());
    row.subsystem = from.getColumn(14).getString();
    row.files = optional_number(from.getColumn(15));
    row.insertions = optional_number(from.getColumn(16));
    row.deletions = optional_number(from.getColumn(17));
    row.about = from.getColumn(18).getString();
    if (const auto kind = optional_number(from.getColumn(19)))
        row.adds = classify::NewHardware{static_cast<classify::NewHardware::Kind>(*kind),
                                         from.getColumn(20).getString()};
    row.release = from.getColumn(21).getInt64();
    row.starred = from.getColumn(22).getInt() != 0;
    row.personal = read_annotation(from, row_column_count);
    return row;
}

} // namespace

base::Message summary_reason() {
    return base::Message("A published summary of the merge window put it here.");
}

bool is_summary_reason(const base::Message& reason) {
    if (reason == summary_reason())
        return true;
    const auto* const first =
        reason.values().empty()
            ? nullptr
            : std::get_if<std::shared_ptr<const base::Message>>(&reason.values().front());
    return first != nullptr && is_summary_reason(**first);
}

base::Message reason_in_words(const CommitDetail& commit) {
    const auto& personal = commit.row.personal;
    if (!personal || !personal->place)
        return commit.reason;
    return base::Message("Your own choice; the rules say {}: {}",
                         classify::to_string(commit.derived_place), commit.reason);
}

struct Reader::Impl {
    explicit Impl(const std::filesystem::path& file) : connection(file, Connection::Mode::read) {}

    SQLite::Database& database() { return connection.database(); }

    /// The row of that id, where it is there.
    std::optional<CommitRow> row(RowId id);
    std::vector<Mention> mentions(RowId commit);
    void fill_brought(CommitDetail& detail);
    bool has_oid(const std::string& start, const std::string& digits);

    Connection connection;
    MentionIndex mention_index{connection.database()};
    QuerySearch search{connection.database(), mention_index};
    std::optional<Statement> select_row; ///< of row(): made ready, it costs more than a row
    std::optional<RowScan> longer_oid, oid_up_to; ///< of has_oid()
};

std::optional<CommitRow> Reader::Impl::row(RowId id) {
    if (!select_row)
        select_row.emplace(database(), fmt::format("SELECT {} FROM {}{} WHERE c.id = ?",
                                                   all_columns(), row_tables, join_personal));
    // What is left in the middle of its rows holds on to the file as it was.
    struct Reset {
        Statement& statement;
        ~Reset() { statement.tryReset(); }
    } const reset{*select_row};
    select_row->bind(1, id);
    if (!select_row->executeStep())
        return std::nullopt;
    return read_row(*select_row);
}

Reader::Reader(const std::filesystem::path& file) : impl_(std::make_unique<Impl>(file)) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

void Reader::interrupt() {
    impl_->search.interrupt();
}

std::vector<Release> Reader::releases() {
    return impl_->connection.guard([&] { return load_releases(impl_->database()); });
}

std::optional<Release> Reader::release(std::string_view name) {
    for (auto& release : releases())
        if (release.name == name)
            return release;
    return std::nullopt;
}

std::vector<SectionCount> Reader::sections(RowId release, std::optional<Seconds> as_of) {
    return impl_->connection.guard([&] {
        Statement select(impl_->database(),
                         fmt::format("SELECT p.section, p.subgroup, count(*) FROM commits c JOIN "
                                     "place p ON p.id = c.place_id WHERE c.release_id = ?1 AND "
                                     "c.kind = 0 {} GROUP BY c.place_id",
                                     as_of ? "AND c.landed_time <= ?2" : ""));
        select.bind(1, release);
        if (as_of)
            select.bind(2, *as_of);
        std::vector<SectionCount> counts;
        while (select.executeStep())
            counts.push_back(
                {stored_place(select.getColumn(0).getString(), select.getColumn(1).getString()),
                 select.getColumn(2).getInt64()});
        std::ranges::sort(counts, {}, &SectionCount::place);
        return counts;
    });
}

std::vector<RowId> Reader::find(const CommitQuery& query) {
    return impl_->connection.guard([&] { return impl_->search.find(query); });
}

std::vector<EmptyTerm> Reader::empty_terms(const CommitQuery& query) {
    return impl_->connection.guard([&] { return impl_->search.empty_terms(query); });
}

std::vector<CodeText> Reader::unknown_code_texts(const CommitQuery& query) {
    return impl_->connection.guard([&] { return impl_->search.unknown_code_texts(query); });
}

void Reader::know_code_matches(const CodeText& text, std::optional<RowId> release,
                               const std::vector<RowId>& commits) {
    impl_->connection.guard([&] { impl_->search.know_code_matches(text, release, commits); });
}

Facets Reader::facets(const CommitQuery& query, std::size_t most) {
    return impl_->connection.guard([&] {
        const ReadTransaction transaction(impl_->database());
        return count_facets(impl_->database(), impl_->search.found(query), most);
    });
}

Completion Reader::complete(std::string_view text, std::size_t cursor) {
    return impl_->connection.guard(
        [&] { return complete_query(impl_->database(), impl_->search.tokenizer(), text, cursor); });
}

std::vector<CommitRow> Reader::rows(std::span<const RowId> ids) {
    return impl_->connection.guard([&] {
        // One transaction: each of its own would lock the file and look for what is new in it.
        const ReadTransaction transaction(impl_->database());
        std::vector<CommitRow> rows;
        rows.reserve(ids.size());
        for (const RowId id : ids)
            if (auto row = impl_->row(id))
                rows.push_back(std::move(*row));
        return rows;
    });
}

std::vector<std::string> Reader::subjects(std::span<const RowId> ids) {
    return impl_->connection.guard([&] {
        RowScan select(impl_->database(), "SELECT subject FROM commits WHERE id = ?1");
        std::vector<std::string> subjects(ids.size());
        for (std::size_t i = 0; i < ids.size(); ++i) {
            select.bind(1, ids[i]);
            while (select.next())
                subjects[i] = select.text(0);
        }
        return subjects;
    });
}

void Reader::for_each(const CommitQuery& query, const std::function<bool(const CommitRow&)>& row) {
    constexpr std::size_t at_once = 500;
    const ReadTransaction transaction(impl_->database());
    const auto ids = find(query);
    for (std::size_t at = 0; at < ids.size(); at += at_once)
        for (const auto& found :
             rows(std::span(ids).subspan(at, std::min(at_once, ids.size() - at))))
            if (!row(found))
                return;
}

void Reader::for_each_detail(const CommitQuery& query,
                             const std::function<bool(const CommitDetail&)>& commit) {
    const auto details = impl_->connection.guard([&] {
        return std::make_unique<CommitDetails>(impl_->database(), CommitDetails::Amount::many);
    });
    for_each(query, [&](const CommitRow& row) {
        return impl_->connection.guard([&] { return commit(details->of(row)); });
    });
}

void Reader::Impl::fill_brought(CommitDetail& detail) {
    if (detail.row.kind == CommitKind::changeset)
        return;
    ReleaseMerges merges(database(), detail.release);
    for (const auto brought : merges.brought(detail.row.id))
        detail.brought.push_back(merges.oid(brought));
}

std::vector<Mention> Reader::Impl::mentions(RowId commit) {
    const ReadTransaction transaction(database());
    const auto map = mention_index.map();
    std::vector<Mention> found;
    if (const auto entries = map->of.find(commit); entries != map->of.end())
        for (const auto entry : entries->second)
            found.push_back(map->entries[entry]);
    return found;
}

std::shared_ptr<const MentionMap> Reader::all_mentions() {
    return impl_->connection.guard([&] {
        const ReadTransaction transaction(impl_->database());
        return impl_->mention_index.map();
    });
}

std::vector<Mention> Reader::mentions(RowId commit) {
    return impl_->connection.guard([&] { return impl_->mentions(commit); });
}

bool Reader::Impl::has_oid(const std::string& start, const std::string& digits) {
    // A document asks for twenty thousand, which takes longer to prepare than to find.
    if (!longer_oid) {
        longer_oid.emplace(database(), "SELECT 1 FROM commits WHERE oid BETWEEN ?1 AND ?2 AND "
                                       "hex(oid) LIKE ?3 LIMIT 1");
        oid_up_to.emplace(database(),
                          "SELECT oid FROM commits WHERE oid <= ?1 ORDER BY oid DESC LIMIT 1");
    }
    std::string last = start;
    last.resize(git::ObjectId::size, '\xff');
    longer_oid->bind_bytes(1, start);
    longer_oid->bind_bytes(2, last);
    longer_oid->bind(3, digits);
    bool found = false;
    while (longer_oid->next()) // a statement ends, and its hold on the file, behind the last row
        found = true;
    // A stored start of the id is no greater than it, and what stands between the two begins with
    // that start as well: so it is as long as what the nearest one below has in common, or shorter.
    for (std::string below = start; !found && below.size() >= 2;) {
        std::string nearest;
        oid_up_to->bind_bytes(1, below);
        while (oid_up_to->next())
            nearest = oid_up_to->text(0);
        found = !nearest.empty() && start.starts_with(nearest);
        below.resize(
            static_cast<std::size_t>(std::ranges::mismatch(nearest, start).in1 - nearest.begin()));
    }
    return found;
}

std::optional<CommitDetail> Reader::commit(RowId id) {
    const RowId ids[] = {id};
    auto found = rows(ids);
    if (found.empty())
        return std::nullopt;
    return impl_->connection.guard([&] {
        auto detail =
            CommitDetails(impl_->database(), CommitDetails::Amount::one).of(found.front());
        impl_->fill_brought(detail);
        for (auto& mention : impl_->mentions(id))
            detail.mentions.push_back(std::move(mention.words));
        return std::optional(std::move(detail));
    });
}

PatchSeries Reader::neighbours(RowId commit) {
    return impl_->connection.guard([&] { return read_patch_series(impl_->database(), commit); });
}

std::optional<RowId> Reader::find_oid(std::string_view hex, std::optional<RowId> release) {
    const auto known =
        hex.size() <= 40 ? git::from_hex(hex.substr(0, hex.size() / 2 * 2)) : std::nullopt;
    if (!known || hex.size() < 4 ||
        hex.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos)
        throw Error("'{}' is no commit id: give 4 to 40 hexadecimal digits.", hex);
    std::optional<RowId> id;
    impl_->connection.guard([&] {
        // The second half finds a stored start of an id that is asked for in full.
        Statement select(
            impl_->database(),
            fmt::format("SELECT c.id, c.oid FROM commits c CROSS JOIN release r ON r.id = "
                        "c.release_id WHERE ((c.oid BETWEEN ?1 AND ?2 AND hex(c.oid) LIKE ?3) OR "
                        "(c.oid IN ({}) AND length(c.oid) < 20 AND r.embedded)) "
                        "AND (?4 IS NULL OR c.release_id = ?4) "
                        "ORDER BY r.embedded, r.last_landing DESC, c.position",
                        starts_of_id));
        std::string last = *known;
        last.resize(git::ObjectId::size, '\xff');
        select.bind(1, known->data(), static_cast<int>(known->size()));
        select.bind(2, last.data(), static_cast<int>(last.size()));
        select.bind(3, std::string(hex) + "%");
        if (release)
            select.bind(4, *release);
        std::string first_oid;
        while (select.executeStep()) {
            const auto oid = select.getColumn(1).getString();
            const bool same_commit = first_oid.starts_with(oid) || oid.starts_with(first_oid);
            if (id && !same_commit)
                throw Error("'{}' is the start of several commit ids; write more "
                            "digits.",
                            hex);
            if (!id) {
                id = select.getColumn(0).getInt64();
                first_oid = oid;
            }
        }
    });
    return id;
}

bool Reader::has_oid(std::string_view hex) {
    const auto known = git::from_hex(hex.substr(0, hex.size() / 2 * 2));
    if (!known || hex.size() < 4 || hex.size() > 40)
        return false;
    return impl_->connection.guard([&] { return impl_->has_oid(*known, std::string(hex) + "%"); });
}

ObjectIdSet Reader::oids() {
    return impl_->connection.guard([&] {
        ObjectIdSet set;
        RowScan scan(impl_->database(), "SELECT oid FROM commits ORDER BY oid");
        while (scan.next())
            set.add(scan.bytes(0));
        return set;
    });
}

std::optional<CommitDetail> Reader::commit_by_oid(std::string_view hex,
                                                  std::optional<RowId> release) {
    const auto id = find_oid(hex, release);
    return id ? commit(*id) : std::nullopt;
}

std::vector<Pull> Reader::pulls(RowId release) {
    return impl_->connection.guard([&] {
        Statement select(
            impl_->database(),
            "SELECT m.id, m.oid, iif(m.subject = '', (SELECT about FROM commit_text "
            "WHERE commit_id = m.id), m.subject), m.landed_time, (SELECT count(*) FROM "
            "commits c WHERE c.pull_id = m.id AND c.kind = 0), p.section, p.subgroup "
            "FROM commits m JOIN place p ON p.id = m.place_id WHERE m.release_id = ? "
            "AND m.kind = 2 ORDER BY m.position");
        select.bind(1, release);
        std::vector<Pull> pulls;
        while (select.executeStep()) {
            pulls.push_back(read_pull(select));
        }
        return pulls;
    });
}

std::vector<Annotation> Reader::personal() {
    return impl_->connection.guard([&] {
        Statement select(impl_->database(), fmt::format("SELECT {} FROM personal k ORDER BY "
                                                        "k.changed_at DESC, k.oid",
                                                        personal_columns));
        std::vector<Annotation> found;
        while (select.executeStep())
            found.push_back(*read_annotation(select, 0));
        return found;
    });
}

std::vector<std::string> Reader::check() {
    return impl_->connection.guard([&] { return check_integrity(impl_->database()); });
}

} // namespace mw::store
