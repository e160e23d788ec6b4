#pragma once

#include "commit/highlights.h"
#include "document/worth.h"

namespace mw::ui {

/// The best few changesets of a ranking, of each section some, and the largest of its pulls. A
/// plain function; any thread.
Highlights highlightsOf(const std::vector<document::SectionWorth>& sections,
                        const store::Release& release);

} // namespace mw::ui
