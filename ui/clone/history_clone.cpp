#include "clone/history_clone.h"

#include "clone/clone_errors.h"

#include <QDir>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <algorithm>
#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>
#include <utility>

namespace mw::ui {

namespace {

constexpr int gitPatienceMilliseconds = 8000;
constexpr int lastPatienceMilliseconds = 2000;
/// A step that has only begun says nothing about how long it takes.
constexpr qint64 guessAfterMilliseconds = 2000;
constexpr qsizetype errorsKept = 16'384;

/// git in words that can be read by a program, and without a question that nobody sees.
QProcessEnvironment gitEnvironment() {
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    for (const char* const name :
         {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
          "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "LANGUAGE"})
        all.remove(QLatin1String(name));
    const auto set = [&all](const char* name, const char* value) {
        all.insert(QLatin1String(name), QLatin1String(value));
    };
    set("LC_ALL", "C");
    set("GIT_TERMINAL_PROMPT", "0");
    set("GIT_ASKPASS", "false");
    set("GIT_ALLOW_PROTOCOL", "http:https:git:ssh:file");
    if (!all.contains(QStringLiteral("GIT_SSH_COMMAND")))
        set("GIT_SSH_COMMAND", "ssh -oBatchMode=yes");
    return all;
}

} // namespace

HistoryClone::HistoryClone(QObject* parent) : QObject(parent) {
    // git and its helpers are a group of their own, which ends together, and with this program.
    git_.setChildProcessModifier([] {
        ::setpgid(0, 0);
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    });
    git_.setStandardInputFile(QProcess::nullDevice());
    git_.setStandardOutputFile(QProcess::nullDevice());
    patience_.setSingleShot(true);
    patience_.setInterval(gitPatienceMilliseconds);
    connect(&patience_, &QTimer::timeout, this, [this] { signalGroup(SIGKILL); });
    connect(&git_, &QProcess::readyReadStandardError, this, &HistoryClone::read);
    connect(&git_, &QProcess::finished, this, &HistoryClone::end);
    connect(&git_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(tr("git cannot be started: %1.").arg(git_.errorString()));
    });
}

HistoryClone::~HistoryClone() {
    if (!running_)
        return;
    git_.disconnect(this);
    signalGroup(SIGTERM);
    if (!git_.waitForFinished(lastPatienceMilliseconds)) {
        signalGroup(SIGKILL);
        git_.waitForFinished(lastPatienceMilliseconds);
    }
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
    const QString program = QStandardPaths::findExecutable(QStringLiteral("git"));
    if (program.isEmpty()) {
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
    git_.setProcessEnvironment(gitEnvironment());
    git_.setWorkingDirectory(folder_);
    git_.start(program, {QStringLiteral("clone"), QStringLiteral("--bare"),
                         QStringLiteral("--filter=blob:none"), QStringLiteral("--progress"),
                         QStringLiteral("--"), url_, folder_});
}

void HistoryClone::cancel() {
    if (!running_ || std::exchange(stopping_, true))
        return;
    signalGroup(SIGTERM);
    patience_.start();
}

void HistoryClone::signalGroup(int signal) {
    if (const qint64 process = git_.processId(); process > 0) {
        // The group is there once the child has run; until then there is the child alone.
        if (::kill(static_cast<pid_t>(-process), signal) != 0)
            ::kill(static_cast<pid_t>(process), signal);
    }
}

void HistoryClone::read() {
    unread_ += git_.readAllStandardError();
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

void HistoryClone::end(int code, QProcess::ExitStatus status) {
    patience_.stop();
    read();
    take(std::exchange(unread_, {}));
    if (!stopping_ && status == QProcess::NormalExit && code == 0) {
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
