#pragma once

#include "commit/diff/diff_text.h"
#include "commit/diff/diff_view.h"
#include "commit/diff/side_by_side.h"
#include "git/diff/patch.h"
#include "workers/work_thread.h"

#include <QObject>
#include <QString>

namespace mw::ui {

class PatchEngine;

/// Which part of which clone is wanted.
struct PatchKey {
    QString clone, commit, path;
    std::size_t maxLines = 0;
    git::PatchOptions options{};
    bool sideBySide = false;
};

/// A patch, ready for the views; hunks have gone into the texts.
struct LoadedPatch {
    git::FilePatch patch;
    DiffText text;
    SideBySide sides; ///< empty unless asked for
};

/// Reads diffs from a clone on a thread of its own. Every call returns at once; only the newest
/// request is answered. GUI thread. Owns the thread; the destructor waits for what it reads.
class PatchLoader : public QObject {
    Q_OBJECT

public:
    explicit PatchLoader(QObject* parent = nullptr);
    ~PatchLoader() override;

    /// Answered by cloneChecked(); says nothing of what is in the folder.
    void checkClone(const QString& clone);
    /// Ends a search for a mark: a diff is wanted sooner.
    void request(const PatchKey& key);
    /// Which of files of one commit, in this order, is the first with a mark in its changed lines;
    /// answered by markFound(), with an empty path where none has.
    void findMark(std::vector<PatchKey> files, const SharedCodeMarks& marks);
    /// No answer to an earlier request is wanted any more.
    void forget();

signals:
    void cloneChecked(const QString& clone, bool there);
    void loaded(const mw::ui::LoadedPatch& patch);
    void failed(const QString& sentence);
    void markFound(const QString& commit, const QString& path);
    /// The clone was made without this file's contents.
    void leftOut(const QString& sentence);

private:
    enum class Kind { Patch, Mark };

    WorkThread<PatchEngine> thread_;
};

} // namespace mw::ui
