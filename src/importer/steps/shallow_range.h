#pragma once

#include "base/message.h"
#include "git/history/history.h"
#include "git/objects/repository.h"

#include <optional>
#include <string>

namespace mw::importer {

/// A range as a person named it.
struct RangeNames {
    std::string from, to;
};

/// Throws git::Error where a shallow clone is cut off within the range: which commit, and what
/// completes the clone.
void refuse_cut_off(const git::Repository& repository, const git::History& history,
                    const RangeNames& names);

/// What a person should know of a range that was read from a shallow clone: that some of its
/// commits may be in FROM already, where the clone is cut off so late that nobody can tell. Nothing
/// as a rule.
std::optional<base::Message> doubt_about(const git::Repository& repository,
                                         const git::History& history, const RangeNames& names);

} // namespace mw::importer
