#include "commit/files/file_tree_model.h"

#include "core/limits.h"
#include "text/format.h"

#include <algorithm>

namespace mw::ui {

struct FileTreeModel::Node {
    QString name;
    int file = -1; ///< -1: a folder
    Node* above = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;
    int files = 0; ///< in the folder and below it

    bool isFolder() const { return file < 0; }

    Node& add(const QString& title, int which) {
        auto child = std::make_unique<Node>();
        child->name = title;
        child->file = which;
        child->above = this;
        child->row = static_cast<int>(children.size());
        children.push_back(std::move(child));
        return *children.back();
    }
};

FileTreeModel::FileTreeModel(const FileModel& files, QObject* parent)
    : QAbstractItemModel(parent), files_(files), root_(std::make_unique<Node>()) {}

FileTreeModel::~FileTreeModel() = default;

void FileTreeModel::rebuild() {
    beginResetModel();
    root_ = std::make_unique<Node>();
    for (int file = 0; file < files_.rowCount(); ++file)
        insert(file);
    for (const auto& child : root_->children)
        join(*child);
    endResetModel();
}

/// Files come in the order of their paths, so a folder that is met again was the last one.
void FileTreeModel::insert(int file) {
    const QStringList parts = shownText(files_.file(file).path).split(QLatin1Char('/'));
    Node* at = root_.get();
    for (qsizetype part = 0; part + 1 < parts.size(); ++part) {
        Node* const last = at->children.empty() ? nullptr : at->children.back().get();
        at = last && last->isFolder() && last->name == parts[part] ? last
                                                                   : &at->add(parts[part], -1);
        ++at->files;
    }
    at->add(parts.back(), file);
}

void FileTreeModel::join(Node& folder) {
    while (folder.children.size() == 1 && folder.children.front()->isFolder()) {
        const auto only = std::move(folder.children.front());
        folder.name += QLatin1Char('/') + only->name;
        folder.children = std::move(only->children);
        for (const auto& child : folder.children)
            child->above = &folder;
    }
    for (const auto& child : folder.children)
        join(*child);
}

const FileTreeModel::Node& FileTreeModel::node(const QModelIndex& index) const {
    return index.isValid() ? *static_cast<const Node*>(index.internalPointer()) : *root_;
}

QModelIndex FileTreeModel::indexOf(const Node& node, int column) const {
    return &node == root_.get() ? QModelIndex() : createIndex(node.row, column, &node);
}

int FileTreeModel::fileOf(const QModelIndex& index) const {
    return index.isValid() ? node(index).file : -1;
}

const FileTreeModel::Node* FileTreeModel::find(const Node& in, int file) {
    if (in.file == file && !in.isFolder())
        return &in;
    for (const auto& child : in.children)
        if (const Node* const found = find(*child, file))
            return found;
    return nullptr;
}

QModelIndex FileTreeModel::indexOfFile(int file) const {
    const Node* const found = file < 0 ? nullptr : find(*root_, file);
    return found ? indexOf(*found, FileModel::PathColumn) : QModelIndex();
}

QModelIndex FileTreeModel::firstFile() const {
    return indexOfFile(0);
}

QModelIndex FileTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, node(parent).children[static_cast<std::size_t>(row)].get());
}

QModelIndex FileTreeModel::parent(const QModelIndex& child) const {
    return child.isValid() ? indexOf(*node(child).above, 0) : QModelIndex();
}

int FileTreeModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent).children.size());
}

int FileTreeModel::columnCount(const QModelIndex&) const {
    return FileModel::columns();
}

QVariant FileTreeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node& at = node(index);
    if (at.isFolder())
        return folderCell(at, index.column(), role);
    if (index.column() == FileModel::PathColumn && role == Qt::DisplayRole)
        return cutText(at.name);
    const QVariant cell = files_.cell(at.file, index.column(), role);
    return role == Qt::ToolTipRole && cell.isValid() ? tipText(cell.toString()) : cell;
}

QVariant FileTreeModel::folderCell(const Node& folder, int column, int role) const {
    if (role == FileModel::TextColorRole)
        return static_cast<int>(TextColor::Normal);
    if (column != FileModel::PathColumn)
        return {};
    if (role == Qt::DisplayRole)
        return QString(cutText(folder.name) + QLatin1Char('/'));
    if (role == Qt::ToolTipRole)
        return tipText(tr("%1: %Ln file(s)", nullptr, folder.files).arg(folder.name));
    return {};
}

QVariant FileTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    return files_.headerData(section, orientation, role);
}

} // namespace mw::ui
