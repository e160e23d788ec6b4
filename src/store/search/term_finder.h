#pragma once

#include "base/message.h"
#include "store/language/phrase_cache.h"
#include "store/language/query_parser.h"
#include "store/language/text_pattern.h"
#include "store/model/code_records.h"
#include "store/model/records.h"
#include "store/model/row_id_bitmap.h"
#include "store/search/mention_index.h"
#include "store/sql/row_scan.h"
#include "store/sql/tokenizer.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <atomic>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mw::store {

/// What of a release was read.
struct ReadState {
    std::string name;
    bool bundled;
    LineState lines;
    InterfaceState interfaces;
    CodeState code;
};

/// Finds the commits that a single term matches, by SQL statements of our own to which the typed
/// value is bound. Looks at ids of a span alone, which is a release or all of them.
///
/// How each field is looked for, over 200,000 commits in well under 50 ms:
///
///     words       FTS5, one word or phrase at a time; parts of words through search_words;
///                 rows of words that very many messages hold are kept, see phrase_cache.h
///     people      table person is read through, then the index of commits by author
///     paths       table path is read through, then the index of changes by path
///     section     the index of commits by place
///     pull        the merges' titles are read through, then the index of commits by pull
///     in          what was noted when another tree was read, by the commits' ids
///     cve         the records that name a commit, by the index of commits by id
///     fixes       what messages refer to is looked up among the ids of the span
///     interfaces  the changes at the edges are read through, then the index of commits by id
///     code        the index of identifiers (code_index.h), a page for each release
///     others      the commits or trailers of the span are read through
class TermFinder {
public:
    /// stop: checked between statements; true ends the search with Interrupted.
    TermFinder(SQLite::Database& database, const Tokenizer& tokenizer, MentionIndex& mentions,
               const std::atomic<bool>& stop);

    /// Matches are put into found. Those that the term names one by one go to named as well: they
    /// are shown even where they are merges. Throws QueryError for a value that means nothing.
    void find(const QueryNode& term, RowIdBitmap& found, RowIdBitmap& named);

    /// Of a term that finds nothing in a span: why the answer is not known and what makes it so.
    /// Empty where nothing has it.
    base::Message unknown_because(const QueryNode& term, const RowIdBitmap& span);

    /// A term of several words: FTS5 reads every place of each of them, which takes tens of
    /// milliseconds for words that nearly every message has ("Signed-off-by").
    bool is_phrase(const QueryNode& term) const;
    /// True where reading the texts of these takes less than asking the index for a phrase.
    static bool are_few(const RowIdBitmap& commits);
    /// For a phrase: takes out what does not hold it, by reading the texts of all of them.
    void filter_rows(const QueryNode& phrase, RowIdBitmap& among);

    /// What the clone said of a text in the span of ids: what find() takes from now on for it, in
    /// place of what may have it.
    void know_code_matches(const CodeText& text, RowIdBitmap commits);
    bool knows_code_matches(const CodeText& text, const RowIdBitmap& span) {
        return code_matches(text, span) != nullptr;
    }
    void forget_code_matches() { code_matches_.clear(); }

    /// Best matches get the lowest rank. Only what holds one of the words, whole.
    std::vector<std::pair<RowId, double>> ranked(const std::vector<const QueryNode*>& terms,
                                                 const RowIdBitmap& among);

private:
    void find_words(const QueryNode& term, RowIdBitmap& found, RowIdBitmap& named);
    void find_parts(const WordPattern& pattern, const std::string& field, RowIdBitmap& found);
    void find_phrases(const WordPattern& pattern, const std::string& field, RowIdBitmap& found);
    bool filter_longer_prefixes(const WordPattern& pattern, const std::string& field,
                                const WordPattern& ending, const std::set<std::string>& common,
                                RowIdBitmap& found);
    void filter_rows(const WordPattern& pattern, const std::string& field, RowIdBitmap& among);
    /// Words in a row; open_back: the last may begin a longer one.
    void match_row(const std::string& field, const std::vector<std::string>& words, bool open_back,
                   RowIdBitmap& found);
    void match(const std::string& expression, RowId first, RowId last, RowIdBitmap& found);
    /// Calls action for a column of search_words of each release of the span.
    void for_each_list(const char* column, const RowIdBitmap& span,
                       const std::function<void(std::string_view list, RowId first)>& action);

