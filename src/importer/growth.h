#pragma once

#include "git/objects/repository.h"
#include "importer/import_parts.h"
#include "importer/steps/progress_meter.h"

#include <optional>
#include <stop_token>

namespace mw::importer {

/// Reads only what came to a release since it was imported, and puts it behind what is there: the
/// result is what an import of the whole range gives. That is possible where the old end lies on
/// the mainline of the new range: then no commit that was there lands otherwise. Nothing where it
/// is not so (a branch that was moved, or merged the other way round), and where something that the
/// derived data depends on has changed: rules, clone, replaced objects, what attributes or header
/// lists say. MAINTAINERS may change: changesets whose files have other maintainers now are sorted
/// anew.
///
/// The first step of an import, as ReleaseImport: lines follow. Throws what that throws.
std::optional<store::Release> grow_release(const ImportRequest& request,
                                           const git::Repository& repository, const Range& range,
                                           const ReadRules& rules, ProgressMeter& meter,
                                           const std::stop_token& stop);

} // namespace mw::importer
