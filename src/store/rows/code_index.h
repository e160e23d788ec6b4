#pragma once

#include "base/word_table.h"
#include "store/model/code_records.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// Which identifiers the changesets of a release have in their lines, in table identifier_block:
/// rows of sorted words, each a block that is packed (packed_blob.h),
///
///     word      = shared, rest's length, rest, bytes of places, places
///     place     = (places since the one before) * 8 + uses         of changesets, ascending
///
/// where shared counts the bytes in common with the word before, a place is a commit's row id less
/// the first of its release, uses are those of code::Use, and numbers are written seven bits a
/// byte, the lowest first, with the eighth bit on all but the last. Over v2.6.34..v2.6.35 the file
/// grows by 253 bytes for each changeset.
namespace mw::store {

/// A row: its first word, and the packed block.
struct CodeBlock {
    std::string first, data;
};

/// Collects the words of a release's changesets and makes rows of them. One use; one thread at a
/// time. Eight bytes for each word of each changeset, and the distinct words.
class CodeIndexBuilder {
public:
    /// place: each once, in any order. words: as code::ChangedWords::take() gives them.
    void add(std::uint32_t place, std::string_view words);

    /// Nothing is added after it.
    std::vector<CodeBlock> pack();

    /// With what the release has, whose places are all before those that were added. Reads alone;
    /// throws SQLite::Exception.
    std::vector<CodeBlock> pack_behind(SQLite::Database& database, RowId release);

private:
    struct Use {
        std::uint32_t word; ///< its number among words_, and once sorted its rank
        std::uint32_t place_and_uses;
    };

    void sort();
    void sort_uses(const std::vector<std::uint32_t>& ranks);

    /// each(word, uses) for the words in their order, the uses by place.
    template <typename Each>
    void for_each_word(const Each& each);

    base::WordTable<> words_;
    std::vector<Use> uses_;
    std::vector<std::uint32_t> order_; ///< numbers of words by rank, once sorted
};

/// In place of what the release has. Throws SQLite::Exception.
void write_code_blocks(SQLite::Database& database, RowId release,
                       const std::vector<CodeBlock>& blocks);

/// Called with a word, and its places and their uses.
using CodeWord = std::function<void(std::string_view word, std::uint32_t place, std::uint8_t uses)>;

/// Finds a word, or all that begin so (all of them for an empty one). A read at the index and then
/// of one page; of more for what begins so. Throws SQLite::Exception.
void find_code_words(SQLite::Database& database, RowId release, std::string_view word, bool prefix,
                     const CodeWord& found);

/// At most `limit` words that begin so, with the number of changesets that have each, sorted by
/// that.
std::vector<std::pair<std::string, std::int64_t>> complete_code_words(SQLite::Database& database,
                                                                      RowId release,
                                                                      std::string_view start,
                                                                      std::size_t limit);

/// Rows that cannot be unpacked, or whose words are not in their order.
std::int64_t count_damaged_identifiers(SQLite::Database& database);

/// What programs before schema version 8 wrote, which was not packed.
void pack_identifiers(SQLite::Database& database);

void set_code_state(SQLite::Database& database, RowId release, CodeState state);

} // namespace mw::store
