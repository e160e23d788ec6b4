#include "clone/download_progress.h"

#include "fetch/git_progress.h"
#include "text/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace mw::ui {

namespace {

struct DownloadWords {
    Q_DECLARE_TR_FUNCTIONS(DownloadProgress)
};

DownloadProgress::Step stepOf(fetch::GitProgress::Step step) {
    switch (step) {
    case fetch::GitProgress::Step::preparing:
        break;
    case fetch::GitProgress::Step::receiving:
        return DownloadProgress::Step::Receiving;
    case fetch::GitProgress::Step::resolving:
        return DownloadProgress::Step::Resolving;
    }
    return DownloadProgress::Step::Preparing;
}

QString stepText(DownloadProgress::Step step) {
    switch (step) {
    case DownloadProgress::Step::Connecting:
        return DownloadWords::tr("Asking the server");
    case DownloadProgress::Step::Preparing:
        return DownloadWords::tr("The server prepares the history");
    case DownloadProgress::Step::Receiving:
        return DownloadWords::tr("Receiving the history");
    case DownloadProgress::Step::Resolving:
        return DownloadWords::tr("Putting it in order");
    case DownloadProgress::Step::Completing:
        return DownloadWords::tr("Completing the release");
    }
    return {};
}

QString timeLeftText(double seconds) {
    constexpr qint64 minute = 60, hour = 60 * minute;
    const auto whole = static_cast<qint64>(std::ceil(seconds));
    if (whole < minute)
        return DownloadWords::tr("%1 s left").arg(whole);
    if (whole < hour)
        return DownloadWords::tr("%1 min left").arg((whole + minute - 1) / minute);
    return DownloadWords::tr("%1 h %2 min left")
        .arg(QString::number(whole / hour), QString::number(whole % hour / minute));
}

} // namespace

std::optional<DownloadProgress> downloadProgressOf(const QByteArray& line) {
    const auto git = fetch::git_progress_of(line.toStdString());
    if (!git)
        return std::nullopt;
    return DownloadProgress{stepOf(git->step), git->done, git->total, git->bytes,
                            git->bytes_per_second};
}

QString downloadProgressText(const DownloadProgress& progress) {
    QStringList parts{stepText(progress.step)};
    if (progress.part > 0)
        parts << DownloadWords::tr("part %1 of %2").arg(progress.part).arg(progress.parts);
    if (progress.total > 0)
        parts << DownloadWords::tr("%1 %").arg(100 * progress.done / progress.total);
    else if (progress.done > 0)
        parts << countText(progress.done);
    if (progress.bytes > 0)
        parts << (progress.bytesExpected > 0
                      ? DownloadWords::tr("%1 of about %2")
                            .arg(sizeText(progress.bytes), sizeText(progress.bytesExpected))
                      : sizeText(progress.bytes));
    if (progress.bytesPerSecond > 0)
        parts << DownloadWords::tr("%1 a second").arg(sizeText(progress.bytesPerSecond));
    if (progress.secondsLeft)
        parts << timeLeftText(*progress.secondsLeft);
    return parts.join(QStringLiteral(" · "));
}

QString sizeText(qint64 bytes) {
    // A number stays with its unit at the end of a line.
    return QLocale()
        .formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat)
        .replace(QLatin1Char(' '), QChar::Nbsp);
}

} // namespace mw::ui
