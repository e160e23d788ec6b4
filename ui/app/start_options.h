#pragma once

#include <QString>

namespace mw::ui {

/// What the command line asked for; empty fields leave it to the last session.
struct StartOptions {
    QString database;
    QString release, filter, commit;
    /// Draw the window into this file once it is complete, and end.
    QString screenshot;
};

} // namespace mw::ui
