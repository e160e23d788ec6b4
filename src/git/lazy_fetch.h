#pragma once

#include "base/object_id.h"
#include "git/repository.h"

#include <chrono>
#include <filesystem>
#include <stop_token>
#include <string>

namespace mw::git {

// Has git bring what a partial clone left out, from the remote that promised it (partial-clone,
// "Fetching Missing Objects"), as any git command does that wants to show it: it stays in the
// clone. Nobody is asked for a password. What is returned is what git said where it did not
// succeed, and empty where all is there. stop or patience ends git. Any thread.

/// One file's contents.
std::string fetch_blob(const Repository& repository, const ObjectId& blob,
                       const std::stop_token& stop,
                       std::chrono::seconds patience = std::chrono::seconds(60));

/// All that a commit's diff compares. commit: full hex id.
std::string fetch_blobs_of(const std::filesystem::path& clone, const std::string& commit,
                           const std::stop_token& stop,
                           std::chrono::seconds patience = std::chrono::seconds(300));

} // namespace mw::git
