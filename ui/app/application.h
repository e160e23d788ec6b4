#pragma once

namespace mw::ui {

/// Names, version, icon and resources of the application; once, after QApplication is there.
void setUpApplication();

} // namespace mw::ui
