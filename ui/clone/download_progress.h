#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace mw::ui {

/// How far a download is, as far as git says it.
struct DownloadProgress {
    enum class Step { Connecting, Preparing, Receiving, Resolving, Completing };

    Step step = Step::Connecting;
    qint64 done = 0, total = 0;          ///< objects; no total while nobody knows it
    qint64 bytes = 0;                    ///< received so far
    qint64 bytesPerSecond = 0;           ///< 0 where git does not say it
    std::optional<double> secondsLeft{}; ///< of this step, or of all parts
    int part = 0, parts = 0;             ///< of a download in parts; 0 for others
    qint64 bytesExpected = 0;            ///< in all; 0 where nobody knows it

    bool operator==(const DownloadProgress&) const = default;
};

/// One line of what `git clone --progress` writes in the C locale; nothing for a line that tells
/// no progress. secondsLeft is left to the caller. Any thread.
std::optional<DownloadProgress> downloadProgressOf(const QByteArray& line);

/// "Receiving objects · 12 % · 345.1 MiB · 5.1 MiB a second · 4 min left".
QString downloadProgressText(const DownloadProgress& progress);

/// "345.1 MiB", in the way git counts.
QString sizeText(qint64 bytes);

} // namespace mw::ui
