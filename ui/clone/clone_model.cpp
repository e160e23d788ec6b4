#include "clone/clone_model.h"

#include "clone/download_progress.h"

#include <QDir>

#include <algorithm>
#include <array>
#include <utility>

namespace mw::ui {

namespace {

constexpr std::array<const char*, CloneModel::ColumnCount> cloneTitles{
    QT_TRANSLATE_NOOP("mw::ui::CloneModel", "Folder"),
    QT_TRANSLATE_NOOP("mw::ui::CloneModel", "Newest release"),
    QT_TRANSLATE_NOOP("mw::ui::CloneModel", "Newest tag"),
    QT_TRANSLATE_NOOP("mw::ui::CloneModel", "Size"),
};

/// With ~ for the home folder, as people write it.
QString shortFolder(const QString& folder) {
    const QString home = QDir::homePath() + QLatin1Char('/');
    return folder.startsWith(home) ? QStringLiteral("~/") + folder.mid(home.size()) : folder;
}

} // namespace

void CloneModel::add(const FoundClone& clone) {
    std::vector<FoundClone> all = rows();
    all.insert(std::ranges::lower_bound(all, clone.folder, {}, &FoundClone::folder), clone);
    replaceRows(std::move(all), false);
}

QVariant CloneModel::cell(int line, int column, int role) const {
    const FoundClone& clone = rows()[static_cast<std::size_t>(line)];
    switch (role) {
    case FolderRole:
        return clone.folder;
    case Qt::ToolTipRole:
        return tr("Import %1 from %2").arg(clone.release, clone.folder);
    case Qt::TextAlignmentRole:
        return column == SizeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (column) {
    case FolderColumn:
        return shortFolder(clone.folder);
    case ReleaseColumn:
        return clone.release;
    case NewestColumn:
        return clone.newest;
    default:
        return sizeText(clone.bytes);
    }
}

QVariant CloneModel::headerCell(int column, int role) const {
    if (role == Qt::TextAlignmentRole && column == SizeColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? tr(cloneTitles[static_cast<std::size_t>(column)]) : QVariant();
}

} // namespace mw::ui
