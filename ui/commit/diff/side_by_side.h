#pragma once

#include "commit/diff/diff_text.h"

namespace mw::ui {

/// A diff as two texts with as many lines each, to be read beside each other.
struct SideBySide {
    DiffText before, after;
};

/// Any thread.
SideBySide sideBySide(const DiffText& diff);

} // namespace mw::ui
