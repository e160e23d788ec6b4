#pragma once

#include "base/message.h"
#include "store/model/code_records.h"
#include "store/model/commit_query.h"
#include "store/read/reader.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace mw::code_text {

/// How far looking into the clone for one text is. Called before the first changeset and after
/// each.
struct Step {
    const store::CodeText& text;
    std::span<const store::CommitRow> candidates; ///< what may have it, in the order of looking
    std::size_t done = 0;                         ///< how many of them were looked at
    bool match = false;    ///< the last of these has it, or cannot be looked at
    bool verified = false; ///< it was looked at
};
using StepSink = std::function<void(const Step&)>;

struct Looked {
    std::int64_t changesets = 0; ///< that were looked at
    std::int64_t unverified = 0; ///< that may have a text, but whose clone cannot say
    base::Message trouble;       ///< what could not be looked at and why; empty where all could
};

/// Looks into the clones of the releases which changesets have the texts in their lines that a
/// query asks for, and tells the reader, which finds these alone from then on. What cannot be
/// looked at counts as having it. Does nothing for a query without such a text. On stop the reader
/// is told nothing of a text that was not finished. What the query may find is looked at first, in
/// its order. step: may be empty. Throws what the reader does.
Looked look_into_clones(store::Reader& reader, const store::CommitQuery& query,
                        const StepSink& step, const std::stop_token& stop);

} // namespace mw::code_text
