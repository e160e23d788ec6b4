#pragma once

#include "interfaces/parse/source.h"

#include <algorithm>
#include <string>
#include <vector>

namespace mw::test {

/// Names of the items of one kind, in the order of the file.
inline std::vector<std::string> names_of(const interfaces::Items& items, interfaces::Kind kind) {
    std::vector<std::string> names;
    for (const auto& item : items)
        if (item.kind == kind)
            names.push_back(item.name);
    return names;
}

inline interfaces::Items read(const std::string& path, const std::string& text) {
    return interfaces::read_items(interfaces::source_of(path), path, text);
}

inline std::vector<std::string> names_in(const std::string& path, const std::string& text) {
    std::vector<std::string> names;
    for (const auto& item : read(path, text))
        names.push_back(item.name);
    return names;
}

inline std::vector<std::string> values_of(const interfaces::Item& item, const std::string& label) {
    std::vector<std::string> values;
    for (const auto& fact : item.facts)
        if (fact.label == label)
            values.push_back(fact.value);
    return values;
}

} // namespace mw::test
