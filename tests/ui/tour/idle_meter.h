#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QEventLoop>
#include <QFile>
#include <QHash>
#include <QMetaEnum>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <algorithm>
#include <unistd.h>
#include <vector>

/// Measures what the program does while nobody touches it: the events that the GUI thread is given,
/// the processor time that it takes for them, and that of every other thread. Processor time is
/// the kernel's own count (/proc/self/task/ID/schedstat, the first number: nanoseconds on a
/// processor), so that a busy machine changes nothing. GUI thread, after QApplication is there.
class IdleMeter : public QObject {
public:
    struct Result {
        int events = 0;
        double guiMilliseconds = 0, otherMilliseconds = 0;
        QStringList busiest; ///< events by kind and who gets them, and threads, most first

        QString text() const {
            return QStringLiteral("%1 events, %2 ms of the GUI thread, %3 ms of others; %4")
                .arg(events)
                .arg(guiMilliseconds, 0, 'f', 1)
                .arg(otherMilliseconds, 0, 'f', 1)
                .arg(busiest.join(QLatin1String("; ")));
        }
    };

    IdleMeter() { qApp->installEventFilter(this); }

    /// Lets the event loop run for so long and says what was done meanwhile.
    Result run(int milliseconds) {
        counts_.clear();
        const QHash<int, qint64> before = processorTimes();
        QEventLoop loop;
        QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
        loop.exec();
        return resultSince(before);
    }

    /// Lets the event loop run until the program has had nothing to do for a while, for as long as
    /// `milliseconds` at most; false where it never had.
    bool settle(int milliseconds) {
        for (int rests = 0, spent = 0; spent < milliseconds; spent += lookMilliseconds) {
            const Result look = run(lookMilliseconds);
            const bool rest = look.guiMilliseconds < 5 && look.otherMilliseconds < 1;
            rests = rest ? rests + 1 : 0;
            if (rests == restsWanted)
                return true;
        }
        return false;
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        ++counts_[{watched->metaObject()->className(), event->type()}];
        return false;
    }

private:
    static constexpr int lookMilliseconds = 100, restsWanted = 3, namedAtMost = 5;

    using Kind = std::pair<const char*, QEvent::Type>;

    static QHash<int, qint64> processorTimes() {
        QHash<int, qint64> times;
        const QDir tasks(QStringLiteral("/proc/self/task"));
        for (const QString& task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile file(tasks.filePath(task + QStringLiteral("/schedstat")));
            if (file.open(QIODevice::ReadOnly)) // a thread may end meanwhile
                times.insert(task.toInt(), file.readAll().split(' ').constFirst().toLongLong());
        }
        return times;
    }

    static QString nameOfThread(int task) {
        QFile file(QStringLiteral("/proc/self/task/%1/comm").arg(task));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed()
                                              : QStringLiteral("a thread");
    }

    Result resultSince(const QHash<int, qint64>& before) const {
        Result result;
        const QHash<int, qint64> after = processorTimes();
        for (auto [task, time] : after.asKeyValueRange()) {
            const double milliseconds = double(time - before.value(task, 0)) / 1e6;
            (task == gettid() ? result.guiMilliseconds : result.otherMilliseconds) += milliseconds;
            if (task != gettid() && milliseconds > 1)
                result.busiest << QStringLiteral("%1: %2 ms")
                                      .arg(nameOfThread(task))
                                      .arg(milliseconds, 0, 'f', 1);
        }
        std::vector<std::pair<int, Kind>> kinds;
        for (auto [kind, count] : counts_.asKeyValueRange()) {
            result.events += count;
            kinds.emplace_back(count, kind);
        }
        std::ranges::sort(kinds, std::greater{}, &std::pair<int, Kind>::first);
        kinds.resize(std::min(kinds.size(), std::size_t(namedAtMost)));
        for (const auto& [count, kind] : kinds) {
            const char* const type = QMetaEnum::fromType<QEvent::Type>().valueToKey(kind.second);
            result.busiest << QStringLiteral("%1 × %2 to %3")
                                  .arg(count)
                                  .arg(QLatin1String(type ? type : "event"),
                                       QLatin1String(kind.first));
        }
        return result;
    }

    QHash<Kind, int> counts_;
};
