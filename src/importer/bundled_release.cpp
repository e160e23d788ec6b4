#include "base/error.h"
#include "base/object_id.h"
#include "base/stable_hash.h"
#include "classify/classifier.h"
#include "importer/data/table_file.h"
#include "importer/import.h"
#include "interfaces/items/interface_change.h"
#include "store/read/reader.h"
#include "store/sql/error.h"
#include "store/user/cve_store.h"
#include "store/write/bundled_replacement.h"
#include "store/write/writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <ctime>
#include <map>
#include <optional>
#include <unordered_map>

namespace mw::importer {

namespace {

using Row = TableFile::Row;

constexpr std::size_t start_digits = 12; ///< as many as the shortest ids of the tables have

store::CommitKind kind_of(const std::string& word) {
    if (word == "pull")
        return store::CommitKind::pull;
    return word == "branch-merge" ? store::CommitKind::branch_merge : store::CommitKind::changeset;
}

/// What both kinds of rows say: an entry of the article, and a changeset that a record proves.
store::NewCommit commit_of(const TableFile& table, const Row& row) {
    const auto section = classify::section_from_key(row["section"]);
    const auto subgroup = classify::subgroup_from_key(row["subgroup"]);
    const auto oid = git::from_hex(row["sha"]);
    if (!section || !subgroup || !oid)
        table.mistake(
            row, base::Message("no such section or subgroup, or an id that is not hexadecimal."));
    store::NewCommit commit;
    commit.kind = kind_of(row["kind"]);
    commit.oid = *oid;
    commit.subject = row["title"];
    commit.about = row["about"];
    commit.place = {*section, *subgroup};
    commit.files_known = false;
    return commit;
}

/// "config:EDAC_VERSAL": "CONFIG_EDAC_VERSAL", as people write it.
std::string written_symbol(std::string_view symbol) {
    const auto colon = symbol.find(':');
    const auto kind = symbol.substr(0, colon), name = symbol.substr(colon + 1);
    return kind == "config" ? fmt::format("CONFIG_{}", name) : std::string(name);
}

store::NewCommit entry_of(const TableFile& table, const Row& row) {
    auto commit = commit_of(table, row);
    std::string symbols;
    for (const auto* column : {"made", "see"})
        for_each_part(row[column], ';', [&](std::string_view symbol) {
            symbols.append(symbols.empty() ? "" : ", ").append(written_symbol(symbol));
        });
    if (!symbols.empty())
        commit.about += fmt::format(" ({})", symbols);
    classify::Subject subject;
    subject.title = commit.subject;
    commit.adds = classify::detect_new_hardware(subject, commit.place);
    commit.reason = store::summary_reason().stored();
    return commit;
}

std::optional<classify::NewHardware> adds_of(const std::string& field) {
    for (const auto kind :
         {classify::NewHardware::Kind::driver, classify::NewHardware::Kind::device_id,
          classify::NewHardware::Kind::board})
        if (const auto front = fmt::format("{}: ", classify::key(kind)); field.starts_with(front))
            return classify::NewHardware{kind, field.substr(front.size())};
    return std::nullopt;
}

store::NewCommit changeset_of(const TableFile& table, const Row& row) {
    auto commit = commit_of(table, row);
    commit.author.name = row["author"];
    if (const auto time = zoned_time(row["author_time"])) {
        commit.author_time = time->seconds;
        commit.author_zone = time->zone;
    }
    if (const auto time = zoned_time(row["commit_time"])) {
        commit.commit_time = time->seconds;
        commit.commit_zone = time->zone;
    }
    commit.subsystem = row["subsystem"];
    commit.reason = row["reason"];
    if (commit.reason.empty())
        table.mistake(row, base::Message("no reason for its section."));
    commit.adds = adds_of(row["adds"]);
    for (auto& file : paths_of_table(row["paths"])) {
        store::FileChange change;
        change.path = std::move(file.path);
        change.status = file.status;
        commit.paths.push_back(std::move(change));
    }
    std::ranges::sort(commit.paths, {}, &store::FileChange::path);
    commit.files_known = !commit.paths.empty();
    return commit;
}

/// An entry of the article of which a record knows more.
void complete(store::NewCommit& entry, store::NewCommit known) {
    known.reason =
        base::Message("{} The rules say {}: {}", base::Message::from_stored(entry.reason),
                      classify::to_string(known.place), base::Message::from_stored(known.reason))
            .stored();
    known.place = entry.place;
    known.kind = entry.kind;
    known.about = std::move(entry.about);
    known.subject = std::move(entry.subject);
    if (entry.oid.size() > known.oid.size())
        known.oid = std::move(entry.oid);
    if (!known.adds)
        known.adds = std::move(entry.adds);
    entry = std::move(known);
}

/// The tables of one release: that of the article names the others, which stand beside it.
class Tables {
public:
    explicit Tables(const std::filesystem::path& file)
        : article_(file), changesets_(beside("changesets")), interfaces_(beside("interfaces")),
          cves_(beside("cves")) {}

