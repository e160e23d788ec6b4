#include "store/search/query_search.h"

#include "store/language/query_parser.h"
#include "store/rows/row_tables.h"
#include "store/search/code_texts.h"
#include "store/search/repeated_commits.h"
#include "store/search/sort_columns.h"
#include "store/search/term_finder.h"
#include "store/sql/row_scan.h"
#include "store/sql/sql_values.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <compare>
#include <iterator>
#include <limits>
#include <list>
#include <utility>

namespace mw::store {

using SQLite::Statement;

namespace {

void collect_words(const QueryNode& node, std::vector<const QueryNode*>& words) {
    const auto& field = node.field;
    if (node.kind == QueryNode::Kind::term &&
        (field.empty() || field == "subject" || field == "body"))
        words.push_back(&node);
    if (node.kind != QueryNode::Kind::none_of)
        for (const auto& child : node.children)
            collect_words(child, words);
}

/// Terms that the query wants there, in its order; of nested brackets too.
void collect_wanted(const QueryNode& node, std::vector<const QueryNode*>& terms) {
    if (node.kind == QueryNode::Kind::term)
        terms.push_back(&node);
    if (node.kind != QueryNode::Kind::none_of)
        for (const auto& child : node.children)
            collect_wanted(child, terms);
}

void collect_code_texts(const QueryNode& node, std::vector<CodeText>& texts) {
    if (auto text = code_text_of(node); text && std::ranges::find(texts, *text) == texts.end())
        texts.push_back(std::move(*text));
    for (const auto& child : node.children)
        collect_code_texts(child, texts);
}

} // namespace

struct QuerySearch::Impl {
    Impl(SQLite::Database& opened, MentionIndex& mentioned)
        : database(opened), mentions(mentioned), finder(opened, tokenizer, mentioned, stop) {}

    /// What one term finds; see TermFinder::find().
    struct Found {
        std::string key;
        RowIdBitmap found, named;
    };
    static constexpr std::size_t most_kept = 64;
    /// Searching a mapped file takes a sixth less time, but each connection that does counts what
    /// it has touched as its program's memory: so those that search, and not all of a large file.
    static constexpr std::int64_t most_mapped = std::int64_t{64} << 20;

    /// The ids that are searched, and those of them that a list shows.
    struct Span {
        RowIdBitmap all, shown;
        /// Of the releases by their ends: a commit that landed in several stands in this order.
        std::vector<std::pair<RowId, RowId>> runs;
        /// All of them in landing order, once that was asked for; of one release ids have it.
        std::vector<RowId> landed;

        bool several() const { return runs.size() > 1; }
    };

    void start();
    Span& span_of(std::optional<RowId> release);
    Span load_span(std::optional<RowId> release);
    RowIdBitmap search(const CommitQuery& query, const QueryNode& tree);
    RowIdBitmap evaluate(const QueryNode& node, const Span& span, RowIdBitmap& named);
    void evaluate_all(const std::vector<QueryNode>& children, const Span& span, RowIdBitmap& result,
                      RowIdBitmap& named);
    const Found& term(const QueryNode& node, const Span& span);
    void apply_filters(const CommitQuery& query, const Span& span, RowIdBitmap& found);
    std::vector<RowId> in_order(const CommitQuery& query, const QueryNode& tree,
                                const RowIdBitmap& found);
    std::vector<RowId> by_landing(Span& span, const RowIdBitmap& found);
    std::vector<RowId> by_time_of_landing(const Span& span, const RowIdBitmap& found);
    std::vector<RowId> by_rank(const QueryNode& tree, const RowIdBitmap& found,
                               std::vector<RowId> landed);
    std::vector<RowId> by_mentions(std::vector<RowId> landed);
    std::vector<RowId> by_columns(const CommitQuery& query, const std::vector<RowId>& landed,
                                  bool several_releases);

