#pragma once

#include "git/object_id.h"
#include "git/repository.h"

#include <chrono>
#include <stop_token>
#include <string>

namespace mw::git {

/// Has git bring a blob that a partial clone left out, from the remote that promised it
/// (partial-clone, "Fetching Missing Objects"), as any git command would that wants to show it: it
/// stays in the clone. Asks nobody for a password. Returns what git said where it did not succeed,
/// empty where the blob is there. stop or patience ends git. Any thread.
std::string fetch_missing_blob(const Repository& repository, const ObjectId& blob,
                               const std::stop_token& stop,
                               std::chrono::seconds patience = std::chrono::seconds(60));

} // namespace mw::git
