#pragma once

#include "store/model/records.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mw::store {

/// A commit that a message says it corrects; the id as it is written, 7 to 40 hex digits, lower
/// case.
struct Reference {
    ReferenceKind kind;
    std::string target;
    std::size_t line = 0; ///< of the body, from 1; 0: the subject
};

/// What a message says that it fixes or reverts, each target once, where it is said first. Wider
/// than trailers, which are git's matter (git-interpret-trailers(1)): people write "Fixes:" (as
/// Documentation/process/submitting-patches.rst wants it) and "This reverts commit" (as
/// git-revert(1) writes it) in other places and other words. Forms, in any case of letters:
///   Fixes: ID…                    a line of its own, anywhere, whatever stands in front of it in
///   the
///                                 way of bullets and brackets; Fix:, Fixed:, "This fixes:",
///                                 Really-Fixes:
///   Fixes commit ID, Fix a typo introduced by ID, Fix build error in commit ID
///                                 at the start of a sentence; not for merges, which tell what
///                                 others fixed
///   This reverts commit ID…, This patch partially reverts ID, It reverts parts of ID,
///   Revert commit ID…, x86: partially revert changeset ID, Reverts: ID,
///   This is a partial revert of ID, Fix this by reverting ID, Reverted ID,
///   Revert "title" (ID)
/// ID… is a list as read_commit_ids() takes it. Lines that quote a mail (">") say nothing, nor does
/// what was only thought of ("no need to revert ID", "was reverted by ID", "not a revert of ID").
std::vector<Reference> find_fix_references(std::string_view subject, std::string_view body,
                                           CommitKind kind = CommitKind::changeset);

/// These, and behind them what a message says that it was taken from (git::upstream_ids()), of
/// which the line is not noted. Any thread.
std::vector<Reference> find_references(std::string_view subject, const std::string& body,
                                       CommitKind kind);

} // namespace mw::store
