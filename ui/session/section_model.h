#pragma once

#include "store/model/records.h"

#include <QAbstractItemModel>

#include <optional>
#include <vector>

namespace mw::ui {

/// What the section panel points at: nothing at all (every changeset), a section, a subgroup.
struct SectionChoice {
    std::optional<classify::Section> section;
    std::optional<classify::Subgroup> subgroup;

    bool operator==(const SectionChoice&) const = default;
};

/// The sections of one release as a tree of two levels: 'All sections', then every section that
/// holds some, hardware with its subgroups below. Two columns: title and count. GUI thread.
class SectionModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { TitleColumn, CountColumn, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    /// Counts alone that differ keep the tree as it is; other places or titles are a reset.
    void setSections(const std::vector<store::SectionCount>& counts);

    SectionChoice choice(const QModelIndex& index) const;
    /// Invalid where the release has nothing there.
    QModelIndex indexOf(const SectionChoice& choice) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node {
        SectionChoice choice;
        QString title;
        std::int64_t count = 0;
        std::vector<Node> children;
    };

    static std::vector<Node> treeOf(const std::vector<store::SectionCount>& counts);
    static bool sameShape(const std::vector<Node>& one, const std::vector<Node>& other);
    const Node* node(const QModelIndex& index) const;

    std::vector<Node> nodes_;
};

} // namespace mw::ui
