#include "outline/outline_model.h"

#include "core/limits.h"
#include "text/format.h"

#include <QFont>

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace mw::ui {

using store::OutlineKind;
using store::OutlineNode;

namespace {

constexpr qsizetype namesInTip = 12;

/// What most of a node's changesets have, and all of it by number.
template <typename Id>
std::vector<std::pair<Id, std::int64_t>> byNumber(std::map<Id, std::int64_t> counts) {
    std::vector<std::pair<Id, std::int64_t>> sorted(counts.begin(), counts.end());
    std::ranges::stable_sort(sorted, std::ranges::greater(), &std::pair<Id, std::int64_t>::second);
    return sorted;
}

/// "Ann" or, of five, "Ann +4"; the second: a line for each.
template <typename Id, typename Name>
std::pair<QString, QString> inWords(const std::map<Id, std::int64_t>& counts, const Name& name) {
    const auto sorted = byNumber(counts);
    if (sorted.empty())
        return {};
    QString first = name(sorted.front().first);
    if (sorted.size() > 1)
        first = OutlineModel::tr("%1 +%2").arg(first, countText(std::ssize(sorted) - 1));
    QStringList all;
    for (const auto& [id, number] : sorted) {
        if (all.size() == namesInTip) {
            all << QStringLiteral("…");
            break;
        }
        all << OutlineModel::tr("%1: %2").arg(name(id), countText(number));
    }
    return {first, all.join(QLatin1Char('\n'))};
}

std::int64_t outlineLines(const OutlineNode& node) {
    return node.insertions.value_or(-1) + node.deletions.value_or(0);
}

const store::Outline& emptyOutline() {
    static const store::Outline none{{OutlineNode{}}, {}, {}};
    return none;
}

bool isNumber(int column) {
    return column == OutlineModel::ChangesetsColumn || column == OutlineModel::HitsColumn ||
           column == OutlineModel::LinesColumn;
}

} // namespace

OutlineModel::OutlineModel(QObject* parent) : QAbstractItemModel(parent) {}

const store::Outline& OutlineModel::outline() const {
    return outline_ && !outline_->is_empty() ? *outline_ : emptyOutline();
}

void OutlineModel::setOutline(SharedOutline outline) {
    beginResetModel();
    outline_ = std::move(outline);
    nodeWords_.clear();
    searched_.clear();
    largest_ = 0;
    const auto& nodes = this->outline().nodes;
    for (std::size_t at = 1; at < nodes.size(); at = nodes[at].end)
        largest_ = std::max(largest_, nodes[at].changesets);
    countHits();
    arrange();
    endResetModel();
}

void OutlineModel::setHits(const std::optional<IdList>& hits) {
    const bool other = onlyHits_ || hits.has_value() != hasHits();
    hits_ = hits;
    if (other || sortColumn_ == HitsColumn) {
        beginResetModel();
        countHits();
        arrange();
        endResetModel();
        return;
    }
    countHits();
    // Counts alone are others; what is laid out of each level stands as it is.
    for (const auto& [above, nodes] : children_)
        if (!nodes.empty())
            emit dataChanged(createIndex(0, HitsColumn, quintptr(nodes.front())),
                             createIndex(static_cast<int>(nodes.size()) - 1, HitsColumn,
                                         quintptr(nodes.back())));
}

void OutlineModel::countHits() {
    hitsBefore_.clear();
    if (!hits_)
        return;
    const auto& nodes = outline().nodes;
    // The commits of a release have neighbouring ids: a bit for each is soonest looked up.
    store::RowId first = std::numeric_limits<store::RowId>::max(), last = 0;
    for (const OutlineNode& node : nodes)
        if (node.row != 0) {
            first = std::min(first, node.row);
            last = std::max(last, node.row);
        }
    std::vector<bool> found(last >= first ? static_cast<std::size_t>(last - first) + 1 : 0);
    for (const store::RowId row : hits_->span())
        if (row >= first && row <= last)
            found[static_cast<std::size_t>(row - first)] = true;
    hitsBefore_.reserve(nodes.size() + 1);
    hitsBefore_.push_back(0);
    for (const OutlineNode& node : nodes)
        hitsBefore_.push_back(
            hitsBefore_.back() +
            (node.row != 0 && found[static_cast<std::size_t>(node.row - first)] ? 1 : 0));
}

std::int64_t OutlineModel::hitsBelow(std::size_t node) const {
    return hasHits() ? hitsBefore_[endOf(node)] - hitsBefore_[node] : 0;
}

std::size_t OutlineModel::endOf(std::size_t node) const {
    return outline().nodes[node].end;
}

void OutlineModel::setFilter(const QString& words) {
    const QStringList split = words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (split == words_)
        return;
    beginResetModel();
    words_ = split;
    arrange();
    endResetModel();
}

void OutlineModel::setOnlyHits(bool only) {
    if (only == onlyHits_)
        return;
    beginResetModel();
    onlyHits_ = only;
    arrange();
    endResetModel();
}

void OutlineModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= ColumnCount || (column == sortColumn_ && order == order_))
        return;
    beginResetModel();
    sortColumn_ = column;
    order_ = order;
    arrange();
    endResetModel();
}

