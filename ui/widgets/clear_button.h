#pragma once

#include <QLineEdit>

namespace mw::ui {

/// Gives the edit its button to clear it as soon as there is something to clear: Qt looks for the
/// button's picture in the desktop's icon themes, which takes a fourteenth of the window's start.
inline void clearButtonWhenNeeded(QLineEdit* edit) {
    QObject::connect(edit, &QLineEdit::textChanged, edit, [edit](const QString& text) {
        if (!text.isEmpty())
            edit->setClearButtonEnabled(true);
    });
}

} // namespace mw::ui
