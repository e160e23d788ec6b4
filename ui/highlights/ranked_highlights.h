#pragma once

#include "ranking/worth.h"
#include "text/highlights.h"

namespace mw::ui {

/// The best few changesets of a ranking, of each section some, and the largest of its pulls. A
/// plain function; any thread.
Highlights highlightsOf(const std::vector<document::SectionWorth>& sections,
                        const store::Release& release);

} // namespace mw::ui
