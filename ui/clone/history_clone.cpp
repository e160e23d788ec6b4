#include "clone/history_clone.h"

#include "clone/clone_errors.h"
#include "git/error.h"
#include "git/fetch_consent.h"
#include "git/git_command.h"
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
    } catch (const git::Error&) {
        // What is wrong with the clone is said when it is read.
    }
}

} // namespace

HistoryClone::HistoryClone(QObject* parent) : QObject(parent) {}

HistoryClone::~HistoryClone() {
    if (!running_)
        return;
    git_.request_stop();
    git_.join();
    folders_.takeBack();
}

void HistoryClone::start(const QString& url, const QString& folder) {
    if (running_)
        return;
    url_ = url.trimmed();
    folder_ = QDir::cleanPath(folder);
    unread_.clear();
    errors_.clear();
    progress_ = {};
    stopping_ = false;
    if (!base::find_program("git")) {
        emit failed(tr("There is no git on this computer. Install the package git "
                       "(on Debian: apt install git), then try again."));
        return;
    }
    if (const QString wrong = folders_.make(folder_); !wrong.isEmpty()) {
        emit failed(wrong);
        return;
    }
    running_ = true;
    emit started();
    git_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

/// On the thread of git_.
void HistoryClone::run(const std::stop_token& stop) {
    base::ProcessLimits limits;
    limits.grace = gitGrace;
    try {
        auto git = git::git_command({"clone", "--bare", "--filter=blob:none", "--progress", "--",
                                     url_.toStdString(), folder_.toStdString()});
        if (!git)
            throw base::StartError("git is not there any more");
        git->on_errors = [this](std::string_view text) {
            QMetaObject::invokeMethod(
                this,
                [this, bytes = QByteArray(text.data(), static_cast<qsizetype>(text.size()))] {
                    read(bytes);
                },
                Qt::QueuedConnection);
        };
        const base::ProcessResult result = base::run_process(*git, stop, limits);
        if (result.succeeded())
            allowFetching(folder_);
        reportEnd([this, result] { end(result); });
    } catch (const base::StartError& error) {
        reportEnd([this, reason = toQString(error.what())] {
            fail(tr("git cannot be started: %1.").arg(reason));
        });
    }
}

template <typename Report>
void HistoryClone::reportEnd(Report report) {
    QMetaObject::invokeMethod(
        this,
        [this, report] {
            git_.join();
            report();
        },
        Qt::QueuedConnection);
}

void HistoryClone::cancel() {
    if (!running_ || std::exchange(stopping_, true))
        return;
    git_.request_stop();
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
    auto now = gitProgressOf(line);
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
