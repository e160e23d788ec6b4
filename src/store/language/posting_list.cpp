#include "store/language/posting_list.h"

namespace mw::store {

namespace {

/// Digits of base 32 from '@' to '_': neither digits, nor small letters, nor beyond ASCII.
constexpr char place_digits = '@';
constexpr std::uint32_t place_base = 32;

void append_place(std::string& text, std::uint32_t place) {
    char digits[8];
    std::size_t count = 0;
    do {
        digits[count++] = static_cast<char>(place_digits + place % place_base);
        place /= place_base;
    } while (place != 0);
    text += ' ';
    while (count > 0)
        text += digits[--count];
}

/// Calls found(start, end of the word) for each line whose word holds the part.
template <typename Found>
void scan(std::string_view text, const WordPattern& part, const Found& found) {
    // With a closed front only starts of lines can match.
    const std::string needle = (part.open_front ? "" : "\n") + part.words.front();
    const std::size_t skipped = part.open_front ? 0 : 1;
    for (auto at = text.find(needle); at != std::string_view::npos;) {
        const auto start = part.open_front ? text.rfind('\n', at) + 1 : at + 1;
        const auto line_end = text.find('\n', at + skipped);
        const auto word_end = text.find_first_of(" \n", start);
        const bool at_end = part.open_front ? text.substr(0, word_end).ends_with(part.words.front())
                                            : at + needle.size() == word_end;
        if (part.open_back || at_end)
            found(start, word_end, line_end);
        // The newline that ends this line starts the next.
        at = text.find(needle, line_end);
    }
}

} // namespace

void PostingList::add(std::string_view word, std::size_t places,
                      const std::array<std::uint32_t, most_places>& kept) {
    if (places > most_places) {
        common.append(word).append(1, '\n');
        return;
    }
    rare += word;
    for (std::size_t i = 0; i < places; ++i)
        append_place(rare, kept[i]);
    rare += '\n';
}

void scan_line_places(std::string_view places, const std::function<void(std::uint32_t)>& found) {
    std::uint32_t place = 0;
    for (std::size_t at = 1; at <= places.size(); ++at) {
        if (at < places.size() && places[at] != ' ') {
            place = place * place_base + static_cast<std::uint32_t>(places[at] - place_digits);
            continue;
        }
        found(place);
        place = 0;
    }
}

void scan_words(std::string_view list, const WordPattern& part,
                const std::function<void(std::string_view)>& found) {
    scan(list, part, [&](std::size_t start, std::size_t word_end, std::size_t) {
        found(list.substr(start, word_end - start));
    });
}

void scan_places(std::string_view rare, const WordPattern& part,
                 const std::function<void(std::uint32_t)>& found) {
    scan(rare, part, [&](std::size_t, std::size_t word_end, std::size_t line_end) {
        scan_line_places(rare.substr(word_end, line_end - word_end), found);
    });
}

} // namespace mw::store
