#include "store/search/highlight.h"

#include <algorithm>
#include <string>

namespace mw::store {

struct Highlighter::Impl {
    struct Words {
        std::string field; ///< empty: in every message and document
        WordPattern pattern;
    };
    struct Text {
        std::string field;
        TextPattern pattern;
    };

    explicit Impl(std::string_view query) { add(parse_query(query)); }

    void add(const QueryNode& node);

    Tokenizer tokenizer;
    std::vector<Words> words;
    std::vector<Text> texts;
};

void Highlighter::Impl::add(const QueryNode& node) {
    if (node.kind == QueryNode::Kind::none_of)
        return;
    for (const auto& child : node.children)
        add(child);
    const auto& field = node.field;
    if (node.kind != QueryNode::Kind::term)
        return;
    if (field.empty() || field == "subject" || field == "body") {
        words.push_back({field, WordPattern(node, tokenizer)});
    } else if (field == "trailer") {
        const auto value = std::string_view(node.value).substr(node.value.find('=') + 1);
        texts.push_back({"body", TextPattern(value, node.phrase, node.prefix, tokenizer)});
    } else {
        // Of trailers, which are found by their values.
        const bool in_body = field == "fixes" || field == "reported-by" || field == "reviewed-by" ||
                             field == "tested-by";
        texts.push_back({in_body ? "body" : field, TextPattern(node, tokenizer)});
    }
}

Highlighter::Highlighter(std::string_view query) : impl_(std::make_unique<Impl>(query)) {}
Highlighter::~Highlighter() = default;
Highlighter::Highlighter(Highlighter&&) noexcept = default;
Highlighter& Highlighter::operator=(Highlighter&&) noexcept = default;

std::vector<TextRange> Highlighter::ranges(std::string_view text, std::string_view field) const {
    const bool message = field.empty() || field == "subject" || field == "body";
    std::vector<TextRange> found;
    const auto add = [&found](const std::vector<TextRange>& more) {
        found.insert(found.end(), more.begin(), more.end());
    };
    if (message && !impl_->words.empty()) {
        const auto tokens = impl_->tokenizer.tokens(text);
        for (const auto& words : impl_->words)
            if (words.field.empty() || words.field == field)
                add(words.pattern.find_in(tokens));
    }
    for (const auto& one : impl_->texts)
        if (one.field == field)
            add(one.pattern.find_in(text));
    std::ranges::sort(found);
    std::vector<TextRange> joined;
    for (const auto& range : found)
        if (!joined.empty() && range.begin <= joined.back().end)
            joined.back().end = std::max(joined.back().end, range.end);
        else
            joined.push_back(range);
    return joined;
}

} // namespace mw::store
