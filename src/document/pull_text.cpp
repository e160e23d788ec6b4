#include "document/pull_text.h"

#include "document/pull_title_list.h"
#include "document/text.h"
#include "document/title_kind.h"

#include <algorithm>
#include <set>
#include <vector>

namespace mw::document {

namespace {

/// What a merger says of the merge itself: "Fix up trivial conflicts in …".
bool tells_of_conflicts(std::string_view paragraph) {
    const auto lower = lower_case(paragraph);
    if (lower.find("conflict") == std::string::npos &&
        lower.find("mismerge") == std::string::npos && lower.find("merge fix") == std::string::npos)
        return false;
    constexpr std::string_view starts[] = {"fix",      "also fix", "trivial",  "resolv",
                                           "conflict", "manual",   "semantic", "non-trivial",
                                           "merge",    "with"};
    return std::ranges::any_of(starts, [&](auto start) { return lower.starts_with(start); });
}

/// Without the paragraphs that tells_of_conflicts() knows.
std::string without_conflicts(const std::string& prose) {
    std::string kept;
    for (std::size_t at = 0; at < prose.size();) {
        const auto end = std::min(prose.find("\n\n", at), prose.size());
        const auto paragraph = std::string_view(prose).substr(at, end - at);
        at = end == prose.size() ? end : end + 2;
        if (tells_of_conflicts(
                paragraph.substr(std::min(paragraph.find_first_not_of("\n "), paragraph.size()))))
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
    return (line.starts_with("* ") && line.find(':') != std::string_view::npos &&
            (line.find(" of ") != std::string_view::npos ||
             line.find("://") != std::string_view::npos)) ||
           (line.starts_with("* ") && line.ends_with(':'));
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
    bool in_list = false;
    for (std::size_t at = 0; at < body.size();) {
        const auto end = std::min(body.find('\n', at), body.size());
        const auto line = body.substr(at, end - at);
        at = end + 1;
        if (line.starts_with("-----BEGIN PGP"))
            break;
        if (starts_title_list(line))
            in_list = true;
        else if (in_list && !line.empty() && line[0] != ' ')
            in_list = false;
        if (!in_list && !is_trailer(line) && !line.starts_with('#'))
            prose.append(line).append("\n");
    }
    prose = without_conflicts(prose);
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
