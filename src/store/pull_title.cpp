#include "store/pull_title.h"

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

} // namespace mw::store
