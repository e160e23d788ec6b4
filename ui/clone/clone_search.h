#pragma once

#include "fetch/release_range.h"
#include "importer/import.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

/// What the start page asks the file system. Plain functions that block; any thread but the GUI's.
namespace mw::ui {

/// A clone that looks like the kernel's: it has two releases of the mainline, by their tags.
struct FoundClone {
    QString folder;
    QString newest;  ///< tag, release candidates among them
    QString release; ///< the newest final release
    qint64 bytes = 0;

    bool operator==(const FoundClone&) const = default;
};

/// A folder to look in, and how many floors below it.
struct SearchRoot {
    QString folder;
    int depth = 0;
};

/// Where people keep clones, as far as it is there: the home folder and its src, git, linux and
/// the like, and what the system has for sources.
std::vector<SearchRoot> usualFolders();

struct SearchReport {
    std::function<void(const QString& folder)> lookingAt; ///< now and then
    std::function<void(const FoundClone& clone)> found;
};

/// Looks for clones. Hidden folders, symbolic links, other file systems and what is in a
/// repository are passed by; so is everything after some ten thousand folders. Returns how many
/// folders were looked at.
int searchClones(const std::vector<SearchRoot>& roots, const SearchReport& report,
                 const std::stop_token& stop);

/// What a folder would be for a new clone.
struct FolderState {
    enum class Kind {
        Missing,
        Empty,
        Download, ///< of one release, by this program
        Filled,
        File
    };

    Kind kind = Kind::Missing;
    qint64 bytesFree = -1; ///< of the disk where it would be; negative where nobody knows
    QString release{};     ///< of a Download
    bool complete = false; ///< the Download is

    bool operator==(const FolderState&) const = default;
};
FolderState stateOfFolder(const QString& folder);

/// The newest final release of a clone and the one before it, to be imported; nothing where its
/// tags have no two. Throws git::Error.
std::optional<importer::ImportRequest> newestRelease(const QString& repository);

/// The release that a clone was made for, to be imported.
std::optional<importer::ImportRequest> releaseToImport(const QString& repository,
                                                       const fetch::ReleaseRange& range);

} // namespace mw::ui
