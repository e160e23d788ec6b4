#pragma once

#include "classify/new_hardware.h"
#include "store/model/records.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mw::store {

/// One of the releases that stand side by side; as of a moment where one is given.
struct Side {
    RowId release = 0;
    std::optional<Seconds> as_of;
};

/// A release in figures. Merges count as such and not as changesets.
struct Totals {
    std::int64_t changesets = 0, merges = 0, pulls = 0, files = 0;
    std::optional<std::int64_t> insertions, deletions; ///< empty where lines are not counted
    std::int64_t authors = 0;
    /// Empty where the database knows no earlier landing.
    std::optional<std::int64_t> first_time_authors;
    std::int64_t new_hardware = 0;
    /// From the first landing to -rc1, and from there to the last; empty without an -rc1.
    std::optional<Seconds> window, stabilisation;
};

/// One thing, counted in each of the sides, in their order.
struct Compared {
    std::string name;  ///< a place's key ("hardware/usb") or a person
    std::string query; ///< finds the changesets in each of the releases
    std::vector<std::int64_t> changesets;
};

struct ComparedPerson : Compared {
    /// The first side in which they are there for the first time, as far as the database knows.
    std::optional<std::size_t> first_time_in;
};

/// What is new hardware in one of the sides.
struct AddedHardware {
    std::size_t side = 0;
    classify::NewHardware adds;
    classify::SectionKey place;
    std::string oid, subject;
};

/// Counts releases against each other. A connection of its own; one thread. Throws store::Error.
class Comparison {
public:
    explicit Comparison(const std::filesystem::path& file);
    ~Comparison();
    Comparison(const Comparison&) = delete;
    Comparison& operator=(const Comparison&) = delete;

    Totals totals(const Side& side);
    /// Every place that holds changesets in one of them, in the taxonomy's order.
    std::vector<Compared> places(std::span<const Side> sides);
    /// Every author of one of them, who wrote most in all first.
    std::vector<ComparedPerson> authors(std::span<const Side> sides);
    /// By side, then in the taxonomy's order.
    std::vector<AddedHardware> new_hardware(std::span<const Side> sides);
    /// Those that brought most, at most so many.
    std::vector<Pull> largest_pulls(const Side& side, std::size_t limit);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
