#include "kbuild/makefile.h"
#include "kbuild/words.h"

#include <algorithm>
#include <charconv>

// References and functions of GNU make, as its manual describes them. What would run a program is
// `doubt`; what is made of doubt is.

namespace mw::kbuild {

using std::string_view;

namespace {

constexpr int deepest_expansion = 60;
constexpr std::size_t longest_text = 4 << 20;

/// Behind the bracket that closes the one at `open`; npos where none does.
std::size_t behind_bracket(string_view text, std::size_t open) {
    const char opens = text[open], closes = opens == '(' ? ')' : '}';
    int depth = 0;
    for (auto at = open; at < text.size(); ++at) {
        if (text[at] == opens)
            ++depth;
        else if (text[at] == closes && --depth == 0)
            return at + 1;
    }
    return string_view::npos;
}

/// Cut at commas outside of brackets, into at most so many.
std::vector<string_view> cut_arguments(string_view text, std::size_t most) {
    std::vector<string_view> parts;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size() && parts.size() + 1 < most; ++at) {
        if (text[at] == '(' || text[at] == '{')
            ++depth;
        else if (text[at] == ')' || text[at] == '}')
            --depth;
        else if (text[at] == ',' && depth == 0) {
            parts.push_back(text.substr(begin, at - begin));
            begin = at + 1;
        }
    }
    parts.push_back(text.substr(begin));
    return parts;
}

std::string substituted(string_view from, string_view to, string_view text, Effort& effort) {
    std::string result;
    while (!from.empty()) {
        const auto found = text.find(from);
        if (found == string_view::npos)
            break;
        effort.spend(found + to.size() + 1);
        result.append(text.substr(0, found)).append(to);
        text.remove_prefix(found + from.size());
    }
    return result.append(text);
}

template <typename Change>
std::string each_word(string_view text, Effort& effort, Change change) {
    auto words = split_words(text);
    for (auto& word : words) {
        word = change(word);
        effort.spend(word.size());
    }
    std::erase(words, "");
    return join_words(words);
}

std::string filtered(string_view patterns, string_view text, bool keep, Effort& effort) {
    const auto wanted = split_words(patterns);
    auto words = split_words(text);
    effort.spend(wanted.size() * words.size());
    const bool vague = is_doubtful(patterns);
    std::erase_if(words, [&](std::string& word) {
        if (word == string_view(&doubt, 1))
            return false;
        string_view bare = word, stem;
        if (bare.front() == doubt)
            bare.remove_prefix(1);
        const bool found = std::ranges::any_of(
            wanted, [&](const std::string& pattern) { return fits(pattern, bare, stem); });
        if (found == keep)
            return false;
        if (!vague)
            return true;
        word = in_doubt(word);
        return false;
    });
    return join_words(words);
}

std::string sorted_words(string_view text) {
    auto words = split_words(text);
    std::ranges::sort(words);
    words.erase(std::ranges::unique(words).begin(), words.end());
    return join_words(words);
}

std::string folder_of_word(const std::string& word) {
    const auto slash = word.rfind('/');
    return slash == std::string::npos ? "./" : word.substr(0, slash + 1);
}

std::string name_of_word(const std::string& word) {
    return word.substr(word.rfind('/') + 1);
}

std::string stem_of_word(const std::string& word) {
    const auto dot = word.rfind('.');
    const auto slash = word.rfind('/');
    return dot == std::string::npos || (slash != std::string::npos && dot < slash)
               ? word
               : word.substr(0, dot);
}

} // namespace

