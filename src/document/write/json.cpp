#include "document/write/json.h"

namespace mw::document {

Json to_json(const store::CommitRow& row) {
    return {{"oid", or_null(row.oid)},
            {"subject", or_null(row.subject)},
            {"author", or_null(row.author)},
            {"email", or_null(row.email)},
            {"author_time", or_null(row.author_time)},
            {"commit_time", or_null(row.commit_time)},
            {"landed_time", or_null(row.landed_time)},
            {"pull", or_null(row.pull)},
            {"section", classify::key(row.place.section)},
            {"subgroup", or_null(std::string(classify::key(row.place.subgroup)))},
            {"subsystem", or_null(row.subsystem)},
            {"files", or_null(row.files)},
            {"insertions", or_null(row.insertions)},
            {"deletions", or_null(row.deletions)}};
}

Json to_json(const store::CveMark& mark) {
    return {{"id", mark.id},
            {"role", mark.fixes ? "fixes" : "introduces"},
            {"score", mark.score ? Json(*mark.score) : Json()},
            {"severity", mark.severity}};
}

Json to_json(const store::TreeMark& mark) {
    return {
        {"tree", mark.tree}, {"state", store::to_string(mark.state)}, {"oid", or_null(mark.oid)}};
}

namespace {

Json correction_list(const std::vector<store::Correction>& corrections) {
    Json list = Json::array();
    for (const auto& correction : corrections)
        list.push_back({{"kind", store::to_string(correction.kind)},
                        {"oid", or_null(correction.oid)},
                        {"subject", or_null(correction.subject)},
                        {"line", or_null(correction.line)},
                        {"words", or_null(correction.words)}});
    return list;
}

} // namespace

void add_corrections(Json& json, const store::CommitDetail& commit) {
    json["corrects"] = correction_list(commit.corrects);
    json["corrected_by"] = correction_list(commit.corrections);
    json["picked_from"] = commit.picked_from;
    json["stable"] = commit.for_stable;
}

} // namespace mw::document
