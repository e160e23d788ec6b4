#pragma once

#include "base/word_table.h"
#include "store/language/posting_list.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mw::store {

/// Distinct words with the first few places of each: this is passed for every word of every message
/// of an import.
class PostingTable {
public:
    void add(std::string_view text, std::uint32_t position, std::uint32_t column) {
        Places& places = words_[text];
        const bool again = places.count > 0 && places.last / PostingList::columns == position;
        const std::uint32_t place = position * PostingList::columns + column;
        if (!again) {
            places.last = place;
            ++places.count;
        } else if ((places.last & column) == column) {
            return;
        }
        places.last |= place;
        if (places.count <= places.kept.size())
            places.kept[places.count - 1] = places.last;
    }

    /// The words of an earlier part, whose places are all before those that are added.
    void start_with(const PostingList& earlier) {
        for_each_word(earlier.common, [this](std::string_view text) {
            words_[text].count = PostingList::most_places + 1;
        });
        for_each_word(earlier.rare, [this](std::string_view line) {
            const auto end = std::min(line.find(' '), line.size());
            Places& places = words_[line.substr(0, end)];
            scan_line_places(line.substr(end), [&places](std::uint32_t place) {
                if (places.count < places.kept.size())
                    places.kept[places.count] = place;
                ++places.count;
                places.last = place;
            });
        });
    }

    PostingList list() const {
        std::vector<SortedWord> sorted;
        sorted.reserve(words_.entries().size());
        for (const auto& entry : words_.entries())
            sorted.push_back({start_of(words_.word(entry)), &entry});
        std::ranges::sort(sorted, [this](const SortedWord& a, const SortedWord& b) {
            return a.start != b.start ? a.start < b.start
                                      : words_.word(*a.entry) < words_.word(*b.entry);
        });
        PostingList list;
        for (const auto& [start, entry] : sorted)
            list.add(words_.word(*entry), entry->value.count, entry->value.kept);
        return list;
    }

private:
    struct Places {
        std::uint32_t count = 0; ///< commits, of which the first few are kept
        std::array<std::uint32_t, PostingList::most_places> kept{};
        std::uint32_t last = 0; ///< position of the last commit, and the columns seen in it
    };
    using Words = base::WordTable<Places>;

    struct SortedWord {
        std::uint64_t start;
        const Words::Entry* entry;
    };

    /// The first eight bytes of a word, as a number that sorts as they do: few words have to be
    /// looked at themselves.
    static std::uint64_t start_of(std::string_view word) {
        std::uint64_t start = 0;
        for (std::size_t i = 0; i < sizeof start; ++i)
            start = start << 8 | (i < word.size() ? static_cast<unsigned char>(word[i]) : 0U);
        return start;
    }

    /// Lines of a list, which begins with the end of one.
    template <typename Each>
    static void for_each_word(std::string_view list, const Each& each) {
        for (std::size_t at = 1; at < list.size();) {
            const auto end = std::min(list.find('\n', at), list.size());
            each(list.substr(at, end - at));
            at = end + 1;
        }
    }

    Words words_;
};

} // namespace mw::store
