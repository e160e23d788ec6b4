#pragma once

#include "compare/compare_engine.h"
#include "compare/compare_page.h"
#include "workers/work_thread.h"

#include <QAction>
#include <QMap>
#include <QMenu>

#include <memory>

namespace mw::ui {

class CommitPanel;
class ReadingPane;
class Session;

/// Opens releases side by side in a tab, has them counted on a thread of their own, looks for where
/// a change is, and says in the commit view which releases have it. The thread starts with the
/// first question. GUI thread. Keeps references to session and pane.
class CompareController : public QObject {
    Q_OBJECT

public:
    CompareController(const QString& database, Session& session, ReadingPane& pane,
                      QObject* parent = nullptr);
    ~CompareController() override;

    void addActions(QMenu& menu);

    /// Which releases a person has chosen to compare, for each page.
    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

public slots:
    /// The release in front with the one before it.
    void open();
    void openFindChange();

signals:
    /// The comparison of a page is on screen.
    void shown(const QString& address);
    void failed(const QString& sentence);

private:
    using Thread = WorkThread<CompareEngine>;

    Thread& thread();
    QAction* addAction(const char* name, const QString& text);
    ComparePage* makePage(const QString& address, QWidget* parent);
    void setUpPage(const QString& address, ComparePage* page);
    void fill(const QString& address, ComparePage* page);
    void fillAll();
    void followMoment();
    void find(ComparePage* page, const QString& idOrTitle);
    /// Has a commit view say which releases have its commit.
    void addFact(CommitPanel& panel);
    /// The releases of a page, each as old as the one in front is at the moment looked at.
    std::vector<store::Side> sidesOf(const std::vector<store::Release>& releases) const;
    QString noteOf(const std::vector<store::Release>& releases,
                   const std::vector<store::Side>& sides) const;
    void follow(const TableTarget& target);

    const QString database_;
    Session& session_;
    ReadingPane& pane_;
    std::unique_ptr<Thread> thread_;
    QAction* open_ = nullptr;
    QAction* find_ = nullptr;
    QMap<QString, QStringList> chosen_; ///< names by page, open or not
    QString wantsFindChange_;           ///< the page that is being made, to be opened there
};

} // namespace mw::ui
