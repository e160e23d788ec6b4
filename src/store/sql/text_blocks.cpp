#include "store/sql/text_blocks.h"

#include "base/packed_number.h"
#include "store/sql/packed_blob.h"
#include "store/sql/row_scan.h"
#include "store/sql/sql_values.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <span>
#include <utility>

namespace mw::store {

namespace {

constexpr const char* damaged = "a block of texts is damaged";

/// Of a row, so that one of empty texts has an end as well.
constexpr std::size_t most_texts = 512;

/// For each time that the thread that packs is woken.
constexpr std::size_t blocks_at_once = 16;

void pack(const std::vector<std::size_t>& sizes, std::string_view texts, base::Deflater& deflater,
          std::string& plain, std::string& packed) {
    plain.clear();
    base::put_number(plain, sizes.size());
    for (const auto size : sizes)
        base::put_number(plain, size);
    plain += texts;
    pack_blob(deflater, plain, packed);
}

/// The texts of a row.
class TextBlock {
public:
    /// False for damaged bytes, which leaves none.
    bool unpack(std::string_view data, base::Inflater& inflater) {
        texts_.clear();
        return unpack_blob(inflater, data, plain_) && divide();
    }

    const std::vector<std::string_view>& texts() const { return texts_; }

private:
    bool divide() {
        std::string_view rest = plain_;
        const auto count = base::take_number(rest);
        if (count > most_texts)
            return false;
        sizes_.resize(count);
        for (auto& size : sizes_)
            size = base::take_number(rest);
        for (const auto size : sizes_) {
            texts_.push_back(base::take_bytes(rest, size));
            if (texts_.back().size() != size)
                return false;
        }
        return rest.empty();
    }

    std::string plain_;
    std::vector<std::uint64_t> sizes_;
    std::vector<std::string_view> texts_; ///< within plain_
};

/// The rows that were unpacked last: who reads commits in their order asks for each many times, for
/// bodies and for reasons.
class RecentBlocks {
public:
    /// Null for damaged bytes.
    const TextBlock* block(std::string_view data) {
        for (auto& kept : kept_)
            if (!data.empty() && kept.data == data)
                return &kept.block;
        auto& oldest = kept_[next_];
        next_ = (next_ + 1) % kept_.size();
        oldest.data.clear();
        if (!oldest.block.unpack(data, inflater_))
            return nullptr;
        oldest.data = data;
        return &oldest.block;
    }

private:
    struct Kept {
        std::string data;
        TextBlock block;
    };

