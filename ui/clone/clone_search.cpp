#include "clone/clone_search.h"

#include "fetch/download_folder.h"
#include "git/objects/repository.h"
#include "git/objects/tags.h"
#include "git/setup/error.h"
#include "session/open_target.h"
#include "text/format.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <filesystem>
#include <sys/stat.h>
#include <utility>

namespace mw::ui {

namespace {

constexpr int mostFolders = 20'000;
constexpr qint64 reportMilliseconds = 100;

std::filesystem::path clonePath(const QString& text) {
    return std::filesystem::path(text.toStdU16String());
}

std::optional<dev_t> deviceOf(const QString& folder) {
    struct stat facts {};
    if (::stat(QFile::encodeName(folder).constData(), &facts) != 0)
        return std::nullopt;
    return facts.st_dev;
}

qint64 sizeOfFolder(const QString& folder, const std::stop_token& stop) {
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks,
                       QDirIterator::Subdirectories);
    while (files.hasNext() && !stop.stop_requested()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

/// Other projects have tags like v3.1, too. A clone without file contents cannot be asked for the
/// file, and hardly anybody makes one of anything as small.
bool hasMaintainers(const QString& folder, const std::string& revision) {
    const git::Repository repository(clonePath(folder));
    return repository.is_partial() ||
           repository.file_at(repository.resolve_commit(revision), "MAINTAINERS").has_value();
}

std::optional<FoundClone> kernelCloneAt(const QString& folder, const std::stop_token& stop) {
    try {
        const std::vector<git::Tag> tags = git::list_tags(clonePath(folder), "v*");
        const git::SuggestedRange range = git::suggest_range(tags);
        if (range.to.empty() || !hasMaintainers(folder, range.to))
            return std::nullopt;
        const QString inside = QDir(folder).filePath(QStringLiteral(".git"));
        return FoundClone{folder, toQString(tags.front().name), toQString(range.to),
                          sizeOfFolder(QFileInfo(inside).isDir() ? inside : folder, stop)};
    } catch (const git::Error&) {
        return std::nullopt; // what cannot be imported is not offered
    }
}

/// One walk through the folders, breadth first, so that what lies near is found soon.
class Walk {
public:
    Walk(const SearchReport& report, const std::stop_token& stop) : report_(report), stop_(stop) {
        sinceReport_.start();
    }

    void lookBelow(const SearchRoot& root) {
        const auto device = deviceOf(root.folder);
        std::vector<QString> floor{root.folder};
        for (int depth = 0; depth <= root.depth && !floor.empty(); ++depth) {
            std::vector<QString> next;
            for (const QString& folder : floor) {
                if (stop_.stop_requested() || looked_ >= mostFolders)
                    return;
                if (deviceOf(folder) == device)
                    lookAt(folder, depth < root.depth, next);
            }
            floor = std::move(next);
        }
    }

    int looked() const { return looked_; }

private:
    void lookAt(const QString& folder, bool further, std::vector<QString>& next) {
        // A folder may be reached from two roots, from one of them deeper.
        const bool known = seen_.contains(folder);
        if (!known) {
            seen_.insert(folder);
            ++looked_;
            tell(folder);
        }
        if (looksLikeRepository(folder)) {
            if (known || QFileInfo(QDir(folder).filePath(QStringLiteral(".git"))).isFile())
                return; // a linked work tree is a second way to the same clone
            if (const auto clone = kernelCloneAt(folder, stop_); clone && !stop_.stop_requested())
                report_.found(*clone);
            return;
        }
        if (!further)
            return;
        const QFileInfoList inside = QDir(folder).entryInfoList(
            QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks | QDir::Readable, QDir::Name);
        for (const QFileInfo& one : inside)
            next.push_back(one.absoluteFilePath());
    }

    void tell(const QString& folder) {
        if (sinceReport_.elapsed() < reportMilliseconds && looked_ > 1)
            return;
        sinceReport_.restart();
        report_.lookingAt(folder);
    }

    const SearchReport& report_;
    const std::stop_token& stop_;
    QElapsedTimer sinceReport_;
    QSet<QString> seen_;
    int looked_ = 0;
};

} // namespace

std::vector<SearchRoot> usualFolders() {
    std::vector<SearchRoot> roots;
    const QDir home = QDir::home();
    for (const char* const name :
         {"src", "git", "linux", "kernel", "code", "dev", "work", "repos", "projects", "source"})
        roots.push_back({home.filePath(QLatin1String(name)), 3});
    roots.push_back({home.path(), 2});
    for (const char* const name : {"/usr/src", "/srv/git", "/srv", "/opt", "/var/lib/git"})
        roots.push_back({QLatin1String(name), 2});
    std::erase_if(roots, [](const SearchRoot& root) { return !QFileInfo(root.folder).isDir(); });
    return roots;
}

int searchClones(const std::vector<SearchRoot>& roots, const SearchReport& report,
                 const std::stop_token& stop) {
    Walk walk(report, stop);
    for (const SearchRoot& root : roots)
        walk.lookBelow(root);
    return walk.looked();
}

FolderState stateOfFolder(const QString& folder) {
    FolderState state;
    const QFileInfo info(folder);
    if (info.exists())
        state.kind = !info.isDir() ? FolderState::Kind::File
                     : QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System |
                                            QDir::NoDotAndDotDot)
                         ? FolderState::Kind::Empty
                         : FolderState::Kind::Filled;
    if (state.kind == FolderState::Kind::Filled)
        if (const auto download = fetch::download_in(clonePath(folder));
            download && !download->whole) {
            state.kind = FolderState::Kind::Download;
            state.release = QString::fromStdString(download->release);
            state.complete = download->complete;
        }
    QString above = folder;
    while (!QFileInfo::exists(above) && QFileInfo(above).path() != above)
        above = QFileInfo(above).path();
    // Asked of the system, not of the table of mounts: within a container that may lack the place.
    std::error_code unknown;
    const std::filesystem::space_info disk = std::filesystem::space(clonePath(above), unknown);
    if (!unknown)
        state.bytesFree = static_cast<qint64>(disk.available);
    return state;
}

std::optional<importer::ImportRequest> newestRelease(const QString& repository) {
    const git::SuggestedRange range = git::suggest_range(git::list_tags(clonePath(repository)));
    if (range.to.empty())
        return std::nullopt;
    return releaseToImport(repository, {range.from, range.to, {}, {}});
}

std::optional<importer::ImportRequest> releaseToImport(const QString& repository,
                                                       const fetch::ReleaseRange& range) {
    importer::ImportRequest request;
    request.repository = clonePath(repository);
    request.from = range.from;
    request.to = request.name = range.to;
    return request;
}

} // namespace mw::ui
