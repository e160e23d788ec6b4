#pragma once

#include "session/open_request.h"

#include <QString>

namespace mw::ui {

/// What the command line asked for; empty fields leave it to the last session.
struct StartOptions : OpenRequest {
    QString database;
    /// Print how long the start took, and end.
    bool measureStart = false;
    /// Draw the window into this file once it is complete, and end.
    QString screenshot;

    /// Neither a picture nor a measurement reads or changes what the window remembers.
    bool remembers() const { return screenshot.isEmpty() && !measureStart; }
};

} // namespace mw::ui
