#include "kbuild/makefile.h"

#include "base/error.h"
#include "kbuild/words.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace mw::kbuild {

using std::string_view;

namespace {

constexpr int most_includes = 1000;
/// No system opens a file of a longer name.
constexpr std::size_t longest_word = 4096;
/// Conditionals that no kernel nests so deep; what is not understood is not followed for ever.
constexpr std::size_t deepest_condition = 100;

bool takes_word(string_view& line, string_view word) {
    if (!line.starts_with(word))
        return false;
    const auto rest = line.substr(word.size());
    if (!rest.empty() && rest.front() != ' ' && rest.front() != '\t' && rest.front() != '(')
        return false;
    line = trimmed(rest);
    return true;
}

/// A line without its comment; "\#" is no comment.
string_view without_comment(string_view line) {
    for (auto at = line.find('#'); at != string_view::npos; at = line.find('#', at + 1))
        if (at == 0 || line[at - 1] != '\\')
            return line.substr(0, at);
    return line;
}

/// The place of a character outside of $(…); npos where there is none.
std::size_t find_outside(string_view text, string_view characters) {
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '$' && at + 1 < text.size() &&
            (text[at + 1] == '(' || text[at + 1] == '{')) {
            ++depth;
            ++at;
        } else if (depth > 0 && (text[at] == '(' || text[at] == '{')) {
            ++depth;
        } else if (depth > 0 && (text[at] == ')' || text[at] == '}')) {
            --depth;
        } else if (depth == 0 && characters.find(text[at]) != string_view::npos) {
            return at;
        }
    }
    return string_view::npos;
}

} // namespace

void Effort::spend(std::size_t characters) {
    spent_ += characters;
    if (spent_ > most_)
        refuse();
}

void Effort::refuse() const {
    throw base::Error("its Makefiles expand to more text than those of any kernel");
}

Makefile::Makefile(const ConfigFile& config, const FileReader& files, Effort& effort)
    : config_(config), files_(files), effort_(effort) {}

void Makefile::set(const std::string& variable, const std::string& value) {
    variables_[variable] = {value, true};
}

void Makefile::read(string_view text) {
    std::string joined;
    effort_.spend(text.size());
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(text.size(), end + 1));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.ends_with('\\') && !text.empty()) {
            line.remove_suffix(1);
            joined.append(joined.empty() ? line : trimmed(line)).append(1, ' ');
            continue;
        }
        if (joined.empty()) {
            read_line(line);
        } else {
            joined.append(trimmed(line));
            read_line(joined);
            joined.clear();
        }
    }
}

Makefile::Truth Makefile::reading() const {
    Truth all = Truth::yes;
    for (const auto& condition : conditions_)
        all = std::min(all, condition.now);
    return all;
}

void Makefile::read_line(string_view line) {
    if (defining_) {
        if (trimmed(line).starts_with("endef"))
            defining_.reset();
        else if (reading() == Truth::yes)
            variables_[*defining_].text.append(line).append(1, '\n');
        return;
    }
    if (in_rule_ && line.starts_with('\t'))
        return; // a recipe
    line = trimmed(without_comment(line));
    if (line.empty() || read_conditional(line) || reading() == Truth::no)
        return;
    if (takes_word(line, "define")) {
        defining_ = std::string(line.substr(0, line.find_first_of(" =")));
        variables_[*defining_] = {};
        return;
    }
    if (takes_word(line, "include") || takes_word(line, "-include") ||
        takes_word(line, "sinclude")) {
        include(line);
        return;
    }
    for (const auto* word : {"override", "export", "unexport", "private"})
        if (takes_word(line, word) && line.find('=') == string_view::npos)
            return;
    in_rule_ = !read_assignment(line);
    if (!in_rule_)
        return;
    for (const auto& word : split_words(expand(line)))
        if (word.ends_with(".o") || word.ends_with(".o:"))
            objects_of_rules_.insert(
                word.substr(word.front() == doubt ? 1 : 0, word.rfind(".o") + 2));
}

bool Makefile::read_conditional(string_view line) {
    if (takes_word(line, "endif")) {
        if (!conditions_.empty())
            conditions_.pop_back();
        return true;
    }
    const bool other = takes_word(line, "else");
    if (other && !conditions_.empty()) {
        auto& condition = conditions_.back();
        condition.before = std::max(condition.before, condition.now);
        // In doubt about the branches before, this one is in doubt as well.
        condition.now = condition.before == Truth::yes  ? Truth::no
                        : condition.before == Truth::no ? Truth::yes
                                                        : Truth::maybe;
    }
    for (const auto* keyword : {"ifeq", "ifneq", "ifdef", "ifndef"}) {
        if (!takes_word(line, keyword))
            continue;
        if (!other) {
            if (conditions_.size() < deepest_condition)
                conditions_.push_back({test(keyword, line), Truth::no});
        } else if (!conditions_.empty()) {
            conditions_.back().now = std::min(conditions_.back().now, test(keyword, line));
        }
        return true;
    }
    return other;
}

