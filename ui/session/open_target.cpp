#include "session/open_target.h"

#include "store/read/reader.h"
#include "text/format.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <filesystem>

namespace mw::ui {

namespace {

struct Targets {
    Q_DECLARE_TR_FUNCTIONS(Target)
};

Target nothing(const QString& why) {
    return {Target::Kind::None, {}, why};
}

bool isDocumentName(const QFileInfo& file) {
    static const QStringList suffixes{QStringLiteral("md"),    QStringLiteral("markdown"),
                                      QStringLiteral("html"),  QStringLiteral("htm"),
                                      QStringLiteral("xhtml"), QStringLiteral("txt")};
    return suffixes.contains(file.suffix().toLower());
}

/// ".config", "/proc/config.gz", "/boot/config-6.1.0-18-amd64".
bool isConfigurationName(const QString& name) {
    return name.endsWith(QLatin1String(".config")) || name == QLatin1String("config.gz") ||
           name.startsWith(QLatin1String("config-"));
}

/// Text, as far as its start tells.
bool isText(const QString& name) {
    constexpr qint64 lookedAt = 8192;
    QFile file(name);
    return file.open(QIODevice::ReadOnly) && !file.read(lookedAt).contains('\0');
}

Target targetOfFile(const QFileInfo& file, const QString& path) {
    if (!file.isReadable())
        return nothing(Targets::tr("%1 cannot be read: its permissions forbid it.").arg(path));
    if (isConfigurationName(file.fileName()))
        return {Target::Kind::Configuration, path, {}};
    if (isDocumentName(file) || (file.suffix().isEmpty() && isText(path)))
        return {Target::Kind::Document, path, {}};
    return nothing(Targets::tr("%1 is no document: Markdown, HTML and plain text can be opened "
                               "(.md, .html, .txt).")
                       .arg(path));
}

/// The release of that name, or the newest one that ends with that tag.
QString releaseFor(const QString& name, const QString& database) {
    if (!QFileInfo::exists(database))
        return {};
    try {
        store::Reader reader(std::filesystem::path(database.toStdU16String()));
        const std::string wanted = name.toStdString();
        if (const auto release = reader.release(wanted))
            return toQString(release->name);
        for (const store::Release& release : reader.releases())
            if (release.to_rev == wanted)
                return toQString(release.name);
    } catch (const std::exception&) {
        return {}; // the window says what is wrong with the database
    }
    return {};
}

constexpr QLatin1String ownScheme("mergewindow:");

bool isCommitId(const QString& text) {
    static const QRegularExpression id(QStringLiteral("^[0-9a-fA-F]{4,40}$"));
    return id.match(text).hasMatch();
}

/// Desktops and browsers write slashes behind the scheme of what has none, and at the end.
Target targetOfAddress(const QString& address) {
    static const QRegularExpression commit(QStringLiteral("^mergewindow:/*commit/([^/?#]*)/?$"),
                                           QRegularExpression::CaseInsensitiveOption);
    if (!address.startsWith(ownScheme, Qt::CaseInsensitive)) {
        const QString file = QUrl(address).toLocalFile();
        return file.isEmpty()
                   ? nothing(Targets::tr("“%1” is no file of this computer.").arg(address))
                   : targetOfPath(file);
    }
    if (const auto match = commit.match(address); isCommitId(match.captured(1)))
        return {Target::Kind::Commit, match.captured(1).toLower(), {}};
    return nothing(Targets::tr("“%1” cannot be opened: such an address is mergewindow:commit/ and "
                               "a commit id, 4 to 40 hex digits.")
                       .arg(address));
}

} // namespace

bool looksLikeRepository(const QString& folder) {
    const QDir dir(folder);
    return dir.exists(QStringLiteral(".git")) ||
           (dir.exists(QStringLiteral("HEAD")) && dir.exists(QStringLiteral("objects")) &&
            dir.exists(QStringLiteral("refs")));
}

Target targetOfPath(const QString& path) {
    const QFileInfo file(path);
    const QString whole = QDir::cleanPath(file.absoluteFilePath());
    if (!file.exists())
        return nothing(Targets::tr("There is no file or folder %1.").arg(whole));
    if (file.isFile())
        return targetOfFile(file, whole);
    if (!file.isDir())
        return nothing(Targets::tr("%1 is neither a file nor a folder.").arg(whole));
    if (looksLikeRepository(whole))
        return {Target::Kind::Repository, whole, {}};
    return nothing(
        Targets::tr("%1 is a folder, but no git repository: a clone of the kernel can be imported.")
            .arg(whole));
}

bool isAddress(const QString& argument) {
    return argument.startsWith(ownScheme, Qt::CaseInsensitive) ||
           argument.startsWith(QLatin1String("file:/"), Qt::CaseInsensitive);
}

Target targetOfArgument(const QString& argument, const QString& database) {
    if (isAddress(argument))
        return targetOfAddress(argument);
    if (isCommitId(argument))
        return {Target::Kind::Commit, argument.toLower(), {}};
    if (!argument.isEmpty() && (argument.contains(QLatin1Char('/')) || QFileInfo::exists(argument)))
        return targetOfPath(argument);
    if (const QString release = releaseFor(argument, database); !release.isEmpty())
        return {Target::Kind::Release, release, {}};
    return nothing(Targets::tr("There is nothing to do with “%1”: it is no commit id (4 to 40 hex "
                               "digits), no file, no folder and no release of the database.")
                       .arg(argument));
}

} // namespace mw::ui
