#include "store/rows/code_index.h"

#include "base/packed_number.h"
#include "code/changed_words.h"
#include "store/sql/packed_blob.h"
#include "store/sql/row_scan.h"
#include "store/sql/sql_values.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace mw::store {

namespace {

/// Of a row before it is packed: six of them fill a page, so that little of it stays empty.
constexpr std::size_t block_size = 1'900;
constexpr unsigned use_bits = 3;

/// As a number that is in the order of the bytes; words have no NUL.
std::uint64_t first_bytes(std::string_view word) {
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < sizeof bytes; ++i)
        bytes = bytes << 8 | (i < word.size() ? static_cast<unsigned char>(word[i]) : 0U);
    return bytes;
}

/// Calls each(word, places) for the words of a block until it returns false.
template <typename Each>
bool for_each_in_block(std::string_view block, const Each& each) {
    std::string word;
    while (!block.empty()) {
        const auto shared = base::take_number(block);
        word.resize(std::min<std::size_t>(shared, word.size()));
        const auto rest = base::take_number(block);
        word += base::take_bytes(block, rest);
        const auto length = base::take_number(block);
        const auto places = base::take_bytes(block, length);
        if (!each(std::string_view(word), places))
            return false;
    }
    return true;
}

void unpack(base::Inflater& inflater, std::string_view data, std::string& block) {
    if (!unpack_blob(inflater, data, block))
        throw SQLite::Exception("a block of identifiers is damaged", SQLITE_CORRUPT);
}

/// Calls each(word, places) for the words that are, or begin with, a text.
template <typename Each>
void for_each_match(SQLite::Database& database, RowId release, std::string_view text, bool prefix,
                    const Each& each) {
    base::Inflater inflater;
    std::string block;
    RowScan blocks(
        database,
        "SELECT data FROM identifier_block WHERE release_id = ?1 AND first >= ifnull((SELECT "
        "max(first) FROM identifier_block WHERE release_id = ?1 AND first <= ?2), '') ORDER "
        "BY first");
    blocks.bind(1, release);
    blocks.bind(2, text);
    bool more = true;
    while (more && blocks.next()) {
        unpack(inflater, blocks.bytes(0), block);
        more = for_each_in_block(block, [&](std::string_view word, std::string_view places) {
            if (word == text || (prefix && word.starts_with(text)))
                each(word, places);
            return word < text || (prefix && word.starts_with(text));
        });
    }
}

void decode_places(std::string_view word, std::string_view places, const CodeWord& found) {
    for (std::uint32_t place = 0; !places.empty();) {
        const auto number = base::take_number(places);
        place += static_cast<std::uint32_t>(number >> use_bits);
        found(word, place, static_cast<std::uint8_t>(number & ((1U << use_bits) - 1)));
    }
}

/// Makes blocks of words that come in their order.
class BlockPacker {
public:
    void add(const std::string& word, std::string_view places) {
        if (!block_.empty() && block_.size() + word.size() + places.size() > block_size)
            flush();
        if (block_.empty()) {
            first_ = word;
            last_.clear();
        }
        const auto shared =
            static_cast<std::size_t>(std::ranges::mismatch(word, last_).in1 - word.begin());
        base::put_number(block_, shared);
        base::put_number(block_, word.size() - shared);
        block_.append(word, shared);
        base::put_number(block_, places.size());
        block_ += places;
        last_ = word;
    }

    std::vector<CodeBlock> blocks() && {
        if (!block_.empty())
            flush();
        return std::move(blocks_);
    }

private:
    void flush() {
        auto& made = blocks_.emplace_back();
        made.first = first_;
        pack_blob(deflater_, block_, made.data);
        block_.clear();
    }

    std::vector<CodeBlock> blocks_;
    base::Deflater deflater_;
    std::string block_, first_, last_;
};

std::uint32_t last_place(std::string_view places) {
    std::uint32_t place = 0;
    while (!places.empty())
        place += static_cast<std::uint32_t>(base::take_number(places) >> use_bits);
    return place;
}

