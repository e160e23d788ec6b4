#pragma once

#include "base/run_process.h"
#include "clone/created_folders.h"
#include "clone/git_progress.h"

#include <QElapsedTimer>
#include <QObject>

#include <thread>

namespace mw::ui {

/// `git clone --bare --filter=blob:none`, run for a person: history and folders without the
/// contents of the files. One at a time; never asks for a password. A clone that fails or is
/// stopped leaves nothing of itself and touches nothing else. git is waited for on a thread of its
/// own. GUI thread; the destructor ends what runs.
class HistoryClone : public QObject {
    Q_OBJECT

public:
    explicit HistoryClone(QObject* parent = nullptr);
    ~HistoryClone() override;

    bool isRunning() const { return running_; }
    const QString& url() const { return url_; }
    const QString& folder() const { return folder_; }
    const GitProgress& newestProgress() const { return progress_; }

public slots:
    /// Nothing happens while another clone runs.
    void start(const QString& url, const QString& folder);
    /// Asks git to end; cancelled() tells that it has, and that its files are gone.
    void cancel();

signals:
    void started();
    void progress(const mw::ui::GitProgress& progress);
    // One of these ends every clone; isRunning() is false by then.
    /// remark: a sentence that a person should know; empty as a rule.
    void finished(const QString& folder, const QString& remark);
    void failed(const QString& sentence);
    void cancelled();

private:
    void run(const std::stop_token& stop);
    template <typename Report>
    void reportEnd(Report report);
    void read(const QByteArray& text);
    void take(const QByteArray& line);
    void end(const base::ProcessResult& result);
    void fail(const QString& sentence);

    std::jthread git_;
    CreatedFolders folders_;
    QString url_, folder_;
    QByteArray unread_; ///< the start of a line
    QByteArray errors_; ///< what git wrote that was no progress
    GitProgress progress_;
    QElapsedTimer sinceStep_; ///< and what was done when it began:
    qint64 doneBefore_ = 0;
    bool running_ = false, stopping_ = false;
};

} // namespace mw::ui
