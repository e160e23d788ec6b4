#include "changesets/changeset_model.h"

#include "text/engine_text.h"
#include "text/format.h"

#include <QFont>

#include <algorithm>
#include <array>
#include <utility>

namespace mw::ui {

namespace {

struct ColumnTraits {
    const char* title;
    const char* toolTip;
    store::SortKey key;
    bool number;
    bool shown;
};

constexpr std::array<ColumnTraits, ChangesetModel::ColumnCount> columnTraits{{
    {QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "Subject"),
     QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "First line of the commit message"),
     store::SortKey::subject, false, true},
    {QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "Author"),
     QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "Who wrote it, spelled as the mailmap says"),
     store::SortKey::author, false, true},
    {QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "Landed"),
     QT_TRANSLATE_NOOP("mw::ui::ChangesetModel",
                       "When it reached the mainline; sorts in the order of landing"),
     store::SortKey::landing, false, true},
    {QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "Written"),
     QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "When its author wrote it"),
     store::SortKey::author_time, false, false},
    {QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "Section"),
     QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "Where an article would put it"),
     store::SortKey::section, false, true},
    {QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "Subsystem"),
     QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "The entry of MAINTAINERS that fits best"),
     store::SortKey::subsystem, false, false},
    {QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "Pull"),
     QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "The pull that brought it to the mainline"),
     store::SortKey::pull, false, true},
    {QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "Id"),
     QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "First digits of the commit id"),
     store::SortKey::oid, false, false},
    {QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "Files"),
     QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "Files touched"), store::SortKey::files, true,
     true},
    {QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "+ Lines"),
     QT_TRANSLATE_NOOP("mw::ui::ChangesetModel",
                       "Lines added; sorts by lines changed, added and removed together"),
     store::SortKey::lines, true, true},
    {QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "− Lines"),
     QT_TRANSLATE_NOOP("mw::ui::ChangesetModel",
                       "Lines removed; sorts by lines changed, added and removed together"),
     store::SortKey::lines, true, true},
    {QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "Marks"),
     QT_TRANSLATE_NOOP(
         "mw::ui::ChangesetModel",
         "New since your last look, color, bookmark, note, and new hardware; sorts in "
         "the order of landing"),
     store::SortKey::landing, false, true},
    {QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "Mentions"),
     QT_TRANSLATE_NOOP("mw::ui::ChangesetModel",
                       "Entries of documents that mention it, or a merge that brought it"),
     store::SortKey::mentions, false, true},
    {QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "Release"),
     QT_TRANSLATE_NOOP("mw::ui::ChangesetModel",
                       "The release that it landed in; sorts in the order of landing"),
     store::SortKey::landing, false, false},
    {QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "CVE"),
     QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "CVEs that it fixes, or introduced"),
     store::SortKey::landing, false, false},
    {QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "Trees"),
     QT_TRANSLATE_NOOP("mw::ui::ChangesetModel", "Your trees that have it"),
     store::SortKey::landing, false, false},
}};

const ColumnTraits& traits(int column) {
    return columnTraits[static_cast<std::size_t>(column)];
}

QString unknown() {
    return QStringLiteral("—");
}

QString textOrUnknown(std::string_view text) {
    return text.empty() ? unknown() : toQString(text);
}

QString dateOrUnknown(std::optional<Seconds> time) {
    return time ? dateText(time) : unknown();
}

QString countOrUnknown(std::optional<std::int64_t> count) {
    return count ? countText(*count) : unknown();
}

/// Landed on the mainline itself, as opposed to through a pull that nobody knows.
bool landedDirectly(const store::CommitRow& row) {
    return row.pull.empty() && row.landed_time.has_value();
}

} // namespace

ChangesetModel::ChangesetModel(QObject* parent) : RowModel(parent) {}

void ChangesetModel::setFetch(PageCache::Fetch fetch) {
    pages_.emplace(std::move(fetch));
    failed_ = false;
    announceAllChanged();
}

void ChangesetModel::setIds(IdList ids) {
    if (pages_)
        pages_->clear();
    facts_.clear();
    failed_ = false;
    const bool sameLines = std::ranges::equal(ids.span(), rows().span());
    replaceRows(std::move(ids), sameLines);
}

void ChangesetModel::refresh() {
    if (pages_)
        pages_->clear();
    facts_.clear();
    announceAllChanged();
}

void ChangesetModel::setMentions(std::shared_ptr<const store::MentionMap> mentions) {
    mentions_ = std::move(mentions);
    announceAllChanged();
}

void ChangesetModel::setUnseen(std::unordered_set<store::RowId> commits) {
    if (commits == unseen_)
        return;
    unseen_ = std::move(commits);
    announceAllChanged();
}

RowMarks ChangesetModel::marks(const store::CommitRow& row) const {
    RowMarks marks = marksOf(row);
    marks.setFlag(RowMark::Unseen, unseen_.contains(row.id));
    return marks;
}

void ChangesetModel::setShowUnread(bool show) {
    if (std::exchange(showUnread_, show) != show)
        announceAllChanged();
}

