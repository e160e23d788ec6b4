#pragma once

#include "app/start_options.h"

namespace mw::ui {

/// What the program was called with. Prints and ends the program for --help, --version and what it
/// does not understand (exit code 2). Needs the application object.
StartOptions parseCommandLine();

} // namespace mw::ui
