#include "clone/git_progress.h"

#include "text/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace mw::ui {

namespace {

struct GitWords {
    Q_DECLARE_TR_FUNCTIONS(GitProgress)
};

qint64 bytesOfGit(const QString& number, const QString& unit) {
    static constexpr std::array units{"bytes", "KiB", "MiB", "GiB", "TiB"};
    double bytes = number.toDouble();
    for (const char* const known : units) {
        if (unit == QLatin1String(known))
            return static_cast<qint64>(bytes);
        bytes *= 1024;
    }
    return 0;
}

GitProgress::Step gitStepOf(const QString& title) {
    if (title == QLatin1String("Receiving objects"))
        return GitProgress::Step::Receiving;
    return title == QLatin1String("Resolving deltas") ? GitProgress::Step::Resolving
                                                      : GitProgress::Step::Preparing;
}

QString gitStepText(GitProgress::Step step) {
    switch (step) {
    case GitProgress::Step::Connecting:
        return GitWords::tr("Asking the server");
    case GitProgress::Step::Preparing:
        return GitWords::tr("The server prepares the history");
    case GitProgress::Step::Receiving:
        return GitWords::tr("Receiving the history");
    case GitProgress::Step::Resolving:
        return GitWords::tr("Putting it in order");
    case GitProgress::Step::Completing:
        return GitWords::tr("Completing the release");
    }
    return {};
}

QString gitTimeLeftText(double seconds) {
    constexpr qint64 minute = 60, hour = 60 * minute;
    const auto whole = static_cast<qint64>(std::ceil(seconds));
    if (whole < minute)
        return GitWords::tr("%1 s left").arg(whole);
    if (whole < hour)
        return GitWords::tr("%1 min left").arg((whole + minute - 1) / minute);
    return GitWords::tr("%1 h %2 min left")
        .arg(QString::number(whole / hour), QString::number(whole % hour / minute));
}

} // namespace

std::optional<GitProgress> gitProgressOf(const QByteArray& line) {
    static const QRegularExpression form(
        QStringLiteral(R"(^(?:remote: )?(Enumerating objects|Counting objects|Compressing objects|)"
                       R"(Receiving objects|Resolving deltas):\s+(?:(\d+)% \((\d+)/(\d+)\)|(\d+)))"
                       R"((?:, ([\d.]+) (\w+)(?: \| ([\d.]+) (\w+)/s)?)?)"));
    const QRegularExpressionMatch match = form.match(QString::fromUtf8(line));
    if (!match.hasMatch())
        return std::nullopt;
    GitProgress progress;
    progress.step = gitStepOf(match.captured(1));
    if (match.hasCaptured(5)) {
        progress.done = match.captured(5).toLongLong();
        return progress;
    }
    progress.done = match.captured(3).toLongLong();
    progress.total = match.captured(4).toLongLong();
    if (match.hasCaptured(6))
        progress.bytes = bytesOfGit(match.captured(6), match.captured(7));
    if (match.hasCaptured(8))
        progress.bytesPerSecond = bytesOfGit(match.captured(8), match.captured(9));
    return progress;
}

QString gitProgressText(const GitProgress& progress) {
    QStringList parts{gitStepText(progress.step)};
    if (progress.part > 0)
        parts << GitWords::tr("part %1 of %2").arg(progress.part).arg(progress.parts);
    if (progress.total > 0)
        parts << GitWords::tr("%1 %").arg(100 * progress.done / progress.total);
    else if (progress.done > 0)
        parts << countText(progress.done);
    if (progress.bytes > 0)
        parts << (progress.bytesExpected > 0
                      ? GitWords::tr("%1 of about %2")
                            .arg(sizeText(progress.bytes), sizeText(progress.bytesExpected))
                      : sizeText(progress.bytes));
    if (progress.bytesPerSecond > 0)
        parts << GitWords::tr("%1 a second").arg(sizeText(progress.bytesPerSecond));
    if (progress.secondsLeft)
        parts << gitTimeLeftText(*progress.secondsLeft);
    return parts.join(QStringLiteral(" · "));
}

QString sizeText(qint64 bytes) {
    // A number stays with its unit at the end of a line.
    return QLocale()
        .formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat)
        .replace(QLatin1Char(' '), QChar::Nbsp);
}

} // namespace mw::ui
