#pragma once

#include "import/import_controller.h"
#include "session/session.h"
#include "workers/work_thread.h"

#include <QAction>
#include <QWidget>

namespace mw::ui {

/// 'Remove this release': asks, takes it out of the database on a thread of its own, and shows
/// another one. Not for the release that comes with the program, nor while something is imported.
/// GUI thread; keeps references to all it is given. A removal that is asked for is done, whatever
/// is closed meanwhile.
class ReleaseRemoval : public QObject {
    Q_OBJECT

public:
    ReleaseRemoval(const QString& database, Session& session, ImportController& import,
                   QWidget& window);

    QAction* action() { return &action_; }

signals:
    void removed(const QString& sentence);
    void failed(const QString& sentence);

private:
    struct Database {
        QString file;
    };

    void ask();
    void remove(const QString& release);
    void showState();

    Session& session_;
    ImportController& import_;
    QWidget& window_;
    QAction action_{this}; ///< found in the window by its name
    bool running_ = false;
    WorkThread<Database> thread_;
};

} // namespace mw::ui
