#pragma once

class QTreeWidget;

namespace mw::ui {

/// Makes a tree one of lines with a count behind each, which are chosen to narrow the list of
/// changesets. GUI thread.
void showCounts(QTreeWidget* tree);

} // namespace mw::ui
