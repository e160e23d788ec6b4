#include "classify/maintainers/glob.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace mw::classify {

namespace {

/// One "[...]" at the front of a pattern; length is 0 where it is never closed.
struct CharacterSet {
    std::size_t length = 0;
    bool contains = false;
};

CharacterSet read_set(std::string_view pattern, char character) {
    const auto close = pattern.find(']', 2);
    if (close == std::string_view::npos)
        return {};
    auto body = pattern.substr(1, close - 1);
    const bool negated = body.front() == '^' || body.front() == '!';
    if (negated)
        body.remove_prefix(1);
    bool found = false;
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (i + 2 < body.size() && body[i + 1] == '-') {
            found = found || (body[i] <= character && character <= body[i + 2]);
            i += 2;
        } else {
            found = found || body[i] == character;
        }
    }
    return {close + 1, found != negated};
}

/// What one non-star element at the front of the pattern takes of it: 0 where it does not match.
std::size_t match_one(std::string_view pattern, char character) {
    if (pattern.front() == '?')
        return 1;
    if (pattern.front() == '[')
        if (const auto set = read_set(pattern, character); set.length != 0)
            return set.contains ? set.length : 0;
    return pattern.front() == character ? 1 : 0;
}

/// One match. Which ends of the pattern and of the text failed to match is remembered once a
/// second star comes, so that steps go by the product of the two lengths.
class GlobMatch {
public:
    GlobMatch(std::string_view pattern, std::string_view text, GlobStyle style)
        : style_(style), rows_(pattern.size() + 1), columns_(text.size() + 1) {}

    bool match(std::string_view pattern, std::string_view text);

private:
    bool match_star(std::string_view pattern, std::string_view text, bool crosses);

    const GlobStyle style_;
    const std::size_t rows_, columns_;
    int depth_ = 0;
    std::vector<bool> failed_;
};

bool GlobMatch::match(std::string_view pattern, std::string_view text) {
    while (!pattern.empty()) {
        if (pattern.front() == '*') {
            const bool twice = pattern.substr(0, 2) == "**";
            pattern.remove_prefix(twice ? 2 : 1);
            // "**/" stands for no directory as well.
            return (twice && pattern.starts_with('/') && match(pattern.substr(1), text)) ||
                   match_star(pattern, text, twice || style_.star_crosses_slash);
        }
        if (text.empty())
            return false;
        const auto taken = match_one(pattern, text.front());
        if (taken == 0)
            return false;
        pattern.remove_prefix(taken);
        text.remove_prefix(1);
    }
    return style_.prefix || text.empty();
}

/// Both are what stands behind the star.
bool GlobMatch::match_star(std::string_view pattern, std::string_view text, bool crosses) {
    if (++depth_ == 2)
        failed_.resize(rows_ * columns_);
    // A character that stands for itself is looked for without a step for each that it is not.
    const bool plain = !pattern.empty() && !has_wildcards(pattern.substr(0, 1));
    bool found = false;
    for (std::size_t skip = 0;; ++skip) {
        const auto state = pattern.size() * columns_ + (text.size() - skip);
        const bool may_match = !plain || (skip < text.size() && text[skip] == pattern.front());
        if (may_match && (failed_.empty() || !failed_[state])) {
            found = match(pattern, text.substr(skip));
            if (!failed_.empty() && !found)
                failed_[state] = true;
        }
        if (found || skip == text.size() || (!crosses && text[skip] == '/'))
            break;
    }
    --depth_;
    return found;
}

std::vector<std::string_view> parts(std::string_view list) {
    std::vector<std::string_view> found;
    while (true) {
        const auto comma = list.find(',');
        found.push_back(list.substr(0, comma));
        if (comma == std::string_view::npos)
            return found;
        list.remove_prefix(comma + 1);
    }
}

} // namespace

bool glob_match(std::string_view pattern, std::string_view text, GlobStyle style) {
    return GlobMatch(pattern, text, style).match(pattern, text);
}

bool has_wildcards(std::string_view pattern) {
    return pattern.find_first_of("*?[") != std::string_view::npos;
}

std::string_view literal_directory(std::string_view pattern) {
    const auto wild = pattern.find_first_of("*?[");
    const auto literal = pattern.substr(0, wild);
    const auto slash = literal.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : literal.substr(0, slash + 1);
}

std::string_view longest_literal(std::string_view pattern) {
    std::string_view longest;
    for (std::size_t at = 0; at < pattern.size();) {
        const auto end = std::min(pattern.find_first_of("*?[", at), pattern.size());
        if (end - at > longest.size())
            longest = pattern.substr(at, end - at);
        at = end + 1;
        if (end < pattern.size() && pattern[end] == '[') {
            // As read_set() has it: one that is never closed stands for itself.
            const auto close = pattern.find(']', end + 2);
            at = close == std::string_view::npos ? at : close + 1;
        } else if (pattern.substr(end, 3) == "**/") {
            at = end + 3; // which stands for no directory as well
        }
    }
    return longest;
}

std::vector<std::string> expand_braces(std::string_view pattern, std::size_t most) {
    std::vector<std::string> begun(1);
    std::size_t size = 1; // of all that have begun, each with one character more
    std::string next;     // what comes next in each of them
    const auto grow_to = [&size, most](std::size_t larger) {
        if (larger > most)
            throw std::length_error("too many choices");
        size = larger;
    };
    while (true) {
        const auto open = std::min(pattern.find_first_of("{}"), pattern.size());
        next += pattern.substr(0, open);
        if (open == pattern.size())
            break;
        const auto close = pattern.find_first_of("{}", open + 1);
        if (pattern[open] != '{' || close == std::string_view::npos || pattern[close] != '}')
            throw std::invalid_argument("braces that do not pair");
        const auto choices = parts(pattern.substr(open + 1, close - open - 1));
        pattern.remove_prefix(close + 1);
        if (choices.size() == 1) {
            next += choices.front();
            continue;
        }
        std::size_t letters = 0;
        for (const auto choice : choices)
            letters += choice.size();
        grow_to((size + begun.size() * next.size()) * choices.size() + begun.size() * letters);
        std::vector<std::string> longer;
        longer.reserve(begun.size() * choices.size());
        for (const auto& one : begun)
            for (const auto choice : choices)
                longer.push_back((one + next).append(choice));
        begun = std::move(longer);
        next.clear();
    }
    if (begun.size() > 1)
        grow_to(size + begun.size() * next.size());
    for (auto& one : begun)
        one += next;
    return begun;
}

} // namespace mw::classify