std::string Makefile::expand(string_view text) const {
    effort_.spend(text.size() + 1);
    if (depth_ >= deepest_expansion)
        return std::string(1, doubt);
    ++depth_;
    std::string result;
    while (!text.empty()) {
        if (result.size() > longest_text)
            effort_.refuse();
        const auto dollar = text.find('$');
        result.append(text.substr(0, dollar));
        if (dollar == string_view::npos || dollar + 1 >= text.size())
            break;
        const char next = text[dollar + 1];
        if (next == '(' || next == '{') {
            const auto end = behind_bracket(text, dollar + 1);
            if (end == string_view::npos) {
                result += doubt;
                break;
            }
            result += expand_reference(text.substr(dollar + 2, end - dollar - 3));
            text.remove_prefix(end);
            continue;
        }
        if (next == '$')
            result += '$';
        else if (!calls_.empty() && next >= '0' && next <= '9')
            result += expand_variable(string_view(&next, 1));
        else
            result += doubt; // $@ and its like, which only recipes know
        text.remove_prefix(dollar + 2);
    }
    --depth_;
    return result;
}

std::string Makefile::expand_reference(string_view inside) const {
    const auto blank = inside.find_first_of(" \t");
    if (blank != string_view::npos)
        if (auto result = call_function(inside.substr(0, blank), trimmed(inside.substr(blank))))
            return *result;
    // $(name:%.c=%.o), $(name:.c=.o)
    const auto reference = expand(inside);
    const auto colon = reference.find(':'), equals = reference.find('=');
    if (colon == std::string::npos || equals == std::string::npos || equals < colon)
        return expand_variable(reference);
    auto pattern = reference.substr(colon + 1, equals - colon - 1),
         replacement = reference.substr(equals + 1);
    if (pattern.find('%') == std::string::npos) {
        pattern.insert(0, 1, '%');
        replacement.insert(0, 1, '%');
    }
    return each_word(expand_variable(reference.substr(0, colon)), effort_,
                     [&](const std::string& word) { return replaced(pattern, replacement, word); });
}

std::string Makefile::expand_variable(string_view name) const {
    name = trimmed(name);
    if (is_doubtful(name))
        return std::string(1, doubt);
    if (!calls_.empty() && name.size() == 1 && name[0] >= '0' && name[0] <= '9') {
        const auto index = static_cast<std::size_t>(name[0] - '0');
        if (index >= calls_.back().size())
            return {};
        effort_.spend(calls_.back()[index].size());
        return calls_.back()[index];
    }
    for (auto loop = loops_.rbegin(); loop != loops_.rend(); ++loop)
        if (loop->first == name)
            return loop->second;
    if (const auto found = variables_.find(name); found != variables_.end()) {
        if (!found->second.expanded)
            return expand(found->second.text);
        effort_.spend(found->second.text.size());
        return found->second.text;
    }
    constexpr string_view front = "CONFIG_";
    return name.starts_with(front) ? config_.value(name.substr(front.size())) : std::string();
}

std::optional<std::string> Makefile::call_function(string_view name, string_view rest) const {
    if (name == "if")
        return choose(rest);
    if (name == "foreach")
        return for_each(rest);
    if (name == "shell" || name == "wildcard" || name == "realpath" || name == "file")
        return std::string(1, doubt);
    if (name == "eval" || name == "error" || name == "warning" || name == "info")
        return std::string();
    if (name == "or" || name == "and") {
        std::string last;
        for (const auto part : cut_arguments(rest, rest.size() + 1)) {
            last = trimmed(expand(part));
            if (is_doubtful(last))
                return std::string(1, doubt);
            if (last.empty() == (name == "and"))
                return last;
        }
        return last;
    }
    struct Known {
        string_view name;
        std::size_t arguments;
    };
    static constexpr Known functions[] = {
        {"subst", 3},      {"patsubst", 3},  {"strip", 1},   {"findstring", 2}, {"filter", 2},
        {"filter-out", 2}, {"sort", 1},      {"word", 2},    {"words", 1},      {"firstword", 1},
        {"lastword", 1},   {"dir", 1},       {"notdir", 1},  {"basename", 1},   {"suffix", 1},
        {"addsuffix", 2},  {"addprefix", 2}, {"abspath", 1}, {"origin", 1},     {"value", 1},
        {"call", 100}};
    const auto known = std::ranges::find(functions, name, &Known::name);
    if (known == std::end(functions))
        return std::nullopt;
    Arguments arguments;
    for (const auto part : cut_arguments(rest, known->arguments))
        arguments.push_back(expand(part));
    arguments.resize(std::max(arguments.size(), known->arguments == 100 ? 1 : known->arguments));
    return name == "call" ? call_user(arguments) : call_text_function(name, arguments);
}

