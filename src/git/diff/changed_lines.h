#pragma once

#include "base/object_id.h"
#include "git/objects/repository.h"

#include <vector>

namespace mw::git {

/// Lines of an old text in whose place a new one has others. Lines count from 1; where there are
/// none on a side, start is the line behind the place.
struct ChangedLines {
    int old_start = 1, old_count = 0;
    int new_start = 1, new_count = 0;
};

/// What differs between two blobs, in their order, as `git blame` sees it: git's default algorithm
/// with its indent heuristic, whatever the blobs hold taken for text. Throws what
/// Repository::read() throws.
std::vector<ChangedLines> changed_lines(const Repository& repository, const ObjectId& old_blob,
                                        const ObjectId& new_blob);

} // namespace mw::git