const store::CommitRow& ChangesetModel::row(int line) const {
    static const store::CommitRow nothing;
    if (!pages_ || failed_)
        return nothing;
    try {
        return pages_->row(rows().span(), static_cast<std::size_t>(line));
    } catch (const std::exception& error) {
        failed_ = true;
        emit fetchFailed(errorText(error));
        return nothing;
    }
}

int ChangesetModel::lineOf(store::RowId id) const {
    const auto ids = rows().span();
    const auto found = std::ranges::find(ids, id);
    return found == ids.end() ? -1 : static_cast<int>(found - ids.begin());
}

store::SortKey ChangesetModel::sortKey(Column column) {
    return traits(column).key;
}

QString ChangesetModel::title(int column) {
    return tr(traits(column).title);
}

bool ChangesetModel::shownAtFirst(Column column) {
    return traits(column).shown;
}

void ChangesetModel::sort(int column, Qt::SortOrder order) {
    if (column >= 0 && column < ColumnCount)
        emit sortRequested(traits(column).key, order == Qt::DescendingOrder);
}

QVariant ChangesetModel::headerCell(int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return headerIcons_.contains(column) ? QVariant() : title(column);
    case Qt::DecorationRole:
        return headerIcons_.contains(column) ? headerIcons_.value(column) : QVariant();
    case Qt::AccessibleTextRole:
        return title(column);
    case Qt::ToolTipRole:
        return headerIcons_.contains(column)
                   ? title(column) + QStringLiteral(": ") + tr(traits(column).toolTip)
                   : tr(traits(column).toolTip);
    case Qt::TextAlignmentRole:
        return int((traits(column).number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ChangesetModel::cell(int line, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return text(column, row(line));
    case Qt::ToolTipRole:
        return toolTip(column, row(line));
    case Qt::TextAlignmentRole:
        return int((traits(column).number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case KindRole:
        return int(row(line).kind);
    case TextColorRole:
        return int(tone(column, row(line)));
    case MarksRole:
        return int(marks(row(line)));
    case ColorRole:
        return colorOf(row(line).personal);
    case Qt::AccessibleTextRole:
        return column == MarksColumn ? marksText(marks(row(line)), colorOf(row(line).personal))
                                     : QVariant();
    case Qt::FontRole:
        return font(row(line));
    case AboutRole:
        return column == SubjectColumn ? cutText(shownText(row(line).about)) : QVariant();
    default:
        return {};
    }
}

QString ChangesetModel::text(int column, const store::CommitRow& row) const {
    switch (column) {
    case SubjectColumn:
        if (row.id == 0)
            return tr("not in the database any more");
        return row.subject.empty() ? tr("title unknown") : toQString(row.subject);
    case AuthorColumn:
        return textOrUnknown(row.author);
    case LandedColumn:
        return dateOrUnknown(row.landed_time);
    case WrittenColumn:
        return dateOrUnknown(row.author_time);
    case SectionColumn:
        return row.id == 0 ? unknown() : placeLabel(row.place);
    case SubsystemColumn:
        return textOrUnknown(row.subsystem);
    case FilesColumn:
        return countOrUnknown(row.files);
    case InsertionsColumn:
        return countOrUnknown(row.insertions);
    case DeletionsColumn:
        return countOrUnknown(row.deletions);
    case PullColumn:
        return landedDirectly(row)      ? tr("directly")
               : row.pull_title.empty() ? unknown()
                                        : pullLabel(row.pull_title);
    case IdColumn:
        return row.oid.empty() ? unknown() : shortOid(toQString(row.oid));
    case MentionsColumn:
        return mentionsText(row);
    case CveColumn:
        return cveText(row);
    case TreesColumn:
        return treesText(row);
    case ReleaseColumn:
        return releaseName_ ? releaseName_(row.release) : unknown();
    default:
        return {};
    }
}

QString ChangesetModel::toolTip(int column, const store::CommitRow& row) const {
    switch (column) {
    case SubjectColumn:
        if (row.subject.empty() && row.id != 0)
            return tr("No public record of the title was seen. About: %1")
                .arg(textOrUnknown(row.about));
        return toQString(row.subject);
    case AuthorColumn:
        return row.email.empty()
                   ? textOrUnknown(row.author)
                   : QStringLiteral("%1 <%2>").arg(toQString(row.author), toQString(row.email));
    case LandedColumn:
        return row.landed_time ? timeText(row.landed_time) : tr("Not known");
    case WrittenColumn:
        return row.author_time ? timeText(row.author_time, row.author_zone) : tr("Not known");
    case SectionColumn:
        return marksOf(row).testFlag(RowMark::OwnSection)
                   ? tr("%1\nYour own choice. “Why here?” tells what the rules say.")
                         .arg(placeTitle(row.place))
                   : text(column, row);
    case MarksColumn:
        return marksToolTip(row);
    case TreesColumn:
        return treesToolTip(row);
    case MentionsColumn:
        return mentionsToolTip(row);
    case PullColumn:
        return landedDirectly(row) ? tr("Committed on the mainline itself, not through a pull")
                                   : textOrUnknown(row.pull_title);
    case IdColumn:
        return textOrUnknown(row.oid);
    case FilesColumn:
    case InsertionsColumn:
    case DeletionsColumn:
        return text(column, row) == unknown() ? tr("Not counted") : text(column, row);
    default:
        return text(column, row);
    }
}

QString ChangesetModel::marksToolTip(const store::CommitRow& row) const {
    QStringList lines;
    if (const QString marks = marksText(this->marks(row), colorOf(row.personal)); !marks.isEmpty())
        lines << marks.left(1).toUpper() + marks.mid(1);
    if (row.adds)
        lines << tr("Adds: %1").arg(toQString(row.adds->what));
    if (row.personal && !row.personal->note.empty())
        lines << toQString(row.personal->note).trimmed();
    return lines.join(QLatin1Char('\n'));
}

const store::RowFacts& ChangesetModel::facts(const store::CommitRow& row) const {
    static const store::RowFacts nothing;
    if (!fetchFacts_ || row.id == 0 || failed_)
        return nothing;
    if (const auto known = facts_.find(row.id); known != facts_.end())
        return known->second;
    try {
        return facts_.emplace(row.id, fetchFacts_(row.id)).first->second;
    } catch (const std::exception& error) {
        failed_ = true;
        emit fetchFailed(errorText(error));
        return nothing;
    }
}

QString ChangesetModel::cveText(const store::CommitRow& row) const {
    QStringList words;
    for (const store::CveMark& cve : facts(row).cves)
        words << (cve.fixes ? toQString(cve.id) : tr("introduced %1").arg(toQString(cve.id)));
    return words.join(QStringLiteral(", "));
}

QString ChangesetModel::treesText(const store::CommitRow& row) const {
    QStringList names;
    for (const store::TreeMark& tree : facts(row).trees)
        if (store::has_change(tree.state))
            names << toQString(tree.tree);
    return names.join(QStringLiteral(", "));
}

QString ChangesetModel::treesToolTip(const store::CommitRow& row) const {
    QStringList lines;
    for (const store::TreeMark& tree : facts(row).trees) {
        const QString name = toQString(tree.tree);
        lines << (store::has_change(tree.state) ? tr("%1 has it").arg(name)
                  : tree.state == store::TreeState::unknown
                      ? tr("Whether %1 has it cannot be told").arg(name)
                  : tree.state == store::TreeState::reverted
                      ? tr("%1 had it, and took it out again").arg(name)
                      : tr("%1 does not have it").arg(name));
    }
    return lines.isEmpty() ? tr("No tree was asked for it") : lines.join(QLatin1Char('\n'));
}

QString ChangesetModel::mentionsText(const store::CommitRow& row) const {
    const std::size_t count = mentions_ ? mentions_->count(row.id) : 0;
    return count == 0 ? QString() : countText(static_cast<qint64>(count));
}

QString ChangesetModel::mentionsToolTip(const store::CommitRow& row) const {
    constexpr std::size_t most = 4;
    constexpr int wordsShown = 160;
    if (!mentions_ || mentions_->count(row.id) == 0)
        return tr("No document mentions it");
    const std::vector<std::uint32_t>& entries = mentions_->of.at(row.id);
    QStringList lines;
    for (std::size_t i = 0; i < std::min(most, entries.size()); ++i) {
        const store::Mention& mention = mentions_->entries[entries[i]];
        const QString words = cutText(toQString(mention.words), wordsShown);
        lines << tr("%1, line %2: %3")
                     .arg(toQString(mention.title), QString::number(mention.line), words);
    }
    if (entries.size() > most)
        lines << tr("%Ln more", nullptr, pluralOf(static_cast<qint64>(entries.size() - most)));
    return lines.join(QLatin1Char('\n'));
}

QVariant ChangesetModel::font(const store::CommitRow& row) const {
    if (!showUnread_ || row.oid.empty() || (row.personal && row.personal->read_at))
        return {};
    QFont font;
    font.setBold(true);
    return font;
}

TextColor ChangesetModel::tone(int column, const store::CommitRow& row) {
    const auto known = [](bool yes, TextColor tone = TextColor::Normal) {
        return yes ? tone : TextColor::Dimmed;
    };
    switch (column) {
    case SubjectColumn:
        return known(!row.subject.empty());
    case AuthorColumn:
        return known(!row.author.empty());
    case LandedColumn:
        return known(row.landed_time.has_value());
    case WrittenColumn:
        return known(row.author_time.has_value());
    case SectionColumn:
        return known(row.id != 0);
    case SubsystemColumn:
        return known(!row.subsystem.empty());
    case FilesColumn:
        return known(row.files.has_value());
    case InsertionsColumn:
        return known(row.insertions.value_or(0) > 0, TextColor::Added);
    case DeletionsColumn:
        return known(row.deletions.value_or(0) > 0, TextColor::Removed);
    case PullColumn:
        return known(!row.pull.empty());
    case ReleaseColumn:
        return known(row.release != 0);
    default:
        return known(!row.oid.empty());
    }
}

} // namespace mw::ui
