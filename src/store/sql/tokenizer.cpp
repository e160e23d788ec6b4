#include "store/sql/tokenizer.h"

#include "base/characters.h"
#include "store/sql/error.h"
#include "store/sql/fts5.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <array>

namespace mw::store {

WordSplitter WordSplitter::of(sqlite3* database) {
    WordSplitter splitter;
    const Error missing("This SQLite has no full-text search (FTS5).");
    sqlite3_stmt* select = nullptr;
    if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &select, nullptr) != SQLITE_OK)
        throw missing;
    sqlite3_bind_pointer(select, 1, static_cast<void*>(&splitter.api), "fts5_api_ptr", nullptr);
    sqlite3_step(select);
    sqlite3_finalize(select);
    if (splitter.api == nullptr ||
        splitter.api->xFindTokenizer(splitter.api, splitter_name, &splitter.context,
                                     &splitter.functions) != SQLITE_OK)
        throw missing;
    return splitter;
}

struct Tokenizer::Impl {
    Impl() : splitter(WordSplitter::of(database.getHandle())) {
        auto options = std::to_array(splitter_options);
        if (splitter.functions.xCreate(splitter.context, options.data(),
                                       static_cast<int>(options.size()), &instance) != SQLITE_OK)
            throw Error("This SQLite cannot split texts into words.");
    }
    ~Impl() { splitter.functions.xDelete(instance); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    SQLite::Database database{":memory:", SQLite::OPEN_READWRITE};
    WordSplitter splitter;
    Fts5Tokenizer* instance = nullptr;
};

Tokenizer::Tokenizer() : impl_(std::make_unique<Impl>()) {}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

std::vector<Token> Tokenizer::tokens(std::string_view text) const {
    std::vector<Token> tokens;
    const auto add = [](void* context, int, const char* word, int length, int begin, int end) {
        static_cast<std::vector<Token>*>(context)->push_back(
            {std::string(word, static_cast<std::size_t>(length)), static_cast<std::size_t>(begin),
             static_cast<std::size_t>(end)});
        return SQLITE_OK;
    };
    if (!text.empty())
        impl_->splitter.functions.xTokenize(impl_->instance, &tokens, FTS5_TOKENIZE_AUX,
                                            text.data(), static_cast<int>(text.size()), add);
    return tokens;
}

std::string Tokenizer::fold(std::string_view text) const {
    std::string folded;
    fold(text, folded);
    return folded;
}

void Tokenizer::fold(std::string_view text, std::string& folded) const {
    folded = text;
    bool ascii = true;
    for (auto& c : folded) {
        ascii = ascii && static_cast<unsigned char>(c) < 0x80;
        c = lower_case(c);
    }
    if (!ascii)
        folded = fold_with_origin(text).text;
}

FoldedText Tokenizer::fold_with_origin(std::string_view text) const {
    FoldedText folded;
    const auto add = [&folded](std::string_view bytes, std::size_t begin, std::size_t end) {
        const bool one_to_one = bytes.size() == end - begin;
        folded.text += bytes;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            folded.begins.push_back(static_cast<std::uint32_t>(one_to_one ? begin + i : begin));
            folded.ends.push_back(static_cast<std::uint32_t>(one_to_one ? begin + i + 1 : end));
        }
    };
    std::size_t at = 0;
    for (const auto& token : tokens(text)) {
        add(text.substr(at, token.begin - at), at, token.begin);
        add(token.text, token.begin, token.end);
        at = token.end;
    }
    add(text.substr(at), at, text.size());
    return folded;
}

std::size_t count_letters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace mw::store
