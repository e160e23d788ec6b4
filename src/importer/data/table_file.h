#pragma once

#include "base/message.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mw::importer {

/// A table as data/ has them: lines that start with '#' are comments, those of the form "# key:
/// value" describe the whole; the first other line names the columns; each line after it is a row,
/// its fields separated by tabs. In a field "\n" is a line's end, "\t" a tab, "\<", "\|" and "\>"
/// are the marks of a stored message (base/message.h) and a backslash before another character is
/// that character. "~3" is what stands in the same column three rows above. An empty field is
/// unknown. Read once; immutable from then on.
class TableFile {
public:
    class Row {
    public:
        /// The field of a column; empty where the table has no such column.
        const std::string& operator[](std::string_view column) const;
        int line() const { return line_; }

    private:
        friend class TableFile;
        const TableFile* table_ = nullptr;
        int line_ = 0;
        std::vector<std::string> fields_;
    };

    /// Throws base::Error with file and line where it is no such table.
    explicit TableFile(std::filesystem::path file);
    TableFile(const TableFile&) = delete;
    TableFile& operator=(const TableFile&) = delete;

    const std::vector<Row>& rows() const { return rows_; }
    const std::filesystem::path& file() const { return file_; }

    /// Empty where the table says nothing of it.
    std::string property(const std::string& key) const;
    /// All that have this key, in their order.
    std::vector<std::string> properties(const std::string& key) const;

    /// Of all bytes that are no comment (base/stable_hash.h).
    std::uint64_t hash() const { return hash_; }

    /// Throws base::Error: file, line and what is wrong there.
    [[noreturn]] void mistake(const Row& row, const base::Message& what) const;

private:
    void add_property(std::string_view line);
    void add_row(std::string_view line, int number);
    std::string field_of(const Row& row, std::string_view written) const;

    std::filesystem::path file_;
    std::uint64_t hash_;
    std::vector<std::string> columns_;
    std::vector<Row> rows_;
    std::vector<std::pair<std::string, std::string>> properties_;
};

/// Calls each with the parts between separators; not at all for an empty text.
template <typename Each>
void for_each_part(std::string_view text, char separator, const Each& each) {
    while (!text.empty()) {
        const auto end = text.find(separator);
        each(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

/// Writes such a table, the same bytes for the same rows. One use.
class TableWriter {
public:
    /// head: lines that start with '#'.
    TableWriter(std::filesystem::path file, const std::string& head,
                const std::vector<std::string>& columns);

    void add(const std::vector<std::string>& fields);

    /// Throws base::Error where not all could be written.
    void finish();

private:
    std::filesystem::path file_;
    std::ofstream stream_;
    std::size_t rows_ = 0;
    std::vector<std::unordered_map<std::string, std::size_t>> last_; ///< of each column, by field
};

/// Paths of a changeset in one field: separated by ';', each with its status letter and a blank
/// before it where that is not 'M'; one that begins with '/' is in the folder of the one before it.
/// '?' is a status that is not known.
struct TablePath {
    std::string path;
    char status = 'M';
};
std::string table_paths(const std::vector<TablePath>& paths);
std::vector<TablePath> paths_of_table(std::string_view field);

/// "2023-09-15T10:11:04+02:00": a moment, and its zone as git reads it (200).
struct ZonedTime {
    std::int64_t seconds = 0;
    int zone = 0;
};
std::optional<ZonedTime> zoned_time(std::string_view text);

} // namespace mw::importer
