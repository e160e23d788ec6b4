#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mw::classify {

/// A commit's title taken apart: what stands before its colons says what it is about.
struct Title {
    /// Lower case, one space between words, without Revert, patch numbers and tree tags' brackets.
    std::string text;
    /// What the title says it is about, best first: "x86, mm" gives itself, "x86" and "mm".
    /// Empty where the title has no such beginning.
    std::vector<std::string> scopes;
};

/// Pure; any thread may call it.
Title read_title(std::string_view title);

/// What the title says after its scopes, as written: "Add driver" of "[SCSI] foo: Add driver".
std::string statement_of(std::string_view title);

} // namespace mw::classify
