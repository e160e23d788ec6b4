#include "git/text/commit.h"

#include "base/characters.h"
#include "base/utf8.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace mw::git {

namespace {

/// Cuts the first line off text, without its newline.
std::string_view take_line(std::string_view& text) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

/// What git's sane_ctype calls white space: no form feed and no vertical tab.
bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view trim_end(std::string_view text) {
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    return trim_end(text);
}

std::optional<std::string_view> value_of(std::string_view line, std::string_view header) {
    if (!line.starts_with(header) || line.size() <= header.size() || line[header.size()] != ' ')
        return std::nullopt;
    return line.substr(header.size() + 1);
}

template <typename Integer>
Integer parse_number(std::string_view text) {
    Integer number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// What stands behind the last '>' of an identity: "1262304000 +0100".
std::string_view date_of(std::string_view identity) {
    const auto close = identity.rfind('>');
    return close == std::string_view::npos ? std::string_view() : trim(identity.substr(close + 1));
}

std::int64_t time_of(std::string_view date) {
    return parse_number<std::int64_t>(date.substr(0, date.find(' ')));
}

std::string_view take_digits(std::string_view& text) {
    const auto end = std::ranges::find_if_not(text, is_digit);
    const auto digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(digits.size());
    return digits;
}

/// Time and zone as split_ident_line() of git's ident.c and show_ident_date() of its pretty.c read
/// them. Cases:
///   no digits, or no sign and digits behind them   no date at all, the time before it included
///   more seconds than git's times hold             1970, in UTC
///   a zone beyond int                              UTC
void read_date(std::string_view date, Signature& signature) {
    const auto seconds = take_digits(date);
    date = trim(date);
    if (seconds.empty() || date.size() < 2 || (date.front() != '+' && date.front() != '-'))
        return;
    const bool west = date.front() == '-';
    date.remove_prefix(1);
    const auto zone = take_digits(date);
    if (zone.empty())
        return;
    std::int64_t time = 0;
    const bool fits =
        std::from_chars(seconds.data(), seconds.data() + seconds.size(), time).ec == std::errc();
    signature.time = fits ? time : 0;
    signature.zone = fits ? parse_number<int>(zone) * (west ? -1 : 1) : 0;
}

void set_person(Signature& signature, std::string_view name, std::string_view email,
                std::string_view encoding) {
    signature.raw_name = reencoded(name.substr(0, name.find('\0')), encoding);
    signature.raw_email = reencoded(email.substr(0, email.find('\0')), encoding);
    signature.name = to_utf8(signature.raw_name);
    signature.email = to_utf8(signature.raw_email);
}

/// As split_ident_line() of git's ident.c: the address between the first '<' and the '>' after it
/// with whatever blanks stand there, the name before it without those at its end, the date behind
/// the last '>'.
Signature parse_signature(std::string_view line, std::string_view encoding) {
    Signature signature;
    const auto open = line.find('<');
    if (open == std::string_view::npos) {
        set_person(signature, trim(line), {}, encoding);
        return signature;
    }
    const auto close = line.find('>', open);
    const auto address = line.substr(open + 1);
    const auto name = line.substr(0, open);
    set_person(signature, name.substr(0, name.find_last_not_of(" \t\n\r") + 1),
               close == std::string_view::npos ? trim(address)
                                               : address.substr(0, close - open - 1),
               encoding);
    read_date(date_of(line), signature);
    return signature;
}

std::string_view skip_blank_lines(std::string_view text) {
    for (auto rest = text; !text.empty(); text = rest)
        if (!trim(take_line(rest)).empty())
            break;
    return text;
}

/// Splits a message as format_subject() of git's pretty.c does.
void split_message(std::string_view message, std::string& subject, std::string& body) {
    message = skip_blank_lines(message);
    while (!message.empty()) {
        const auto line = trim_end(take_line(message));
        if (line.empty())
            break;
        if (!subject.empty())
            subject += ' ';
        subject += line;
    }
    message = skip_blank_lines(message);
    body = trim_end(message);
}

/// Position of the ':' when the line reads "Some-Key: …", as find_separator() of git's trailer.c.
std::optional<std::size_t> separator_of(std::string_view line) {
    bool space_seen = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == ':')
            return i;
        const bool key_character =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        if (!space_seen && key_character)
            continue;
        if (i != 0 && (c == ' ' || c == '\t')) {
            space_seen = true;
            continue;
        }
        break;
    }
    return std::nullopt;
}

bool is_trailer_line(std::string_view line) {
    const auto separator = separator_of(line);
    return separator && *separator >= 1 && !is_space(line.front());
}

bool is_written_by_git(std::string_view line) {
    return line.starts_with("Signed-off-by: ") || line.starts_with("(cherry picked from commit ");
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty())
        lines.push_back(take_line(text));
    return lines;
}

bool is_comment(std::string_view line) {
    return line.starts_with('#');
}

