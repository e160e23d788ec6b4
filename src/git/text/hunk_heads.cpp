#include "git/text/hunk_heads.h"

#include <algorithm>
#include <array>
#include <map>

// The rules below say what git's own drivers find (userdiff.c of git 2.39 to 2.52), in expressions
// of ours; git's are under another licence. Of a rule with a group that took part, the group is the
// head. Per language, what names what follows:
//   bash      a function's header: name () or "function name", with the rest of its line (before
//             2.52 git left that out)
//   cpp       any line at the left margin that begins with a word or "::", unless it is a label or
//             "public:", of whatever indentation
//   dts       a node: a word, "&label" or the root's "/ {", on a line without ';' and '='
//   golang    func; type of a struct or interface
//   html      a heading
//   ini       a section (git since 2.52)
//   java      class, enum, interface, record; a method, but no statement that looks like one
//   markdown  a heading of the "#" kind
//   perl      package, sub without ';' (its prototype alone where it has one), BEGIN and its like,
//             a heading of POD
//   python    class, def, async def
//   ruby      class, module, def
//   rust      items with a name (fn, struct, impl, ...), without ';'
//   tex       sections, chapters, parts

namespace mw::git {

namespace {

constexpr std::size_t longest_line = 64'000; // more of a line than this tells nothing new

struct BuiltinRules {
    std::string_view driver, rules;
};

constexpr std::array<BuiltinRules, 13> builtin = {{
    {"bash",
     R"(^[ \t]*((?:[A-Za-z_]\w*[ \t]*\([ \t]*\)|function[ \t]+[A-Za-z_]\w*(?:[ \t]*\([ \t]*\)|[ \t]+)).*)$)"},
    {"cpp", "!^[ \\t]*[A-Za-z_]\\w*:\\s*(?:$|/[/*])\n"
            "^((?:::\\s*)?[A-Za-z_].*)$"},
    {"dts", "!;\n!=\n"
            "^[ \\t]*((?:/[ \\t]*\\{|&?[A-Za-z_]).*)"},
    {"golang", "^[ \\t]*(func.*)\n"
               "^[ \\t]*(type[ \\t].*(?:struct|interface)[ \\t]*(?:\\{[ \\t]*)?)"},
    {"html", "^[ \\t]*(<[Hh][1-6](?:[ \\t].*)?>.*)$"},
    {"ini", "^[ \\t]*\\[[^\\]]+\\]"},
    {"java", "!^[ \\t]*(?:catch|do|for|if|instanceof|new|return|switch|throw|while)\n"
             "^[ \\t]*((?:[a-z-]+[ \\t]+)*(?:class|enum|interface|record)[ \\t]+.*)$\n"
             "^[ \\t]*((?:[A-Za-z_<>&][\\]\\[?&<>.,\\w]*[ \\t]+)+[A-Za-z_]\\w*[ \\t]*\\([^;]*)$"},
    {"markdown", "^ {0,3}#{1,6}[ \\t].*"},
    {"perl", "^package .*\n"
             "^sub [\\w':]+[ \\t]*(\\([^)]*\\)[ \\t]*)?(?::[^;#]*)?(?:\\{[ \\t]*)?(?:#.*)?$\n"
             "^(BEGIN|END|INIT|CHECK|UNITCHECK|AUTOLOAD|DESTROY)[ \\t]*(?:\\{[ \\t]*)?(?:#.*)?$\n"
             "^=head[0-9] .*"},
    {"python", "^[ \\t]*((?:class|(?:async[ \\t]+)?def)[ \\t].*)$"},
    {"ruby", "^[ \\t]*((?:class|module|def)[ \\t].*)$"},
    {"rust", "^[ \\t]*((?:pub(?:\\([^)]+\\))?[ \\t]+)?"
             "(?:(?:async|const|unsafe|extern[ \\t]+\"[^\"]+\")[ \\t]+)?"
             "(?:struct|enum|union|mod|trait|fn|impl|macro_rules!)[< \\t]+[^;]*)$"},
    {"tex", "^(\\\\(?:(?:sub)*section|chapter|part)\\*?\\{.*)$"},
}};

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_head_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view cut(std::string_view head) {
    head = head.substr(0, HunkHeads::longest_head);
    while (!head.empty() && is_head_blank(head.back()))
        head.remove_suffix(1);
    return head;
}

} // namespace

HunkHeads::HunkHeads(std::string_view rules, bool ignore_case) : by_default_(false) {
    const unsigned flags = ignore_case ? base::Pattern::ignore_case : base::Pattern::none;
    try {
        while (!rules.empty()) {
            auto rule = rules.substr(0, rules.find('\n'));
            rules.remove_prefix(std::min(rule.size() + 1, rules.size()));
            const bool names = !rule.starts_with('!');
            rule.remove_prefix(names ? 0 : 1);
            rules_.push_back({base::Pattern(rule, flags), names});
        }
    } catch (const base::PatternError&) {
        // git dies here; a diff with plain heads is better than none.
        rules_.clear();
    }
}

const HunkHeads& HunkHeads::of_driver(std::string_view name) {
    static const auto drivers = [] {
        std::map<std::string_view, HunkHeads> made;
        for (const auto& driver : builtin)
            made.emplace(driver.driver, HunkHeads(driver.rules));
        return made;
    }();
    static const HunkHeads by_default;
    const auto found = drivers.find(name);
    return found == drivers.end() ? by_default : found->second;
}

std::optional<std::string_view> HunkHeads::head(std::string_view line) const {
    line = line.substr(0, longest_line);
    if (by_default_) {
        const bool names = !line.empty() && (is_ascii_letter(line.front()) || line.front() == '_' ||
                                             line.front() == '$');
        return names ? std::optional(cut(line)) : std::nullopt;
    }
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    for (const auto& rule : rules_)
        if (const auto found = rule.pattern.first_group(line))
            return rule.names ? std::optional(cut(*found)) : std::nullopt;
    return std::nullopt;
}

HunkHeadFinder::HunkHeadFinder(std::string_view text, const HunkHeads& heads)
    : text_(text), heads_(heads) {
    for (std::size_t at = 0; at < text.size();) {
        starts_.push_back(at);
        const auto newline = text.find('\n', at);
        at = newline == std::string_view::npos ? text.size() : newline + 1;
    }
}

std::string_view HunkHeadFinder::line(std::size_t number) const {
    const auto rest = text_.substr(starts_[number]);
    return rest.substr(0, rest.find('\n'));
}

std::string_view HunkHeadFinder::before(std::size_t first) {
    first = std::min(first, starts_.size());
    for (auto at = first; at > seen_; --at)
        if (const auto head = heads_.head(line(at - 1))) {
            last_ = *head;
            break;
        }
    seen_ = std::max(seen_, first);
    return last_;
}

} // namespace mw::git
