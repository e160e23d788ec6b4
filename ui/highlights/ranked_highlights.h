#pragma once

#include "ranking/score.h"
#include "text/highlights.h"

namespace mw::ui {

/// The best few changesets of a ranking, of each section some, and the largest of its pulls. A
/// plain function; any thread.
Highlights highlightsOf(const std::vector<document::SectionScores>& sections,
                        const store::Release& release);

} // namespace mw::ui
