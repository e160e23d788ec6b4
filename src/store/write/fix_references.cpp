#include "store/write/fix_references.h"

#include "base/characters.h"
#include "git/text/upstream_ids.h"
#include "store/language/commit_ids.h"
#include "store/write/message_words.h"
#include "store/write/reference_phrases.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace mw::store {

namespace {

bool is_letter(char c) {
    return lower_case(c) >= 'a' && lower_case(c) <= 'z';
}

void skip_blanks(std::string_view& line) {
    while (!line.empty()) {
        if (line.starts_with("\xC2\xA0"))
            line.remove_prefix(2);
        else if (message_blanks.find(line.front()) != std::string_view::npos)
            line.remove_prefix(1);
        else
            return;
    }
}

/// Behind what may stand before a line's first word: blanks, bullets, numbers, opening brackets.
void skip_bullets(std::string_view& line) {
    skip_blanks(line);
    auto digits = line;
    while (!digits.empty() && is_digit(digits.front()))
        digits.remove_prefix(1);
    if (digits.size() < line.size() && (digits.starts_with('.') || digits.starts_with(')')))
        line = digits.substr(1);
    while (!line.empty() &&
           (line.starts_with("\xE2\x80\xA2") ||
            std::string_view(" \t*-+([{<`\"'|").find(line.front()) != std::string_view::npos))
        line.remove_prefix(line.starts_with("\xE2\x80\xA2") ? 3 : 1);
}

std::string take_word(std::string_view& line) {
    std::string word;
    while (!line.empty() && is_letter(line.front())) {
        word += lower_case(line.front());
        line.remove_prefix(1);
    }
    return word;
}

bool is_fixes(std::string_view word) {
    return word == "fixes" || word == "fix" || word == "fixed";
}

/// Words that may stand before "Fixes" in a key, and behind it.
bool is_part_of_key(std::string_view word) {
    constexpr std::string_view words[] = {"this",   "it",    "really", "also",   "partially",
                                          "partly", "and",   "patch",  "commit", "commits",
                                          "likely", "maybe", "tag",    "tags",   "actually",
                                          "for",    "sha",   "id",     "change", "mostly"};
    return std::ranges::find(words, word) != std::end(words);
}

/// What stands behind the colon of "Fixes:" and its like.
std::optional<std::string_view> fixes_value(std::string_view line) {
    constexpr int most_words = 5;
    skip_bullets(line);
    bool fixes = false;
    for (int n = 0; n < most_words; ++n) {
        const auto word = take_word(line);
        if (word.empty() || (!is_fixes(word) && !is_part_of_key(word)))
            return std::nullopt;
        fixes = fixes || is_fixes(word);
        if (line.starts_with('-'))
            line.remove_prefix(1);
        else
            skip_blanks(line);
        if (line.starts_with(':'))
            return fixes ? std::optional(line.substr(1)) : std::nullopt;
    }
    return std::nullopt;
}

/// The id in "mm: title of a commit (0123456789ab)", at the end of a line.
WrittenId id_behind_title(std::string_view value) {
    const auto open = value.rfind('(');
    if (open == std::string_view::npos)
        return {};
    const auto id = read_commit_id(value, open);
    const bool last =
        id && value.find_first_not_of(message_blanks, id.end) == std::string_view::npos;
    return last ? id : WrittenId();
}

std::vector<WrittenId> ids_of_fixes(std::string_view text, std::string_view value) {
    const auto at = static_cast<std::size_t>(value.data() - text.data());
    if (auto ids = read_commit_ids(text, at); !ids.empty())
        return ids;
    if (const auto end = behind_title(text, at); end != at)
        if (auto ids = read_commit_ids(text, end); !ids.empty())
            return ids;
    if (auto id = id_behind_title(value))
        return {std::move(id)};
    return {};
}

} // namespace

std::vector<Reference> find_fix_references(std::string_view subject, std::string_view body,
                                           CommitKind kind) {
    if (!may_have_commit_id(subject) && !may_have_commit_id(body))
        return {};
    std::vector<Reference> found;
    const auto add = [&found](ReferenceKind of, const std::vector<WrittenId>& ids,
                              std::size_t line) {
        for (const auto& id : ids)
            found.push_back({of, id.id, line});
    };
    std::size_t number = 1;
    for (std::size_t at = 0; at < body.size(); ++number) {
        const auto end = std::min(body.find('\n', at), body.size());
        if (const auto value = fixes_value(body.substr(at, end - at)))
            add(ReferenceKind::fixes, ids_of_fixes(body, *value), number);
        at = end + 1;
    }
    // The subject is line 0, and the body begins with line 2 of the text.
    const auto text = std::string(subject).append("\n\n").append(body);
    for (const auto& phrase : find_phrases(text, kind == CommitKind::changeset))
        add(phrase.kind, phrase.targets, phrase.line < 2 ? 0 : phrase.line - 1);

    std::ranges::stable_sort(found, {}, &Reference::line);
    std::set<std::pair<ReferenceKind, std::string>> known;
    std::erase_if(found, [&](const Reference& reference) {
        return !known.emplace(reference.kind, reference.target).second;
    });
    return found;
}

std::vector<Reference> find_references(std::string_view subject, const std::string& body,
                                       CommitKind kind) {
    auto references = find_fix_references(subject, body, kind);
    for (auto& origin : git::upstream_ids(body))
        references.push_back({ReferenceKind::picked, std::move(origin), 0});
    return references;
}

} // namespace mw::store
