#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace mw::base {

/// Of words that are only to be told apart.
struct NoValue {};

/// Distinct words, each with a value: a hash table with open addressing whose words stand one after
/// the other in one text, for what is passed for each word of a release. At most 4 GiB of them.
/// One thread.
template <typename Value = NoValue>
class WordTable {
public:
    struct Entry {
        std::uint32_t hash = 0, start = 0, length = 0;
        Value value{};
    };

    explicit WordTable(std::size_t slots = 1 << 15) : slots_(slots, 0) {}

    /// The place of a word among entries(); a new one comes last, with a value made by default.
    std::uint32_t number(std::string_view word) {
        std::uint32_t hash = 2166136261U; // FNV-1a: short keys, no set-up
        for (const char c : word)
            hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
        for (std::size_t slot = hash & (slots_.size() - 1);;
             slot = (slot + 1) & (slots_.size() - 1)) {
            if (slots_[slot] == 0)
                return insert(word, hash, slot);
            const Entry& known = entries_[slots_[slot] - 1];
            if (known.hash == hash && known.length == word.size() &&
                std::memcmp(letters_.data() + known.start, word.data(), word.size()) == 0)
                return slots_[slot] - 1;
        }
    }

    Value& operator[](std::string_view word) { return entries_[number(word)].value; }

    /// In the order in which they came.
    const std::vector<Entry>& entries() const { return entries_; }

    std::string_view word(const Entry& entry) const {
        return std::string_view(letters_).substr(entry.start, entry.length);
    }

    void clear() {
        entries_.clear();
        letters_.clear();
        slots_.assign(slots_.size(), 0);
    }

private:
    std::uint32_t insert(std::string_view word, std::uint32_t hash, std::size_t slot) {
        entries_.push_back({hash, static_cast<std::uint32_t>(letters_.size()),
                            static_cast<std::uint32_t>(word.size()), Value{}});
        letters_ += word;
        slots_[slot] = static_cast<std::uint32_t>(entries_.size());
        if (entries_.size() * 2 > slots_.size())
            grow();
        return static_cast<std::uint32_t>(entries_.size() - 1);
    }

    void grow() {
        slots_.assign(slots_.size() * 2, 0);
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            std::size_t slot = entries_[i].hash & (slots_.size() - 1);
            while (slots_[slot] != 0)
                slot = (slot + 1) & (slots_.size() - 1);
            slots_[slot] = static_cast<std::uint32_t>(i + 1);
        }
    }

    std::string letters_;
    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_; ///< 1 + place of an entry; 0: free
};

} // namespace mw::base
