#include "ranking/pull_text.h"

#include "base/text.h"
#include "ranking/pull_title_list.h"
#include "ranking/title_kind.h"

#include <algorithm>
#include <set>
#include <vector>

namespace mw::document {

namespace {

/// What a merger says of the merge itself: "Fix up trivial conflicts in …", "Much less trivial
/// conflicts in …", "Manual merge to take …", "[ … - Linus ]". Told by its first sentence; a list's
/// item may be about conflicts of another kind.
bool tells_of_conflicts(std::string_view paragraph) {
    if (paragraph.starts_with("- ") || paragraph.starts_with("* ") || paragraph.starts_with("o "))
        return false;
    std::size_t end = paragraph.find(". ");
    end = std::min({end, paragraph.find(".\n"), paragraph.find("\n\n"), paragraph.size()});
    const auto sentence = lower_case(paragraph.substr(0, end));
    const auto has = [&](std::string_view word) {
        return sentence.find(word) != std::string::npos;
    };
    constexpr std::string_view merges[] = {
        "mismerge",   "merge fix",      "merge error",  "manual merge",   "manually merge",
        "evil merge", "merge conflict", "manual fixup", "manually fixed", "clash due to"};
    if (std::ranges::any_of(merges, has) || sentence.ends_with("in the merge") ||
        sentence.ends_with("in the merge.") || sentence.starts_with("fixed up ") ||
        (paragraph.starts_with('[') && paragraph.ends_with(']')))
        return true;
    // Locks conflict as well.
    constexpr std::string_view mends[] = {"fix",         "trivial",       "resol",
                                          "manual",      "semantic",      "conflicts in",
                                          "conflict in", "conflicts due", "conflicts with",
                                          "conflicts:",  "conflict with"};
    return has("conflict") && std::ranges::any_of(mends, has);
}

/// Asking for the pull, and thanking for it: "Hi Linus,", "Please pull …", "Thanks,".
bool is_courtesy(std::string_view paragraph) {
    const auto lower = lower_case(paragraph);
    constexpr std::size_t longest = 160;
    if (lower.size() > longest)
        return false;
    constexpr std::string_view starts[] = {
        "hi ",           "hi,",    "hello",     "dear ",  "please pull", "please do pull",
        "linus, please", "thanks", "thank you", "cheers", "regards",     "best regards",
        "kind regards"};
    return std::ranges::any_of(starts, [&](auto start) { return lower.starts_with(start); });
}

/// Without the paragraphs that the two above know, and hopes, thanks and asides after them.
std::string without_asides(const std::string& prose) {
    std::string kept;
    bool after_conflicts = false;
    for (std::size_t at = 0; at < prose.size();) {
        const auto end = std::min(prose.find("\n\n", at), prose.size());
        const auto paragraph = std::string_view(prose).substr(at, end - at);
        at = end == prose.size() ? end : end + 2;
        auto words =
            paragraph.substr(std::min(paragraph.find_first_not_of("\n "), paragraph.size()));
        words = words.substr(0, words.find_last_not_of("\n ") + 1);
        if (is_courtesy(words))
            continue;
        if (tells_of_conflicts(words)) {
            after_conflicts = true;
            continue;
        }
        const auto start = lower_case(words.substr(0, 6));
        if (after_conflicts &&
            (start.starts_with('(') || start.starts_with("hope") || start == "thanks"))
            continue;
        kept.append(paragraph).append("\n\n");
    }
    return kept;
}

std::set<std::string> words_of(std::string_view text) {
    std::set<std::string> words;
    std::string word;
    for (const char c : lower_case(text) + " ") {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_') {
            word += c;
        } else if (!word.empty()) {
            if (word.size() > 2)
                words.insert(word);
            word.clear();
        }
    }
    return words;
}

} // namespace

bool starts_title_list(std::string_view line) {
    if (!line.starts_with("* "))
        return false;
    return line.ends_with(':') || line.ends_with(" commits)") || line.ends_with(" commit)") ||
           (line.find(':') != std::string_view::npos &&
            (line.find(" of ") != std::string_view::npos ||
             line.find("://") != std::string_view::npos));
}

bool starts_shortlog(std::string_view line) {
    if (!line.ends_with("):") || line.starts_with(' '))
        return false;
    const auto open = line.rfind(" (");
    if (open == std::string_view::npos)
        return false;
    const auto number = line.substr(open + 2, line.size() - open - 4);
    return !number.empty() && number.find_first_not_of("0123456789") == std::string_view::npos;
}

