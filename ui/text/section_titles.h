#pragma once

#include "classify/sections.h"

#include <QString>

#include <string>
#include <utility>
#include <vector>

namespace mw::ui {

/// What sections are called where a project has names of its own, which are not translated.
using SectionTitles = std::vector<std::pair<classify::SectionKey, std::string>>;

/// Those of the release on screen. From here on sectionTitle() and its like (format.h) give them.
/// Any thread; so with the next.
void useSectionTitles(SectionTitles titles);

/// Empty: the place is called as in the kernel.
QString ownSectionTitle(const classify::SectionKey& place);

} // namespace mw::ui
