#pragma once

#include "workers/work_thread.h"

#include <QObject>
#include <QString>

#include <memory>
#include <string>

namespace mw::ui {

/// A line of a file, and in which history it is looked for.
struct LineQuestion {
    QString clone;
    std::string commit;   ///< full id
    std::string path;     ///< as the database has it
    int line = 0;         ///< counted from 1
    bool before = false;  ///< of the version before the commit, of its first parent
    std::string from, to; ///< full ids of the release's ends; from may be empty: no limit
};

/// A commit that has to do with a line, as the clone has it.
struct LineCommit {
    QString oid, title, author;
    qint64 time = 0;         ///< author time, UTC seconds
    int lines = 0;           ///< how many it changed
    bool unfinished = false; ///< the line is at least as old as this commit
    LineQuestion further;    ///< where to go on, where it is unfinished
};

/// Asks a clone who wrote a line, and what changed the lines of a commit later, on a thread of its
/// own, which is there from the first question on. Only the newest question is answered. GUI
/// thread; the destructor stops what runs.
class LineFinder : public QObject {
    Q_OBJECT

public:
    explicit LineFinder(QObject* parent = nullptr);
    ~LineFinder() override;

    /// The commit within from..to that wrote the line last.
    void findOrigin(const LineQuestion& question);
    /// The commits of from..to that changed what the commit added to the file; found() for each.
    void findLater(const LineQuestion& question);
    /// No answer is wanted any more.
    void stop();

signals:
    /// total: 0 where it is not known.
    void progressed(qint64 done, qint64 total);
    void found(const mw::ui::LineCommit& commit);
    void finished();
    void failed(const QString& sentence);

private:
    class Engine;
    WorkThread<Engine>& thread();

    std::unique_ptr<WorkThread<Engine>> thread_;
};

} // namespace mw::ui
