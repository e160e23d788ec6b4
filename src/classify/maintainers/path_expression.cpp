#include "classify/maintainers/path_expression.h"

#include <algorithm>

namespace mw::classify {

namespace {

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
           c == '_' || c == '-';
}

/// Constructs after which nothing is certain without reading all of Perl: blanks and comments, what
/// begins with "(?" or "(*", and sets that hold a bracket.
bool is_simple(std::string_view perl) {
    for (const auto* part : {" ", "\t", "\r", "\f", "\v", "\n", "#", "(?", "(*", "[]", "[^]", "[["})
        if (perl.find(part) != std::string_view::npos)
            return false;
    return true;
}

/// Behind the group or set that opens at position; npos where that is not clear.
std::size_t skip_nested(std::string_view text, std::size_t position) {
    if (text[position] == '[') {
        const auto close = text.find(']', position);
        const bool plain =
            text.substr(position, close - position).find('\\') == std::string_view::npos;
        return close == std::string_view::npos || !plain ? std::string_view::npos : close + 1;
    }
    int depth = 0;
    for (std::size_t i = position; i < text.size(); ++i) {
        if (text[i] == '[' || text[i] == '\\')
            return std::string_view::npos;
        depth += text[i] == '(' ? 1 : 0;
        if (text[i] == ')' && --depth == 0)
            return i + 1;
    }
    return std::string_view::npos;
}

/// The longest run of plain characters that every match must hold. Cases:
///   1. "a|b" outside brackets: nothing is certain.
///   2. A set or a group breaks a run; what is inside is not certain.
///   3. '?', '*' and '{' make the character before them uncertain: it leaves the run, which ends.
///   4. '+' keeps the character before it but ends the run.
///   5. "\." is a plain dot; "\b" and its like stand for no character; behind any other escape
///      nothing is certain.
std::string certain_word(std::string_view text) {
    if (!is_simple(text))
        return {};
    std::string best, run;
    const auto end_run = [&] {
        if (run.size() > best.size())
            best = run;
        run.clear();
    };
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (is_plain(c)) {
            run.push_back(c);
            ++i;
        } else if (c == '\\' && i + 1 < text.size() && text[i + 1] == '.') {
            run.push_back('.');
            i += 2;
        } else {
            if ((c == '?' || c == '*' || c == '{') && !run.empty())
                run.pop_back();
            end_run();
            if (c == '|' || (c == '\\' && (i + 1 == text.size() ||
                                           std::string_view("bBAzZdDwWsS").find(text[i + 1]) ==
                                               std::string_view::npos)))
                return {};
            if (c == '(' || c == '[')
                i = skip_nested(text, i);
            else if (c == '{')
                i = text.find('}', i);
            else
                i += c == '\\' ? 2 : 1;
            if (i == std::string_view::npos)
                return {};
        }
    }
    end_run();
    return best;
}

} // namespace

PathExpression::PathExpression(std::string_view perl) : word_(certain_word(perl)) {
    if (perl.empty() || word_ != perl)
        expression_.emplace(perl, base::Pattern::extended);
}

bool PathExpression::matches(std::string_view path) const {
    if (!word_.empty() && path.find(word_) == std::string_view::npos)
        return false;
    return !expression_ || expression_->matches(path);
}

} // namespace mw::classify