/// last: the place before the first of them.
template <typename Uses>
void append_places(std::string& places, const Uses& uses, std::uint32_t last) {
    for (const auto& use : uses) {
        const auto place = use.place_and_uses >> use_bits;
        base::put_number(places, std::uint64_t{place - last} << use_bits |
                                     (use.place_and_uses & ((1U << use_bits) - 1)));
        last = place;
    }
}

/// The words of a release's blocks one after the other, as they were when it was made.
class StoredWords {
public:
    StoredWords(SQLite::Database& database, RowId release) {
        RowScan blocks(database,
                       "SELECT data FROM identifier_block WHERE release_id = ? ORDER BY first");
        blocks.bind(1, release);
        base::Inflater inflater;
        while (blocks.next())
            unpack(inflater, blocks.bytes(0), blocks_.emplace_back());
        next();
    }

    bool at_end() const { return at_end_; }
    const std::string& word() const { return word_; }
    std::string_view places() const { return places_; }

    void next() {
        while (rest_.empty() && block_ < blocks_.size()) {
            rest_ = blocks_[block_++];
            word_.clear();
        }
        at_end_ = rest_.empty();
        if (at_end_)
            return;
        word_.resize(std::min<std::size_t>(base::take_number(rest_), word_.size()));
        const auto more = base::take_number(rest_);
        word_ += base::take_bytes(rest_, more);
        const auto length = base::take_number(rest_);
        places_ = base::take_bytes(rest_, length);
    }

private:
    std::vector<std::string> blocks_;
    std::size_t block_ = 0;
    std::string_view rest_, places_;
    std::string word_;
    bool at_end_ = false;
};

} // namespace

void CodeIndexBuilder::add(std::uint32_t place, std::string_view words) {
    code::for_each_word(words, [&](std::string_view word, std::uint8_t uses) {
        uses_.push_back({words_.number(word), place << use_bits | uses});
    });
}

void CodeIndexBuilder::sort() {
    if (!order_.empty())
        return;
    struct Key {
        std::uint64_t start; ///< the first eight bytes, which decide nearly always
        std::uint32_t number;
    };
    std::vector<Key> keys;
    keys.reserve(words_.entries().size());
    for (const auto& entry : words_.entries())
        keys.push_back({first_bytes(words_.word(entry)), static_cast<std::uint32_t>(keys.size())});
    std::ranges::sort(keys, [this](const Key& a, const Key& b) {
        const auto& entries = words_.entries();
        return a.start != b.start ? a.start < b.start
                                  : words_.word(entries[a.number]) < words_.word(entries[b.number]);
    });
    std::vector<std::uint32_t> ranks(keys.size());
    for (const auto& key : keys) {
        ranks[key.number] = static_cast<std::uint32_t>(order_.size());
        order_.push_back(key.number);
    }
    sort_uses(ranks);
}

/// By the rank of the word and then by place: the words are counted first, so that only the places
/// of each need be sorted.
void CodeIndexBuilder::sort_uses(const std::vector<std::uint32_t>& ranks) {
    std::vector<std::size_t> starts(ranks.size() + 1, 0);
    for (const auto& use : uses_)
        ++starts[ranks[use.word] + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    auto next = starts;
    std::vector<Use> sorted(uses_.size());
    for (const auto& use : uses_) {
        const auto rank = ranks[use.word];
        sorted[next[rank]++] = {rank, use.place_and_uses};
    }
    for (std::size_t rank = 0; rank < ranks.size(); ++rank)
        std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(starts[rank]),
                  sorted.begin() + static_cast<std::ptrdiff_t>(starts[rank + 1]),
                  [](const Use& a, const Use& b) { return a.place_and_uses < b.place_and_uses; });
    uses_ = std::move(sorted);
}

template <typename Each>
void CodeIndexBuilder::for_each_word(const Each& each) {
    sort();
    for (auto use = uses_.begin(); use != uses_.end();) {
        const auto begin = use;
        while (use != uses_.end() && use->word == begin->word)
            ++use;
        each(std::string(words_.word(words_.entries()[order_[begin->word]])),
             std::span<const Use>(begin, use));
    }
}

