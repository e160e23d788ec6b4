#pragma once

#include <QString>

namespace mw::ui {

/// What a word of the command line, or a thing that was dropped on the window, leads to. Plain
/// functions; they look at files, so a folder on a dead network is waited for.
struct Target {
    enum class Kind { None, Commit, Document, Repository, Release, Configuration };

    Kind kind = Kind::None;
    QString value; ///< the id, the whole path, or the name of the release in the database
    QString why;   ///< a sentence where it is None
};

/// A folder that git would take for a repository, bare or not.
bool looksLikeRepository(const QString& folder);

/// A document, a repository, or a kernel's configuration, which its name tells.
Target targetOfPath(const QString& path);

/// What a desktop hands over rather than a person: "mergewindow:commit/<id>", and "file:///..." of
/// what a file manager has.
bool isAddress(const QString& argument);

/// An address; 4 to 40 hex digits are a commit; whoever has a file of such a name writes ./ before
/// it. Then come files and folders, then the releases of the database and the tags that they end
/// with.
Target targetOfArgument(const QString& argument, const QString& database);

} // namespace mw::ui
