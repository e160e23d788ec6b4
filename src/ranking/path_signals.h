#pragma once

#include "store/model/records.h"

#include <string_view>

/// What speaks for and against a changeset, seen in its paths and words: for score.cpp. Pure
/// functions, for any thread.
namespace mw::document {

/// What the changed paths say.
struct PathFacts {
    int added_code = 0, removed_code = 0, added_documents = 0, boards = 0;
    int documents = 0; ///< those that were added among them
    bool configuration = false, parameters = false, abi = false, exported_header = false,
         system_calls = false, trace_events = false, staging = false, code = false;
    bool tools_alone = true, tests_alone = true; ///< of the code
};

void look_at(const store::FileChange& change, PathFacts& facts);

/// Speaks of speed or size, and has a figure with a unit.
bool measures_gain(std::string_view body);

/// Names something that an administrator can set.
bool names_setting(std::string_view body);

/// Whether its title, or the first words below it, say that it is there for those who test and
/// debug the kernel.
bool is_for_testing(std::string_view subject, std::string_view body);

/// "Rewrite x", "x: rewritten": what was there before, in other words.
bool is_rewrite(std::string_view subject);

} // namespace mw::document
