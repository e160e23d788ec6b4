#pragma once

#include "git/diff/patch.h"
#include "workers/work_thread.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mw::ui {

struct RenameQuestion {
    QString clone, commit;
    std::vector<std::string> deleted, added;
};

/// Looks for the renames of a commit on a thread of its own, which is there from the first question
/// on. Only the newest question is answered. GUI thread; the destructor stops what runs.
class RenameFinder : public QObject {
    Q_OBJECT

public:
    explicit RenameFinder(QObject* parent = nullptr);
    ~RenameFinder() override;

    void find(RenameQuestion question);
    /// No answer is wanted any more.
    void stop();

signals:
    void found(const mw::git::Renames& renames);
    /// The diffs, which come from the same clone, say what is wrong with it.
    void failed();

private:
    struct Engine;
    std::unique_ptr<WorkThread<Engine>> thread_;
};

} // namespace mw::ui
