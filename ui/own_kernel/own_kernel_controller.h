#pragma once

#include "own_kernel/kernel_panel.h"
#include "own_kernel/own_kernel_dialog.h"
#include "own_kernel/own_kernel_engine.h"
#include "own_kernel/reading_bar.h"
#include "workers/work_thread.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QSet>

#include <functional>

namespace mw::ui {

class ImportController;
class Session;
class Sidebar;

/// What a release means for a person's own kernel: the menu with its ready searches, the page of
/// the sidebar, the dialog behind both, and the readings of trees, configurations and CVE records,
/// one at a time on a thread of their own. After an import what is known by them is asked anew. GUI
/// thread. Keeps references to the window's parts, which outlive it.
class OwnKernelController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        QMainWindow& window;
        Session& session;
        Sidebar& sidebar;
        ImportController& import;
    };

    OwnKernelController(const QString& database, const Parts& parts, QObject* parent);
    ~OwnKernelController() override;

    QMenu* menu() { return menu_; }
    /// For the status bar.
    QWidget* readingBar() { return bar_; }
    bool isReading() const { return reading_; }

public slots:
    void openTrees() { openDialog(OwnKernelDialog::Tab::Trees); }
    void openConfig() { openDialog(OwnKernelDialog::Tab::Config); }
    void openRecords() { openDialog(OwnKernelDialog::Tab::Records); }
    void readTree(const mw::ui::OwnKernelEngine::TreeWish& wish);
    void readConfig(const QString& file);
    void readRecords(const QString& folder);
    void stop();

signals:
    void said(const QString& sentence);
    /// With a button that leads on; action: what it says, empty: none.
    void done(const QString& sentence, const QString& action, const std::function<void()>& act);
    void failed(const QString& sentence);
    /// A list was asked for: it is to have the focus.
    void listWanted();
    /// The list on screen is to be saved.
    void exportWanted();
    /// What is known was read and is on screen.
    void shown();

private:
    enum class Kind { Facts, Counts };

    void setUpMenu();
    void fillMenu();
    void setUpPanel();
    OwnKernelDialog* dialog();
    void connectDialog(OwnKernelDialog& dialog);
    void openDialog(OwnKernelDialog::Tab tab);
    void askForTree();
    void askForConfig();
    void askForRecords();
    void removeTree(const QString& name);
    void removeConfig();
    void catchUp();

    /// work(engine, stop, progress) on the thread of readings, then done(its result).
    template <typename Work, typename Done>
    void read(Work work, Done done);
    bool mayRead();
    void endReading();
    void showBusy();

    void refresh();
    void count();
    QString release() const;
    void follow(const TableTarget& target);
    void narrow(const QString& term);

    const QString database_;
    const Parts parts_;
    QMenu* menu_;
    KernelPanel* panel_;
    ReadingBar* bar_;
    OwnKernelDialog* dialog_ = nullptr; ///< made when it is first asked for
    QList<QAction*> starts_;            ///< what cannot be asked for while something is read
    QList<QAction*> searches_;          ///< ready ones, of the trees that there are
    OwnKernelFacts facts_;
    QSet<QString> told_; ///< what could not be done by itself, said once
    bool reading_ = false;
    int readingNumber_ = 0; ///< what a reading that was stopped still reports is not wanted
    bool exporting_ = false;
    WorkThread<OwnKernelEngine> thread_, readings_; ///< last: they end before what they answer to
};

} // namespace mw::ui
