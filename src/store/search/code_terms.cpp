#include "code/changed_words.h"
#include "code/identifiers.h"
#include "store/rows/code_index.h"
#include "store/rows/row_tables.h"
#include "store/search/code_texts.h"
#include "store/search/term_finder.h"
#include "store/sql/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

// The terms that ask what stands in the lines that changesets added and removed:
//     code:NAME adds:NAME removes:NAME     an identifier, or those that begin so with "*"
//     function:NAME                        hunks that lie in it
//     code:"spin_lock(&dev->lock)"         any text: what has all its identifiers on one side may
//                                          have it, and the clone knows (know_code_matches())

namespace mw::store {

namespace {

unsigned uses_of(std::string_view field) {
    if (field == "adds")
        return code::in_added;
    if (field == "removes")
        return code::in_removed;
    return field == "function" ? code::in_function : code::in_added | code::in_removed;
}

std::vector<std::string> identifiers_in(std::string_view text) {
    std::vector<std::string> words;
    code::for_each_identifier(text, [&](std::string_view word) { words.emplace_back(word); });
    std::ranges::sort(words);
    const auto repeated = std::ranges::unique(words);
    words.erase(repeated.begin(), repeated.end());
    return words;
}

base::Message without_code(const ReadState& release) {
    if (release.code == CodeState::read)
        return {};
    if (release.bundled)
        return base::Message("Of '{}', which comes with the program, the code is not known. "
                             "Import it from a clone.",
                             release.name);
    if (release.lines == LineState::not_wanted)
        return base::Message("'{}' was imported without its lines, so its code is not known. "
                             "Import it again with them.",
                             release.name);
    if (release.code == CodeState::unavailable)
        return base::Message("The clone of '{}' lacks contents of files, so its code is not "
                             "known. Import it from a clone that has them.",
                             release.name);
    if (release.lines == LineState::pending)
        return base::Message("The lines of '{}' are still to be counted; after that its code "
                             "can be searched.",
                             release.name);
    return base::Message("'{}' was imported by an older version, which did not keep its "
                         "code: index it first, or import it again.",
                         release.name);
}

} // namespace

std::optional<CodeText> code_text_of(const QueryNode& term) {
    const bool asks_for_lines =
        term.field == "code" || term.field == "adds" || term.field == "removes";
    if (term.kind != QueryNode::Kind::term || !asks_for_lines || code::is_identifier(term.value))
        return std::nullopt;
    return CodeText{term.field, term.value, term.prefix};
}

void TermFinder::know_code_matches(const CodeText& text, RowIdBitmap commits) {
    constexpr std::size_t most_known = 32;
    if (auto* const known = code_matches(text, commits)) {
        *known = std::move(commits);
        return;
    }
    if (code_matches_.size() >= most_known)
        code_matches_.erase(code_matches_.begin());
    code_matches_.emplace_back(text, std::move(commits));
}

RowIdBitmap* TermFinder::code_matches(const CodeText& text, const RowIdBitmap& span) {
    const auto found = std::ranges::find_if(code_matches_, [&](const auto& known) {
        return known.first == text && known.second.first() == span.first() &&
               known.second.last() == span.last();
    });
    return found == code_matches_.end() ? nullptr : &found->second;
}

void TermFinder::find_code(const QueryNode& term, RowIdBitmap& found) {
    require_code(term, found);
    if (const auto text = code_text_of(term)) {
        find_code_text(term, *text, found);
        return;
    }
    if (!code::is_identifier(term.value))
        throw QueryError(
            base::Message("'{}' is no name of a function, as in function:do_fork.", term.value),
            term.value_position);
    if (term.value.size() > code::longest_identifier)
        throw QueryError(
            base::Message("Names of over {} bytes are not kept.", code::longest_identifier),
            term.value_position);
    find_code_word(term.value, term.prefix, uses_of(term.field), found);
}

void TermFinder::find_code_text(const QueryNode& term, const CodeText& text, RowIdBitmap& found) {
    if (const auto* const known = code_matches(text, found)) {
        found |= *known;
        return;
    }
    const auto words = identifiers_in(term.value);
    if (words.empty())
        throw QueryError(base::Message("'{}:' finds lines by the names in them; there is none in "
                                       "this text.",
                                       term.field),
                         term.value_position);
    for (const unsigned side : {code::in_added, code::in_removed}) {
        if ((uses_of(term.field) & side) == 0)
            continue;
        std::optional<RowIdBitmap> all;
        for (const auto& word : words) {
            RowIdBitmap having(found.first(), found.last());
            // The last word of a text that ends in "*" may go on.
            const bool open = term.prefix && term.value.ends_with(word);
            find_code_word(word, open, side, having);
            all = all ? * all &= having : having;
        }
        found |= *all;
    }
}

void TermFinder::find_code_word(std::string_view word, bool prefix, unsigned uses,
                                RowIdBitmap& found) {
    RowScan releases(database_, fmt::format("SELECT r.id, {} FROM release r WHERE r.code_state = 1",
                                            run_of_release));
    while (releases.next()) {
        check_stop();
        const RowId first = releases.number(1);
        if (first > found.last() || releases.number(2) < found.first())
            continue;
        find_code_words(database_, releases.number(0), word, prefix,
                        [&](std::string_view, std::uint32_t place, std::uint8_t has) {
                            if ((has & uses) != 0)
                                found.insert(first + place);
                        });
    }
}

/// An empty list would say that nothing has it.
void TermFinder::require_code(const QueryNode& term, const RowIdBitmap& span) {
    const auto reason = unread_because(span, without_code);
    if (!reason.empty())
        throw QueryError(reason, term.position);
}

} // namespace mw::store
