#pragma once

#include "commands/commit_finder.h"
#include "session/session.h"

#include <QObject>

class QMainWindow;
class QMenu;

namespace mw::ui {

class CommandPalette;
class DocumentController;

/// Finding what the window can do: command palette, shortcut sheet, and what program this is. Puts
/// its actions into the window's menus. GUI thread; the window, session and documents outlive it.
class CommandController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        QMainWindow& window;
        Session& session;
        DocumentController& documents;
    };

    CommandController(const QString& database, const Parts& parts);

    void addActions(QMenu& go, QMenu& help);

    /// What the palette was used for, to be kept between starts.
    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

private:
    void showManual();
    void showSheet();
    void showAbout();

    const QString database_;
    const Parts parts_;
    CommitFinder titles_;
    CommandPalette* palette_ = nullptr; ///< the window's
};

} // namespace mw::ui
