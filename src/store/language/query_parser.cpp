#include "store/language/query_parser.h"

#include "base/characters.h"
#include "base/error.h"
#include "base/text.h"
#include "store/sql/error.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace mw::store {

namespace {

constexpr int deepest_nesting = 100;
constexpr int most_terms = 250;

bool is_white(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool ends_word(char c) {
    return is_white(c) || c == '"' || c == '(' || c == ')';
}

/// The field of this name, in large letters or small; empty: there is none.
std::string_view field_called(std::string_view name) {
    const auto found = std::ranges::find_if(query_fields(), [name](std::string_view field) {
        return std::ranges::equal(field, name, {}, {}, [](char c) { return lower_case(c); });
    });
    return found == query_fields().end() ? std::string_view() : *found;
}

/// Fields whose values are names, which can be asked for whole.
bool has_names(std::string_view field) {
    constexpr std::array names{"author",      "author-domain", "committer", "subsystem", "path",
                               "reported-by", "reviewed-by",   "tested-by", "employer"};
    return std::ranges::find(names, field) != names.end();
}

/// Fields whose values are texts of a name or two: none has a '*' that somebody means as such.
bool has_short_texts(std::string_view field) {
    constexpr std::array fields{"pull", "trailer", "config", "param", "syscall", "cve"};
    return has_names(field) || std::ranges::find(fields, field) != fields.end();
}

/// Fields whose values are one of a few words, a number or a day.
bool has_whole_values(std::string_view field) {
    constexpr std::array fields{"is",    "section", "severity",      "lines",
                                "after", "before",  "landed-before", "landed-after",
                                "new",   "gone",    "changed"};
    return std::ranges::find(fields, field) != fields.end();
}

/// Behind the quote that closes the text between quotes which begins at `at`; npos where none
/// does. A quote in the text is written twice.
std::size_t closing_quote(std::string_view text, std::size_t at) {
    for (at = text.find('"', at); at != std::string_view::npos; at = text.find('"', at + 2))
        if (text.substr(at + 1, 1) != "\"")
            return at + 1;
    return at;
}

/// Fields that are as well what a title begins with, "config: enable x"; a space follows there.
bool begins_titles(std::string_view name) {
    constexpr std::array words{"new", "gone", "changed", "config",  "param",   "syscall",
                               "in",  "code", "adds",    "removes", "function"};
    return std::ranges::find(words, name) != words.end();
}

/// Fields of which other words are one letter away, which are no slips: core, node, mode, added.
bool has_near_words(std::string_view field) {
    return field == "code" || field == "adds";
}

/// One letter too many, too few, wrong, or two next to each other swapped.
bool is_slip(std::string_view word, std::string_view field) {
    const auto same = std::ranges::mismatch(word, field);
    const std::string_view rest(same.in1, word.end()), wanted(same.in2, field.end());
    const auto from = [](std::string_view text, std::size_t at) {
        return text.substr(std::min(at, text.size()));
    };
    return from(rest, 1) == from(wanted, 1) || from(rest, 1) == wanted || rest == from(wanted, 1) ||
           (rest.size() > 1 && wanted.size() > 1 && rest[0] == wanted[1] && rest[1] == wanted[0] &&
            rest.substr(2) == wanted.substr(2));
}

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    QueryNode parse() {
        if (const auto nul = text_.find('\0'); nul != std::string_view::npos)
            throw QueryError(base::Message("There is a NUL character here, which no text holds."),
                             nul);
        auto query = parse_sequence(0);
        if (at_ < text_.size())
            throw QueryError(base::Message("There is no opening bracket for this ')'."), at_);
        return query;
    }

private:
    void skip_white() {
        while (at_ < text_.size() && is_white(text_[at_]))
            ++at_;
    }

    /// An operator: it stands alone.
    bool at_word(std::string_view word) const {
        const auto end = at_ + word.size();
        return text_.substr(at_).starts_with(word) &&
               (end == text_.size() || ends_word(text_[end]));
    }
    bool at_or() const { return at_word("OR"); }

    QueryNode parse_sequence(int depth) {
        QueryNode sequence;
        for (skip_white(); at_ < text_.size() && text_[at_] != ')'; skip_white())
            sequence.children.push_back(parse_alternatives(depth));
        return sequence;
    }

    QueryNode parse_alternatives(int depth) {
        if (at_or())
            throw QueryError(base::Message("OR needs something to search for in front of it."),
                             at_);
        QueryNode first = parse_unary(depth);
        QueryNode alternatives;
        alternatives.kind = QueryNode::Kind::any_of;
        for (skip_white(); at_ < text_.size() && at_or(); skip_white()) {
            const std::size_t operator_at = at_;
            at_ += 2;
            skip_white();
            if (at_ == text_.size() || text_[at_] == ')' || at_or())
                throw QueryError(base::Message("OR needs something to search for behind it."),
                                 operator_at);
            alternatives.children.push_back(parse_unary(depth));
        }
        if (alternatives.children.empty())
            return first;
        alternatives.children.insert(alternatives.children.begin(), std::move(first));
        return alternatives;
    }

    QueryNode parse_unary(int depth) {
        if (text_[at_] != '-' || at_ + 1 == text_.size() || is_white(text_[at_ + 1]) ||
            text_[at_ + 1] == ')')
            return parse_primary(depth);
        if (depth >= deepest_nesting)
            throw QueryError(base::Message("Brackets and minus signs are nested too deeply here."),
                             at_);
        ++at_;
        QueryNode negation;
        negation.kind = QueryNode::Kind::none_of;
        negation.children.push_back(parse_unary(depth + 1));
        return negation;
    }

    QueryNode parse_primary(int depth) {
        if (text_[at_] != '(')
            return parse_term();
        const std::size_t opened = at_;
        if (depth >= deepest_nesting)
            throw QueryError(base::Message("Brackets and minus signs are nested too deeply here."),
                             at_);
        ++at_;
        QueryNode group = parse_sequence(depth + 1);
        if (at_ == text_.size())
            throw QueryError(base::Message("This bracket is never closed: a ')' is missing."),
                             opened);
        if (group.children.empty())
            throw QueryError(base::Message("There is nothing between these brackets."), opened);
        ++at_;
        return group;
    }

    QueryNode parse_term() {
        if (++terms_ > most_terms)
            throw QueryError(
                base::Message("A query can have {} terms; this is one too many.", most_terms), at_);
        refuse_foreign_operator();
        QueryNode term;
        term.kind = QueryNode::Kind::term;
        term.position = at_;
        term.field = take_field();
        if (has_names(term.field) && text_.substr(at_, 1) == "=") {
            term.whole = true;
            ++at_;
        }
        term.value_position = at_;
        if (at_ < text_.size() && text_[at_] == '"') {
            take_phrase(term);
        } else {
            const std::size_t start = at_;
            while (at_ < text_.size() && !ends_word(text_[at_]))
                ++at_;
            term.value = text_.substr(start, at_ - start);
        }
        if (term.value == "*" && !term.phrase)
            throw QueryError(base::Message("'*' stands behind the start of a word, as in lock*."),
                             term.value_position);
        if (!term.phrase && term.value.ends_with('*')) {
            term.value.pop_back();
            term.prefix = true;
        }
        if (term.whole && term.prefix)
            throw QueryError(
                base::Message("'=' asks for a whole name, so no '*' can stand behind it."),
                at_ - 1);
        if (term.prefix && has_whole_values(term.field))
            throw QueryError(
                base::Message("No '*' can stand behind {}:{}, which is compared as a whole.",
                              term.field, term.value),
                at_ - 1);
        if (!term.phrase && has_short_texts(term.field))
            refuse_inner_star(term);
        if (term.value.empty())
            throw QueryError(
                term.field.empty()
                    ? base::Message("There is nothing between these quotes.")
                    : base::Message("The field '{}:' needs a value behind it.", term.field),
                term.position);
        term.end = at_;
        return term;
    }

    /// "author:foo*bar" would look for a '*' and find nothing.
    static void refuse_inner_star(const QueryNode& term) {
        if (const auto star = term.value.find('*'); star != std::string::npos)
            throw QueryError(base::Message("'*' stands only at the end of a value, as in "
                                           "author:mill*; parts of a value are found without it. "
                                           "Put the value in quotes to search for a '*'."),
                             term.value_position + star);
    }

    /// What other languages call what this one writes in another way. A title that has the word
    /// goes between quotes.
    void refuse_foreign_operator() const {
        if (at_word("AND"))
            throw QueryError(base::Message("Words beside each other must all be there: leave AND "
                                           "out, or put it in quotes to search for the word."),
                             at_);
        if (at_word("NOT"))
            throw QueryError(base::Message("A '-' in front of a word leaves out what has it, as in "
                                           "-usb. Put NOT in quotes to search for the word."),
                             at_);
    }

    /// "author:" and its like; anything else stays for the word.
    std::string take_field() {
        std::size_t end = at_;
        while (end < text_.size() && !ends_word(text_[end]) && text_[end] != ':')
            ++end;
        if (end == text_.size() || text_[end] != ':')
            return {};
        const auto name = text_.substr(at_, end - at_);
        const auto field = field_called(name);
        if (begins_titles(field) && end + 1 < text_.size() && is_white(text_[end + 1]))
            return {};
        if (field.empty()) {
            refuse_slip(lower_case(name), end);
            return {};
        }
        at_ = end + 1;
        return std::string(field);
    }

    /// "autor:miller" would find nothing and not say why. Titles have a space behind the colon.
    void refuse_slip(const std::string& name, std::size_t colon) const {
        if (name.size() < 4 || colon + 1 == text_.size() ||
            (ends_word(text_[colon + 1]) && text_[colon + 1] != '"'))
            return;
        for (const auto field : query_fields())
            if (is_slip(name, field) && !has_near_words(field))
                throw QueryError(base::Message("There is no field '{}:'; did you mean '{}:'? Put "
                                               "the word in quotes to search for it as it stands.",
                                               name, field),
                                 at_);
    }

    void take_phrase(QueryNode& term) {
        const std::size_t opened = at_;
        const auto end = closing_quote(text_, at_ + 1);
        if (end == std::string_view::npos)
            throw QueryError(base::Message("This quote is never closed: a '\"' is missing."),
                             opened);
        while (++at_ < end - 1) {
            term.value += text_[at_];
            if (text_[at_] == '"')
                ++at_;
        }
        term.phrase = true;
        at_ = end;
        if (at_ < text_.size() && text_[at_] == '*') {
            term.prefix = true;
            ++at_;
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int terms_ = 0;
};

} // namespace

const std::vector<std::string_view>& query_fields() {
    static const std::vector<std::string_view> fields = {
        "author",     "author-domain", "committer",     "subject",      "body",
        "path",       "section",       "subsystem",     "pull",         "trailer",
        "fixes",      "reported-by",   "sha",           "release",      "after",
        "before",     "lines",         "landed-before", "landed-after", "is",
        "cve",        "severity",      "new",           "gone",         "changed",
        "config",     "param",         "syscall",       "in",           "missing-in",
        "unknown-in", "code",          "adds",          "removes",      "function",
        "reverts",    "fixed-by",      "reverted-by",   "reviewed-by",  "tested-by",
        "employer"};
    return fields;
}

const std::vector<std::string_view>& query_kinds() {
    static const std::vector<std::string_view> kinds = {
        "changeset",  "merge",     "pull",      "direct",    "new-hardware", "noted",
        "bookmarked", "mentioned", "read",      "unread",    "fix",          "cve",
        "cve-fix",    "cve-cause", "built",     "not-built", "cannot-tell",  "revert",
        "fixed",      "reverted",  "follow-up", "stable",    "mine",         "unseen"};
    return kinds;
}

TermAt term_at(std::string_view text, std::size_t cursor) {
    cursor = std::min(cursor, text.size());
    for (std::size_t at = 0; at < cursor;) {
        if (text[at] == '-' || text[at] == '(' || text[at] == ')' || is_white(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        TermAt term{{}, begin, begin};
        bool named = false; // no name has a colon in it
        for (; at < text.size() && !ends_word(text[at]); ++at)
            if (text[at] == ':' && !std::exchange(named, true)) {
                const auto field = field_called(text.substr(begin, at - begin));
                if (!field.empty())
                    term = {std::string(field), at + 1, at + 1};
                if (has_names(term.field) && text.substr(at + 1, 1) == "=")
                    ++term.value_begin;
            }
        if (at < text.size() && text[at] == '"' && at == term.value_begin)
            at = std::min(closing_quote(text, at + 1), text.size());
        if (cursor < term.value_begin)
            return {{}, begin, term.value_begin};
        if (cursor <= at)
            return {term.field, term.value_begin, at};
    }
    return {{}, cursor, cursor};
}

QueryNode parse_query(std::string_view text) {
    return Parser(text).parse();
}

} // namespace mw::store
