#pragma once

#include "base/message.h"
#include "base/object_id.h"
#include "git/objects/fetch_consent.h"
#include "git/objects/repository.h"

#include <chrono>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>

namespace mw::git {

// Has git bring what a partial clone left out, from the remote that promised it (partial-clone,
// "Fetching Missing Objects"), without running git in the clone: a clone's configuration, hooks and
// attributes may name programs, and none of them is to be run because the clone was opened.
//
// git works in a bare repository of our own in the person's cache folder, one for each clone, which
// knows of the clone nothing but the remote's address (usable_address()). It needs none of the
// clone's objects: what is asked for is asked for by name, and nothing is said of what is there
// (as git's own lazy fetch has it: promisor-remote.c, fetch_objects()). What it brings stays in the
// cache, where every Repository of that clone finds it (see Repository); the clone is not written.
//
// Nobody is asked for a password. What is returned is what went wrong, for use within a sentence,
// and empty where all is there. stop or patience ends git. Blocks; any thread that is not the
// window's. Every call wants to know by what right it takes the network.

base::Message fetch_objects(const Repository& repository, std::span<const ObjectId> objects,
                            const FetchConsent& consent, const std::stop_token& stop,
                            std::chrono::seconds patience = std::chrono::seconds(300));

/// One file's contents.
base::Message fetch_blob(const Repository& repository, const ObjectId& blob,
                         const FetchConsent& consent, const std::stop_token& stop,
                         std::chrono::seconds patience = std::chrono::seconds(60));

/// All that a commit's diff against its first parent compares. commit: full hex id. Throws Error
/// where the clone or the commit cannot be read.
base::Message fetch_blobs_of(const std::filesystem::path& clone, const std::string& commit,
                             const FetchConsent& consent, const std::stop_token& stop,
                             std::chrono::seconds patience = std::chrono::seconds(300));

} // namespace mw::git
