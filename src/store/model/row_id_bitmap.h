#pragma once

#include "store/model/records.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace mw::store {

/// A set of row ids within a span fixed at the start, one bit each: a search over 200,000 commits
/// joins its terms in 25 KB apiece. Sets that are joined must have the same span.
class RowIdBitmap {
public:
    /// first to last, both included; an empty span where last < first.
    RowIdBitmap(RowId first, RowId last)
        : first_(first), last_(last),
          bits_(last < first ? 0 : static_cast<std::size_t>(last - first) / 64 + 1) {}

    /// Ids outside of the span are left out.
    void insert(RowId id) {
        if (id >= first_ && id <= last_)
            bits_[index(id) / 64] |= std::uint64_t{1} << index(id) % 64;
    }

    void insert_range(RowId from, RowId to) {
        for (RowId id = from < first_ ? first_ : from; id <= to && id <= last_; ++id)
            insert(id);
    }

    bool contains(RowId id) const {
        return id >= first_ && id <= last_ && (bits_[index(id) / 64] >> index(id) % 64 & 1) != 0;
    }

    RowIdBitmap& operator|=(const RowIdBitmap& other) {
        for (std::size_t i = 0; i < bits_.size(); ++i)
            bits_[i] |= other.bits_[i];
        return *this;
    }

    RowIdBitmap& operator&=(const RowIdBitmap& other) {
        for (std::size_t i = 0; i < bits_.size(); ++i)
            bits_[i] &= other.bits_[i];
        return *this;
    }

    /// Takes out what is in the other set.
    RowIdBitmap& operator-=(const RowIdBitmap& other) {
        for (std::size_t i = 0; i < bits_.size(); ++i)
            bits_[i] &= ~other.bits_[i];
        return *this;
    }

    std::size_t size() const {
        std::size_t count = 0;
        for (const auto word : bits_)
            count += static_cast<std::size_t>(std::popcount(word));
        return count;
    }

    bool empty() const {
        for (const auto word : bits_)
            if (word != 0)
                return false;
        return true;
    }

    /// Ascending.
    std::vector<RowId> ids() const {
        std::vector<RowId> ids;
        ids.reserve(size());
        for (std::size_t i = 0; i < bits_.size(); ++i)
            for (auto word = bits_[i]; word != 0; word &= word - 1)
                ids.push_back(first_ + static_cast<RowId>(i * 64) + std::countr_zero(word));
        return ids;
    }

    RowId first() const { return first_; }
    RowId last() const { return last_; }

private:
    std::size_t index(RowId id) const { return static_cast<std::size_t>(id - first_); }

    RowId first_, last_;
    std::vector<std::uint64_t> bits_;
};

} // namespace mw::store
