#include "commit/files/file_model.h"

#include "text/format.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace mw::ui {

namespace {

QString fileLines(const std::optional<std::int64_t>& lines, QChar sign) {
    if (!lines)
        return QStringLiteral("—");
    return *lines == 0 ? QString() : sign + countText(*lines);
}

QString fileText(int column, const store::FileChange& file) {
    switch (column) {
    case FileModel::StatusColumn:
        return QString(QLatin1Char(file.status));
    case FileModel::PathColumn:
        return toQString(file.path);
    case FileModel::InsertionsColumn:
        // What is counted is the whole file, as if it were new.
        if (file.status == 'R')
            return {};
        if (file.uncounted != store::Uncounted::none)
            return QStringLiteral("?");
        return file.binary ? FileModel::tr("binary") : fileLines(file.insertions, QLatin1Char('+'));
    case FileModel::DeletionsColumn:
        if (file.uncounted != store::Uncounted::none)
            return QStringLiteral("?");
        return file.binary || file.status == 'R' ? QString()
                                                 : fileLines(file.deletions, QChar(0x2212));
    default:
        return {};
    }
}

QVariant fileSortKey(int column, const store::FileChange& file) {
    switch (column) {
    case FileModel::InsertionsColumn:
        return qint64(file.insertions.value_or(-1));
    case FileModel::DeletionsColumn:
        return qint64(file.deletions.value_or(-1));
    default:
        return fileText(column, file);
    }
}

QString uncountedText(store::Uncounted reason) {
    switch (reason) {
    case store::Uncounted::left_out:
        return FileModel::tr(", lines could not be counted: left out of this partial clone");
    case store::Uncounted::missing:
        return FileModel::tr(", lines could not be counted: missing from the clone");
    case store::Uncounted::too_large:
        return FileModel::tr(", lines could not be counted: too large");
    default:
        return FileModel::tr(", lines could not be counted: damaged in the clone");
    }
}

QString fileToolTip(const store::FileChange& file, const git::Rename* rename) {
    QString text =
        FileModel::tr("%1 — %2").arg(toQString(file.path), FileModel::statusText(file.status));
    if (rename)
        text += FileModel::tr(" from %1, %2 % the same")
                    .arg(toQString(rename->old_path), QString::number(rename->similarity));
    else if (file.binary)
        text += FileModel::tr(", a binary file without lines");
    else if (file.uncounted != store::Uncounted::none)
        text += uncountedText(file.uncounted);
    else if (!file.insertions)
        text += FileModel::tr(", lines are not counted");
    return text;
}

TextColor toneOf(int column, const store::FileChange& file) {
    const bool counted = file.insertions.has_value() && !file.binary;
    switch (column) {
    case FileModel::StatusColumn:
        return file.status == 'A'   ? TextColor::Added
               : file.status == 'D' ? TextColor::Removed
                                    : TextColor::Dimmed;
    case FileModel::InsertionsColumn:
        return counted ? TextColor::Added : TextColor::Dimmed;
    case FileModel::DeletionsColumn:
        return counted ? TextColor::Removed : TextColor::Dimmed;
    default:
        return TextColor::Normal;
    }
}

} // namespace

void FileModel::setFiles(std::vector<store::FileChange> files, bool sameFiles,
                         const std::vector<git::Rename>& renames) {
    renames_.clear();
    std::unordered_set<std::string_view> old;
    for (const git::Rename& rename : renames) {
        renames_.emplace(rename.new_path, rename);
        old.insert(rename.old_path);
    }
    std::erase_if(files, [&](const store::FileChange& file) {
        return file.status == 'D' && old.contains(file.path);
    });
    for (store::FileChange& file : files)
        if (file.status == 'A' && renames_.contains(file.path))
            file.status = 'R';
    replaceRows(std::move(files), sameFiles);
}

const git::Rename* FileModel::renameOf(const std::string& path) const {
    const auto found = renames_.find(path);
    return found == renames_.end() ? nullptr : &found->second;
}

int FileModel::rowOf(const QString& path) const {
    const auto found = std::ranges::find(rows(), path.toStdString(), &store::FileChange::path);
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

QString FileModel::statusText(char status) {
    switch (status) {
    case 'A':
        return tr("added");
    case 'D':
        return tr("deleted");
    case 'T':
        return tr("type changed");
    case 'R':
        return tr("renamed");
    case '?':
        return tr("changed; how is not known");
    default:
        return tr("modified");
    }
}

QVariant FileModel::cell(int line, int column, int role) const {
    const store::FileChange& change = file(line);
    switch (role) {
    case Qt::DisplayRole:
        return fileText(column, change);
    case Qt::ToolTipRole:
        return fileToolTip(change, renameOf(change.path));
    case Qt::AccessibleTextRole:
        return column == StatusColumn ? statusText(change.status) : fileText(column, change);
    case Qt::TextAlignmentRole:
        return column == InsertionsColumn || column == DeletionsColumn
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case SortRole:
        return fileSortKey(column, change);
    case TextColorRole:
        return static_cast<int>(toneOf(column, change));
    default:
        return {};
    }
}

QVariant FileModel::headerCell(int column, int role) const {
    if (role == Qt::TextAlignmentRole && (column == InsertionsColumn || column == DeletionsColumn))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole)
        return column == StatusColumn ? tr("Change")
               : column == PathColumn ? headerCell(column, Qt::DisplayRole)
                                      : headerCell(column, Qt::ToolTipRole);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const bool full = role == Qt::ToolTipRole;
    switch (column) {
    case StatusColumn:
        return full ? tr("A added, M modified, D deleted, R renamed, T type changed") : QString();
    case PathColumn:
        return full ? QString() : tr("File");
    case InsertionsColumn:
        return full ? tr("Lines added") : QStringLiteral("+");
    case DeletionsColumn:
        return full ? tr("Lines removed") : QStringLiteral("−");
    default:
        return {};
    }
}

} // namespace mw::ui
