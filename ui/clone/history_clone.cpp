#include "clone/history_clone.h"

#include "clone/clone_errors.h"
#include "fetch/release_fetch.h"
#include "git/objects/fetch_consent.h"
#include "git/setup/error.h"
#include "git/setup/git_command.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <QDir>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <utility>

namespace mw::ui {

namespace {

/// git removes what it had received before it ends.
constexpr std::chrono::milliseconds gitGrace{5000};
/// A step that has only begun says nothing about how long it takes.
constexpr qint64 guessAfterMilliseconds = 2000;
constexpr qsizetype errorsKept = 16'384;

/// The person gave the address: git may go there again for what this clone lacks.
void allowFetching(const QString& folder) {
    try {
        git::remember_consent(git::Repository(std::filesystem::path(folder.toStdU16String())));
    } catch (const git::Error&) { // NOLINT(bugprone-empty-catch)
        // What is wrong with the clone is said when it is read.
    }
}

} // namespace

HistoryClone::HistoryClone(QObject* parent)
    : QObject(parent), git_(std::in_place, QStringLiteral("clone")) {}

HistoryClone::~HistoryClone() {
    if (!running_)
        return;
    git_.reset();
    folders_.takeBack();
}

bool HistoryClone::prepare(const QString& url, const QString& folder, const QString& release) {
    if (running_)
        return false;
    url_ = url.trimmed();
    folder_ = QDir::cleanPath(folder);
    release_ = release;
    range_.reset();
    unread_.clear();
    errors_.clear();
    progress_ = {};
    stopping_ = false;
    if (base::find_program("git"))
        return true;
    emit failed(tr("There is no git on this computer. Install the package git "
                   "(on Debian: apt install git), then try again."));
    return false;
}

void HistoryClone::begin(End (HistoryClone::*work)(const std::stop_token&, const Tell&)) {
    running_ = true;
    emit started();
    git_->runToEnd(
        this,
        [this, work, tell = Tell(git_->reporter(this))](Engine&, const std::stop_token& stop) {
            return (this->*work)(stop, tell);
        },
        [](const End& end) { end(); }, [this](const std::exception& error) { tellFailure(error); });
}

void HistoryClone::start(const QString& url, const QString& folder) {
    if (!prepare(url, folder, {}))
        return;
    if (const QString wrong = folders_.make(folder_); !wrong.isEmpty()) {
        emit failed(wrong);
        return;
    }
    begin(&HistoryClone::run);
}

void HistoryClone::startRelease(const QString& url, const QString& folder, const QString& release) {
    if (prepare(url, folder, release))
        begin(&HistoryClone::runRelease);
}

/// On the thread of git_.
HistoryClone::End HistoryClone::runRelease(const std::stop_token& stop, const Tell& tell) {
    const fetch::FetchRequest request{release_.toStdString(), url_.toStdString(),
                                      std::filesystem::path(folder_.toStdU16String()), false};
    fetch::FetchEvents events;
    events.progress = [this, &tell](const fetch::DownloadProgress& download) {
        tell([this, download] { takeDownload(download); });
    };
    return [this, fetched = fetch::fetch_release(request, events, stop)] { endRelease(fetched); };
}

void HistoryClone::tellFailure(const std::exception& error) {
    if (dynamic_cast<const git::Stopped*>(&error) != nullptr)
        endStopped();
    else if (const auto* const ofGit = dynamic_cast<const fetch::FetchError*>(&error))
        fail(cloneError(QByteArray::fromStdString(ofGit->errors()), url_, folder_, true));
    else if (dynamic_cast<const base::StartError*>(&error) != nullptr)
        fail(tr("git cannot be started: %1.").arg(errorText(error)));
    else
        fail(errorText(error));
}

void HistoryClone::takeDownload(const fetch::DownloadProgress& download) {
    using From = fetch::DownloadProgress::Step;
    const auto step = [&download] {
        switch (download.step) {
        case From::asking:
            return DownloadProgress::Step::Connecting;
        case From::preparing:
            return DownloadProgress::Step::Preparing;
        case From::receiving:
            return DownloadProgress::Step::Receiving;
        case From::resolving:
            return DownloadProgress::Step::Resolving;
        case From::completing:
            break;
        }
        return DownloadProgress::Step::Completing;
    };
    progress_ = {step(),
                 download.done,
                 download.total,
                 download.bytes,
                 static_cast<qint64>(download.bytes_per_second),
                 download.seconds_left,
                 download.part,
                 download.parts,
                 download.bytes_expected};
    if (!stopping_)
        emit progress(progress_);
}

void HistoryClone::endRelease(const fetch::FetchedRelease& fetched) {
    running_ = false;
    range_ = fetched.range;
    QStringList remarks;
    for (const base::Message& remark : fetched.remarks)
        remarks << engineText(remark);
    emit finished(folder_, remarks.join(QLatin1Char(' ')));
}

void HistoryClone::endStopped() {
    running_ = false;
    emit cancelled();
}

/// On the thread of git_.
HistoryClone::End HistoryClone::run(const std::stop_token& stop, const Tell& tell) {
    base::ProcessLimits limits;
    limits.grace = gitGrace;
    auto git = git::git_command({"clone", "--bare", "--filter=blob:none", "--progress", "--",
                                 url_.toStdString(), folder_.toStdString()});
    if (!git)
        throw base::StartError("there is no git on this computer");
    git->on_errors = [this, &tell](std::string_view text) {
        tell([this, bytes = QByteArray(text.data(), static_cast<qsizetype>(text.size()))] {
            read(bytes);
        });
    };
    const base::ProcessResult result = base::run_process(*git, stop, limits);
    if (result.succeeded())
        allowFetching(folder_);
    return [this, result] { end(result); };
}

void HistoryClone::cancel() {
    if (!running_ || std::exchange(stopping_, true))
        return;
    git_->cancel();
}

void HistoryClone::read(const QByteArray& text) {
    unread_ += text;
    for (;;) {
        const auto isEnd = [](char c) { return c == '\r' || c == '\n'; };
        const auto end = std::ranges::find_if(unread_, isEnd);
        if (end == unread_.end())
            return;
        const auto length = static_cast<qsizetype>(end - unread_.begin());
        take(unread_.left(length));
        unread_.remove(0, length + 1);
    }
}

void HistoryClone::take(const QByteArray& line) {
    auto now = downloadProgressOf(line);
    if (!now) {
        errors_ += line + '\n';
        errors_ = errors_.right(errorsKept);
        return;
    }
    if (now->step != progress_.step || now->total != progress_.total) {
        sinceStep_.start();
        doneBefore_ = now->done;
    }
    const qint64 done = now->done - doneBefore_, elapsed = sinceStep_.elapsed();
    if (now->total > now->done && done > 0 && elapsed > guessAfterMilliseconds)
        now->secondsLeft = static_cast<double>(elapsed) / 1000 *
                           static_cast<double>(now->total - now->done) / static_cast<double>(done);
    progress_ = *now;
    if (!stopping_)
        emit progress(progress_);
}

void HistoryClone::end(const base::ProcessResult& result) {
    take(std::exchange(unread_, {}));
    if (!stopping_ && result.succeeded()) {
        running_ = false;
        folders_.keep();
        emit finished(folder_, errors_.contains("filtering not recognized")
                                   ? tr("The server does not know how to leave the files' contents "
                                        "out: all of them came along, and take their room.")
                                   : QString());
        return;
    }
    if (!stopping_) {
        fail(cloneError(errors_, url_, folder_));
        return;
    }
    folders_.takeBack();
    running_ = false;
    emit cancelled();
}

void HistoryClone::fail(const QString& sentence) {
    folders_.takeBack();
    running_ = false;
    emit failed(sentence);
}

} // namespace mw::ui
