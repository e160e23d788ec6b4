#pragma once

#include <optional>
#include <regex>
#include <string>
#include <string_view>

namespace mw::classify {

/// An N: line of MAINTAINERS: a Perl regular expression with white space ignored, searched for in
/// a path. Nearly all of them hold a plain word ("[^a-z]tegra"); a path without that word is
/// refused without asking std::regex, which is a hundred times slower.
///
/// Throws std::regex_error for an expression that cannot be read. Immutable; any thread may use it.
class PathExpression {
public:
    explicit PathExpression(std::string_view perl);

    bool matches(std::string_view path) const;

    /// The word every match holds; empty where none is certain. For tests.
    const std::string& needed_word() const { return word_; }

private:
    std::string word_;
    /// Without a value where the expression is the word and nothing else.
    std::optional<std::regex> expression_;
};

} // namespace mw::classify