    SQLite::Database& database;
    MentionIndex& mentions;
    std::atomic<bool> stop = false;
    Tokenizer tokenizer;
    TermFinder finder;
    bool mapped = false;
    std::int64_t data_version = -1;
    std::list<Found> terms; ///< last used first
    std::list<std::pair<std::optional<RowId>, Span>> spans;
};

/// Forgets what is kept when somebody else wrote to the file.
void QuerySearch::Impl::start() {
    if (!std::exchange(mapped, true))
        database.exec(
            fmt::format("PRAGMA mmap_size = {}; PRAGMA cache_size = -16000;", most_mapped));
    const auto version = database.execAndGet("PRAGMA data_version").getInt64();
    // Within the transaction, so that the version belongs to what is read after it.
    database.execAndGet("SELECT count(*) FROM release");
    if (version == data_version)
        return;
    terms.clear();
    finder.forget_code_matches();
    spans.clear();
    data_version = version;
}

QuerySearch::Impl::Span QuerySearch::Impl::load_span(std::optional<RowId> release) {
    Statement runs(database, fmt::format("SELECT {} FROM release r WHERE ?1 IS NULL OR r.id = ?1 "
                                         "ORDER BY r.last_landing, r.name",
                                         run_of_release));
    if (release)
        runs.bind(1, *release);
    struct Run {
        RowId first, last;
    };
    std::vector<Run> found;
    RowId first = 0, last = -1;
    while (runs.executeStep()) {
        if (runs.getColumn(0).isNull())
            continue;
        const Run run{runs.getColumn(0).getInt64(), runs.getColumn(1).getInt64()};
        first = found.empty() ? run.first : std::min(first, run.first);
        last = std::max(last, run.last);
        found.push_back(run);
    }
    Span span{RowIdBitmap(first, last), RowIdBitmap(first, last), {}, {}};
    for (const auto& run : found) {
        span.all.insert_range(run.first, run.last);
        span.runs.emplace_back(run.first, run.last);
    }
    span.shown |= span.all;
    Statement merges(database, "SELECT id FROM commits WHERE kind <> 0");
    RowIdBitmap hidden(first, last);
    while (merges.executeStep())
        hidden.insert(merges.getColumn(0).getInt64());
    span.shown -= hidden;
    return span;
}

QuerySearch::Impl::Span& QuerySearch::Impl::span_of(std::optional<RowId> release) {
    const auto known = std::ranges::find(spans, release, &decltype(spans)::value_type::first);
    if (known != spans.end())
        return known->second;
    return spans.emplace_back(release, load_span(release)).second;
}

const QuerySearch::Impl::Found& QuerySearch::Impl::term(const QueryNode& node, const Span& span) {
    const auto key = fmt::format("{} {} {}{}{} {}:{}", span.all.first(), span.all.last(),
                                 node.phrase ? 'p' : '-', node.prefix ? '*' : '-',
                                 node.whole ? '=' : '-', node.field, node.value);
    if (const auto known = std::ranges::find(terms, key, &Found::key); known != terms.end()) {
        terms.splice(terms.begin(), terms, known);
        return terms.front();
    }
    const RowIdBitmap nothing(span.all.first(), span.all.last());
    Found result{key, nothing, nothing};
    finder.find(node, result.found, result.named);
    terms.push_front(std::move(result));
    if (terms.size() > most_kept)
        terms.pop_back();
    return terms.front();
}

RowIdBitmap QuerySearch::Impl::evaluate(const QueryNode& node, const Span& span,
                                        RowIdBitmap& named) {
    RowIdBitmap result(span.all.first(), span.all.last());
    switch (node.kind) {
    case QueryNode::Kind::term: {
        const auto& term = this->term(node, span);
        result |= term.found;
        named |= term.named;
        break;
    }
    case QueryNode::Kind::none_of:
        result |= span.all;
        result -= evaluate(node.children.front(), span, named);
        break;
    case QueryNode::Kind::any_of:
        for (const auto& child : node.children)
            result |= evaluate(child, span, named);
        break;
    case QueryNode::Kind::all_of:
        result |= span.all;
        evaluate_all(node.children, span, result, named);
        break;
    }
    return result;
}

/// Phrases come last: where the other terms leave few, reading those few is quicker.
void QuerySearch::Impl::evaluate_all(const std::vector<QueryNode>& children, const Span& span,
                                     RowIdBitmap& result, RowIdBitmap& named) {
    std::vector<const QueryNode*> phrases;
    for (const auto& child : children)
        if (children.size() > 1 && finder.is_phrase(child))
            phrases.push_back(&child);
        else
            result &= evaluate(child, span, named);
    for (const auto* phrase : phrases)
        if (TermFinder::are_few(result))
            finder.filter_rows(*phrase, result);
        else
            result &= evaluate(*phrase, span, named);
}

void QuerySearch::Impl::apply_filters(const CommitQuery& query, const Span& span,
                                      RowIdBitmap& found) {
    const auto keep = [&](const char* condition, const auto&... values) {
        Statement select(database, fmt::format("SELECT id FROM commits c WHERE {} AND id BETWEEN "
                                               "?1 AND ?2",
                                               condition));
        select.bind(1, span.all.first());
        select.bind(2, span.all.last());
        int at = 3;
        (select.bind(at++, values), ...);
        RowIdBitmap kept(span.all.first(), span.all.last());
        while (select.executeStep())
            kept.insert(select.getColumn(0).getInt64());
        found &= kept;
    };
    if (query.section && query.subgroup)
        keep("place_id IN (SELECT id FROM place WHERE section = ?3 AND subgroup = ?4)",
             std::string(classify::key(*query.section)),
             std::string(classify::key(*query.subgroup)));
    else if (query.section)
        keep("place_id IN (SELECT id FROM place WHERE section = ?3)",
             std::string(classify::key(*query.section)));
    else if (query.subgroup)
        keep("place_id IN (SELECT id FROM place WHERE subgroup = ?3)",
             std::string(classify::key(*query.subgroup)));
    if (query.pull)
        keep("pull_id = ?3", *query.pull);
    if (query.as_of)
        keep("landed_time <= ?3", *query.as_of);
}

RowIdBitmap QuerySearch::Impl::search(const CommitQuery& query, const QueryNode& tree) {
    start();
    const Span& span = span_of(query.release);
    RowIdBitmap named(span.all.first(), span.all.last());
    RowIdBitmap found = evaluate(tree, span, named);
    named |= span.shown;
    found &= named;
    if (!query.within.empty()) {
        RowIdBitmap unused(span.all.first(), span.all.last());
        found &= evaluate(parse_query(query.within), span, unused);
    }
    apply_filters(query, span, found);
    return found;
}

/// What landed at an unknown time first, as SQL sorts what is NULL.
std::vector<RowId> QuerySearch::Impl::by_time_of_landing(const Span& span,
                                                         const RowIdBitmap& found) {
    struct Landed {
        Seconds time;
        std::size_t run;
        RowId id;
        auto operator<=>(const Landed&) const = default;
    };
    std::vector<Landed> order;
    const auto add = [&](const RowScan& row) {
        const RowId id = row.number(0);
        const auto run = std::ranges::find_if(
            span.runs, [id](const auto& ends) { return id >= ends.first && id <= ends.second; });
        order.push_back({row.is_null(1) ? std::numeric_limits<Seconds>::min() : row.number(1),
                         static_cast<std::size_t>(run - span.runs.begin()), id});
    };
    constexpr std::size_t worth_a_scan = 8; // one in so many: fewer are looked up one by one
    const auto ids = found.ids();
    if (ids.size() * worth_a_scan < static_cast<std::size_t>(found.last() - found.first() + 1)) {
        RowScan one(database, "SELECT id, landed_time FROM commits WHERE id = ?1");
        for (const RowId id : ids) {
            one.bind(1, id);
            while (one.next())
                add(one);
        }
    } else {
        RowScan all(database, "SELECT id, landed_time FROM commits WHERE id BETWEEN ?1 AND ?2");
        all.bind(1, found.first());
        all.bind(2, found.last());
        while (all.next())
            if (found.contains(all.number(0)))
                add(all);
    }
    std::ranges::sort(order);
    std::vector<RowId> landed;
    landed.reserve(order.size());
    for (const auto& one : order)
        landed.push_back(one.id);
    return landed;
}

/// The order in which changesets reached the mainline. Ids have it within a release; over several
/// they have the order of the imports.
std::vector<RowId> QuerySearch::Impl::by_landing(Span& span, const RowIdBitmap& found) {
    if (!span.several())
        return found.ids();
    constexpr std::size_t few = 1'000;
    if (span.landed.empty() && found.size() < few)
        return by_time_of_landing(span, found);
    if (span.landed.empty())
        span.landed = by_time_of_landing(span, span.all);
    std::vector<RowId> ids;
    ids.reserve(found.size());
    std::ranges::copy_if(span.landed, std::back_inserter(ids),
                         [&found](RowId id) { return found.contains(id); });
    return ids;
}

std::vector<RowId> QuerySearch::Impl::by_rank(const QueryNode& tree, const RowIdBitmap& found,
                                              std::vector<RowId> landed) {
    std::vector<const QueryNode*> words;
    collect_words(tree, words);
    const auto place = [&found](RowId id) { return static_cast<std::size_t>(id - found.first()); };
    // The best the lowest; what has no rank stands behind all that have one.
    std::vector<double> ranks(place(found.last() + 1), std::numeric_limits<double>::infinity());
    for (const auto& [id, rank] : finder.ranked(words, found))
        ranks[place(id)] = rank;
    std::ranges::stable_sort(landed, {}, [&](RowId id) { return ranks[place(id)]; });
    return landed;
}

/// The least mentioned first.
std::vector<RowId> QuerySearch::Impl::by_mentions(std::vector<RowId> landed) {
    const auto map = mentions.map();
    std::ranges::stable_sort(landed, {}, [&map](RowId id) { return map->count(id); });
    return landed;
}

std::vector<RowId> QuerySearch::Impl::by_columns(const CommitQuery& query,
                                                 const std::vector<RowId>& landed,
                                                 bool several_releases) {
    std::string list = "[";
    for (const RowId id : landed)
        fmt::format_to(std::back_inserter(list), "{}{}", list.size() > 1 ? "," : "", id);
    Statement sorted(
        database,
        fmt::format(
            "SELECT c.id FROM json_each(?1) l CROSS JOIN {} WHERE c.id = l.value ORDER BY {}, "
            "l.key",
            row_tables, sort_columns(query.sort, query.descending, several_releases)));
    sorted.bind(1, list + "]");
    std::vector<RowId> ids;
    while (sorted.executeStep())
        ids.push_back(sorted.getColumn(0).getInt64());
    return ids;
}

std::vector<RowId> QuerySearch::Impl::in_order(const CommitQuery& query, const QueryNode& tree,
                                               const RowIdBitmap& found) {
    Span& span = span_of(query.release);
    auto ids = by_landing(span, found);
    if (query.each_once && span.several()) {
        const auto repeated = repeated_commits(database, found, span.runs);
        std::erase_if(ids, [&repeated](RowId id) { return repeated.contains(id); });
    }
    if (query.sort == SortKey::rank)
        ids = by_rank(tree, found, std::move(ids));
    else if (query.sort == SortKey::mentions)
        ids = by_mentions(std::move(ids));
    else if (query.sort != SortKey::landing)
        ids = by_columns(query, ids, span.several());
    if (query.descending && !is_sorted_by_columns(query.sort))
        std::ranges::reverse(ids);
    if (query.starred_first) {
        RowIdBitmap named(span.all.first(), span.all.last());
        const auto mine = evaluate(parse_query("is:mine"), span, named);
        std::ranges::stable_partition(ids, [&mine](RowId id) { return mine.contains(id); });
    }
    if (query.limit)
        ids.resize(std::min(ids.size(),
                            static_cast<std::size_t>(std::max<std::int64_t>(*query.limit, 0))));
    return ids;
}

QuerySearch::QuerySearch(SQLite::Database& database, MentionIndex& mentions)
    : impl_(std::make_unique<Impl>(database, mentions)) {}
QuerySearch::~QuerySearch() = default;

std::vector<RowId> QuerySearch::find(const CommitQuery& query) {
    impl_->stop = false;
    const auto tree = parse_query(query.text);
    const ReadTransaction transaction(impl_->database);
    return impl_->in_order(query, tree, impl_->search(query, tree));
}

RowIdBitmap QuerySearch::found(const CommitQuery& query) {
    impl_->stop = false;
    const ReadTransaction transaction(impl_->database);
    return impl_->search(query, parse_query(query.text));
}

std::vector<EmptyTerm> QuerySearch::empty_terms(const CommitQuery& query) {
    impl_->stop = false;
    const auto tree = parse_query(query.text);
    const ReadTransaction transaction(impl_->database);
    impl_->start();
    const auto& span = impl_->span_of(query.release);
    std::vector<const QueryNode*> wanted;
    collect_wanted(tree, wanted);
    std::vector<EmptyTerm> empty;
    for (const auto* node : wanted) {
        const auto& term = impl_->term(*node, span);
        RowIdBitmap visible = span.shown;
        visible |= term.named;
        visible &= term.found;
        if (visible.empty())
            empty.push_back({node->position, node->end - node->position,
                             impl_->finder.unknown_because(*node, span.all)});
    }
    return empty;
}

std::vector<CodeText> QuerySearch::unknown_code_texts(const CommitQuery& query) {
    impl_->stop = false;
    std::vector<CodeText> texts;
    collect_code_texts(parse_query(query.text), texts);
    collect_code_texts(parse_query(query.within), texts);
    if (texts.empty())
        return texts;
    const ReadTransaction transaction(impl_->database);
    impl_->start();
    const auto& span = impl_->span_of(query.release);
    std::erase_if(texts, [&](const CodeText& text) {
        return impl_->finder.knows_code_matches(text, span.all);
    });
    return texts;
}

void QuerySearch::know_code_matches(const CodeText& text, std::optional<RowId> release,
                                    const std::vector<RowId>& commits) {
    impl_->stop = false;
    const ReadTransaction transaction(impl_->database);
    impl_->start();
    const auto& span = impl_->span_of(release);
    RowIdBitmap known(span.all.first(), span.all.last());
    for (const RowId id : commits)
        known.insert(id);
    impl_->finder.know_code_matches(text, std::move(known));
    impl_->terms.clear();
}

const Tokenizer& QuerySearch::tokenizer() const {
    return impl_->tokenizer;
}

void QuerySearch::interrupt() {
    impl_->stop = true;
    sqlite3_interrupt(impl_->database.getHandle());
}

} // namespace mw::store