void OutlineModel::arrange() {
    children_.clear();
    rows_.assign(outline().nodes.size(), 0);
    findShown();
}

void OutlineModel::findShown() {
    shown_.clear();
    const bool only = onlyHits_ && hasHits();
    if (words_.isEmpty() && !only)
        return;
    const auto& nodes = outline().nodes;
    shown_.assign(nodes.size(), true);
    if (!words_.isEmpty())
        matchWords(shown_);
    for (std::size_t at = 0; only && at < nodes.size(); ++at)
        shown_[at] = shown_[at] && hitsBelow(at) > 0;
}

void OutlineModel::matchWords(std::vector<bool>& left) const {
    const auto& nodes = outline().nodes;
    if (searched_.empty())
        fillSearched();
    std::vector<int> before{0}; // matches before each node
    before.reserve(nodes.size() + 1);
    std::size_t matchEnd = 0; // all before that stand below a match
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        const bool match = at != 0 && std::ranges::all_of(words_, [&](const QString& word) {
                               return searched_[at].contains(word.toCaseFolded());
                           });
        if (match)
            matchEnd = std::max(matchEnd, nodes[at].end);
        left[at] = at < matchEnd;
        before.push_back(before.back() + (match ? 1 : 0));
    }
    for (std::size_t at = 0; at < nodes.size(); ++at)
        left[at] = left[at] || before[nodes[at].end] > before[at];
}

void OutlineModel::fillSearched() const {
    std::unordered_map<store::RowId, QString> places;
    for (const auto& [id, place] : outline().places)
        places[id] = placeTitle(place);
    searched_.reserve(outline().nodes.size());
    for (const OutlineNode& node : outline().nodes) {
        const QString text = toQString(node.title) + QLatin1Char('\n') + places[node.place];
        searched_.push_back(text.toCaseFolded());
    }
}

const OutlineModel::Nodes& OutlineModel::childrenOf(std::size_t node) const {
    static const Nodes none;
    if (endOf(node) <= node + 1)
        return none;
    const auto known = children_.find(node);
    if (known != children_.end())
        return known->second;
    Nodes found;
    const auto& nodes = outline().nodes;
    for (std::size_t at = node + 1; at < nodes[node].end; at = nodes[at].end)
        if (isShown(at))
            found.push_back(at);
    sortNodes(found);
    for (std::size_t row = 0; row < found.size(); ++row)
        rows_[found[row]] = static_cast<int>(row);
    return children_.emplace(node, std::move(found)).first->second;
}

void OutlineModel::sortNodes(Nodes& sorted) const {
    const auto& nodes = outline().nodes;
    // Keys are made once for each, not for each comparison.
    const auto by = [&](auto key) {
        std::vector<std::pair<decltype(key(0)), std::size_t>> keyed;
        keyed.reserve(sorted.size());
        for (const std::size_t at : sorted)
            keyed.emplace_back(key(at), at);
        const auto first = [](const auto& one) -> const auto& {
            return one.first;
        };
        if (order_ == Qt::AscendingOrder)
            std::ranges::stable_sort(keyed, std::ranges::less(), first);
        else
            std::ranges::stable_sort(keyed, std::ranges::greater(), first);
        std::ranges::transform(keyed, sorted.begin(), [](const auto& one) { return one.second; });
    };
    switch (sortColumn_) {
    case TitleColumn:
        by([this](std::size_t at) { return title(at).toCaseFolded(); });
        break;
    case ChangesetsColumn:
        by([&](std::size_t at) { return nodes[at].changesets; });
        break;
    case HitsColumn:
        by([this](std::size_t at) { return hitsBelow(at); });
        break;
    case LinesColumn:
        by([&](std::size_t at) { return outlineLines(nodes[at]); });
        break;
    case SectionColumn:
        by([this](std::size_t at) { return wordsOf(at).section; });
        break;
    case PeopleColumn:
        by([this](std::size_t at) { return wordsOf(at).person.toCaseFolded(); });
        break;
    default:
        // As they came: several can have landed in one second.
        if (order_ == Qt::DescendingOrder)
            std::ranges::reverse(sorted);
    }
}

QModelIndex OutlineModel::indexOf(std::size_t node) const {
    if (node == 0 || node >= outline().nodes.size())
        return {};
    for (const std::size_t above : outline().way_to(node)) {
        if (!isShown(above))
            return {};
        if (above != node)
            childrenOf(above);
    }
    return createIndex(rows_[node], 0, quintptr(node));
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || column < 0 || column >= ColumnCount || parent.column() > 0)
        return {};
    const Nodes& nodes = childrenOf(nodeOf(parent));
    const auto at = static_cast<std::size_t>(row);
    return at < nodes.size() ? createIndex(row, column, quintptr(nodes[at])) : QModelIndex();
}

QModelIndex OutlineModel::parent(const QModelIndex& child) const {
    if (!child.isValid())
        return {};
    const std::size_t above = node(child).parent;
    return above == 0 ? QModelIndex() : createIndex(rows_[above], 0, quintptr(above));
}

int OutlineModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(childrenOf(nodeOf(parent)).size());
}

int OutlineModel::columnCount(const QModelIndex& /*parent*/) const {
    return ColumnCount;
}

bool OutlineModel::hasChildren(const QModelIndex& parent) const {
    if (parent.column() > 0)
        return false;
    const std::size_t at = nodeOf(parent);
    // A match among words can be all that is left of what stands below it.
    return shown_.empty() ? endOf(at) > at + 1 : !childrenOf(at).empty();
}

QString OutlineModel::title(std::size_t at) const {
    const OutlineNode& node = outline().nodes[at];
    if (node.kind == OutlineKind::pull)
        return pullLabel(node.title);
    const QString subject = node.title.empty() ? tr("title unknown") : toQString(node.title);
    if (node.kind != OutlineKind::series)
        return subject;
    return tr("Probably a series of %1: %2").arg(countText(node.changesets), subject);
}

const OutlineModel::Words& OutlineModel::wordsOf(std::size_t at) const {
    const auto known = nodeWords_.find(at);
    if (known != nodeWords_.end())
        return known->second;
    std::map<store::RowId, std::int64_t> people, places;
    const auto& nodes = outline().nodes;
    const bool hasChangesets = nodes[at].changesets > 0;
    for (std::size_t below = at; below < nodes[at].end; ++below)
        if (nodes[below].kind == OutlineKind::changeset || (!hasChangesets && below == at)) {
            if (nodes[below].author != 0)
                ++people[nodes[below].author];
            if (nodes[below].place != 0)
                ++places[nodes[below].place];
        }
    const auto& names = outline().people;
    const auto& keys = outline().places;
    Words words;
    std::tie(words.person, words.people) = inWords(people, [&](store::RowId id) {
        const auto name = names.find(id);
        return name == names.end() ? QString() : shownText(name->second);
    });
    std::tie(words.section, words.sections) = inWords(places, [&](store::RowId id) {
        const auto key = keys.find(id);
        return key == keys.end() ? QString() : placeLabel(key->second);
    });
    return nodeWords_.emplace(at, std::move(words)).first->second;
}

QVariant OutlineModel::text(std::size_t at, int column) const {
    const OutlineNode& node = outline().nodes[at];
    const bool changeset = node.kind == OutlineKind::changeset;
    switch (column) {
    case TitleColumn:
        return title(at);
    case LandedColumn:
        return node.landed ? dateText(node.landed) : QString();
    case ChangesetsColumn:
        return changeset ? QString() : countText(node.changesets);
    case HitsColumn:
        return hitsBelow(at) > 0 ? countText(hitsBelow(at)) : QString();
    case LinesColumn:
        return node.insertions
                   ? QStringLiteral("+%1 −%2").arg(countText(*node.insertions),
                                                   countText(node.deletions.value_or(0)))
                   : QString();
    case SectionColumn:
        return wordsOf(at).section;
    default:
        return wordsOf(at).person;
    }
}

QVariant OutlineModel::tip(std::size_t at, int column) const {
    const OutlineNode& node = outline().nodes[at];
    switch (column) {
    case TitleColumn:
        return node.kind == OutlineKind::series
                   ? tr("A guess: neighbours by one author, committed within minutes of each other")
                   : toQString(node.title);
    case LandedColumn:
        return node.landed ? timeText(node.landed) : QString();
    case SectionColumn:
        return wordsOf(at).sections;
    case PeopleColumn:
        return wordsOf(at).people;
    default:
        return {};
    }
}

QVariant OutlineModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::size_t at = nodeOf(index);
    const OutlineNode& node = outline().nodes[at];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return cutText(shownText(text(at, index.column()).toString()));
    case Qt::ToolTipRole:
        return tipText(shownText(tip(at, index.column()).toString()));
    case Qt::TextAlignmentRole:
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole:
        // Not a commit, and only probably there at all.
        if (QFont font; node.kind == OutlineKind::series && index.column() == TitleColumn) {
            font.setItalic(true);
            return font;
        }
        return {};
    case ShareRole:
        return index.column() == ChangesetsColumn && largest_ > 0 &&
                       node.kind != OutlineKind::changeset
                   ? QVariant(double(node.changesets) / double(largest_))
                   : QVariant();
    default:
        return {};
    }
}

QVariant OutlineModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == SectionColumn)
        return tr("Where most of its changesets are, and how many other sections they are in");
    if (role == Qt::ToolTipRole && section == PeopleColumn)
        return tr("Who wrote most of its changesets, and how many others wrote some");
    if (role == Qt::ToolTipRole && section == HitsColumn)
        return tr("How much of it the list shows now");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Title");
    case LandedColumn:
        return tr("Landed");
    case ChangesetsColumn:
        return tr("Changesets");
    case HitsColumn:
        return tr("Hits");
    case LinesColumn:
        return tr("Lines");
    case SectionColumn:
        return tr("Mostly");
    default:
        return tr("People");
    }
}

} // namespace mw::ui
