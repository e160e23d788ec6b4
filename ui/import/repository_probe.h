#pragma once

#include "git/objects/tags.h"
#include "workers/work_thread.h"

#include <QObject>
#include <QString>

#include <vector>

namespace mw::ui {

/// Looks into a clone for the import dialog, on a thread of its own: its tags, and whether a
/// revision that a person typed leads to a commit. Every call returns at once. GUI thread. Owns the
/// thread; the destructor waits for what it reads.
class RepositoryProbe : public QObject {
    Q_OBJECT

public:
    explicit RepositoryProbe(QObject* parent = nullptr);

    /// Only the newest call is answered.
    void readTags(const QString& repository);
    void checkRevision(const QString& repository, const QString& revision);

signals:
    void tagsRead(const QString& repository, const std::vector<mw::git::Tag>& tags);
    /// Comes before tagsRead() where the clone was made without file contents: git could be sent
    /// there for them. allowed: the person said earlier that it may be.
    void fetchPossible(const QString& repository, const QString& address, bool allowed);
    void unreadable(const QString& repository, const QString& sentence);
    /// mistake: empty where the revision leads to a commit.
    void revisionChecked(const QString& repository, const QString& revision,
                         const QString& mistake);

private:
    enum class Kind { Tags };
    struct Nothing {};

    WorkThread<Nothing> thread_;
};

} // namespace mw::ui
