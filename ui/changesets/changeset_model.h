#pragma once

#include "core/row_marks.h"
#include "core/row_model.h"
#include "painting/colors.h"
#include "store/read/reader.h"
#include "store/read/row_facts.h"
#include "workers/id_list.h"
#include "workers/page_cache.h"

#include <QHash>
#include <QIcon>

#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace mw::ui {

/// The table of commits: holds every row id of a search, reads the rows a page at a time when a
/// view asks for them. Sorting is the database's: sort() only says what is wanted. GUI thread.
class ChangesetModel : public RowModel<IdList, ChangesetModel> {
    Q_OBJECT

public:
    enum Column {
        SubjectColumn,
        AuthorColumn,
        LandedColumn,
        WrittenColumn,
        SectionColumn,
        SubsystemColumn,
        PullColumn,
        IdColumn,
        FilesColumn,
        InsertionsColumn,
        DeletionsColumn,
        MarksColumn,    ///< shown beside the subject
        MentionsColumn, ///< the newest come last, as saved layouts count
        ReleaseColumn,  ///< of use where the list is of several
        CveColumn,
        TreesColumn,
        ColumnCount,
    };
    enum Role {
        TextColorRole = Qt::UserRole, ///< a TextColor, as int
        KindRole,                     ///< a store::CommitKind, as int
        AboutRole,                    ///< the bundled release's words on the entry
        MarksRole,                    ///< RowMarks, as int
        ColorRole,                    ///< an index of the palette; -1 for none
    };

    explicit ChangesetModel(QObject* parent = nullptr);

    /// Where rows come from; called on this thread, may throw.
    void setFetch(PageCache::Fetch fetch);
    /// Where the columns of CVEs and trees come from, called on this thread for the lines on screen
    /// while these columns are shown; may throw.
    void setFacts(std::function<store::RowFacts(store::RowId)> facts) {
        fetchFacts_ = std::move(facts);
    }
    /// Names a release by its row.
    void setReleaseName(std::function<QString(store::RowId)> name) {
        releaseName_ = std::move(name);
    }
    void setIds(IdList ids);
    const IdList& ids() const { return rows(); }

    /// The row's id is 0 where it could not be read. Valid until the next call into the model.
    const store::CommitRow& row(int line) const;
    store::RowId idAt(int line) const { return rows().span()[static_cast<std::size_t>(line)]; }
    /// -1 where the list does not have it.
    int lineOf(store::RowId id) const;

    /// What documents say of which commits; null while nobody has looked.
    void setMentions(std::shared_ptr<const store::MentionMap> mentions);

    /// Commits that came since the person's last look.
    void setUnseen(std::unordered_set<store::RowId> commits);

    /// The same lines, but what they show was changed.
    void refresh();
    /// Lines that nobody has read yet are bold.
    void setShowUnread(bool show);
    bool showsUnread() const { return showUnread_; }

    /// What a click on that column's header sorts by.
    static store::SortKey sortKey(Column column);
    static bool shownAtFirst(Column column);
    static QString title(int column);
    /// Stands above a column in place of its title.
    void setHeaderIcon(Column column, const QIcon& icon) { headerIcons_.insert(column, icon); }

    void sort(int column, Qt::SortOrder order) override;

    static int columns() { return ColumnCount; }
    QVariant cell(int line, int column, int role) const;
    QVariant headerCell(int column, int role) const;

signals:
    void sortRequested(mw::store::SortKey key, bool descending);
    /// Rows could not be read: why, in a sentence. At most once for each list.
    void fetchFailed(const QString& sentence) const;

private:
    RowMarks marks(const store::CommitRow& row) const;
    QString text(int column, const store::CommitRow& row) const;
    QString toolTip(int column, const store::CommitRow& row) const;
    QString marksToolTip(const store::CommitRow& row) const;
    const store::RowFacts& facts(const store::CommitRow& row) const;
    QString cveText(const store::CommitRow& row) const;
    QString treesText(const store::CommitRow& row) const;
    QString treesToolTip(const store::CommitRow& row) const;
    QString mentionsText(const store::CommitRow& row) const;
    QString mentionsToolTip(const store::CommitRow& row) const;
    QVariant font(const store::CommitRow& row) const;
    static TextColor tone(int column, const store::CommitRow& row);

    std::function<store::RowFacts(store::RowId)> fetchFacts_;
    mutable std::unordered_map<store::RowId, store::RowFacts> facts_; ///< as far as they were seen
    std::function<QString(store::RowId)> releaseName_;
    QHash<int, QIcon> headerIcons_;
    mutable std::optional<PageCache> pages_;
    mutable bool failed_ = false;
    bool showUnread_ = false;
    std::shared_ptr<const store::MentionMap> mentions_;
    std::unordered_set<store::RowId> unseen_;
};

} // namespace mw::ui
