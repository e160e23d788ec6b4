#pragma once

#include "store/language/text_pattern.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace mw::store {

/// All distinct words of a release's messages, by which a part of a word is turned into the words
/// that hold it. Four words of five stand in a handful of commits; those commits are kept beside
/// the word, so that FTS5 need not be asked about each of hundreds of them.
///
/// Two texts, made to be scanned: "\nword\nword\n" for common words, and for rare ones
/// "\nword PLACE PLACE\n" with places in digits that no folded word has (see place_digits).
struct PostingList {
    /// A word in no more commits than this is rare.
    static constexpr std::size_t most_places = 5;
    /// A place is position * columns + the columns that have the word.
    static constexpr std::uint32_t columns = 4, in_subject = 1, in_body = 2;

    std::string common = "\n", rare = "\n";

    /// kept: the first of the commits, all where the word is rare. Words are given in order.
    void add(std::string_view word, std::size_t places,
             const std::array<std::uint32_t, most_places>& kept);
};

/// Calls found(place) for the places behind the word of a line of PostingList::rare: " PLACE
/// PLACE".
void scan_line_places(std::string_view places,
                      const std::function<void(std::uint32_t place)>& found);

/// Calls found(word) for the words of either text that hold the part, which is a single word; its
/// edges say whether they may have more in front of it and behind it.
void scan_words(std::string_view list, const WordPattern& part,
                const std::function<void(std::string_view word)>& found);

/// Calls found(place) for the places of the words of PostingList::rare that hold the part.
void scan_places(std::string_view rare, const WordPattern& part,
                 const std::function<void(std::uint32_t place)>& found);

} // namespace mw::store