    base::Inflater inflater_;
    std::array<Kept, 4> kept_;
    std::size_t next_ = 0;
};

std::string_view bytes_of(sqlite3_value* value) {
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
    return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

std::string_view bytes_of(const SQLite::Column& column) {
    return {static_cast<const char*>(column.getBlob()),
            static_cast<std::size_t>(column.getBytes())};
}

void block_text(sqlite3_context* context, int /*count*/, sqlite3_value** values) {
    auto& recent = *static_cast<RecentBlocks*>(sqlite3_user_data(context));
    try {
        const auto* block = recent.block(bytes_of(values[0]));
        if (block == nullptr) {
            sqlite3_result_error(context, damaged, -1);
            sqlite3_result_error_code(context, SQLITE_CORRUPT);
            return;
        }
        const auto index = static_cast<std::uint64_t>(sqlite3_value_int64(values[1]));
        if (index >= block->texts().size())
            return;
        const auto text = block->texts()[index];
        sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    }
}

} // namespace

void define_block_text(SQLite::Database& database) {
    auto recent = std::make_unique<RecentBlocks>();
    const int result = sqlite3_create_function_v2(
        database.getHandle(), "block_text", 2,
        SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, recent.release(), block_text,
        nullptr, nullptr, [](void* kept) { delete static_cast<RecentBlocks*>(kept); });
    if (result != SQLITE_OK)
        throw SQLite::Exception(database.getHandle(), result);
}

TextBlockWriter::TextBlockWriter(SQLite::Database& database, const TextTable& table)
    : full_(table.bytes),
      insert_(database, fmt::format("INSERT INTO {} (first, data) VALUES (?, ?)", table.name)),
      packer_([this](const std::vector<Block>& blocks) {
          for (const auto& block : blocks) {
              Row row{block.first, {}};
              pack(block.sizes, block.texts, deflater_, plain_, row.data);
              const std::lock_guard lock(mutex_);
              packed_.push_back(std::move(row));
          }
      }) {}

void TextBlockWriter::add(RowId commit, std::string_view text) {
    auto& [first, sizes, texts] = block_;
    if (!sizes.empty() && (sizes.size() == most_texts || texts.size() + text.size() > full_ ||
                           commit != first + static_cast<RowId>(sizes.size())))
        finish_block();
    if (sizes.empty())
        first = commit;
    sizes.push_back(text.size());
    texts += text;
}

void TextBlockWriter::finish_block() {
    if (block_.sizes.empty())
        return;
    full_blocks_.push_back(std::exchange(block_, {}));
    if (full_blocks_.size() == blocks_at_once)
        hand_over();
}

void TextBlockWriter::hand_over() {
    packer_.add(std::exchange(full_blocks_, {}));
    write_packed();
}

void TextBlockWriter::write_packed() {
    std::deque<Row> rows;
    {
        const std::lock_guard lock(mutex_);
        rows.swap(packed_);
    }
    for (const auto& [first, data] : rows) {
        insert_.bind(1, first);
        bind_blob(insert_, 2, data);
        run(insert_);
    }
}

void TextBlockWriter::flush() {
    finish_block();
    hand_over();
    packer_.wait();
    write_packed();
}

void replace_texts(SQLite::Database& database, const TextTable& table,
                   const std::map<RowId, std::string_view>& texts) {
    SQLite::Statement select(database, fmt::format("SELECT first, data FROM {} WHERE first <= ? "
                                                   "ORDER BY first DESC LIMIT 1",
                                                   table.name));
    SQLite::Statement update(database,
                             fmt::format("UPDATE {} SET data = ? WHERE first = ?", table.name));
    base::Inflater inflater;
    base::Deflater deflater;
    TextBlock block;
    std::string joined, plain, packed;
    for (auto next = texts.begin(); next != texts.end();) {
        select.bind(1, next->first);
        if (!select.executeStep() || !block.unpack(bytes_of(select.getColumn(1)), inflater))
            throw SQLite::Exception(damaged, SQLITE_CORRUPT);
        const RowId first = select.getColumn(0).getInt64();
        select.reset();
        auto parts = block.texts();
        const auto place = [&] {
            return static_cast<std::uint64_t>(next->first) - static_cast<std::uint64_t>(first);
        };
        if (place() >= parts.size())
            throw SQLite::Exception(damaged, SQLITE_CORRUPT);
        for (; next != texts.end() && place() < parts.size(); ++next)
            parts[place()] = next->second;
        std::vector<std::size_t> sizes;
        joined.clear();
        for (const auto part : parts) {
            sizes.push_back(part.size());
            joined += part;
        }
        pack(sizes, joined, deflater, plain, packed);
        bind_blob(update, 1, packed);
        update.bind(2, first);
        run(update);
    }
}

bool has_all_texts(SQLite::Database& database, const TextTable& table, RowId release) {
    SQLite::Statement ids(database, "SELECT count(*), ifnull(min(id), 0), ifnull(max(id), 0) FROM "
                                    "commits WHERE release_id = ?");
    ids.bind(1, release);
    ids.executeStep();
    auto missing = static_cast<std::size_t>(ids.getColumn(0).getInt64());
    RowScan rows(database,
                 fmt::format("SELECT data FROM {} WHERE first BETWEEN ?1 AND ?2", table.name));
    rows.bind(1, ids.getColumn(1).getInt64());
    rows.bind(2, ids.getColumn(2).getInt64());
    base::Inflater inflater;
    TextBlock block;
    while (rows.next()) {
        if (!block.unpack(rows.bytes(0), inflater) || block.texts().size() > missing)
            return false;
        missing -= block.texts().size();
    }
    return missing == 0;
}

std::int64_t count_damaged_texts(SQLite::Database& database, const TextTable& table) {
    RowScan rows(database, fmt::format("SELECT data FROM {}", table.name));
    base::Inflater inflater;
    TextBlock block;
    std::int64_t count = 0;
    while (rows.next())
        count += block.unpack(rows.bytes(0), inflater) ? 0 : 1;
    return count;
}

} // namespace mw::store
