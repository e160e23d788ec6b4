#include "classify/maintainers/path_expression.h"

#include <algorithm>
#include <cctype>

namespace mw::classify {

namespace {

std::string without_space(std::string_view perl) {
    std::string text;
    for (const char c : perl)
        if (!std::isspace(static_cast<unsigned char>(c)))
            text.push_back(c);
    return text;
}

bool is_plain(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '/' || c == '_' || c == '-';
}

/// The end of the group or set that opens at position; the text's end where it never closes.
std::size_t skip_nested(const std::string& text, std::size_t position) {
    const char open = text[position];
    const char close = open == '(' ? ')' : ']';
    int depth = 0;
    for (std::size_t i = position; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == open && (open == '(' || i == position))
            ++depth;
        else if (text[i] == close && --depth == 0)
            return i + 1;
    }
    return text.size();
}

/// The longest run of plain characters that every match must hold. Cases:
///   1. "a|b" outside brackets: nothing is certain.
///   2. A set or a group breaks a run; what is inside is not certain.
///   3. '?', '*' and '{' make the character before them uncertain: it leaves the run, which ends.
///   4. '+' keeps the character before it but ends the run.
///   5. "\." is a plain dot; any other escape breaks the run.
std::string certain_word(const std::string& text) {
    std::string best;
    std::string run;
    const auto end_run = [&] {
        if (run.size() > best.size())
            best = run;
        run.clear();
    };
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == '|')
            return {};
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
            if (c == '(' || c == '[')
                i = skip_nested(text, i);
            else if (c == '{')
                i = std::min(text.find('}', i), text.size() - 1) + 1;
            else
                i += c == '\\' ? 2 : 1;
        }
    }
    end_run();
    return best;
}

} // namespace

PathExpression::PathExpression(std::string_view perl) {
    const auto text = without_space(perl);
    word_ = certain_word(text);
    if (text.empty() || word_ != text)
        expression_.emplace(text, std::regex::ECMAScript | std::regex::optimize);
}

bool PathExpression::matches(std::string_view path) const {
    if (!word_.empty() && path.find(word_) == std::string_view::npos)
        return false;
    return !expression_ || std::regex_search(path.begin(), path.end(), *expression_);
}

} // namespace mw::classify
