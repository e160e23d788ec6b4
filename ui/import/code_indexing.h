#pragma once

#include "import/import_controller.h"
#include "session/session.h"

#include <QAction>
#include <QObject>

namespace mw::ui {

/// 'Index its code': for a release whose lines are counted, but which an older version of the
/// program imported, so that "code:" finds nothing in it. Reads the index from the release's clone,
/// as an import with its progress. GUI thread; keeps references to all it is given.
class CodeIndexing : public QObject {
    Q_OBJECT

public:
    CodeIndexing(Session& session, ImportController& import, QObject* parent);

    /// Enabled while there is something to index.
    QAction* action() { return &action_; }

private:
    void start();
    void showState();

    Session& session_;
    ImportController& import_;
    QAction action_{this}; ///< found in the window by its name
};

} // namespace mw::ui
