#pragma once

#include "git/objects/fetch_consent.h"
#include "git/objects/repository.h"
#include "importer/steps/progress_meter.h"
#include "store/model/records.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

namespace mw::importer {

/// The second step: counts the lines of every changeset of a stored release and writes them in one
/// transaction. The attributes of the range's end say what is text. Files whose contents the clone
/// cannot give are marked, counted and said in a remark (LineState::partly); a partial clone
/// without any leaves the release in LineState::unavailable. consent: that git may bring what
/// interface changes are read from, which a partial clone lacks. Blocks; starts threads of its own.
/// Throws Cancelled, git::Error, store::Error; then the release stays in LineState::pending.
store::Release count_release_lines(const std::filesystem::path& database,
                                   const std::string& release_name,
                                   const git::Repository& repository,
                                   const git::ObjectId& range_end, int jobs,
                                   const std::optional<git::FetchConsent>& consent,
                                   ProgressMeter& meter, std::stop_token stop);

} // namespace mw::importer
