#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace mw::ui {

/// What a person wants to see, as a command line or another process says it.
struct OpenRequest {
    QString release, filter, commit;
    QStringList documents; ///< whole paths of files
    QString repository;    ///< a folder, to be imported from
    QString configuration; ///< a kernel's, the whole path of a file
    /// What a desktop asked for and is not to be had, as a sentence: whoever clicked on a link sees
    /// no standard error.
    QString mistake;
    /// Open the commits' files and diffs, not their messages.
    bool files = false;
    /// What lets the window come to the front (xdg-activation, or the X11 startup id).
    QByteArray activation;

    /// Nothing but the window itself.
    bool isEmpty() const {
        return release.isEmpty() && filter.isEmpty() && commit.isEmpty() && documents.isEmpty() &&
               repository.isEmpty() && configuration.isEmpty() && mistake.isEmpty() && !files;
    }

    /// For another process of this program.
    QByteArray toBytes() const;
    /// Nothing where the bytes are none of toBytes().
    static std::optional<OpenRequest> fromBytes(const QByteArray& bytes);
};

} // namespace mw::ui
