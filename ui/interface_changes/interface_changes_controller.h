#pragma once

#include "interface_changes/interface_changes_engine.h"
#include "interface_changes/interface_changes_page.h"
#include "workers/work_thread.h"

#include <QAction>
#include <QMenu>

#include <memory>

namespace mw::ui {

class ReadingPane;
class Session;

/// Opens what changed at the edges of a release in a tab, has it read on a thread of its own, and
/// goes where a line leads. Nothing is made before it is first asked for. GUI thread. Keeps
/// references to session and pane.
class InterfaceChangesController : public QObject {
    Q_OBJECT

public:
    InterfaceChangesController(const QString& database, Session& session, ReadingPane& pane,
                               QObject* parent = nullptr);
    ~InterfaceChangesController() override;

    void addActions(QMenu& menu);

public slots:
    /// Of the release in front.
    void open();

signals:
    /// The changes of a page are on screen.
    void shown(const QString& address);
    /// A release is to be imported from this clone; empty: from one that a person chooses.
    void importWanted(const QString& repository);

private:
    InterfaceChangesPage* makePage(const QString& address, QWidget* parent);
    const store::Release* releaseOf(const InterfaceChangesPage& page) const;
    void fill(const QString& address);
    void follow(const TableTarget& target);

    const QString database_;
    Session& session_;
    ReadingPane& pane_;
    std::unique_ptr<WorkThread<InterfaceChangesEngine>> thread_;
    QAction* open_ = nullptr;
};

} // namespace mw::ui
