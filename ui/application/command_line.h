#pragma once

#include "session/start_options.h"

namespace mw::ui {

/// What the program was called with. Prints and ends the program for --help, --version and what it
/// does not understand (exit code 2). Needs the application object.
StartOptions parseCommandLine();

/// Prints and ends the program where help or the version is asked for: neither needs a display, so
/// this comes before there is an application object, which it makes for itself.
void answerWithoutDisplay(int argc, char** argv);

} // namespace mw::ui
