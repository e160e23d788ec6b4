#include "clone/clone_errors.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <array>

namespace mw::ui {

namespace {

struct TroubleWords {
    Q_DECLARE_TR_FUNCTIONS(CloneTrouble)
};

/// Signs of one kind of trouble in git's words, and the sentence for it.
struct Trouble {
    const char* sentence;
    std::array<const char*, 5> signs;
    const char* kept = nullptr; ///< the sentence where what had been received is kept
};

/// The first that fits counts: git often ends with a general complaint after the particular one.
constexpr std::array troubles{
    Trouble{
        QT_TRANSLATE_NOOP("CloneTrouble",
                          "There is no room left where {folder} is. What had been received was "
                          "removed; make room, or choose a folder on another disk."),
        {"No space left", "Disk quota exceeded"},
        QT_TRANSLATE_NOOP("CloneTrouble",
                          "There is no room left where {folder} is. Make room, and get the "
                          "release into the same folder again: it goes on with what is there.")},
    Trouble{QT_TRANSLATE_NOOP("CloneTrouble",
                              "The host {host} is not known: either there is no network, or the "
                              "address {address} has a mistake in it."),
            {"Could not resolve", "unable to look up", "Name or service not known",
             "Temporary failure in name resolution"}},
    Trouble{QT_TRANSLATE_NOOP("CloneTrouble",
                              "The host {host} does not answer: either the network is down, or a "
                              "firewall or proxy is in the way. Try again later, or another "
                              "address."),
            {"Failed to connect", "Connection refused", "Connection timed out",
             "Network is unreachable", "unable to connect"}},
    Trouble{QT_TRANSLATE_NOOP("CloneTrouble",
                              "The host {host} wants to know who asks. Merge Window asks for no "
                              "passwords: choose an address that is open to everybody."),
            {"terminal prompts disabled", "Authentication failed", "could not read Username",
             "Permission denied (publickey", "Host key verification failed"}},
    Trouble{
        QT_TRANSLATE_NOOP("CloneTrouble",
                          "The host {host} cannot prove that it is what it says (its certificate "
                          "was not accepted). Look at the clock of this computer and at the "
                          "address."),
        {"certificate", "SSL"}},
    Trouble{QT_TRANSLATE_NOOP("CloneTrouble",
                              "There is no git repository at {address}. Look for a mistake in the "
                              "address."),
            {"does not appear to be a git repository", "does not exist", "not found",
             "repository not exported", "not valid: is this a git repository"}},
    Trouble{QT_TRANSLATE_NOOP(
                "CloneTrouble",
                "{address} is no address that git knows a way to: it starts with https:// "
                "as a rule."),
            {"not allowed", "is not a git command", "No remote helper",
             "Unable to find remote helper", "URL rejected"}},
    Trouble{QT_TRANSLATE_NOOP(
                "CloneTrouble",
                "{folder} cannot be written to: its permissions forbid it. Choose another "
                "folder."),
            {"Permission denied", "Read-only file system", "could not create"}},
    Trouble{
        QT_TRANSLATE_NOOP("CloneTrouble",
                          "The connection to {host} broke. git cannot go on where it was, so what "
                          "had been received was removed; try again."),
        {"early EOF", "unexpected disconnect", "RPC failed", "hung up", "reset by peer"},
        QT_TRANSLATE_NOOP("CloneTrouble",
                          "The connection to {host} broke. Get the release into the same folder "
                          "again: it goes on with what is there.")},
};

/// The line that says most: the last that git calls fatal or an error.
QString lastWords(const QString& errors) {
    const QStringList lines = errors.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const auto said = std::find_if(lines.crbegin(), lines.crend(), [](const QString& line) {
        return line.startsWith(QLatin1String("fatal:")) || line.startsWith(QLatin1String("error:"));
    });
    if (said != lines.crend())
        return said->section(QLatin1Char(':'), 1).trimmed();
    return lines.isEmpty() ? QString() : lines.constLast().trimmed();
}

/// What is put in is not looked through for more to put in.
QString filled(const QString& sentence, const QHash<QString, QString>& words) {
    static const QRegularExpression place(QStringLiteral("\\{([a-z]+)\\}"));
    QString text;
    qsizetype done = 0;
    for (auto match = place.globalMatch(sentence); match.hasNext();) {
        const auto found = match.next();
        text += QStringView(sentence).mid(done, found.capturedStart() - done);
        text += words.value(found.captured(1), found.captured(0));
        done = found.capturedEnd();
    }
    return text + QStringView(sentence).mid(done);
}

} // namespace

QString cloneError(const QByteArray& errors, const QString& url, const QString& folder,
                   bool keeps) {
    const QString words = QString::fromUtf8(errors);
    const QString host = QUrl(url).host();
    for (const Trouble& trouble : troubles)
        for (const char* const sign : trouble.signs)
            if (sign && words.contains(QLatin1String(sign), Qt::CaseInsensitive))
                return filled(
                    TroubleWords::tr(keeps && trouble.kept ? trouble.kept : trouble.sentence),
                    {{QStringLiteral("address"), url},
                     {QStringLiteral("folder"), folder},
                     {QStringLiteral("host"), host.isEmpty() ? url : host}});
    const QString said = lastWords(words);
    return said.isEmpty()
               ? TroubleWords::tr("git ended without a word while it cloned %1.").arg(url)
               : TroubleWords::tr("git could not clone %1: %2.").arg(url, said);
}

} // namespace mw::ui
