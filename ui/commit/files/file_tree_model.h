#pragma once

#include "commit/files/file_model.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace mw::ui {

/// The files of a FileModel in their folders; folders with nothing but one folder in them are one
/// line with it. Shows what the other model has when rebuild() is called. GUI thread; the other
/// model outlives this one.
class FileTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    explicit FileTreeModel(const FileModel& files, QObject* parent = nullptr);
    ~FileTreeModel() override;

    void rebuild();
    /// The line of the file in the FileModel; -1 for a folder.
    int fileOf(const QModelIndex& index) const;
    QModelIndex indexOfFile(int file) const;
    QModelIndex firstFile() const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;

    const Node& node(const QModelIndex& index) const;
    QModelIndex indexOf(const Node& node, int column) const;
    void insert(int file);
    static void join(Node& folder);
    static const Node* find(const Node& in, int file);
    QVariant folderCell(const Node& folder, int column, int role) const;

    const FileModel& files_;
    std::unique_ptr<Node> root_;
};

} // namespace mw::ui
