#include "classify/maintainers/maintainers.h"

#include "base/message.h"
#include "base/pattern.h"
#include "classify/maintainers/glob.h"
#include "classify/maintainers/path_expression.h"

#include <algorithm>
#include <cctype>

namespace mw::classify {

namespace {

/// How deep a pattern reaches: its slashes, and one more for a file's name. A pattern that begins
/// with '*' belongs to THE REST and its like, and is the least of all.
int depth_of(std::string_view pattern) {
    if (pattern.starts_with('*'))
        return -1;
    const auto slashes = static_cast<int>(std::ranges::count(pattern, '/'));
    return pattern.ends_with('/') ? slashes : slashes + 1;
}

/// What a file pattern may hold that means something in Perl beside '*', '?' and '.', which the
/// script translates.
bool is_expression(std::string_view pattern) {
    return pattern.find_first_of("[](){}|+^$\\") != std::string_view::npos;
}

/// As much of a pattern with Perl in it as every path that it matches begins with.
std::string_view certain_directory(std::string_view pattern) {
    const auto special = pattern.find_first_of("*?[](){}|+^$\\");
    const bool optional = pattern[special] == '{' || pattern[special] == '+';
    return optional || pattern.find('|') != std::string_view::npos ? std::string_view()
                                                                   : pattern.substr(0, special);
}

/// The script's own translation of a file pattern.
std::string to_perl(std::string_view pattern) {
    std::string perl = "^";
    for (const char c : pattern) {
        if (c == '.')
            perl += "\\.";
        else if (c == '*')
            perl += ".*";
        else
            perl += c == '?' ? '.' : c;
    }
    return perl;
}

/// "F:<space>value" of a line, or no kind where it is no field.
struct Field {
    char kind = 0;
    std::string_view value;
};

Field read_field(std::string_view line) {
    if (line.size() < 2 || line[1] != ':' || !std::isupper(static_cast<unsigned char>(line[0])))
        return {};
    auto value = line.substr(2);
    while (!value.empty() && std::isspace(static_cast<unsigned char>(value.front())))
        value.remove_prefix(1);
    return {line[0], value};
}

bool is_blank_or_comment(std::string_view line) {
    const auto start = line.find_first_not_of(" \t\r\f\v");
    return start == std::string_view::npos || line[start] == '#';
}

} // namespace

struct Maintainers::Data {
    enum class LineKind : char { file = 'F', excluded = 'X', expression = 'N' };

    struct FileLine {
        LineKind kind;
        Entry entry;
        /// Counted over the whole file, so that lines of one entry keep their order.
        std::uint32_t order;
        std::string pattern;
        int depth = 0;
        bool wild = false;
        /// Of a pattern that holds more of Perl than '*' and '?'.
        std::unique_ptr<const base::Pattern> expression = nullptr;

        bool covers(std::string_view path) const;
    };

    struct EntryData {
        std::string title;
        std::vector<std::string> files;
    };

    std::vector<EntryData> entries;
    std::vector<FileLine> lines;
    DirectoryIndex line_index;
    std::vector<std::pair<FileLine, PathExpression>> expressions; ///< N: lines
    std::vector<base::Message> warnings;
    bool names_files = false;

    void add(char kind, std::string_view value) {
        const auto entry = static_cast<std::uint32_t>(entries.size() - 1);
        const auto order = static_cast<std::uint32_t>(lines.size() + expressions.size());
        FileLine line{static_cast<LineKind>(kind), entry, order, std::string(value)};
        if (line.kind == LineKind::expression) {
            add_expression(std::move(line));
            return;
        }
        line.depth = depth_of(value);
        line.wild = has_wildcards(value);
        const bool perl = is_expression(value);
        if (perl && !read_pattern(line))
            return;
        if (line.kind == LineKind::file)
            entries.back().files.emplace_back(value);
        line_index.add(perl ? certain_directory(value) : value,
                       static_cast<std::uint32_t>(lines.size()));
        lines.push_back(std::move(line));
        // The head of old files explains the letters: "F: Files and directories with …".
        names_files = names_files || value.find(' ') == std::string_view::npos;
    }

    void add_expression(FileLine line) {
        if (expressions.size() == most_expressions) {
            refuse(line,
                   base::Message("there are more than {} of them in the file", most_expressions));
            return;
        }
        try {
            PathExpression expression(line.pattern);
            expressions.emplace_back(std::move(line), std::move(expression));
        } catch (const base::PatternError& error) {
            refuse(line, error.message());
        }
    }

    bool read_pattern(FileLine& line) {
        try {
            line.expression = std::make_unique<const base::Pattern>(to_perl(line.pattern));
            return true;
        } catch (const base::PatternError& error) {
            refuse(line, error.message());
            return false;
        }
    }

    void refuse(const FileLine& line, const base::Message& why) {
        warnings.push_back(base::Message(
            "MAINTAINERS, entry '{}': {}: {} cannot be read ({}), so that line names no files.",
            entries.back().title, std::string(1, static_cast<char>(line.kind)), line.pattern, why));
    }

