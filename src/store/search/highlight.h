#pragma once

#include "store/language/text_pattern.h"

#include <memory>
#include <string_view>
#include <vector>

namespace mw::store {

/// Says where the words of a query stand in a text that it found, cut as the index cuts them. What
/// the query excludes is not marked. One thread; make one for each query.
class Highlighter {
public:
    /// Throws QueryError.
    explicit Highlighter(std::string_view query);
    ~Highlighter();
    Highlighter(Highlighter&&) noexcept;
    Highlighter& operator=(Highlighter&&) noexcept;

    /// Bytes of the text (UTF-8), sorted, none overlapping another. field: what the text is, by the
    /// field's name in the query language ("subject", "body", "author", "committer", "path",
    /// "subsystem", "pull"); empty for any other text, as a document's, in which plain words are
    /// marked.
    std::vector<TextRange> ranges(std::string_view text, std::string_view field) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
