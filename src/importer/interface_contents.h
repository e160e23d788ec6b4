#pragma once

#include "base/message.h"
#include "git/objects/fetch_consent.h"
#include "importer/interface_comparison.h"
#include "store/write/writer.h"

#include <stop_token>
#include <string>
#include <vector>

namespace mw::importer {

/// Has git bring what interface changes are read from and a partial clone lacks: of both ends of a
/// range and of what its changesets changed, all but C code, which is nearly all of a tree. What
/// went wrong, for use within a sentence; empty where all is there. Blocks. Throws git::Error.
base::Message fetch_interface_contents(const git::Repository& repository,
                                       const InterfaceTrees& trees,
                                       const std::vector<store::LineTask>& changesets,
                                       const git::FetchConsent& consent,
                                       const std::stop_token& stop);

} // namespace mw::importer
