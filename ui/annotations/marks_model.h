#pragma once

#include "core/row_model.h"
#include "store/model/project.h"
#include "store/model/records.h"

#include <QHash>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mw::ui {

/// Everything that a person marked, last changed first, over all releases. What the database says
/// of a commit is looked up for the lines that a view asks for. GUI thread.
class MarksModel : public RowModel<std::vector<store::Annotation>, MarksModel> {
    Q_OBJECT

public:
    enum Column {
        SubjectColumn,
        MarksColumn,
        SectionColumn,
        NoteColumn,
        ChangedColumn,
        ColumnCount
    };
    enum Role {
        MarksRole = Qt::UserRole, ///< RowMarks, as int
        ColorRole,                ///< an index of the palette; -1 for none
        OidRole,
        SearchRole, ///< all words of the line
        SortRole,
    };
    /// Nothing where no release in the database has the commit. May throw: then the line shows its
    /// id alone.
    using Lookup = std::function<std::optional<store::CommitRow>(const std::string& oid)>;
    /// Whose a release is: where its commits can be seen.
    using ProjectOf = std::function<store::Project(store::RowId release)>;

    using RowModel::RowModel;

    void setLookup(Lookup lookup, ProjectOf projectOf) {
        lookup_ = std::move(lookup);
        projectOf_ = std::move(projectOf);
    }
    /// The same commits in the same order keep their lines, and what is selected.
    void setMarks(std::vector<store::Annotation> marks);

    /// A line in Markdown, with its note below it: an entry of a list.
    QString markdown(int line) const;

    static int columns() { return ColumnCount; }
    QVariant cell(int line, int column, int role) const;
    QVariant headerCell(int column, int role) const;

private:
    const store::CommitRow& commit(int line) const;
    QString text(int line, int column) const;
    QString toolTip(int line, int column) const;

    Lookup lookup_;
    ProjectOf projectOf_;
    mutable QHash<int, store::CommitRow> known_;
};

} // namespace mw::ui
