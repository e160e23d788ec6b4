#include "store/search/mention_index.h"

#include "base/object_id.h"
#include "store/rows/release_merges.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace mw::store {

using SQLite::Statement;

namespace {

/// For each entry the first that stands in the same place of the same document: an entry that names
/// several commits is there once for each.
std::vector<std::uint32_t> places_of(const std::vector<Mention>& entries) {
    std::vector<std::uint32_t> places;
    std::map<std::string_view, std::uint32_t> on_line;
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        if (i > 0 && std::tie(entries[i].document, entries[i].line) !=
                         std::tie(entries[i - 1].document, entries[i - 1].line))
            on_line.clear();
        places.push_back(on_line.emplace(entries[i].words, i).first->second);
    }
    return places;
}

/// Puts what stands behind from in order, and keeps each place once.
void tidy(std::vector<std::uint32_t>& list, std::size_t from,
          const std::vector<std::uint32_t>& places) {
    std::sort(list.begin() + static_cast<std::ptrdiff_t>(from), list.end());
    std::unordered_set<std::uint32_t> seen;
    std::erase_if(list, [&](std::uint32_t entry) { return !seen.insert(places[entry]).second; });
}

} // namespace

std::string MentionIndex::releases() {
    return database_
        .execAndGet("SELECT group_concat(id || ' ' || imported_at || ' ' || fingerprint, x'0a') "
                    "FROM release")
        .getString();
}

std::string MentionIndex::state() {
    // A document without a hash is one whose changes nobody would see.
    return database_
        .execAndGet("SELECT group_concat(id || ' ' || file || ' ' || title || ' ' || "
                    "iif(content_hash = '', 'of ' || random(), content_hash), x'0a') FROM "
                    "document")
        .getString();
}

std::shared_ptr<const MentionMap> MentionIndex::map() {
    auto documents = state();
    auto present = releases();
    if (map_ && documents == state_ && present == releases_)
        return map_;
    if (present != releases_)
        brought_.clear();
    auto made = std::make_shared<MentionMap>();
    build(*made);
    state_ = std::move(documents);
    releases_ = std::move(present);
    map_ = std::move(made);
    return map_;
}

void MentionIndex::build(MentionMap& made) {
    Statement mentions(database_, "SELECT m.id, d.id, d.title, d.file, m.line, m.words, m.oid FROM "
                                  "mention m JOIN document d ON d.id = m.document_id ORDER BY "
                                  "d.id, m.line, m.id");
    std::unordered_map<RowId, std::uint32_t> entry_of;
    while (mentions.executeStep()) {
        entry_of.emplace(mentions.getColumn(0).getInt64(),
                         static_cast<std::uint32_t>(made.entries.size()));
        const auto oid = mentions.getColumn(6).getString();
        made.entries.push_back({mentions.getColumn(1).getInt64(), mentions.getColumn(2).getString(),
                                mentions.getColumn(3).getString(), mentions.getColumn(4).getInt(),
                                mentions.getColumn(5).getString(), git::to_hex(oid)});
    }
    std::map<RowId, std::vector<std::uint32_t>> of_merge;
    std::vector<Merge> merges;
    Statement hits(database_, "SELECT m.id, c.id, c.kind, c.release_id FROM mentioned_commit m "
                              "JOIN commits c ON c.id = m.commit_id");
    while (hits.executeStep()) {
        const auto entry = entry_of.at(hits.getColumn(0).getInt64());
        const RowId commit = hits.getColumn(1).getInt64();
        made.of[commit].push_back(entry);
        if (hits.getColumn(2).getInt() == static_cast<int>(CommitKind::changeset))
            continue;
        auto& entries = of_merge[commit];
        if (entries.empty())
            merges.push_back({commit, hits.getColumn(3).getInt64()});
        entries.push_back(entry);
    }
    const auto places = places_of(made.entries);
    std::map<RowId, std::vector<std::uint32_t>> indirect;
    load_brought(merges);
    for (const auto& merge : merges)
        for (const RowId commit : brought_[merge.row]) {
            auto& list = indirect[commit];
            list.insert(list.end(), of_merge[merge.row].begin(), of_merge[merge.row].end());
        }
    for (auto& [commit, list] : made.of)
        tidy(list, 0, places);
    for (const auto& [commit, list] : indirect) {
        auto& all = made.of[commit];
        const auto own = all.size();
        all.insert(all.end(), list.begin(), list.end());
        tidy(all, own, places);
    }
}

void MentionIndex::load_brought(const std::vector<Merge>& merges) {
    std::map<RowId, std::vector<RowId>> missing;
    for (const auto& merge : merges)
        if (!brought_.contains(merge.row))
            missing[merge.release].push_back(merge.row);
    for (const auto& [release, rows] : missing) {
        ReleaseMerges contents(database_, release);
        Statement landed(database_, "SELECT id FROM commits WHERE pull_id = ?");
        for (const RowId merge : rows) {
            auto& list = brought_[merge];
            for (const auto index : contents.brought(merge))
                list.push_back(contents.row(index));
            landed.bind(1, merge);
            while (landed.executeStep())
                list.push_back(landed.getColumn(0).getInt64());
            landed.reset();
            std::erase(list, merge);
            std::ranges::sort(list);
            list.erase(std::ranges::unique(list).begin(), list.end());
        }
    }
}

} // namespace mw::store
