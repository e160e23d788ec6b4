#pragma once

class QWidget;

namespace mw::ui {

/// Gives the focus to the next widget of a window's focus chain that takes it by the Tab key, or to
/// the one before; false where there is no other. For QWidget::focusNextPrevChild(): Qt 6.4 counts
/// a panel with a focus proxy as a stop, goes on behind the proxy, and so passes over what the
/// panel has in front of it. GUI thread.
bool moveFocus(const QWidget& window, bool next);

} // namespace mw::ui
