#pragma once

#include "figures/figures_engine.h"
#include "figures/figures_page.h"
#include "workers/work_thread.h"

#include <QAction>
#include <QMenu>

#include <memory>

namespace mw::ui {

class ReadingPane;
class Session;

/// Opens the charts of a release in a tab, has them counted on a thread of their own, and goes
/// where a bar leads. Nothing is made before the first charts are asked for. GUI thread. Keeps
/// references to session and pane.
class FiguresController : public QObject {
    Q_OBJECT

public:
    FiguresController(const QString& database, Session& session, ReadingPane& pane,
                      QObject* parent = nullptr);
    ~FiguresController() override;

    void addActions(QMenu& menu);

public slots:
    /// Of the release in front.
    void open();

signals:
    /// The charts of a page are on screen.
    void shown(const QString& address);
    void said(const QString& sentence);
    void failed(const QString& sentence);

private:
    FiguresPage* makePage(const QString& address, QWidget* parent);
    void fill(const QString& address);
    void fillAll();
    void followMoment();
    void follow(const TableTarget& target);
    void readEmployers(const QString& file);
    void forgetEmployers();
    WorkThread<FiguresEngine>& thread();

    const QString database_;
    Session& session_;
    ReadingPane& pane_;
    std::unique_ptr<WorkThread<FiguresEngine>> thread_;
    QAction* open_ = nullptr;
};

} // namespace mw::ui
