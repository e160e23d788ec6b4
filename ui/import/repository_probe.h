#pragma once

#include "git/tags.h"

#include <QObject>
#include <QThread>

#include <cstdint>
#include <vector>

namespace mw::ui {

/// Looks into a clone for the import dialog, on a thread of its own: its tags, and whether a
/// revision that a person typed leads to a commit. Every call returns at once. GUI thread. Owns the
/// thread; the destructor waits for what it reads.
class RepositoryProbe : public QObject {
    Q_OBJECT

public:
    explicit RepositoryProbe(QObject* parent = nullptr);
    ~RepositoryProbe() override;

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
    template <typename Work>
    void post(Work work);

    QThread thread_;
    QObject* worker_ = nullptr; ///< a foothold on thread_, deleted when it finishes
    std::uint64_t newestRead_ = 0;
};

} // namespace mw::ui
