#pragma once

#include "base/pattern.h"

#include <optional>
#include <string>
#include <string_view>

namespace mw::classify {

/// An N: line of MAINTAINERS: a Perl regular expression with white space and comments ignored,
/// searched for in a path. Nearly all of them hold a plain word ("[^a-z]tegra"); a path without
/// that word is refused without asking the expression, which takes ten times as long.
///
/// Throws base::PatternError for one that cannot be read. Immutable; any thread may use it.
class PathExpression {
public:
    explicit PathExpression(std::string_view perl);

    bool matches(std::string_view path) const;

    /// The word every match holds; empty where none is certain. For tests.
    const std::string& needed_word() const { return word_; }

private:
    std::string word_;
    /// Without a value where the expression is the word and nothing else.
    std::optional<base::Pattern> expression_;
};

} // namespace mw::classify
