#pragma once

#include <QProgressBar>

namespace mw::ui {

/// A bar of which nobody knows how far it is, while the words beside it say what is done: empty,
/// and not the busy one of Qt, which is drawn thirty times a second for as long as a server is
/// silent. GUI thread.
inline void showUnknown(QProgressBar& bar) {
    bar.setRange(0, 1);
    bar.setValue(0);
}

} // namespace mw::ui
