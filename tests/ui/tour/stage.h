#pragma once

#include "changesets/changeset_view.h"
#include "window/main_window.h"

#include <QPixmap>
#include <QSize>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <string>

/// Of windows: one that a person leaves as it comes, on a small screen, and the smallest.
constexpr QSize usualSize{1440, 900}, laptopSize{1280, 800}, smallSize{900, 600};

/// A database with the release that the program ships and one that is imported from a small clone
/// made for it, both in a folder that goes with it.
class TourDatabase {
public:
    TourDatabase();

    QString file() const { return folder_.filePath(QStringLiteral("tour.db")); }
    QString folder() const { return folder_.path(); }
    QString clone() const { return folder_.filePath(QStringLiteral("linux.git")); }

private:
    QTemporaryDir folder_;
};

/// The real window with settings of its own, driven by keys, and a picture of all that is on
/// screen. What a state of the tour is made with.
class Stage {
public:
    /// database is copied, so that what a state does to it stays in that state.
    Stage(const QString& database, const QString& clone, QSize size);

    /// A window that is opened from now on comes up on the first screen and is moved to the last
    /// one before it is used; false where it did not arrive with that screen's scale.
    void setAcross(bool across) { across_ = across; }

    /// A new window; waits until it is complete. False where it failed.
    bool open(const mw::ui::StartOptions& options = {});
    /// The same on a database that is not there yet: the first start.
    bool openFirst();
    bool openFile(const QString& file);

    mw::ui::MainWindow& window() { return *window_; }
    QString clone() const { return clone_; }
    QString folder() const { return folder_.path(); }
    QString databaseFile() const { return database_; }

    template <typename Widget>
    Widget* find(const char* name = nullptr) {
        return window_->findChild<Widget*>(QString::fromLatin1(name)); // null: any
    }
    QTreeView& table() { return *window_->findChild<mw::ui::ChangesetView*>(); }

    /// A key to what has the focus.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString& text);
    bool trigger(const char* action);
    bool until(const std::function<bool()>& condition);
    /// Writes into the filter and waits for nothing.
    void writeQuery(const QString& query);
    /// The same, and waits for the list that comes of it.
    bool search(const QString& query);
    /// Goes to the first line whose subject contains it.
    bool choose(const QString& subject);
    /// Brings a page of the commit view to the front, by the name of its widget.
    bool showPage(const char* name);
    /// The page in front is a document, and all of it is there.
    bool documentShown();

    /// The window and everything that stands over it.
    QPixmap picture();
    /// The window, dialogs, menus and popups that can be seen.
    static QWidgetList shown();

private:
    QWidget* focus() const;
    bool start(const mw::ui::StartOptions& options);
    bool moveAcross();

    QTemporaryDir folder_;
    const QString database_, clone_;
    const QSize size_;
    bool across_ = false;
    std::unique_ptr<mw::ui::MainWindow> window_;
};

/// Another palette for as long as it lives.
class DarkDesktop {
public:
    DarkDesktop();
    ~DarkDesktop();
    DarkDesktop(const DarkDesktop&) = delete;
    DarkDesktop& operator=(const DarkDesktop&) = delete;

private:
    const QPalette before_;
};
