#include "code/changed_words.h"

#include "code/identifiers.h"

#include <cstring>

namespace mw::code {

void ChangedWords::begin_file(std::string_view path) {
    functions_ = has_functions(path);
    old_side_ = new_side_ = {};
}

void ChangedWords::add(bool added, std::string_view text, std::string_view lines) {
    for_each_identifier(lines,
                        [&](std::string_view word) { use(word, added ? in_added : in_removed); });
    if (functions_)
        find_functions(added ? new_side_ : old_side_, text, lines);
}

void ChangedWords::find_functions(Side& side, std::string_view text, std::string_view lines) {
    if (side.text != text.data())
        side = {text.data(), text.data(), {}};
    if (side.seen != lines.data())
        find_function_above(side, lines.data());
    while (!lines.empty()) {
        const auto newline = lines.find('\n');
        const auto head = head_of(lines.substr(0, newline));
        if (head.kind == LineHead::Kind::named)
            side.function = head.name;
        if (!side.function.empty())
            use(side.function, in_function);
        if (head.kind == LineHead::Kind::outside) // the bracket itself still belongs to it
            side.function.clear();
        lines.remove_prefix(newline == std::string_view::npos ? lines.size() : newline + 1);
    }
    side.seen = lines.data();
}

/// Looks no further up than to what was looked at before.
void ChangedWords::find_function_above(Side& side, const char* line) {
    const char* const top = side.seen;
    for (const char* end = line; end > top;) {
        const char* const last = end - 1; // its newline
        const auto* before =
            static_cast<const char*>(memrchr(top, '\n', static_cast<std::size_t>(last - top)));
        const char* const start = before == nullptr ? top : before + 1;
        auto head = head_of({start, static_cast<std::size_t>(last - start)});
        if (head.kind != LineHead::Kind::none) {
            side.function = std::move(head.name);
            return;
        }
        end = start;
    }
}

void ChangedWords::use(std::string_view word, Use how) {
    words_[word] |= how;
}

std::string ChangedWords::take() {
    std::string packed;
    for (const auto& entry : words_.entries()) {
        packed += static_cast<char>(entry.value);
        packed += words_.word(entry);
        packed += '\0';
    }
    words_.clear();
    return packed;
}

} // namespace mw::code
