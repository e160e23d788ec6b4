#include "store/write/reference_phrases.h"

#include "base/characters.h"
#include "store/write/message_words.h"

#include <algorithm>
#include <optional>
#include <span>

// A verb counts by what stands before it in its sentence, which says whose deed it is, and leads to
// an id by what stands between the two:
//   "This [adverbs] reverts", "[So] revert", "Fix"      the commit itself does it
//   "was reverted", "to revert", "not a revert of"      it does not, or not yet
//   "… the SLUB parts of ID", "… introduced by ID"      is about that commit
//   "… because of ID", "… as ID does", "… by using ID"  is not

namespace mw::store {

namespace {

using Vocabulary = std::span<const std::string_view>;

constexpr std::size_t most_words_between = 12, most_words_before = 40;
constexpr std::size_t sure_digits = 12;

constexpr std::string_view adverbs[] = {
    "partially", "partly", "effectively", "essentially", "basically",   "mostly",      "also",
    "only",      "fully",  "manually",    "completely",  "simply",      "just",        "actually",
    "again",     "semi",   "practically", "entirely",    "temporarily", "in",          "effect",
    "so",        "thus",   "hence",       "therefore",   "partial",     "please",      "now",
    "let's",     "lets",   "then",        "and",         "first",       "selectively", "us"};
constexpr std::string_view adjectives[] = {
    "partial",  "full",     "complete",    "manual",      "clean", "straight", "effective",
    "simple",   "pure",     "direct",      "mechanical",  "basic", "trivial",  "straightforward",
    "plain",    "logical",  "selective",   "limited",     "total", "partly",   "basically",
    "mostly",   "only",     "essentially", "effectively", "also",  "just",     "simply",
    "squashed", "combined", "proper",      "logical"};
constexpr std::string_view doers[] = {"this", "it"};
constexpr std::string_view people[] = {"i", "we", "i've", "we've", "have"};
constexpr std::string_view changes[] = {"patch", "commit", "change", "changeset", "cset", "fix"};
constexpr std::string_view which[] = {"this", "the", "current", "following"};
/// Words that begin a sentence of how this commit helps ("by reverting ID").
constexpr std::string_view remedies[] = {
    "this",   "it",      "fix",     "fixes",   "fixed",  "fixing",   "let's",     "lets",
    "so",     "solve",   "solves",  "resolve", "thus",   "resolves", "hence",     "restore",
    "repair", "address", "correct", "correct", "revert", "undo",     "therefore", "do"};
constexpr std::string_view doubts[] = {"can",     "could",   "may", "might", "would", "should",
                                       "not",     "cannot",  "if",  "tried", "try",   "don't",
                                       "doesn't", "without", "was", "were"};
constexpr std::string_view causes[] = {"introduced", "introduded", "caused",  "broken",  "made",
                                       "added",      "done",       "brought", "created", "exposed",
                                       "wrought",    "triggered",  "left",    "induced", "changed"};
constexpr std::string_view of_it[] = {"in", "from", "of", "for",  "since", "at",
                                      "up", "by",   "to", "with", "after"};
constexpr std::string_view cause_of_it[] = {"in", "from", "since", "by", "with"};

/// What ends the way from "reverts" to an id.
constexpr std::string_view not_reverted[] = {
    "after", "because", "since",   "as",   "which", "when", "if",   "due", "before", "until",
    "for",   "without", "with",    "to",   "but",   "it",   "them", "and", "broke",  "not",
    "is",    "was",     "instead", "were", "are",   "has",  "have", "had", "will",   "would",
    "can",   "should",  "while",   "once", "where", "or",   "so",   "via", "per",    "due"};
/// What ends the way from "fixes" to an id.
constexpr std::string_view not_fixed[] = {
    "similar",   "same",      "like",     "as",         "fixed",    "see",       "analogous",
    "described", "mentioned", "but",      "discussed",  "reported", "suggested", "documented",
    "using",     "applying",  "before",   "prior",      "reverted", "reverting", "because",
    "not",       "cherry",    "picked",   "backported", "taken",    "borrowed",  "copied",
    "follow",    "following", "based",    "until",      "did",      "does",      "requires",
    "needs",     "depends",   "bisected", "and",        "when",     "after"};

bool is_one_of(std::string_view word, Vocabulary words) {
    return std::ranges::find(words, word) != words.end();
}

class Phrases {
public:
    Phrases(std::string_view text, bool fixes) : text_(text), words_(text), fixes_(fixes) {}

