#include "cve/import_records.h"

#include "cve/cve_records.h"

#include <utility>

namespace mw::cve {

ImportedRecords import_records(const std::filesystem::path& database,
                               const std::filesystem::path& path, const std::stop_token& stop,
                               const std::function<void(std::size_t)>& progress) {
    auto found = read_records(path, stop, progress);
    std::vector<store::CveRow> rows;
    rows.reserve(found.records.size());
    for (auto& record : found.records) {
        store::CveRow row{record.id, record.score, record.severity, record.vector, {}};
        for (auto& commit : record.commits)
            row.commits.push_back({std::move(commit.oid), commit.fixes});
        rows.push_back(std::move(row));
    }
    return {store::CveStore(database).replace(rows), std::move(found.unreadable)};
}

} // namespace mw::cve
