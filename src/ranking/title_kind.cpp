#include "ranking/title_kind.h"

#include "base/text.h"

#include <algorithm>
#include <initializer_list>
#include <span>

namespace mw::document {

namespace {

using Words = std::span<const std::string_view>;
using FewWords = std::initializer_list<std::string_view>;

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// Whether one of the phrases stands in the title as whole words.
bool says(std::string_view title, Words phrases) {
    return std::ranges::any_of(phrases, [&](std::string_view phrase) {
        for (auto at = title.find(phrase); at != std::string_view::npos;
             at = title.find(phrase, at + 1)) {
            const auto end = at + phrase.size();
            if ((at == 0 || !is_word(title[at - 1])) &&
                (end == title.size() || !is_word(title[end])))
                return true;
        }
        return false;
    });
}

bool starts_with(std::string_view title, Words phrases) {
    return std::ranges::any_of(phrases, [&](std::string_view phrase) {
        return title.starts_with(phrase) &&
               (title.size() == phrase.size() || !is_word(title[phrase.size()]));
    });
}

bool says(std::string_view title, FewWords phrases) {
    return says(title, Words(phrases.begin(), phrases.size()));
}

bool starts_with(std::string_view title, FewWords phrases) {
    return starts_with(title, Words(phrases.begin(), phrases.size()));
}

/// Bytes of "[PATCH]", "mm:" and the like at the start of a title.
std::size_t prefix_length(std::string_view title) {
    std::size_t length = 0;
    if (title.starts_with('['))
        if (const auto end = title.find(']'); end != std::string_view::npos)
            length = end + 1;
    // "arm: 6012/1: realview: add" has several.
    for (int parts = 0; parts < 4; ++parts) {
        const auto colon = title.find(':', length);
        if (colon == std::string_view::npos || colon - length > 40 || colon + 1 >= title.size() ||
            title[colon + 1] != ' ')
            break;
        length = colon + 1;
    }
    // "crypto: skcipher - add": one word more where a colon came before.
    const auto dash = title.find(" - ", length);
    constexpr std::size_t longest_scope = 30;
    if (dash != std::string_view::npos && dash - length < longest_scope &&
        (length == 0 ||
         title.substr(length + 1, dash - length - 1).find(' ') == std::string_view::npos))
        length = dash + 2;
    return length;
}

/// "add foo_bar", "introduce foo_bar and foo_baz for the …": a name of the source, unless what it
/// names is said to be there for others than developers.
bool adds_identifier(std::string_view title) {
    for (const std::string_view verb : {"add ", "introduce ", "implement ", "provide "}) {
        if (!title.starts_with(verb))
            continue;
        title.remove_prefix(verb.size());
        const auto name = title.substr(0, title.find(' '));
        const auto underscore = name.find('_');
        return underscore != std::string_view::npos && underscore > 0 &&
               !says(title, {"option", "options", "parameter", "parameters", "ioctl", "ioctls",
                             "sysctl", "sysfs", "attribute", "attributes", "tracepoint", "support",
                             "driver", "system call", "syscall", "match", "target", "mode"});
    }
    return false;
}

std::string_view from_first_word(std::string_view text) {
    const auto start = text.find_first_not_of(" -\"");
    return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

// What titles of a kind say, and what they begin with behind their prefix.

constexpr std::string_view fix_words[] = {"fix",           "fixes",          "fixed",
                                          "fixing",        "fixup",          "fixups",
                                          "bug",           "oops",           "correct handling",
                                          "crash",         "panic",          "leak",
                                          "leaks",         "race",           "deadlock",
                                          "regression",    "overflow",       "underflow",
                                          "corruption",    "null deref",     "dereference",
                                          "warning",       "warnings",       "typo",
                                          "typos",         "missing",        "wrong",
                                          "incorrect",     "broken",         "breakage",
                                          "work around",   "workaround",     "build error",
                                          "build failure", "compile",        "section mismatch",
                                          "sparse",        "checkpatch",     "spelling",
                                          "bogus",         "off-by-one",     "quirk",
                                          "memleak",       "use-after-free", "sanity",
                                          "lockdep",       "double free"};

constexpr std::string_view fix_starts[] = {
    "correct", "prevent",  "avoid",      "don't", "do not",   "ensure",  "make sure",
    "handle",  "check",    "always",     "never", "properly", "only",    "hide",
    "restore", "disable",  "initialize", "reset", "protect",  "silence", "suppress",
    "limit",   "validate", "verify",     "quiet", "flush",    "set",     "skip",
    "ignore",  "clear",    "release",    "free",  "return"};

constexpr std::string_view upkeep_words[] = {
    "maintainers",    ".gitignore",     "gitignore",     "dontdiff",
    "maintainer",     "coccicheck",     "defconfig",     "defconfigs",
    "copyright",      "e-mail address", "email address", "version number",
    "driver version", "bump version",   "kernel-doc",    "kerneldoc",
    "changelog",      "to-do",          "todo",          "mailing list",
    "version bump",   "mach-types",     "readme",        "documentation update",
    "credits"};

constexpr std::string_view upkeep_starts[] = {
    "bump",          "update version",   "version",   "update documentation",
    "update driver", "update copyright", "document",  "documentation",
    "docbook",       "comment",          "regenerate"};

constexpr std::string_view cleanup_words[] = {
    "clean up",       "annotations",    "re-arrangement",
    "rearrangement",  "cleanup",        "cleanups",
    "clean-up",       "unused",         "constify",
    "constifying",    "whitespace",     "and use it",
    "__init",         "__exit",         "__read_mostly",
    "pr_fmt",         "coding style",   "comments",
    "refactor",       "reorganize",     "restructure",
    "rename",         "static",         "const",
    "simplify",       "simplification", "tidy",
    "dead code",      "duplicate",      "duplicated",
    "redundant",      "unnecessary",    "unneeded",
    "obsolete",       "indentation",    "indent",
    "helper",         "helpers",        "macro",
    "macros",         "printk",         "dprintk",
    "pr_err",         "consolidate",    "inline",
    "typedef",        "typedefs",       "debug messages",
    "abstract",       "wrapper",        "wrappers",
    "stub",           "stubs",          "forward declaration",
    "prototype",      "prototypes",     "accessors",
    "infrastructure", "preparation",    "prepare",
    "includes",       "#include",       "#includes",
    "conversion",     "factor out",     "split out",
    "pull out",       "boilerplate",    "lindent"};

constexpr std::string_view cleanup_starts[] = {
    "convert",    "use",        "move",      "replace", "kill",        "drop",
    "get rid",    "remove",     "delete",    "split",   "merge",       "unify",
    "separate",   "pass",       "change",    "make",    "let",         "factor",
    "extract",    "export",     "rework",    "switch",  "reduce",      "reorder",
    "store",      "track",      "define",    "cleaned", "removed",     "moved",
    "eliminate",  "break",      "call",      "put",     "turn",        "do",
    "generalize", "generalise", "rearrange", "stop",    "add missing", "add a comment",
    "add some",   "add const",  "push",      "copy",    "add include"};

constexpr std::string_view plumbing_words[] = {
    "struct",       "structs",     "structure",   "class",
    "definitions",  "definition",  "speed tests", "speed testing",
    "callback",     "callbacks",   "function",    "functions",
    "header",       "headers",     "facility",    "hook",
    "hooks",        "api",         "apis",        "routines",
    "field",        "fields",      "flag",        "argument",
    "place holder", "placeholder", "skeleton",    "synchronization point",
    "abstraction",  "contexts",    "identifiers", "claiming",
    "spinlock",     "mutex",       "rwlock"};

constexpr std::string_view feature_words[] = {
    "support",        "driver",           "new",          "feature",      "initial",     "sysfs",
    "ioctl",          "tracepoint",       "tracepoints",  "trace events", "system call", "syscall",
    "boot parameter", "module parameter", "mount option", "command line", "option"};

constexpr std::string_view feature_starts[] = {
    "add",     "added",  "adds",   "adding",         "introduce", "implement", "enable",  "allow",
    "provide", "create", "expose", "export to user", "permit",    "extend",    "initial", "port"};

} // namespace

TitleKind kind_of_title(std::string_view title) {
    const auto lower = lower_case(title);
    const auto rest = from_first_word(std::string_view(lower).substr(prefix_length(lower)));
    if (starts_with(lower, {"revert"}) || starts_with(rest, {"revert", "back out", "undo"}))
        return TitleKind::revert;
    if (says(rest, fix_words) || starts_with(rest, fix_starts))
        return TitleKind::fix;
    const auto prefix = std::string_view(lower).substr(0, prefix_length(lower));
    if (starts_with(lower, {"maintainers", "mailmap", "credits", ".gitignore", "dontdiff"}) ||
        says(prefix, {"maintainers", "mailmap"}) || says(rest, upkeep_words) ||
        starts_with(rest, upkeep_starts))
        return TitleKind::upkeep;
    if (says(rest, cleanup_words) || starts_with(rest, cleanup_starts))
        return TitleKind::cleanup;
    // A system call has the form of a function, but everybody may call it.
    if (starts_with(rest, {"add", "introduce", "implement"}) &&
        rest.find(" sys_") != std::string_view::npos)
        return TitleKind::feature;
    if (says(rest, plumbing_words) || adds_identifier(rest) ||
        rest.find("_is_") != std::string_view::npos || rest.find("()") != std::string_view::npos)
        return TitleKind::plumbing;
    if (says(rest, feature_words) || starts_with(rest, feature_starts))
        return TitleKind::feature;
    return TitleKind::change;
}

std::string prefix_of_title(std::string_view title) {
    auto prefix = lower_case(title.substr(0, prefix_length(title)));
    const auto colon = prefix.find_first_of(":]");
    prefix.resize(std::min(colon, prefix.size()));
    return prefix;
}

} // namespace mw::document
