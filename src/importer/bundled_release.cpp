#include "base/object_id.h"
#include "base/stable_hash.h"
#include "classify/classifier.h"
#include "importer/import.h"
#include "store/db/error.h"
#include "store/read/reader.h"
#include "store/write/writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <map>

namespace mw::importer {

namespace {

/// A table of known changesets: "# key: value" lines about the release, a line of column names, and
/// tab-separated rows. An empty field is unknown.
class Table {
public:
    explicit Table(const std::filesystem::path& file) : file_(file) {
        std::ifstream stream(file);
        if (!stream)
            throw std::runtime_error(fmt::format("{} cannot be read.", file.string()));
        for (std::string line; std::getline(stream, line);) {
            ++line_number_;
            if (line.starts_with('#'))
                add_property(line);
            else if (columns_.empty())
                columns_ = fields_of(line);
            else if (!line.empty())
                add_row(line);
        }
    }

    using Row = std::map<std::string, std::string>;
    const std::vector<Row>& rows() const { return rows_; }

    std::string property(const std::string& key) const {
        const auto found = properties_.find(key);
        return found == properties_.end() ? std::string() : found->second;
    }

private:
    void add_property(const std::string& line) {
        const auto colon = line.find(": ");
        if (colon == std::string::npos)
            return;
        const auto start = line.find_first_not_of("# ");
        properties_[line.substr(start, colon - start)] = line.substr(colon + 2);
    }

    static std::vector<std::string> fields_of(const std::string& line) {
        std::vector<std::string> fields(1);
        for (const char c : line) {
            if (c == '\t')
                fields.emplace_back();
            else
                fields.back() += c;
        }
        return fields;
    }

    void add_row(const std::string& line) {
        const auto fields = fields_of(line);
        if (fields.size() != columns_.size())
            throw std::runtime_error(
                fmt::format("{}, line {}: {} fields where the header names {}.", file_.string(),
                            line_number_, fields.size(), columns_.size()));
        Row row{{"line", std::to_string(line_number_)}};
        for (std::size_t i = 0; i < fields.size(); ++i)
            row[columns_[i]] = fields[i];
        rows_.push_back(std::move(row));
    }

    std::filesystem::path file_;
    int line_number_ = 0;
    std::vector<std::string> columns_;
    std::vector<Row> rows_;
    std::map<std::string, std::string> properties_;
};

store::CommitKind kind_of(const std::string& word) {
    if (word == "pull")
        return store::CommitKind::pull;
    return word == "branch-merge" ? store::CommitKind::branch_merge : store::CommitKind::changeset;
}

store::NewCommit entry_of(const Table::Row& row, const std::filesystem::path& file) {
    const auto section = classify::section_from_key(row.at("section"));
    const auto subgroup = classify::subgroup_from_key(row.at("subgroup"));
    const auto oid = git::from_hex(row.at("sha"));
    if (!section || !subgroup || !oid)
        throw std::runtime_error(fmt::format("{}, line {}: no such section or subgroup, or an id "
                                             "that is not hexadecimal.",
                                             file.string(), row.at("line")));
    store::NewCommit commit;
    commit.kind = kind_of(row.at("kind"));
    commit.oid = *oid;
    commit.subject = row.at("title");
    commit.about = row.at("about");
    commit.place = {*section, *subgroup};
    commit.files_known = false;
    classify::Subject subject;
    subject.title = commit.subject;
    commit.adds = classify::detect_new_hardware(subject, commit.place);
    commit.reason = "A published summary of the merge window put it here.";
    return commit;
}

} // namespace

bool add_bundled_release(const std::filesystem::path& database, const std::filesystem::path& file) {
    const Table table(file);
    store::Release meta;
    meta.name = table.property("name");
    if (meta.name.empty())
        throw std::runtime_error(fmt::format("{} has no '# name: ...' line.", file.string()));
    const auto fingerprint = fmt::format(
        "embedded {:x} {}",
        [&] {
            auto hash = base::stable_hash("");
            for (const auto& row : table.rows())
                for (const auto& [key, value] : row)
                    hash = base::stable_hash(value + '\0', hash);
            return hash;
        }(),
        table.rows().size());
    if (store::release_fingerprint(database, meta.name) == fingerprint)
        return false;

    meta.embedded = true;
    meta.from_rev = table.property("from");
    meta.to_rev = table.property("to");
    meta.imported_at = std::time(nullptr);
    meta.lines = store::LineState::unavailable;
    meta.interfaces = store::InterfaceState::unavailable;
    store::ReleaseWriter writer(database, meta, fingerprint);
    for (std::size_t i = 0; i < table.rows().size(); ++i)
        writer.add(i, entry_of(table.rows()[i], file));
    writer.commit(0);
    return true;
}

} // namespace mw::importer
