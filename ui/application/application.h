#pragma once

namespace mw::ui {

/// The names and the version alone: any application object will do, or none.
void nameApplication();

/// Names, version, icon and resources of the application; once, after QApplication is there.
void setUpApplication();

} // namespace mw::ui