    std::vector<PhraseReference> find() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const auto verb = words_[i].core;
            if (verb.starts_with("revert"))
                read_revert(i);
            else if (fixes_ && verb.starts_with("fix") && is_fix(i))
                read_target(ReferenceKind::fixes, i, i + 1);
        }
        return std::move(found_);
    }

private:
    std::string_view core(std::size_t i) const {
        return i < words_.size() ? words_[i].core : std::string_view();
    }

    bool starts(std::size_t i) const { return words_.starts_sentence(i); }

    /// The first of the words of a kind that stand right before i, in its sentence.
    std::size_t skip_back(std::size_t i, Vocabulary kind) const {
        while (i > 0 && !starts(i) && is_one_of(core(i - 1), kind))
            --i;
        return i;
    }

    /// Whether the word before i, in its sentence, means this commit: "this", "the patch".
    bool follows_doer(std::size_t i) const {
        if (starts(i))
            return false;
        const auto doer = core(i - 1);
        if (is_one_of(doer, doers))
            return true;
        return is_one_of(doer, changes) && (starts(i - 1) || is_one_of(core(i - 2), which));
    }

    bool is_fix(std::size_t i) const {
        constexpr std::string_view verbs[] = {"fix", "fixes", "fixed", "fixing", "fixup", "fixups"};
        if (!is_one_of(core(i), verbs))
            return false;
        // "fixed in ID" speaks of another commit's deed; "fixed by ID" does not lead on.
        if (core(i) == "fixed" && core(i + 1) == "in")
            return false;
        const auto first = skip_back(i, adverbs);
        return !words_.is_quoted(i) &&
               (starts(first) || (core(i) == "fixes" && follows_doer(first)));
    }

    void read_revert(std::size_t i);
    bool is_revert_noun(std::size_t i) const;
    bool is_revert_that_helps(std::size_t i) const;
    bool is_revert_verb(std::size_t i) const;
    void read_target(ReferenceKind kind, std::size_t verb, std::size_t from);
    void read_list(std::vector<WrittenId>& ids, std::size_t verb_end) const;
    bool leads_on(ReferenceKind kind, std::size_t from, std::size_t at) const;
    bool is_target(ReferenceKind kind, const WrittenId& id, std::size_t from, std::size_t at) const;

    const std::string_view text_;
    const MessageWords words_;
    const bool fixes_;
    std::vector<PhraseReference> found_;
};

/// "[This is] a partial revert of ID".
bool Phrases::is_revert_noun(std::size_t i) const {
    auto first = skip_back(i, adjectives);
    if (starts(first))
        return true;
    if (core(first - 1) != "a" && core(first - 1) != "an")
        return false;
    first = skip_back(first - 1, adjectives);
    if (starts(first))
        return true;
    return core(first - 1) == "is" && follows_doer(skip_back(first - 1, adverbs));
}

/// "Fix this by reverting ID", where nothing in the sentence says that it is only thought of.
bool Phrases::is_revert_that_helps(std::size_t i) const {
    if (starts(i) || core(i - 1) != "by")
        return false;
    std::size_t first = i;
    while (first > 0 && i - first < most_words_before && !starts(first))
        if (is_one_of(core(--first), doubts))
            return false;
    return is_one_of(core(first), remedies);
}

bool Phrases::is_revert_verb(std::size_t i) const {
    const auto verb = core(i);
    const auto first = skip_back(i, adverbs);
    if (verb == "revert" || verb == "reverts")
        return starts(first) ||
               (follows_doer(first) && (verb == "reverts" || core(first - 1) != "it"));
    if (verb == "reverted" && core(i + 1) != "in")
        return starts(first) ||
               (is_one_of(core(first - 1), people) && starts(skip_back(first, people)));
    return verb == "reverting" && is_revert_that_helps(i);
}

void Phrases::read_revert(std::size_t i) {
    // "Reverts:" and "Revert-of:" are read wherever a line begins with them.
    const bool named = words_[i].first_of_line && words_[i].after.starts_with(':');
    constexpr std::string_view keys[] = {"revert",         "reverts",        "reverted",
                                         "revert-of",      "reverts-commit", "revert-commit",
                                         "reverts-commits"};
    if (core(i) == "revert" && core(i + 1) == "of") {
        if (is_revert_noun(i))
            read_target(ReferenceKind::reverts, i, i + 2);
    } else if ((named && is_one_of(core(i), keys)) || (is_revert_verb(i) && !words_.is_quoted(i))) {
        read_target(ReferenceKind::reverts, i, i + 1);
    }
}

