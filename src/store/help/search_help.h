#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// What the store says about a search beside its hits; plain values.
namespace mw::store {

/// One value that hits have in common, as the hits of section:networking have their section.
struct FacetValue {
    std::string label; ///< for a person; sections and subgroups by key
    std::string term;  ///< put behind a query, with a space between, it leaves these hits alone
    std::int64_t hits = 0;
};

/// How hits spread. Each list has the most frequent values first; weeks are in order of time.
/// Hits that have no value of a kind (no subsystem) are in no list of that kind.
struct Facets {
    std::int64_t hits = 0;
    std::vector<FacetValue> sections; ///< hardware by subgroup
    std::vector<FacetValue> subsystems;
    std::vector<FacetValue> authors;
    std::vector<FacetValue> pulls; ///< "directly" for those without
    std::vector<FacetValue> weeks; ///< from Monday, UTC, by landing; label: that Monday
};

/// What could stand at the cursor of a query that is being typed.
struct Suggestion {
    std::string text; ///< replaces the bytes that Completion names
    std::string note; ///< in a person's words: a section's title, an address
};

struct Completion {
    std::size_t begin = 0, end = 0; ///< bytes of the query's text that a suggestion replaces
    std::vector<Suggestion> suggestions;
};

} // namespace mw::store
