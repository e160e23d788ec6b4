#include "store/write/posting_writer.h"

#include "base/background.h"
#include "store/sql/error.h"
#include "store/sql/fts5.h"
#include "store/write/posting_table.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <array>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mw::store {

namespace {

/// Of each byte of ASCII what it is in a word: in lower case, and zero where it is in none.
constexpr std::array<char, 256> folded_byte = [] {
    std::array<char, 256> bytes{};
    for (std::size_t byte = 0; byte < 0x80; ++byte) {
        const auto c = static_cast<char>(byte);
        if (is_word_byte(c))
            bytes[byte] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
    return bytes;
}();

} // namespace

struct PostingWriter::Impl {
    /// One tokenizer object of the original, and the way back to us.
    struct Instance {
        Impl* collector;
        Fts5Tokenizer* original;
    };

    /// What the original tells its words to, so that both FTS5 and we get them.
    struct Relay {
        Impl* collector;
        void* context;
        int (*callback)(void*, int, const char*, int, int, int);
    };

    static int create(void* self, const char** options, int count, Fts5Tokenizer** made) {
        auto* collector = static_cast<std::shared_ptr<Impl>*>(self)->get();
        auto instance = std::make_unique<Instance>(Instance{collector, nullptr});
        const int result = collector->splitter.functions.xCreate(
            collector->splitter.context, options, count, &instance->original);
        if (result == SQLITE_OK)
            *made = reinterpret_cast<Fts5Tokenizer*>(instance.release());
        return result;
    }

    static void destroy(Fts5Tokenizer* tokenizer) {
        const std::unique_ptr<Instance> instance(reinterpret_cast<Instance*>(tokenizer));
        instance->collector->splitter.functions.xDelete(instance->original);
    }

    static void give_up(void* self) { delete static_cast<std::shared_ptr<Impl>*>(self); }

    static int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* text,
                        int length, int (*callback)(void*, int, const char*, int, int, int)) {
        const auto* instance = reinterpret_cast<Instance*>(tokenizer);
        Impl* collector = instance->collector;
        const auto split = collector->splitter.functions.xTokenize;
        if (!collector->listening || (flags & FTS5_TOKENIZE_DOCUMENT) == 0)
            return split(instance->original, context, flags, text, length, callback);
        try {
            return collect(*collector, *instance, {collector, context, callback}, flags,
                           {text, static_cast<std::size_t>(length)});
        } catch (const std::bad_alloc&) { // SQLite is written in C
            return SQLITE_NOMEM;
        }
    }

    static int collect(Impl& collector, const Instance& instance, Relay relay, int flags,
                       std::string_view text) {
        --collector.column;
        auto& words = collector.batch.words;
        const auto before = words.size();
        const int result = is_ascii(text) ? split_ascii(relay, text)
                                          : collector.splitter.functions.xTokenize(
                                                instance.original, &relay, flags, text.data(),
                                                static_cast<int>(text.size()), listen);
        collector.batch.texts.push_back(
            {collector.position, collector.column, words.size() - before});
        return result;
    }

    /// What the original does, without its detour over code points: nearly every message of a
    /// kernel is ASCII, and this is passed for each of its letters.
    static int split_ascii(Relay& relay, std::string_view text) {
        std::string& words = relay.collector->batch.words;
        const auto before = static_cast<std::ptrdiff_t>(words.size());
        words.resize(words.size() + text.size());
        std::ranges::transform(text, words.begin() + before,
                               [](char c) { return folded_byte[static_cast<unsigned char>(c)]; });
        words += '\0';
        int result = SQLITE_OK;
        for_each_word(std::string_view(words).substr(static_cast<std::size_t>(before)),
                      [&](std::string_view word, std::size_t begin) {
                          result = relay.callback(
                              relay.context, 0, word.data(), static_cast<int>(word.size()),
                              static_cast<int>(begin), static_cast<int>(begin + word.size()));
                          return result == SQLITE_OK;
                      });
        return result == SQLITE_DONE ? SQLITE_OK : result;
    }

    /// Words that have NULs between them and behind the last, until each(word, begin) is false.
    template <typename Each>
    static void for_each_word(std::string_view words, const Each& each) {
        for (std::size_t at = 0;;) {
            const auto begin = words.find_first_not_of('\0', at);
            if (begin == std::string_view::npos)
                return;
            at = words.find('\0', begin);
            if (!each(words.substr(begin, at - begin), begin))
                return;
        }
    }

    static bool is_ascii(std::string_view text) {
        unsigned char seen = 0;
        for (const char c : text)
            seen |= static_cast<unsigned char>(c);
        return seen < 0x80;
    }

    static int listen(void* self, int flags, const char* word, int length, int begin, int end) {
        const auto* relay = static_cast<Relay*>(self);
        try {
            relay->collector->batch.words.append(word, static_cast<std::size_t>(length)) += '\0';
        } catch (const std::bad_alloc&) {
            return SQLITE_NOMEM;
        }
        return relay->callback(relay->context, flags, word, length, begin, end);
    }

    /// The words of some texts, one text after the other.
    struct Batch {
        struct Text {
            std::uint32_t position, column;
            std::size_t bytes; ///< of words
        };
        std::vector<Text> texts;
        std::string words; ///< each with NULs behind it
    };

    void hand_over() {
        if (!batch.texts.empty())
            counting.add(std::exchange(batch, {}));
    }

    void count(const Batch& words) {
        std::string_view rest = words.words;
        for (const auto& text : words.texts) {
            for_each_word(rest.substr(0, text.bytes), [&](std::string_view word, std::size_t) {
                table.add(word, text.position, text.column);
                return true;
            });
            rest.remove_prefix(text.bytes);
        }
    }

    static constexpr std::size_t full_batch = 1 << 16;

    WordSplitter splitter;
    PostingTable table; ///< of the thread that counts, until it was waited for
    bool listening = false;
    std::uint32_t position = 0;
    std::uint32_t column = 0; ///< of PostingList
    Batch batch;
    base::Background<Batch> counting{[this](const Batch& words) { count(words); }};
};

PostingWriter::PostingWriter(sqlite3* database) : impl_(std::make_shared<Impl>()) {
    impl_->splitter = WordSplitter::of(database);
    fts5_tokenizer ours{Impl::create, Impl::destroy, Impl::tokenize};
    auto* api = impl_->splitter.api;
    auto share = std::make_unique<std::shared_ptr<Impl>>(impl_);
    if (api->xCreateTokenizer(api, splitter_name, share.get(), &ours, Impl::give_up) != SQLITE_OK)
        throw Error("This SQLite cannot split texts into words.");
    static_cast<void>(share.release());
}

PostingWriter::~PostingWriter() = default;

void PostingWriter::start_with(const PostingList& earlier) {
    impl_->table.start_with(earlier);
}

void PostingWriter::begin(std::size_t position) {
    impl_->listening = true;
    impl_->position = static_cast<std::uint32_t>(position);
    impl_->column = PostingList::in_body + 1;
}

void PostingWriter::end() {
    impl_->listening = false;
    if (impl_->batch.words.size() >= Impl::full_batch)
        impl_->hand_over();
}

PostingList PostingWriter::list() {
    impl_->hand_over();
    impl_->counting.wait();
    return impl_->table.list();
}

} // namespace mw::store
