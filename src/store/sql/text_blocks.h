#pragma once

#include "base/zlib_stream.h"
#include "store/model/records.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <cstdint>
#include <map>
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

/// Writes the rows of a table. One thread. Throws SQLite::Exception.
class TextBlockWriter {
public:
    TextBlockWriter(SQLite::Database& database, const TextTable& table);

    /// With ids that ascend; a row ends before a gap.
    void add(RowId commit, std::string_view text);

    /// Writes what is not written yet. The next commit begins a row.
    void flush();

private:
    std::size_t full_;
    SQLite::Statement insert_;
    base::Deflater deflater_;
    RowId first_ = 0;
    std::vector<std::size_t> sizes_;
    std::string texts_, plain_, packed_;
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