std::string Makefile::call_text_function(string_view name, const Arguments& arguments) const {
    const auto& first = arguments[0];
    const auto& last = arguments.back();
    if (name == "subst")
        return is_doubtful(first) ? std::string(1, doubt)
                                  : substituted(first, arguments[1], arguments[2], effort_);
    if (name == "patsubst")
        return each_word(arguments[2], effort_, [&](const std::string& word) {
            return replaced(trimmed(first), trimmed(arguments[1]), word);
        });
    if (name == "strip")
        return join_words(split_words(first));
    if (name == "filter" || name == "filter-out")
        return filtered(first, last, name == "filter", effort_);
    if (name == "sort")
        return sorted_words(first);
    if (name == "addprefix" || name == "addsuffix")
        return each_word(last, effort_, [&](const std::string& word) {
            const bool in_front = name == "addprefix";
            if (word.front() == doubt)
                return doubt + (in_front ? first + word.substr(1) : word.substr(1) + first);
            return in_front ? first + word : word + first;
        });
    if (name == "dir")
        return each_word(first, effort_, folder_of_word);
    if (name == "notdir")
        return each_word(first, effort_, name_of_word);
    if (name == "basename")
        return each_word(first, effort_, stem_of_word);
    if (name == "abspath")
        return first;
    if (is_doubtful(first) || is_doubtful(last) || name == "suffix" || name == "value")
        return std::string(1, doubt);
    if (name == "findstring")
        return last.find(first) == std::string::npos ? std::string() : first;
    if (name == "origin")
        return is_set(first) ? "file" : "undefined";
    const auto words = split_words(last);
    if (name == "words")
        return std::to_string(words.size());
    if (words.empty())
        return {};
    if (name == "firstword" || name == "lastword")
        return name == "firstword" ? words.front() : words.back();
    std::size_t number = 0;
    const auto digits = trimmed(first);
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number >= 1 && number <= words.size() ? words[number - 1] : std::string();
}

std::string Makefile::call_user(const Arguments& arguments) const {
    const auto name = std::string(trimmed(arguments[0]));
    const auto found = variables_.find(name);
    if (found == variables_.end() || depth_ >= deepest_expansion)
        return std::string(1, doubt); // cc-option and its like
    calls_.push_back(arguments);
    auto result = expand(found->second.text);
    calls_.pop_back();
    return result;
}

std::string Makefile::choose(string_view rest) const {
    const auto parts = cut_arguments(rest, 3);
    const auto condition = std::string(trimmed(expand(trimmed(parts[0]))));
    const auto part = [&](std::size_t index) {
        return index < parts.size() ? expand(parts[index]) : std::string();
    };
    if (condition.empty())
        return part(2);
    const auto words = split_words(condition);
    const bool certain =
        std::ranges::any_of(words, [](const std::string& word) { return word.front() != doubt; });
    return certain ? part(1) : in_doubt(part(1)) + ' ' + in_doubt(part(2));
}

std::string Makefile::for_each(string_view rest) const {
    const auto parts = cut_arguments(rest, 3);
    if (parts.size() < 3)
        return {};
    const auto name = expand(trimmed(parts[0]));
    std::vector<std::string> results;
    for (const auto& word : split_words(expand(parts[1]))) {
        const bool certain = word.front() != doubt;
        loops_.emplace_back(name, certain ? word : word.substr(1));
        auto text = expand(parts[2]);
        effort_.spend(word.size() + text.size());
        loops_.pop_back();
        results.push_back(certain ? std::move(text) : in_doubt(text));
    }
    return join_words(results);
}

} // namespace mw::kbuild
