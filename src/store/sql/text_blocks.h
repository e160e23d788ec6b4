#pragma once

#include "base/background.h"
#include "base/zlib_stream.h"
#include "store/model/records.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

/// Texts of commits that follow one another, packed together, which takes a third of what they take
/// one by one. A row of such a table is
///
///     first    row id of the first commit; those behind it have the ids behind that one
///     data     packed (packed_blob.h): commits (512 at most), bytes of each one's text, the texts
///
/// with numbers as base/packed_number.h writes them. SQL reads them with the function
/// block_text(data, index), NULL behind the last; the view commit_text does that for both tables.
namespace mw::store {

struct TextTable {
    const char* name;
    std::size_t bytes; ///< of texts after which a row is full
};

/// What messages say below their subject. Some five rows to a page; reading one text unpacks one
/// row.
inline constexpr TextTable body_blocks{"body_block", 5'000};
/// Why commits are in their section: texts of few words, nearly all alike.
inline constexpr TextTable reason_blocks{"reason_block", 16'000};

/// Gives a connection the function block_text.
void define_block_text(SQLite::Database& database);

/// Writes the rows of a table, which a thread of its own packs. For one thread. Throws
/// SQLite::Exception.
class TextBlockWriter {
public:
    TextBlockWriter(SQLite::Database& database, const TextTable& table);

    /// With ids that ascend; a row ends before a gap.
    void add(RowId commit, std::string_view text);

    /// Writes all that is not written yet. The next commit begins a row.
    void flush();

private:
    struct Block {
        RowId first = 0;
        std::vector<std::size_t> sizes;
        std::string texts;
    };
    struct Row {
        RowId first;
        std::string data;
    };

    void finish_block();
    void hand_over();
    void write_packed();

    std::size_t full_;
    SQLite::Statement insert_;
    Block block_;
    std::vector<Block> full_blocks_; ///< to be handed over together
    std::mutex mutex_;               ///< of packed_
    std::deque<Row> packed_;         ///< in the order of their commits
    base::Deflater deflater_;        ///< of the thread that packs, as plain_
    std::string plain_;
    base::Background<std::vector<Block>> packer_;
};

/// Puts others in place of texts that are there. Throws SQLite::Exception.
void replace_texts(SQLite::Database& database, const TextTable& table,
                   const std::map<RowId, std::string_view>& texts);

/// Whether each commit of a release has one that can be read. Asked of the rows themselves: once
/// SQL has met one that is damaged, SQLite refuses to write until the transaction ends.
bool has_all_texts(SQLite::Database& database, const TextTable& table, RowId release);

/// Rows that cannot be read.
std::int64_t count_damaged_texts(SQLite::Database& database, const TextTable& table);

} // namespace mw::store
