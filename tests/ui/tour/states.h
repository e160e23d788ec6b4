#pragma once

#include "tour/stage.h"

#include <functional>
#include <vector>

/// One thing that a person can have on screen. To add one, add a line to states.cpp: its name is
/// that of its picture.
struct TourState {
    const char* name;
    /// Brings it about, from nothing; false where that did not work.
    std::function<bool(Stage&)> go;
    /// Needs the releases that TourDatabase has, and not just any.
    bool ownRelease = false;
    /// Is there for somebody who types: not under a compositor without a keyboard.
    bool needsKeyboard = false;
};

const std::vector<TourState>& tourStates();

/// Whether this process is to look at the state of that number: each of several that
/// side_by_side.sh runs has a share of them (MW_SHARE=0/3), and one alone has all.
bool inShare(int state);
