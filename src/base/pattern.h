#pragma once

#include "base/error.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace mw::base {

/// An expression that cannot be read. The message says why, in the words of PCRE2 (pcre2api(3)),
/// without the expression itself and without a full stop.
class PatternError : public Error {
public:
    using Error::Error;
};

/// A Perl regular expression over bytes (perlre(1), as PCRE2 reads it) that somebody else wrote:
/// what a clone holds must neither hang nor crash whoever asks. Where one would try too many ways
/// through a text (10,000 steps), it is asked once more by an algorithm that follows all of them at
/// once; where that cannot answer (texts of more than 256 bytes, back references and their like),
/// there is no match.
///
/// Immutable; any thread may use it, several at once.
class Pattern {
public:
    enum Flags : unsigned {
        none = 0,
        extended = 1,    ///< Perl's /x: white space and comments in the expression mean nothing
        ignore_case = 2, ///< of ASCII letters
    };

    /// Throws PatternError; also for expressions of more than 2,000 bytes.
    explicit Pattern(std::string_view expression, unsigned flags = none);
    Pattern(Pattern&&) noexcept;
    Pattern& operator=(Pattern&&) noexcept;
    ~Pattern();

    /// Whether there is a match anywhere in the text.
    bool matches(std::string_view text) const;

    /// The first group of the first match, or where it took no part the whole match.
    std::optional<std::string_view> first_group(std::string_view text) const;

private:
    struct Code;
    std::unique_ptr<Code> code_;
};

} // namespace mw::base