    void find_people(const QueryNode& term, bool authors, RowIdBitmap& found);
    void find_author_domain(const QueryNode& term, RowIdBitmap& found);
    void find_employer(const QueryNode& term, RowIdBitmap& found); // employer_terms.cpp
    void collect_authors(const std::vector<RowId>& people, RowIdBitmap& found);
    void find_paths(const QueryNode& term, RowIdBitmap& found);
    void find_section(const QueryNode& term, RowIdBitmap& found);
    void find_subsystem(const QueryNode& term, RowIdBitmap& found);
    void find_pull(const QueryNode& term, RowIdBitmap& found);
    void find_trailer(const QueryNode& term, RowIdBitmap& found);
    void find_corrections(const QueryNode& term, RowIdBitmap& found);  // fix_terms.cpp
    void find_corrected_by(const QueryNode& term, RowIdBitmap& found); // fix_terms.cpp
    void find_corrected(std::string_view word, RowIdBitmap& found);    // fix_terms.cpp
    void find_follow_ups(RowIdBitmap& found);                          // fix_terms.cpp
    void find_release(const QueryNode& term, RowIdBitmap& found);
    void find_id(const std::string& digits, RowIdBitmap& found);
    void find_lines(const QueryNode& term, RowIdBitmap& found);
    void find_kind(const QueryNode& term, RowIdBitmap& found, RowIdBitmap& named);
    void find_time(const QueryNode& term, RowIdBitmap& found);
    void require_configuration(const QueryNode& term, const RowIdBitmap& span);
    void require_answers(const QueryNode& term, const RowIdBitmap& span, const char* joined,
                         const base::Message& unanswered);
    void find_in_tree(const QueryNode& term, RowIdBitmap& found);    // tree_terms.cpp
    void find_cve(const QueryNode& term, RowIdBitmap& found);        // cve_terms.cpp
    void find_interfaces(const QueryNode& term, RowIdBitmap& found); // interface_terms.cpp
    void find_code(const QueryNode& term, RowIdBitmap& found);       // code_terms.cpp
    void find_code_text(const QueryNode& term, const CodeText& text, RowIdBitmap& found);
    void find_code_word(std::string_view word, bool prefix, unsigned uses, RowIdBitmap& found);
    void require_code(const QueryNode& term, const RowIdBitmap& span);
    void find_severity(const QueryNode& term, RowIdBitmap& found); // cve_terms.cpp
    /// Why something is not known in a span: what because() says of the newest of its releases.
    /// Empty where that is empty for one of them: of several the answer of those that were read
    /// counts. (unknown_terms.cpp)
    base::Message unread_because(const RowIdBitmap& span,
                                 const std::function<base::Message(const ReadState&)>& because);
    base::Message unmarked_because(bool marks, const RowIdBitmap& span); // unknown_terms.cpp

    /// Throws QueryError where a field's value has nothing to look for.
    static void refuse_without_letters(const QueryNode& term);
    /// Of a lookup table (id, text): what holds the value; where it is asked for whole what is
    /// written so, else what is spelled so.
    std::vector<RowId> texts(const char* sql, const QueryNode& term, bool quoted_means_whole);
    /// Ids of people whose "name <address>" holds the value, or who are those of that name where
    /// the term asks for a whole one; sorted. written: as the messages have them, no mailmap asked.
    std::vector<RowId> people(const QueryNode& term, bool written = false);
    std::vector<RowId> people_called(std::string_view whole);
    /// A statement whose ?1 and ?2 are the span.
    RowScan select(const std::string& sql, const RowIdBitmap& span);
    static void collect(RowScan& rows, RowIdBitmap& found);
    void check_stop() const;
    /// What is known of a text among the commits of a span; null for nothing.
    RowIdBitmap* code_matches(const CodeText& text, const RowIdBitmap& span);

    SQLite::Database& database_;
    const Tokenizer& tokenizer_;
    MentionIndex& mentions_;
    const std::atomic<bool>& stop_;
    std::optional<RowScan> match_;
    std::optional<PhraseCache> common_phrases_;
    std::vector<std::pair<CodeText, RowIdBitmap>> code_matches_;
};

} // namespace mw::store
