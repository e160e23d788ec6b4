#pragma once

#include <QDateTime>
#include <QFileInfo>
#include <QString>

namespace mw::ui {

/// What a file's content is told by without reading it.
struct FileState {
    qint64 modified = 0, size = -1; ///< milliseconds since 1970; bytes; of no file: as these

    bool operator==(const FileState&) const = default;
};

inline FileState stateOf(const QString& name) {
    const QFileInfo info(name);
    return info.exists() ? FileState{info.lastModified().toMSecsSinceEpoch(), info.size()}
                         : FileState{};
}

} // namespace mw::ui
