#include "clone/created_folders.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <utility>

namespace mw::ui {

namespace {

struct FolderWords {
    Q_DECLARE_TR_FUNCTIONS(CreatedFolders)
};

/// What git makes in a bare repository (gitrepository-layout(5)).
constexpr std::array gitFolders{"branches", "hooks", "info", "logs", "objects", "refs"};
constexpr std::array gitFiles{
    "HEAD",        "FETCH_HEAD",       "config",          "config.lock", "description", "HEAD.lock",
    "packed-refs", "packed-refs.lock", "packed-refs.new", "shallow",     "shallow.lock"};

} // namespace

QString CreatedFolders::make(const QString& folder) {
    const QFileInfo info(folder);
    if (info.exists() && !info.isDir())
        return FolderWords::tr("%1 is a file: choose a folder that is not there yet.").arg(folder);
    if (info.isDir() && !QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System |
                                              QDir::NoDotAndDotDot))
        return FolderWords::tr(
                   "The folder %1 is there already and holds something. Choose a folder that "
                   "is not there yet; to read what is in that one, import from it.")
            .arg(folder);
    folder_ = folder;
    QStringList missing;
    for (QString above = folder; !QFileInfo::exists(above); above = QFileInfo(above).path())
        missing.prepend(above);
    for (const QString& next : missing) {
        if (!QDir().mkdir(next)) {
            takeBack();
            return FolderWords::tr(
                       "The folder %1 cannot be made: its permissions forbid it, or the disk "
                       "is full. Choose another one.")
                .arg(next);
        }
        made_ << next;
    }
    if (!QFileInfo(folder).isWritable()) {
        takeBack();
        return FolderWords::tr("%1 cannot be written to: its permissions forbid it. Choose another "
                               "folder.")
            .arg(folder);
    }
    return {};
}

void CreatedFolders::takeBack() {
    if (folder_.isEmpty())
        return;
    const QDir dir(folder_);
    for (const char* const name : gitFolders)
        if (const QFileInfo inside(dir.filePath(QLatin1String(name)));
            inside.isDir() && !inside.isSymLink())
            QDir(inside.filePath()).removeRecursively();
    for (const char* const name : gitFiles)
        QFile::remove(dir.filePath(QLatin1String(name)));
    // rmdir() leaves a folder alone that holds anything.
    for (auto made = made_.crbegin(); made != made_.crend(); ++made)
        if (!QDir().rmdir(*made))
            break;
    keep();
}

void CreatedFolders::keep() {
    folder_.clear();
    made_.clear();
}

} // namespace mw::ui
