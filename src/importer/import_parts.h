#pragma once

#include "git/objects/repository.h"
#include "importer/import.h"
#include "importer/reclassify.h"
#include "importer/release_import.h"
#include "importer/steps/progress_meter.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

/// What an import of a whole range and one of what came to it have in common.
namespace mw::importer {

struct Range {
    git::ObjectId from, to;
};

/// What the derived data of a release depends on.
std::string fingerprint_of(const git::Repository& repository, const Range& range,
                           const RulesFiles& rules);

/// Notes the -rc1 tag that ends the merge window; a range whose mainline holds several is more than
/// one release.
void find_window_end(const git::Repository& repository,
                     const std::function<bool(const git::ObjectId&)>& is_mainline,
                     store::Release& meta);

/// What is known of a release before its commits are read.
store::Release describe(const ImportRequest& request, const git::Repository& repository,
                        const Range& range);

/// Notes in meta what a person should know of them.
ReleaseSources read_sources(const ImportRequest& request, const git::Repository& repository,
                            const Range& range, std::shared_ptr<const classify::Rules> rules,
                            ProgressMeter& meter, const std::stop_token& stop,
                            store::Release& meta);

} // namespace mw::importer
