#pragma once

#include <QIcon>
#include <QString>

namespace mw::ui {

/// One of resources/icons/symbolic/NAME.svg, drawn in the colour that text has in the palette of
/// the moment: right on a light and on a dark desktop, sharp at every scale. GUI thread.
QIcon symbolicIcon(const QString& name);

} // namespace mw::ui
