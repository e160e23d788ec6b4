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
};

const std::vector<TourState>& tourStates();
