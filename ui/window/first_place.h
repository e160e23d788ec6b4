#pragma once

#include "session/location.h"

namespace mw::ui {

class Settings;
struct StartOptions;

/// Where the window opens: what was asked for, else where it was left; where there is no database
/// yet, at what can be done. GUI thread.
Location firstPlace(const StartOptions& options, const Settings& settings);

} // namespace mw::ui