/// The message without what git does not look for trailers in: everything from a scissors line on,
/// and the comments, empty lines and the old "Conflicts:" list at its end; ignore_non_trailer() of
/// git's commit.c.
std::string_view without_non_trailers(std::string_view message) {
    constexpr std::string_view scissors =
        "# ------------------------ >8 ------------------------\n";
    auto cut = message.starts_with(scissors) ? 0 : message.find("\n" + std::string(scissors));
    if (cut != std::string_view::npos && cut != 0)
        ++cut;
    message = message.substr(0, cut);

    std::size_t end = message.size();
    bool in_tail = false, in_conflicts = false;
    for (auto rest = message; !rest.empty();) {
        const auto start = message.size() - rest.size();
        const auto line = take_line(rest);
        if (line.empty() || is_comment(line) || line == "Conflicts:") {
            in_conflicts = in_conflicts || line == "Conflicts:";
            // The first line is the title, whatever it looks like.
            if (!in_tail && start != 0) {
                end = start;
                in_tail = true;
            }
        } else if (!in_conflicts || line.front() != '\t') {
            in_tail = in_conflicts = false;
            end = message.size();
        }
    }
    return message.substr(0, end);
}

/// Index of the first line of the trailer block, lines.size() where there is none;
/// find_trailer_start() of git's trailer.c.
std::size_t find_trailer_start(const std::vector<std::string_view>& lines) {
    std::size_t title_end = 0;
    while (title_end < lines.size() &&
           (is_comment(lines[title_end]) || !trim(lines[title_end]).empty()))
        ++title_end;

    int trailer_lines = 0, other_lines = 0, folded_lines = 0;
    bool only_spaces = true, by_git = false;
    for (std::size_t i = lines.size(); i-- > title_end;) {
        const auto line = lines[i];
        if (is_comment(line)) {
            other_lines += folded_lines;
            folded_lines = 0;
        } else if (trim(line).empty()) {
            if (only_spaces)
                continue;
            other_lines += folded_lines;
            const bool counts =
                by_git ? trailer_lines * 3 >= other_lines : trailer_lines != 0 && other_lines == 0;
            return counts ? i + 1 : lines.size();
        } else if (is_written_by_git(line)) {
            ++trailer_lines;
            folded_lines = 0;
            by_git = true;
        } else if (is_trailer_line(line)) {
            ++trailer_lines;
            folded_lines = 0;
        } else if (is_space(line.front())) {
            ++folded_lines;
        } else {
            other_lines += 1 + folded_lines;
            folded_lines = 0;
        }
        only_spaces = false;
    }
    return lines.size();
}

} // namespace

std::vector<Trailer> parse_trailers(std::string_view message) {
    const auto lines = lines_of(without_non_trailers(skip_blank_lines(message)));
    std::vector<Trailer> trailers;
    bool in_trailer = false;
    for (std::size_t i = find_trailer_start(lines); i < lines.size(); ++i) {
        const auto line = lines[i];
        if (!line.empty() && is_space(line.front())) {
            if (in_trailer && !trim(line).empty()) {
                auto& value = trailers.back().value;
                value += value.empty() ? "" : " ";
                value += trim(line);
            }
            continue;
        }
        in_trailer = is_trailer_line(line);
        if (in_trailer) {
            const auto separator = *separator_of(line);
            trailers.push_back({std::string(trim(line.substr(0, separator))),
                                std::string(trim(line.substr(separator + 1)))});
        }
    }
    return trailers;
}

Commit parse_commit(const ObjectId& id, std::string_view object) {
    Commit commit;
    commit.id = id;
    std::string_view author, committer, encoding;
    bool among_parents = true; // git reads those that follow the tree, and none further on
    while (!object.empty()) {
        const auto line = take_line(object);
        if (line.empty())
            break;
        among_parents = among_parents && (line.starts_with("tree ") || line.starts_with("parent "));
        if (const auto tree = value_of(line, "tree"))
            commit.tree = ObjectId::from_hex(*tree).value_or(ObjectId{});
        else if (const auto parent = value_of(line, "parent"); parent && among_parents)
            commit.parents.push_back(ObjectId::from_hex(*parent).value_or(ObjectId{}));
        else if (const auto by = value_of(line, "author"); by && author.empty())
            author = *by;
        else if (const auto with = value_of(line, "committer"); with && committer.empty())
            committer = *with;
        else if (const auto named = value_of(line, "encoding"))
            encoding = *named;
    }
    commit.author = parse_signature(author, encoding);
    commit.committer = parse_signature(committer, encoding);
    const std::string message = to_utf8(object, encoding);
    split_message(message, commit.subject, commit.body);
    commit.trailers = parse_trailers(message);
    return commit;
}

CommitLinks parse_commit_links(std::string_view object) {
    CommitLinks links;
    bool among_parents = true; // as in parse_commit()
    while (!object.empty()) {
        const auto line = take_line(object);
        among_parents = among_parents && (line.starts_with("tree ") || line.starts_with("parent "));
        if (const auto tree = value_of(line, "tree")) {
            links.tree = ObjectId::from_hex(*tree).value_or(ObjectId{});
        } else if (const auto parent = value_of(line, "parent"); parent && among_parents) {
            links.parents.push_back(ObjectId::from_hex(*parent).value_or(ObjectId{}));
        } else if (const auto committer = value_of(line, "committer")) {
            links.commit_time = time_of(date_of(*committer));
            break;
        } else if (line.empty()) {
            break;
        }
    }
    return links;
}

} // namespace mw::git
