#pragma once

#include "store/model/outline_records.h"
#include "workers/id_list.h"

#include <QAbstractItemModel>
#include <QStringList>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace mw::ui {

using SharedOutline = std::shared_ptr<const store::Outline>;

/// What landed as a tree: everything below the first node of an outline. Children are laid out when
/// a view first asks for them. In landing order unless a column is asked for. GUI thread.
class OutlineModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column {
        TitleColumn,
        LandedColumn,
        ChangesetsColumn,
        HitsColumn,
        LinesColumn,
        SectionColumn,
        PeopleColumn,
        ColumnCount
    };
    enum Role { ShareRole = Qt::UserRole }; ///< of the largest in the first level, from 0 to 1

    explicit OutlineModel(QObject* parent = nullptr);

    /// Null: nothing.
    void setOutline(SharedOutline outline);
    /// What a search found, to be counted at each node; without one there is none.
    void setHits(const std::optional<IdList>& hits);
    bool hasHits() const { return !hitsBefore_.empty(); }
    /// Every word must be in the title of a node, or in its section: it is left, with what it
    /// stands below and what stands below it.
    void setFilter(const QString& words);
    /// Nodes without a hit are left out.
    void setOnlyHits(bool only);

    const store::Outline& outline() const;
    const store::OutlineNode& node(const QModelIndex& index) const {
        return outline().nodes[nodeOf(index)];
    }
    static std::size_t nodeOf(const QModelIndex& index) {
        return index.isValid() ? static_cast<std::size_t>(index.internalId()) : 0;
    }
    /// Invalid where it is left out, and for the first node.
    QModelIndex indexOf(std::size_t node) const;
    std::int64_t hitsBelow(std::size_t node) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    using Nodes = std::vector<std::size_t>;
    /// Sections and people of what is below a node.
    struct Words {
        QString section, sections; ///< where most is; all of them
        QString person, people;    ///< who wrote most; who wrote what
    };

    void countHits();
    std::size_t endOf(std::size_t node) const;
    void arrange();
    void findShown();
    void matchWords(std::vector<bool>& left) const;
    void fillSearched() const;
    bool isShown(std::size_t node) const { return shown_.empty() || shown_[node]; }
    const Nodes& childrenOf(std::size_t node) const;
    void sortNodes(Nodes& nodes) const;
    const Words& wordsOf(std::size_t node) const;
    QString title(std::size_t node) const;
    QVariant text(std::size_t node, int column) const;
    QVariant tip(std::size_t node, int column) const;

    SharedOutline outline_;
    std::optional<IdList> hits_;
    std::vector<std::int32_t> hitsBefore_; ///< among the nodes before each; empty: no search
    QStringList words_;
    bool onlyHits_ = false;
    int sortColumn_ = LandedColumn;
    Qt::SortOrder order_ = Qt::AscendingOrder;
    std::vector<bool> shown_; ///< by node; empty: all
    std::int64_t largest_ = 0;
    mutable std::vector<QString>
        searched_; ///< by node, what words are looked for in; made when needed
    mutable std::unordered_map<std::size_t, Nodes> children_;
    mutable std::vector<int> rows_; ///< of nodes whose parent's children are laid out
    mutable std::unordered_map<std::size_t, Words> nodeWords_;
};

} // namespace mw::ui