std::vector<CodeBlock> CodeIndexBuilder::pack() {
    BlockPacker packer;
    std::string places;
    for_each_word([&](const std::string& word, std::span<const Use> uses) {
        places.clear();
        append_places(places, uses, 0);
        packer.add(word, places);
    });
    return std::move(packer).blocks();
}

std::vector<CodeBlock> CodeIndexBuilder::pack_behind(SQLite::Database& database, RowId release) {
    StoredWords stored(database, release);
    BlockPacker packer;
    std::string places;
    for_each_word([&](const std::string& word, std::span<const Use> uses) {
        for (; !stored.at_end() && stored.word() < word; stored.next())
            packer.add(stored.word(), stored.places());
        places.clear();
        std::uint32_t last = 0;
        if (!stored.at_end() && stored.word() == word) {
            places = stored.places();
            last = last_place(places);
            stored.next();
        }
        append_places(places, uses, last);
        packer.add(word, places);
    });
    for (; !stored.at_end(); stored.next())
        packer.add(stored.word(), stored.places());
    return std::move(packer).blocks();
}

void write_code_blocks(SQLite::Database& database, RowId release,
                       const std::vector<CodeBlock>& blocks) {
    SQLite::Statement remove(database, "DELETE FROM identifier_block WHERE release_id = ?");
    remove.bind(1, release);
    remove.exec();
    SQLite::Statement insert(
        database, "INSERT INTO identifier_block (release_id, first, data) VALUES (?, ?, ?)");
    insert.bind(1, release);
    for (const auto& block : blocks) {
        bind_text(insert, 2, block.first);
        bind_blob(insert, 3, block.data);
        run(insert);
    }
}

void find_code_words(SQLite::Database& database, RowId release, std::string_view word, bool prefix,
                     const CodeWord& found) {
    for_each_match(database, release, word, prefix,
                   [&](std::string_view known, std::string_view places) {
                       decode_places(known, places, found);
                   });
}

std::vector<std::pair<std::string, std::int64_t>> complete_code_words(SQLite::Database& database,
                                                                      RowId release,
                                                                      std::string_view start,
                                                                      std::size_t limit) {
    std::vector<std::pair<std::string, std::int64_t>> words;
    for_each_match(database, release, start, true,
                   [&](std::string_view known, std::string_view places) {
                       words.emplace_back(known, base::count_numbers(places));
                   });
    const auto more = [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    };
    const auto kept = std::min(limit, words.size());
    std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(kept), words.end(),
                      more);
    words.resize(kept);
    return words;
}

void pack_identifiers(SQLite::Database& database) {
    RowScan blocks(database, "SELECT id, data FROM identifier_block");
    SQLite::Statement update(database, "UPDATE identifier_block SET data = ? WHERE id = ?");
    base::Deflater deflater;
    std::string packed;
    while (blocks.next()) {
        pack_blob(deflater, blocks.bytes(1), packed);
        bind_blob(update, 1, packed);
        update.bind(2, blocks.number(0));
        run(update);
    }
}

std::int64_t count_damaged_identifiers(SQLite::Database& database) {
    RowScan blocks(database, "SELECT first, data FROM identifier_block");
    base::Inflater inflater;
    std::string block;
    std::int64_t damaged = 0;
    while (blocks.next()) {
        bool ascends = unpack_blob(inflater, blocks.bytes(1), block);
        std::string last;
        if (ascends)
            for_each_in_block(block, [&](std::string_view word, std::string_view places) {
                ascends = !places.empty() && (last.empty() ? word == blocks.text(0) : last < word);
                last = word;
                return ascends;
            });
        damaged += !ascends || last.empty() ? 1 : 0;
    }
    return damaged;
}

void set_code_state(SQLite::Database& database, RowId release, CodeState state) {
    SQLite::Statement update(database, "UPDATE release SET code_state = ? WHERE id = ?");
    update.bind(1, static_cast<int>(state));
    update.bind(2, release);
    update.exec();
}

} // namespace mw::store
