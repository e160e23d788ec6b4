#include "store/language/phrase_cache.h"

#include "store/rows/row_tables.h"
#include "store/sql/tokenizer.h"

#include <fmt/ranges.h> // join(), which fmt 11 no longer has in format.h

#include <set>

namespace mw::store {

namespace {

/// A phrase that fewer commits hold, one in so many, is quick to find in the index.
constexpr std::int64_t least_part_of_release = 8;

std::string joined(std::span<const std::string> words) {
    return fmt::format("{}", fmt::join(words, " "));
}

/// The words of the trailer keys that the release has often enough, and every row within them:
/// "signed off by", "signed off", "off by".
std::set<std::string> candidates(SQLite::Database& database, const IdRun& run) {
    RowScan keys(database, "SELECT k.key FROM trailer t JOIN trailer_key k ON k.id = t.key_id "
                           "WHERE t.commit_id BETWEEN ?1 AND ?2 GROUP BY k.id "
                           "HAVING count(*) >= ?3");
    keys.bind(1, run.first);
    keys.bind(2, run.last);
    keys.bind(3, (run.last - run.first) / least_part_of_release + 1);
    const Tokenizer tokenizer;
    std::set<std::string> rows;
    while (keys.next()) {
        std::vector<std::string> words;
        for (const auto& token : tokenizer.tokens(keys.text(0)))
            words.push_back(token.text);
        for (std::size_t begin = 0; begin < words.size(); ++begin)
            for (std::size_t count = 2; begin + count <= words.size(); ++count)
                rows.insert(joined(std::span(words).subspan(begin, count)));
    }
    return rows;
}

IdRun run_of(SQLite::Database& database, RowId release) {
    RowScan run(database, fmt::format("SELECT {} FROM release r WHERE r.id = ?1", run_of_release));
    run.bind(1, release);
    // Only a release without commits has no first id.
    return run.next() && !run.is_null(0) ? IdRun{run.number(0), run.number(1)} : IdRun{0, -1};
}

/// The commits of a run that hold a phrase, as the table keeps them.
std::string bits_of(SQLite::Database& database, const std::string& phrase, const IdRun& run) {
    RowScan holding(database, "SELECT rowid FROM search_text WHERE search_text MATCH ?3 AND rowid "
                              "BETWEEN ?1 AND ?2");
    holding.bind(1, run.first);
    holding.bind(2, run.last);
    holding.bind(3, '"' + phrase + '"');
    std::string bits(static_cast<std::size_t>(run.last - run.first) / 8 + 1, '\0');
    while (holding.next()) {
        const auto position = static_cast<std::size_t>(holding.number(0) - run.first);
        bits[position / 8] = static_cast<char>(bits[position / 8] | 1 << position % 8);
    }
    return bits;
}

} // namespace

void keep_common_phrases(SQLite::Database& database, RowId release) {
    const auto run = run_of(database, release);
    if (run.last < run.first)
        return;
    RowScan insert(database,
                   "INSERT INTO common_phrase (release_id, words, commits) VALUES (?1, ?2, ?3)");
    insert.bind(1, release);
    for (const auto& phrase : candidates(database, run)) {
        insert.bind(2, phrase);
        insert.bind_bytes(3, bits_of(database, phrase, run));
        insert.next();
    }
}

std::size_t count_wrong_common_phrases(SQLite::Database& database) {
    RowScan kept(database, "SELECT release_id, words, commits FROM common_phrase");
    std::size_t wrong = 0;
    while (kept.next())
        wrong += kept.bytes(2) !=
                 bits_of(database, std::string(kept.text(1)), run_of(database, kept.number(0)));
    return wrong;
}

PhraseCache::PhraseCache(SQLite::Database& database)
    : kept_(database, fmt::format("SELECT {}, p.commits FROM release r LEFT JOIN common_phrase p "
                                  "ON p.release_id = r.id AND p.words = ?1",
                                  run_of_release)) {}

std::vector<IdRun> PhraseCache::find(std::span<const std::string> words, RowIdBitmap& found) {
    std::vector<IdRun> without;
    kept_.bind(1, joined(words));
    while (kept_.next()) {
        const IdRun run{kept_.number(0), kept_.number(1)};
        if (kept_.is_null(0) || run.last < found.first() || run.first > found.last())
            continue;
        if (kept_.is_null(2))
            without.push_back(run);
        const auto bits = kept_.bytes(2);
        for (std::size_t i = 0; i < bits.size(); ++i)
            for (int bit = 0; bit < 8; ++bit)
                if ((static_cast<unsigned char>(bits[i]) >> bit & 1) != 0)
                    found.insert(run.first + static_cast<RowId>(i * 8) + bit);
    }
    return without;
}

} // namespace mw::store
