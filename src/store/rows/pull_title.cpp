#include "store/rows/pull_title.h"

#include <algorithm>
#include <vector>

namespace mw::store {

namespace {

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find(' '));
}

bool names_a_place(std::string_view word) {
    return word.find("://") != std::string_view::npos ||
           word.find(":/") != std::string_view::npos || word.starts_with('/') ||
           word.starts_with("../");
}

} // namespace

PullSource parse_pull_title(std::string_view title) {
    PullSource source;
    constexpr std::string_view merge = "Merge ";
    if (!title.starts_with(merge))
        return source;
    title.remove_prefix(merge.size());

    if (const auto word = first_word(title); names_a_place(word)) {
        source.tree = word;
        return source;
    }
    constexpr std::string_view tag = "tag '";
    if (title.starts_with(tag)) {
        const auto name = title.substr(tag.size());
        source.tag = name.substr(0, name.find('\''));
    }
    if (const auto of = title.rfind("' of "); of != std::string_view::npos)
        source.tree = first_word(title.substr(of + 5));
    return source;
}

std::string pull_label(std::string_view title) {
    const auto source = parse_pull_title(title);
    std::string_view tree = source.tree;
    while (tree.ends_with('/'))
        tree.remove_suffix(1);
    if (tree.ends_with(".git"))
        tree.remove_suffix(4);
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < tree.size();) {
        const auto end = std::min(tree.find_first_of("/:", at), tree.size());
        if (end > at)
            parts.push_back(tree.substr(at, end - at));
        at = end + 1;
    }
    if (parts.empty())
        return std::string(title);
    std::string label(parts.back());
    if (parts.size() > 1) {
        auto owner = parts[parts.size() - 2];
        // A folder of somebody's server says nothing; its name says whose it is.
        const bool folder = owner == "scm" || owner == "git" || owner == "pub";
        if (folder && parts.size() > 3 && tree.find("://") != std::string_view::npos)
            owner = parts[1];
        label = std::string(owner) + '/' + label;
    }
    const auto quote = title.find('\'');
    const auto end = quote == std::string_view::npos ? quote : title.find('\'', quote + 1);
    if (end != std::string_view::npos && end > quote + 1)
        label.append(" ").append(title.substr(quote + 1, end - quote - 1));
    return label;
}

} // namespace mw::store