    const TableFile& article() const { return article_; }

    /// Changes whenever the release has to be written again.
    std::string fingerprint() const {
        std::string text = fmt::format("embedded 2 {:x}", article_.hash());
        for (const auto* table : {&changesets_, &interfaces_, &cves_})
            text += fmt::format(" {:x}", *table ? (*table)->hash() : 0);
        return text;
    }

    /// Entries of the article first, in its order; then the rest, in that of their table.
    std::vector<store::NewCommit> commits() const;
    std::optional<std::vector<interfaces::InterfaceChange>> interfaces() const;
    std::vector<store::CveRow> cves() const;

private:
    std::optional<TableFile> beside(const char* property) const {
        const auto name = article_.property(property);
        return name.empty()
                   ? std::optional<TableFile>()
                   : std::optional<TableFile>(std::in_place, article_.file().parent_path() / name);
    }

    TableFile article_;
    std::optional<TableFile> changesets_, interfaces_, cves_;
};

std::vector<store::NewCommit> Tables::commits() const {
    std::vector<store::NewCommit> commits;
    std::unordered_map<std::string, std::size_t> entries; // by the start of the id
    for (const auto& row : article_.rows()) {
        if (!row["sha"].empty())
            entries.emplace(row["sha"].substr(0, start_digits), commits.size());
        commits.push_back(entry_of(article_, row));
    }
    if (!changesets_)
        return commits;
    for (const auto& row : changesets_->rows()) {
        auto commit = changeset_of(*changesets_, row);
        const auto entry = entries.find(row["sha"].substr(0, start_digits));
        if (entry == entries.end())
            commits.push_back(std::move(commit));
        else
            complete(commits[entry->second], std::move(commit));
    }
    return commits;
}

std::optional<std::vector<interfaces::InterfaceChange>> Tables::interfaces() const {
    if (!interfaces_)
        return std::nullopt;
    std::vector<interfaces::InterfaceChange> changes;
    for (const auto& row : interfaces_->rows()) {
        const auto kind = interfaces::kind_from_key(row["kind"]);
        std::optional<interfaces::Change> change;
        for (const auto candidate :
             {interfaces::Change::added, interfaces::Change::removed, interfaces::Change::changed})
            if (interfaces::key(candidate) == row["change"])
                change = candidate;
        if (!kind || !change)
            interfaces_->mistake(row, base::Message("no such kind or change."));
        changes.push_back({*kind, *change, row["name"], row["detail"], row["path"], row["sha"]});
    }
    return changes;
}

std::vector<store::CveRow> Tables::cves() const {
    std::map<std::string, store::CveRow> records;
    if (cves_)
        for (const auto& row : cves_->rows()) {
            auto& record = records[row["cve"]];
            record.id = row["cve"];
            record.commits.push_back({row["sha"], row["role"] == "fixed-by"});
        }
    std::vector<store::CveRow> rows;
    for (auto& [id, record] : records)
        rows.push_back(std::move(record));
    return rows;
}

store::Release described(const TableFile& article) {
    store::Release meta;
    meta.name = article.property("name");
    if (meta.name.empty())
        throw base::Error("{} has no '# name: ...' line.", article.file().string());
    meta.bundled = true;
    meta.from_rev = article.property("from");
    meta.to_rev = article.property("to");
    meta.imported_at = std::time(nullptr);
    meta.lines = store::LineState::unavailable;
    meta.interfaces = store::InterfaceState::unavailable;
    for (const auto& remark : article.properties("remark"))
        meta.remarks.push_back(base::Message::titled(remark));
    std::int64_t whole = 0;
    const auto range = article.property("range changesets");
    if (std::from_chars(range.data(), range.data() + range.size(), whole).ec == std::errc())
        meta.range_changesets = whole;
    return meta;
}

} // namespace

bool add_bundled_release(const std::filesystem::path& database, const std::filesystem::path& file) {
    const Tables tables(file);
    const auto meta = described(tables.article());
    const auto fingerprint = tables.fingerprint();
    if (store::release_fingerprint(database, meta.name) == fingerprint ||
        store::has_imported_release(database, meta.name))
        return false;
    // First: they belong to commits, whether or not these are here.
    if (const auto cves = tables.cves(); !cves.empty())
        store::CveStore(database).add_unless_read(cves);
    store::ReleaseWriter writer(database, meta, fingerprint);
    std::size_t position = 0;
    for (const auto& commit : tables.commits())
        writer.add(position++, commit);
    if (auto changes = tables.interfaces())
        writer.set_interfaces(std::move(*changes));
    writer.commit(0);
    return true;
}

} // namespace mw::importer
