#include "importer/data/table_file.h"

#include "base/error.h"
#include "base/stable_hash.h"
#include "base/utc_time.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace mw::importer {

namespace {

/// What stands behind a backslash for a character that a field cannot have, or nobody could read.
constexpr std::array<std::pair<char, char>, 5> escapes{{{'n', '\n'},
                                                        {'t', '\t'},
                                                        {'<', base::begin_mark},
                                                        {'|', base::value_mark},
                                                        {'>', base::end_mark}}};

std::string unescaped_field(std::string_view field) {
    std::string text;
    text.reserve(field.size());
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field[i] == '\\' && i + 1 < field.size()) {
            const auto* const known =
                std::ranges::find(escapes, field[++i], &std::pair<char, char>::first);
            text += known != escapes.end() ? known->second : field[i];
        } else {
            text += field[i];
        }
    }
    return text;
}

std::string escaped_field(std::string_view text) {
    std::string field;
    field.reserve(text.size());
    for (const char c : text) {
        const auto* const known = std::ranges::find(escapes, c, &std::pair<char, char>::second);
        if (known != escapes.end())
            field.append(1, '\\').append(1, known->first);
        else if (c == '\\' || (c == '~' && field.empty()))
            field.append(1, '\\').append(1, c);
        else if (c != '\r')
            field += c;
    }
    return field;
}

/// Calls each with the parts between separators, of which there is always one.
template <typename Each>
void split(std::string_view text, char separator, const Each& each) {
    while (true) {
        const auto end = text.find(separator);
        each(text.substr(0, end));
        if (end == std::string_view::npos)
            return;
        text.remove_prefix(end + 1);
    }
}

std::string_view folder_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

} // namespace

const std::string& TableFile::Row::operator[](std::string_view column) const {
    static const std::string unknown;
    const auto found = std::ranges::find(table_->columns_, column);
    return found == table_->columns_.end()
               ? unknown
               : fields_[static_cast<std::size_t>(found - table_->columns_.begin())];
}

TableFile::TableFile(std::filesystem::path file)
    : file_(std::move(file)), hash_(base::stable_hash("")) {
    std::ifstream stream(file_);
    if (!stream)
        throw base::Error("{} cannot be read.", file_.string());
    int number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        if (line.starts_with('#'))
            add_property(line);
        else if (columns_.empty())
            split(line, '\t', [&](std::string_view name) { columns_.emplace_back(name); });
        else if (!line.empty())
            add_row(line, number);
        if (!line.starts_with('#'))
            hash_ = base::stable_hash(line + '\n', hash_);
    }
}

void TableFile::add_property(std::string_view line) {
    const auto colon = line.find(": ");
    const auto start = line.find_first_not_of("# ");
    if (colon != std::string_view::npos && start < colon)
        properties_.emplace_back(line.substr(start, colon - start), line.substr(colon + 2));
}

void TableFile::add_row(std::string_view line, int number) {
    Row row;
    row.table_ = this;
    row.line_ = number;
    row.fields_.reserve(columns_.size());
    split(line, '\t',
          [&](std::string_view written) { row.fields_.push_back(field_of(row, written)); });
    if (row.fields_.size() != columns_.size())
        mistake(row, base::Message("{} fields where the header names {}.", row.fields_.size(),
                                   columns_.size()));
    rows_.push_back(std::move(row));
}

std::string TableFile::field_of(const Row& row, std::string_view written) const {
    if (!written.starts_with('~'))
        return unescaped_field(written);
    std::size_t above = 0;
    const auto* const end = written.data() + written.size();
    const auto column = row.fields_.size();
    if (std::from_chars(written.data() + 1, end, above).ptr != end || above == 0 ||
        above > rows_.size() || column >= columns_.size())
        mistake(row, base::Message("'{}' is no row above.", written));
    return rows_[rows_.size() - above].fields_[column];
}

std::string TableFile::property(const std::string& key) const {
    const auto all = properties(key);
    return all.empty() ? std::string() : all.back();
}

std::vector<std::string> TableFile::properties(const std::string& key) const {
    std::vector<std::string> values;
    for (const auto& [name, value] : properties_)
        if (name == key)
            values.push_back(value);
    return values;
}

void TableFile::mistake(const Row& row, const base::Message& what) const {
    throw base::Error("{}, line {}: {}", file_.string(), row.line(), what);
}

TableWriter::TableWriter(std::filesystem::path file, const std::string& head,
                         const std::vector<std::string>& columns)
    : file_(std::move(file)), stream_(file_, std::ios::binary | std::ios::trunc),
      last_(columns.size()) {
    stream_ << head << fmt::format("{}\n", fmt::join(columns, "\t"));
}

void TableWriter::add(const std::vector<std::string>& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        auto field = escaped_field(fields[i]);
        const auto [last, is_new] = last_.at(i).try_emplace(field, rows_);
        if (!is_new) {
            const auto above = fmt::format("~{}", rows_ - last->second);
            last->second = rows_;
            if (above.size() < field.size())
                field = above;
        }
        stream_ << (i == 0 ? "" : "\t") << field;
    }
    stream_ << '\n';
    ++rows_;
}

void TableWriter::finish() {
    stream_.close();
    if (!stream_)
        throw base::Error("{} cannot be written.", file_.string());
}

std::string table_paths(const std::vector<TablePath>& paths) {
    std::string field;
    std::string_view folder;
    for (const auto& [path, status] : paths) {
        if (!field.empty())
            field += ';';
        if (status != 'M')
            field.append(1, status).append(1, ' ');
        const auto own = folder_of(path);
        field += !own.empty() && own == folder ? std::string_view(path).substr(own.size()) : path;
        folder = own;
    }
    return field;
}

std::vector<TablePath> paths_of_table(std::string_view field) {
    std::vector<TablePath> paths;
    for_each_part(field, ';', [&](std::string_view written) {
        TablePath path;
        if (written.size() > 2 && written[1] == ' ') {
            path.status = written[0];
            written.remove_prefix(2);
        }
        if (written.starts_with('/') && !paths.empty())
            path.path = folder_of(paths.back().path);
        path.path += written;
        paths.push_back(std::move(path));
    });
    return paths;
}

std::optional<ZonedTime> zoned_time(std::string_view text) {
    constexpr std::size_t clock_length = 19, zone_length = 6; // "2023-09-15T10:11:04" "+02:00"
    if (text.size() != clock_length + zone_length)
        return std::nullopt;
    const auto clock = parse_time(text.substr(0, clock_length));
    const auto zone = text.substr(clock_length);
    unsigned hours = 0, minutes = 0; // which have no sign of their own
    const auto number = [](std::string_view digits, unsigned& value) {
        return std::from_chars(digits.data(), digits.data() + digits.size(), value).ptr ==
               digits.data() + digits.size();
    };
    if (!clock || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':' ||
        !number(zone.substr(1, 2), hours) || !number(zone.substr(4, 2), minutes))
        return std::nullopt;
    const int sign = zone[0] == '-' ? -1 : 1;
    const std::int64_t offset = (hours * 60 + minutes) * std::int64_t{60};
    return ZonedTime{*clock - sign * offset, sign * static_cast<int>(hours * 100 + minutes)};
}

} // namespace mw::importer
