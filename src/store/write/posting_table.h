#pragma once

#include "store/language/posting_list.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace mw::store {

/// Distinct words with the first few places of each, in a hash table with open addressing: this is
/// passed for every word of every message of an import.
class PostingTable {
public:
    struct Word {
        std::uint32_t hash = 0, start = 0, length = 0;
        std::uint32_t places = 0; ///< commits, of which the first few are kept
        std::array<std::uint32_t, PostingList::most_places> kept{};
        std::uint32_t last = 0; ///< position of the last commit, and the columns seen in it
    };

    PostingTable() : slots_(1 << 15, 0) {}

    void add(std::string_view text, std::uint32_t position, std::uint32_t column) {
        Word& word = find(text);
        const bool again = word.places > 0 && word.last / PostingList::columns == position;
        const std::uint32_t place = position * PostingList::columns + column;
        if (!again) {
            word.last = place;
            ++word.places;
        } else if ((word.last & column) == column) {
            return;
        }
        word.last |= place;
        if (word.places <= word.kept.size())
            word.kept[word.places - 1] = word.last;
    }

    /// The words of an earlier part, whose places are all before those that are added.
    void start_with(const PostingList& earlier) {
        for_each_word(earlier.common, [this](std::string_view text) {
            find(text).places = PostingList::most_places + 1;
        });
        for_each_word(earlier.rare, [this](std::string_view line) {
            const auto end = std::min(line.find(' '), line.size());
            Word& word = find(line.substr(0, end));
            scan_line_places(line.substr(end), [&word](std::uint32_t place) {
                if (word.places < word.kept.size())
                    word.kept[word.places] = place;
                ++word.places;
                word.last = place;
            });
        });
    }

    PostingList list() const {
        std::vector<const Word*> sorted;
        for (const auto& word : words_)
            sorted.push_back(&word);
        std::ranges::sort(sorted, {}, [this](const Word* word) { return text(*word); });
        PostingList list;
        for (const auto* word : sorted)
            list.add(text(*word), word->places, word->kept);
        return list;
    }

private:
    /// Lines of a list, which begins with the end of one.
    template <typename Each>
    static void for_each_word(std::string_view list, const Each& each) {
        for (std::size_t at = 1; at < list.size();) {
            const auto end = std::min(list.find('\n', at), list.size());
            each(list.substr(at, end - at));
            at = end + 1;
        }
    }

    std::string_view text(const Word& word) const {
        return std::string_view(letters_).substr(word.start, word.length);
    }

    Word& find(std::string_view text) {
        std::uint32_t hash = 2166136261U; // FNV-1a: short keys, no set-up
        for (const char c : text)
            hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
        for (std::size_t slot = hash & (slots_.size() - 1);;
             slot = (slot + 1) & (slots_.size() - 1))
            if (slots_[slot] == 0)
                return insert(text, hash, slot);
            else if (Word& known = words_[slots_[slot] - 1];
                     known.hash == hash && known.length == text.size() &&
                     std::memcmp(letters_.data() + known.start, text.data(), text.size()) == 0)
                return known;
    }

    Word& insert(std::string_view text, std::uint32_t hash, std::size_t slot) {
        Word word;
        word.hash = hash;
        word.start = static_cast<std::uint32_t>(letters_.size());
        word.length = static_cast<std::uint32_t>(text.size());
        letters_ += text;
        words_.push_back(word);
        slots_[slot] = static_cast<std::uint32_t>(words_.size());
        if (words_.size() * 2 > slots_.size())
            grow();
        return words_.back();
    }

    void grow() {
        slots_.assign(slots_.size() * 2, 0);
        for (std::size_t i = 0; i < words_.size(); ++i) {
            std::size_t slot = words_[i].hash & (slots_.size() - 1);
            while (slots_[slot] != 0)
                slot = (slot + 1) & (slots_.size() - 1);
            slots_[slot] = static_cast<std::uint32_t>(i + 1);
        }
    }

    std::string letters_;
    std::vector<Word> words_;
    std::vector<std::uint32_t> slots_; ///< 1 + index of a word; 0: free
};

} // namespace mw::store
