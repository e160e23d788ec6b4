#pragma once

#include "store/model/records.h"

#include <string>
#include <string_view>
#include <vector>

namespace mw::store {

/// A commit that a message says it corrects; the id as it is written, 7 to 40 hex digits, lower
/// case.
struct Reference {
    ReferenceKind kind;
    std::string target;
};

/// "Fixes: <id> (\"...\")" trailers, as Documentation/process/submitting-patches.rst wants them,
/// and "This reverts commit <id>", as git-revert(1) writes it.
std::vector<Reference> find_fix_references(std::string_view body,
                                           const std::vector<Trailer>& trailers);

} // namespace mw::store