Makefile::Truth Makefile::test(string_view keyword, string_view rest) const {
    const bool negated = keyword[2] == 'n';
    const auto verdict = [negated](bool holds) {
        return holds != negated ? Truth::yes : Truth::no;
    };
    const auto certain_text = [](string_view text) {
        return text.find_first_not_of(" \t\x01") != string_view::npos;
    };
    if (keyword.ends_with("def")) {
        const auto value = expand_variable(expand(rest));
        return is_doubtful(value) && !certain_text(value) ? Truth::maybe
                                                          : verdict(!trimmed(value).empty());
    }
    std::string left, right;
    if (rest.starts_with('(')) {
        rest = rest.substr(1, rest.rfind(')') - 1);
        const auto comma = std::min(find_outside(rest, ","), rest.size());
        left = expand(rest.substr(0, comma));
        right = expand(trimmed(rest.substr(std::min(comma + 1, rest.size()))));
    } else { // "a" "b" or 'a' 'b'
        for (auto* side : {&left, &right}) {
            rest = trimmed(rest);
            const auto end = rest.empty() ? string_view::npos : rest.find(rest.front(), 1);
            if (end == string_view::npos)
                return Truth::maybe;
            *side = expand(rest.substr(1, end - 1));
            rest.remove_prefix(end + 1);
        }
    }
    left = trimmed(left);
    right = trimmed(right);
    if (!is_doubtful(left) && !is_doubtful(right))
        return verdict(left == right);
    // Something is there, whatever the rest may be.
    const auto has_certain_word = [](const std::string& text) {
        return std::ranges::any_of(split_words(text),
                                   [](const std::string& word) { return word.front() != doubt; });
    };
    if ((left.empty() && has_certain_word(right)) || (right.empty() && has_certain_word(left)))
        return verdict(false);
    return Truth::maybe;
}

bool Makefile::read_assignment(string_view line) {
    auto equals = find_outside(line, "=");
    const auto colon = find_outside(line, ":");
    if (equals == string_view::npos)
        return false;
    auto name_end = equals;
    static constexpr std::array<string_view, 6> operations = {"::=", ":=", "+=", "?=", "!=", "="};
    string_view operation = "=";
    for (const auto known : operations)
        if (equals + 1 >= known.size() && line.substr(0, equals + 1).ends_with(known)) {
            operation = known;
            name_end = equals + 1 - known.size();
            break;
        }
    if (colon < name_end)
        return false; // a rule, or a variable of one
    const auto name = expand(trimmed(line.substr(0, name_end)));
    if (name.empty() || name.find_first_of(" \t") != std::string::npos)
        return false;
    assign(name, operation, trimmed(line.substr(equals + 1)));
    return true;
}

void Makefile::assign(const std::string& name, string_view operation, string_view value) {
    const bool maybe = reading() == Truth::maybe;
    if (is_doubtful(name)) {
        // obj-$(that is not known): in whichever of the lists, the words may be in each.
        const auto dash = name.find('-');
        if (dash == std::string::npos)
            return;
        for (const auto* suffix : {"-y", "-m"}) {
            auto& list = variables_[name.substr(0, dash) + suffix];
            list.text = expand(list.text) + ' ' + in_doubt(expand(value));
            list.expanded = true;
        }
        return;
    }
    auto& variable = variables_[name];
    if (operation == "?=" && !variable.text.empty())
        return;
    if (operation == "!=") {
        variable = {std::string(1, doubt), true};
    } else if (maybe) {
        const auto before = expand(variable.text);
        const auto more = in_doubt(expand(value));
        variable = {(operation == "+=" ? before : in_doubt(before)) + ' ' + more, true};
    } else if (operation == "+=") {
        variable.text.append(variable.text.empty() ? "" : " ")
            .append(variable.expanded ? expand(value) : std::string(value));
    } else if (operation.ends_with(":=")) {
        variable = {expand(value), true};
    } else {
        variable = {std::string(value), false};
    }
}

void Makefile::include(string_view names) {
    for (const auto& name : split_words(expand(names))) {
        if (is_doubtful(name) || name.starts_with("scripts/") || ++includes_ > most_includes)
            continue;
        if (const auto text = files_(name.starts_with("./") ? name.substr(2) : name))
            read(*text);
    }
}

std::vector<Word> Makefile::words(const std::string& variable) const {
    std::vector<Word> words;
    const auto text = expand_variable(variable);
    effort_.spend(text.size());
    for (const auto& word : split_words(text)) {
        const bool certain = word.front() != doubt;
        if (word.size() > longest_word || (!certain && word.find(doubt, 1) != std::string::npos) ||
            (certain && is_doubtful(word)))
            words.push_back({"", false});
        else
            words.push_back({certain ? word : word.substr(1), certain});
    }
    return words;
}

std::vector<std::string> Makefile::variables() const {
    std::vector<std::string> names;
    for (const auto& [name, variable] : variables_)
        names.push_back(name);
    return names;
}

} // namespace mw::kbuild
