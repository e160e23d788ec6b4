#pragma once

#include "store/language/commit_ids.h"
#include "store/model/records.h"

#include <string_view>
#include <vector>

namespace mw::store {

struct PhraseReference {
    ReferenceKind kind;
    std::vector<WrittenId> targets;
    std::size_t line = 0; ///< of the text, from 0: where the verb stands
};

/// What sentences of a message say that the commit reverts or, where fixes are wanted, fixes:
/// find_fix_references() lists the forms. Takes steps in proportion to the text.
std::vector<PhraseReference> find_phrases(std::string_view text, bool fixes);

} // namespace mw::store
