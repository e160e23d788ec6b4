#pragma once

#include "base/object_id.h"

#include <filesystem>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace mw::git {

/// What a server said of a history that is cut off, when this program fetched one release of it
/// (fetch/release_fetch.h): more than a shallow clone can tell by itself. It lies in the clone's
/// folder, in "mergewindow/known", a line each:
///     of ID          the commit that the lines behind it are about: where the release starts
///     ancestor ID    one that it leads to by way of commits that the clone lacks
///     border ID      a commit at which the clone was cut off on purpose: what lies before it is
///                    older than all that the release can share with it
struct KnownHistory {
    std::unordered_map<ObjectId, std::vector<ObjectId>, ObjectIdHash> ancestors;
    std::unordered_set<ObjectId, ObjectIdHash> borders;
};

/// common: the folder that gitrepository-layout(5) calls $GIT_COMMON_DIR. Lines that mean nothing
/// are passed over.
KnownHistory read_known_history(const std::filesystem::path& common);

/// Throws base::FileError.
void write_known_history(const std::filesystem::path& common, const KnownHistory& known);

} // namespace mw::git
