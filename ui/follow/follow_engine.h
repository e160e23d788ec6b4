#pragma once

#include "importer/refresh.h"
#include "store/read/reader.h"
#include "store/user/news.h"

#include <QString>
#include <QStringList>

#include <filesystem>
#include <unordered_set>

namespace mw::ui {

/// What is known of a release that may go on.
struct Followed {
    store::Release release;
    std::unordered_set<store::RowId> unseen; ///< commits of all releases that came since
    qint64 changesets = 0;                   ///< of this release among them
    bool moved = false;                      ///< the clone has something that the database has not
    QStringList folders;                     ///< of the clone, that change when that may change
};

/// Looks at the clone of a release and at what came to it: the engine of a WorkThread. Throws
/// store::Error.
class FollowEngine {
public:
    explicit FollowEngine(const QString& database)
        : database_(std::filesystem::path(database.toStdU16String())) {}

    /// At the release as it is stored: who asks may not know yet what a refresh has brought.
    Followed look(const store::Release& known) const {
        const store::Release release = stored(known);
        Followed followed{release, {}, 0, importer::has_moved(release), {}};
        store::News news(database_, store::Access::read);
        const auto commits = news.commits();
        followed.unseen = {commits.begin(), commits.end()};
        followed.changesets = news.count(release.id);
        for (const auto& folder : importer::watched_paths(release))
            followed.folders << QString::fromStdString(folder.string());
        return followed;
    }

    qint64 markSeen(store::RowId release) const { return store::News(database_).clear(release); }

private:
    store::Release stored(const store::Release& known) const {
        const auto releases = store::Reader(database_).releases();
        for (const auto& release : releases)
            if (release.name == known.name)
                return release;
        // A refresh gives it the name of the tag that it ends at.
        for (const auto& release : releases)
            if (release.id == known.id && release.repository == known.repository &&
                release.from_oid == known.from_oid)
                return release;
        return known;
    }

    const std::filesystem::path database_;
};

} // namespace mw::ui