    static constexpr std::size_t most_expressions = 500;
};

/// The script's file_match_pattern(). Cases:
///   1. "dir/" covers everything below.
///   2. "dir/*" and "dir/file" are compared from the path's start and need not reach its end, but
///      have to have as many slashes as the path: "drivers/net/tg3" covers drivers/net/tg3.c.
///   3. "dir" without its slash: the script looks whether that is a directory in the tree and then
///      means "dir/". There is no tree here; that the path goes on with '/' shows the same. It
///      looks for the translated name: one with a dot ("lib.d", by then "lib\.d") is never found.
///   4. '*' matches '/' too; case 2 limits it where the pattern has no slash at its end.
///   5. Whatever else of Perl's expressions a pattern holds means what it means there.
bool Maintainers::Data::FileLine::covers(std::string_view path) const {
    if (expression) {
        if (!expression->matches(path))
            return false;
    } else if (wild) {
        if (!glob_match(pattern, path, {.star_crosses_slash = true, .prefix = true}))
            return false;
    } else if (!path.starts_with(pattern)) {
        return false;
    }
    if (pattern.ends_with('/') || std::ranges::count(path, '/') == std::ranges::count(pattern, '/'))
        return true;
    return !wild && !expression && pattern.find('.') == std::string::npos &&
           path.size() > pattern.size() && path[pattern.size()] == '/';
}

Maintainers::Maintainers(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Maintainers::~Maintainers() = default;

/// An entry begins with its first field; its title is the last line before that is no field. Blank
/// lines and comments do not end an entry, only another title does.
std::shared_ptr<const Maintainers> Maintainers::parse(std::string_view text) {
    auto data = std::make_unique<Data>();
    std::string_view title;
    bool in_entry = false;
    while (!text.empty()) {
        const auto newline = text.find('\n');
        const auto line = text.substr(0, newline);
        text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
        const auto field = read_field(line);
        if (field.kind == 0) {
            if (!is_blank_or_comment(line)) {
                title = line;
                in_entry = false;
            }
            continue;
        }
        if (!in_entry)
            data->entries.push_back({std::string(title), {}});
        in_entry = true;
        const bool names = field.kind == 'N' || field.kind == 'F' || field.kind == 'X';
        if (names && !field.value.empty())
            data->add(field.kind, field.value);
    }
    return std::shared_ptr<const Maintainers>(new Maintainers(std::move(data)));
}

bool Maintainers::has_patterns() const {
    return data_->names_files;
}

/// As in the script, the last line of an entry that matches decides how deep the entry matches,
/// an N: line counts as depth 0, and one X: line that matches takes the entry out.
std::vector<Maintainers::Entry> Maintainers::matches(std::string_view path) const {
    std::vector<const Data::FileLine*> matched;
    data_->line_index.for_each_candidate(path, [&](std::uint32_t id) {
        if (data_->lines[id].covers(path))
            matched.push_back(&data_->lines[id]);
    });
    for (const auto& [line, expression] : data_->expressions)
        if (expression.matches(path))
            matched.push_back(&line);
    std::ranges::sort(matched, {}, &Data::FileLine::order);

    struct Found {
        Entry entry;
        int depth;
        bool excluded;
    };
    std::vector<Found> found;
    for (const auto* line : matched) {
        if (found.empty() || found.back().entry != line->entry)
            found.push_back({line->entry, line->depth, true});
        // An entry that has nothing but X: lines here stays excluded: it does not cover the path.
        if (line->kind != Data::LineKind::excluded) {
            found.back().depth = line->depth;
            found.back().excluded = false;
        }
    }
    for (const auto* line : matched)
        if (line->kind == Data::LineKind::excluded)
            std::ranges::find(found, line->entry, &Found::entry)->excluded = true;
    std::erase_if(found, [](const Found& one) { return one.excluded; });
    std::ranges::stable_sort(found, std::ranges::greater(), &Found::depth);

    std::vector<Entry> entries;
    for (const auto& one : found)
        if (one.depth >= 0 || found.front().depth < 0)
            entries.push_back(one.entry);
    return entries;
}

std::size_t Maintainers::entry_count() const {
    return data_->entries.size();
}

const std::string& Maintainers::title(Entry entry) const {
    return data_->entries[entry].title;
}

std::span<const std::string> Maintainers::file_patterns(Entry entry) const {
    return data_->entries[entry].files;
}

std::vector<std::string> Maintainers::entries_for(std::string_view path) const {
    std::vector<std::string> titles;
    for (const auto entry : matches(path))
        titles.push_back(title(entry));
    return titles;
}

std::string Maintainers::best_entry(std::string_view path) const {
    const auto entries = matches(path);
    return entries.empty() ? std::string() : title(entries.front());
}

const std::vector<base::Message>& Maintainers::warnings() const {
    return data_->warnings;
}

} // namespace mw::classify
