#pragma once

#include "base/system/run_process.h"
#include "clone/created_folders.h"
#include "clone/download_progress.h"
#include "fetch/release_range.h"
#include "workers/work_thread.h"

#include <QElapsedTimer>
#include <QObject>

#include <exception>
#include <functional>
#include <optional>
#include <stop_token>

namespace mw::fetch {
struct DownloadProgress;
struct FetchedRelease;
} // namespace mw::fetch

namespace mw::ui {

/// Gets a history for a person, commits and folders without the contents of the files: one release
/// alone (fetch/release_fetch.h), or all of it (`git clone --bare --filter=blob:none`). One at a
/// time; never asks for a password. A release that fails or is stopped leaves what it has received,
/// and goes on with it in the same folder; a whole clone leaves nothing of itself. Neither touches
/// anything else. git is waited for on a thread of its own. GUI thread; the destructor ends what
/// runs.
class HistoryClone : public QObject {
    Q_OBJECT

public:
    explicit HistoryClone(QObject* parent = nullptr);
    ~HistoryClone() override;

    bool isRunning() const { return running_; }
    const QString& url() const { return url_; }
    const QString& folder() const { return folder_; }
    const DownloadProgress& newestProgress() const { return progress_; }
    /// The release that is got alone; empty for a whole history.
    const QString& release() const { return release_; }
    /// What the last download that finished was made for; nothing after a whole history.
    const std::optional<fetch::ReleaseRange>& range() const { return range_; }

public slots:
    /// Nothing happens while another clone runs.
    void start(const QString& url, const QString& folder);
    /// release: a tag, as "v6.7".
    void startRelease(const QString& url, const QString& folder, const QString& release);
    /// Asks git to end; cancelled() tells that it has, and that its files are gone.
    void cancel();

signals:
    void started();
    void progress(const mw::ui::DownloadProgress& progress);
    // One of these ends every clone; isRunning() is false by then.
    /// remark: a sentence that a person should know; empty as a rule.
    void finished(const QString& folder, const QString& remark);
    void failed(const QString& sentence);
    void cancelled();

private:
    bool prepare(const QString& url, const QString& folder, const QString& release);
    struct Engine {};
    /// What is done on the GUI thread when git is done.
    using End = std::function<void()>;
    /// Runs what it is given on the GUI thread.
    using Tell = std::function<void(std::function<void()>)>;

    void begin(End (HistoryClone::*work)(const std::stop_token&, const Tell&));
    End run(const std::stop_token& stop, const Tell& tell);
    End runRelease(const std::stop_token& stop, const Tell& tell);
    void takeDownload(const fetch::DownloadProgress& download);
    void endRelease(const fetch::FetchedRelease& fetched);
    void endStopped();
    void tellFailure(const std::exception& error);
    void read(const QByteArray& text);
    void take(const QByteArray& line);
    void end(const base::ProcessResult& result);
    void fail(const QString& sentence);

    std::optional<WorkThread<Engine>> git_;
    CreatedFolders folders_;
    QString url_, folder_, release_;
    std::optional<fetch::ReleaseRange> range_;
    QByteArray unread_; ///< the start of a line
    QByteArray errors_; ///< what git wrote that was no progress
    DownloadProgress progress_;
    QElapsedTimer sinceStep_; ///< and what was done when it began:
    qint64 doneBefore_ = 0;
    bool running_ = false, stopping_ = false;
};

} // namespace mw::ui