namespace {

std::string_view without_indent(std::string_view line) {
    return line.substr(std::min(line.find_first_not_of(" \t\""), line.size()));
}

/// "git://host/path branch", by itself on its line.
bool is_address_alone(std::string_view text) {
    constexpr std::string_view schemes[] = {"git://", "https://git.",       "http://git.", "ssh://",
                                            "git@",   "master.kernel.org:", "git+ssh://"};
    constexpr int most_words = 3;
    return std::ranges::any_of(schemes, [&](auto scheme) { return text.starts_with(scheme); }) &&
           std::ranges::count(text, ' ') < most_words;
}

/// " fs/file.c | 12 ++--", " 3 files changed, 5 insertions(+)", " create mode 100644 fs/file.c".
bool is_diffstat(std::string_view text) {
    for (const std::string_view start : {"create mode ", "delete mode ", "rename ", "mode change "})
        if (text.starts_with(start) && (start.starts_with("rename") ? text.ends_with("%)") : true))
            return true;
    if (text.find(" changed, ") != std::string_view::npos &&
        (text.find(" insertion") != std::string_view::npos ||
         text.find(" deletion") != std::string_view::npos))
        return true;
    const auto bar = text.find(" | ");
    if (bar == std::string_view::npos ||
        text.substr(0, bar).find_first_of("/.") == std::string_view::npos)
        return false;
    const auto rest = without_indent(text.substr(bar + 3));
    return rest.starts_with("Bin ") ||
           (!rest.empty() && rest.find_first_not_of("0123456789 +-") == std::string_view::npos);
}

} // namespace

bool is_request(std::string_view line) {
    const auto text = without_indent(line);
    const auto lower = lower_case(text.substr(0, 64));
    constexpr std::string_view starts[] = {"the following changes since commit",
                                           "are available in the git repository at",
                                           "available in the git repository at",
                                           "for you to fetch changes up to",
                                           "git pull ",
                                           "this pull request is available"};
    return std::ranges::any_of(starts, [&](auto start) { return lower.starts_with(start); }) ||
           is_address_alone(text) || is_diffstat(text) ||
           (text.size() >= 10 && text.find_first_not_of("-=_") == std::string_view::npos);
}

bool ends_message(std::string_view line) {
    return line.starts_with("-----BEGIN PGP SIG") || line == "-- ";
}

/// All titles, as a script put them together: "The following is an automated git shortlog grouped
/// by driver:". The changes to platform drivers end so.
static bool starts_automatic_list(std::string_view line) {
    return lower_case(without_indent(line).substr(0, 64))
        .starts_with("the following is an automated");
}

bool is_trailer(std::string_view line) {
    const auto lower = lower_case(line.substr(0, 24));
    for (const std::string_view key : {"signed-off-by:", "link:", "acked-by:", "cc:", "conflicts:",
                                       "reviewed-by:", "tested-by:"})
        if (lower.starts_with(key))
            return true;
    return false;
}

std::string prose_of(std::string_view body) {
    std::string prose;
    bool in_list = false, in_conflicts = false;
    for (std::size_t at = 0; at < body.size();) {
        const auto end = std::min(body.find('\n', at), body.size());
        const auto line = body.substr(at, end - at);
        at = end + 1;
        if (ends_message(line) || starts_automatic_list(line))
            break;
        if (starts_title_list(line) || starts_shortlog(line))
            in_list = true;
        else if (in_list && !line.empty() && line[0] != ' ' && line[0] != '\t')
            in_list = false;
        // Files below "Conflicts:", as git leaves them in a message.
        if (line.starts_with("Conflicts:"))
            in_conflicts = true;
        else if (in_conflicts && !line.empty() && line[0] != ' ' && line[0] != '\t')
            in_conflicts = false;
        if (!in_list && !in_conflicts && !is_trailer(line) && !line.starts_with('#') &&
            !is_request(line) && !line.starts_with("-----BEGIN PGP"))
            prose.append(line).append("\n");
    }
    prose = without_asides(prose);
    const auto start = prose.find_first_not_of("\n ");
    if (start == std::string::npos)
        return {};
    const auto line_start = prose.rfind('\n', start);
    prose.erase(0, line_start == std::string::npos ? 0 : line_start + 1);
    prose.resize(prose.find_last_not_of("\n ") + 1);
    return prose;
}

std::unordered_map<std::string, std::string> pull_prose(store::Reader& reader,
                                                        store::RowId release) {
    std::unordered_map<std::string, std::string> prose;
    store::CommitQuery query;
    query.release = release;
    query.text = "is:merge";
    reader.for_each_detail(query, [&](const store::CommitDetail& merge) {
        if (merge.row.kind == store::CommitKind::pull)
            if (auto text = prose_of(merge.body); !text.empty())
                prose.emplace(merge.row.oid, std::move(text));
        return true;
    });
    return prose;
}

bool is_named_in(std::string_view title, std::string_view text) {
    auto wanted = words_of(title.substr(std::min(prefix_of_title(title).size(), title.size())));
    for (const char* common : {"add", "the", "for", "and", "support", "new", "with", "from", "use"})
        wanted.erase(common);
    if (wanted.size() < 2)
        return false;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = words_of(text.substr(at, end - at));
        at = end + 1;
        const auto found = static_cast<std::size_t>(
            std::ranges::count_if(wanted, [&](const auto& word) { return line.contains(word); }));
        if (3 * found >= 2 * wanted.size())
            return true;
    }
    return false;
}

} // namespace mw::document