/// Whether the word at `at` may stand between the verb and an id.
bool Phrases::leads_on(ReferenceKind kind, std::size_t from, std::size_t at) const {
    const auto word = core(at);
    if (word == "by" || word == "with" || word == "to")
        return at > from && (is_one_of(core(at - 1), causes) || core(at - 1) == "due");
    if (word == "for" && core(at + 1) == "now")
        return true;
    return !is_one_of(word, kind == ReferenceKind::fixes ? Vocabulary(not_fixed)
                                                         : Vocabulary(not_reverted));
}

/// A number in prose is only an id if something says so.
bool Phrases::is_target(ReferenceKind kind, const WrittenId& id, std::size_t from,
                        std::size_t at) const {
    if (id.named)
        return true;
    const bool letters = id.id.find_first_not_of("0123456789") != std::string::npos;
    const bool sure = id.id.size() >= sure_digits || behind_title(text_, id.end) != id.end;
    if (kind == ReferenceKind::reverts)
        return letters || sure;
    // Chips have names like "88e1101" and "aaec2000".
    if (sure || (at == from && core(at - 1) == "fixes"))
        return at == from || core(at - 1).empty() || is_one_of(core(at - 1), of_it);
    return letters && at != from && is_one_of(core(at - 1), cause_of_it);
}

/// "This reverts two commits:", and each line below begins with one.
void Phrases::read_list(std::vector<WrittenId>& ids, std::size_t verb_end) const {
    const auto between = text_.substr(verb_end, ids.front().end - verb_end);
    const auto newline = between.rfind('\n');
    const auto announced =
        newline == std::string_view::npos ? newline : between.find_last_not_of(" \t\n", newline);
    const bool verb_alone = announced == std::string_view::npos;
    if (newline == std::string_view::npos ||
        (verb_alone ? text_[verb_end - 1] : between[announced]) != ':')
        return;
    constexpr int most_title_lines = 3;
    auto line = text_.find('\n', ids.back().end);
    bool blank = false;
    for (int lines = 0; line < text_.size() && lines < most_title_lines;) {
        const auto end = std::min(text_.find('\n', line + 1), text_.size());
        const auto start = std::min(text_.find_first_not_of(" \t-*|", line + 1), end);
        line = end;
        if (start == end) {
            blank = true;
            continue;
        }
        if (auto id = read_commit_id(text_, start); id && id.end <= end) {
            ids.push_back(std::move(id));
            lines = 0;
            blank = false;
        } else if (blank) {
            return; // the list is over
        } else {
            ++lines;
        }
    }
}

void Phrases::read_target(ReferenceKind kind, std::size_t verb, std::size_t from) {
    const auto add = [&](std::size_t place) {
        auto ids = read_commit_ids(text_, place);
        read_list(ids, words_[verb].end);
        found_.push_back({kind, std::move(ids), words_[verb].line});
    };
    for (auto at = from; at < words_.size() && at - from <= most_words_between; ++at) {
        const auto& previous = words_[at - 1];
        const bool colon = previous.after.find(':') != std::string_view::npos;
        if (previous.after.find_first_of(".!?;,)]") != std::string_view::npos)
            return;
        const auto id = read_commit_id(text_, words_[at].begin);
        const bool found = id && is_target(kind, id, from, at);
        // Behind a blank line only what the line before announced: "revert", "… these commits:".
        if (words_[at].first_of_paragraph &&
            (!found || words_[verb].line == 0 || (at != from && !colon) ||
             (at == from && kind == ReferenceKind::fixes)))
            return;
        if (found) {
            add(words_[at].begin);
            return;
        }
        if (const auto end = behind_title(text_, words_[at].begin); end != words_[at].begin) {
            if (kind == ReferenceKind::reverts && read_commit_id(text_, end))
                add(end);
            return;
        }
        if (!leads_on(kind, from, at))
            return;
    }
}

/// Whether there is anything to be read: most messages have neither, and splitting them into words
/// takes long. Looks for the letters that are rare in them.
bool may_have_verb(std::string_view text, bool fixes) {
    const auto lower = [&text](std::size_t i) { return lower_case(text[i]); };
    for (std::size_t i = 2; i < text.size(); ++i) {
        const char c = lower(i);
        if (c == 'v' && lower(i - 1) == 'e' && lower(i - 2) == 'r')
            return true;
        if (fixes && c == 'x' && lower(i - 1) == 'i' && lower(i - 2) == 'f')
            return true;
    }
    return false;
}

} // namespace

std::vector<PhraseReference> find_phrases(std::string_view text, bool fixes) {
    if (!may_have_verb(text, fixes))
        return {};
    return Phrases(text, fixes).find();
}

} // namespace mw::store
