#pragma once

#include "store/model/records.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

/// JSON objects with the names that other programs rely on, in the order of the documentation. What
/// is not known is null.
namespace mw::document {

using Json = nlohmann::ordered_json;

template <typename Value>
Json or_null(const std::optional<Value>& value) {
    return value ? Json(*value) : Json();
}

inline Json or_null(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}

Json to_json(const store::CommitRow& row);
Json to_json(const store::CveMark& mark);
Json to_json(const store::TreeMark& mark);

/// "corrects", "corrected_by", "picked_from" and "stable": what the commit fixes or reverts, what
/// fixes or reverts it, which commits it says it was taken from, and whether it asks to be.
void add_corrections(Json& json, const store::CommitDetail& commit);

} // namespace mw::document
