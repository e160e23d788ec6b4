#include "session/section_model.h"

#include "text/format.h"

#include <algorithm>

namespace mw::ui {

namespace {

/// internalId of a top-level index; a child's is its parent's row.
constexpr quintptr topLevel = ~quintptr{0};

} // namespace

std::vector<SectionModel::Node>
SectionModel::treeOf(const std::vector<store::SectionCount>& counts) {
    std::vector<Node> nodes{Node{{}, tr("All sections"), 0, {}}};
    for (const auto& [place, changesets] : counts) {
        nodes.front().count += changesets;
        if (nodes.back().choice.section != place.section)
            nodes.push_back({{place.section, {}}, sectionTitle(place.section), 0, {}});
        Node& section = nodes.back();
        section.count += changesets;
        if (place.subgroup != classify::Subgroup::none)
            section.children.push_back(
                {{place.section, place.subgroup}, subgroupTitle(place.subgroup), changesets, {}});
    }
    return nodes;
}

bool SectionModel::sameShape(const std::vector<Node>& one, const std::vector<Node>& other) {
    return std::ranges::equal(one, other, [](const Node& left, const Node& right) {
        return left.choice == right.choice && left.title == right.title &&
               sameShape(left.children, right.children);
    });
}

void SectionModel::setSections(const std::vector<store::SectionCount>& counts) {
    std::vector<Node> nodes = treeOf(counts);
    if (!sameShape(nodes, nodes_)) {
        beginResetModel();
        nodes_ = std::move(nodes);
        endResetModel();
        return;
    }
    nodes_ = std::move(nodes);
    emit dataChanged(index(0, CountColumn), index(rowCount() - 1, CountColumn));
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex section = index(row, 0);
        if (const int children = rowCount(section))
            emit dataChanged(index(0, CountColumn, section),
                             index(children - 1, CountColumn, section));
    }
}

const SectionModel::Node* SectionModel::node(const QModelIndex& index) const {
    if (!index.isValid())
        return nullptr;
    const auto row = static_cast<std::size_t>(index.row());
    if (index.internalId() == topLevel)
        return &nodes_[row];
    return &nodes_[index.internalId()].children[row];
}

SectionChoice SectionModel::choice(const QModelIndex& index) const {
    const Node* const found = node(index);
    return found ? found->choice : SectionChoice{};
}

QModelIndex SectionModel::indexOf(const SectionChoice& choice) const {
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex section = index(row, 0);
        if (node(section)->choice == choice)
            return section;
        for (int child = 0; child < rowCount(section); ++child)
            if (node(index(child, 0, section))->choice == choice)
                return index(child, 0, section);
    }
    return {};
}

QModelIndex SectionModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) : topLevel);
}

QModelIndex SectionModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == topLevel)
        return {};
    return createIndex(static_cast<int>(child.internalId()), 0, topLevel);
}

int SectionModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(nodes_.size());
    return parent.column() == 0 ? static_cast<int>(node(parent)->children.size()) : 0;
}

int SectionModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QVariant SectionModel::data(const QModelIndex& index, int role) const {
    const Node* const found = node(index);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == TitleColumn ? found->title : countText(found->count);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(found->title, countText(found->count));
    case Qt::TextAlignmentRole:
        return index.column() == CountColumn ? int(Qt::AlignRight | Qt::AlignVCenter)
                                             : int(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant SectionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == TitleColumn ? tr("Section") : tr("Changesets");
}

} // namespace mw::ui
