#include "annotations/marks_model.h"

#include "core/row_marks.h"
#include "document/write/markdown_text.h"
#include "painting/mark_colors.h"
#include "text/format.h"

#include <QIcon>

#include <algorithm>
#include <array>

namespace mw::ui {

namespace {

constexpr std::array<const char*, MarksModel::ColumnCount> markTitles{
    QT_TRANSLATE_NOOP("mw::ui::MarksModel", "Subject"),
    QT_TRANSLATE_NOOP("mw::ui::MarksModel", "Marks"),
    QT_TRANSLATE_NOOP("mw::ui::MarksModel", "Section"),
    QT_TRANSLATE_NOOP("mw::ui::MarksModel", "Note"),
    QT_TRANSLATE_NOOP("mw::ui::MarksModel", "Changed"),
};

} // namespace

void MarksModel::setMarks(std::vector<store::Annotation> marks) {
    known_.clear();
    const bool sameLines =
        std::ranges::equal(marks, rows(), {}, &store::Annotation::oid, &store::Annotation::oid);
    replaceRows(std::move(marks), sameLines);
}

const store::CommitRow& MarksModel::commit(int line) const {
    const auto held = known_.constFind(line);
    if (held != known_.constEnd())
        return *held;
    store::CommitRow row;
    if (lookup_) {
        try {
            row = lookup_(rows()[static_cast<std::size_t>(line)].oid).value_or(store::CommitRow());
        } catch (const std::exception&) {
            row = {}; // the id stands for itself
        }
    }
    return *known_.insert(line, row);
}

QString MarksModel::text(int line, int column) const {
    const store::Annotation& own = rows()[static_cast<std::size_t>(line)];
    switch (column) {
    case SubjectColumn: {
        const store::CommitRow& row = commit(line);
        if (row.id == 0)
            return tr("%1, in no release of this database").arg(shortOid(toQString(own.oid)));
        return row.subject.empty() ? tr("title unknown") : toQString(row.subject);
    }
    case SectionColumn:
        return own.place ? placeLabel(*own.place) : QString();
    case NoteColumn:
        return toQString(own.note).trimmed().section(QLatin1Char('\n'), 0, 0);
    case ChangedColumn:
        return dateText(own.changed_at);
    default:
        return {};
    }
}

QString MarksModel::toolTip(int line, int column) const {
    const store::Annotation& own = rows()[static_cast<std::size_t>(line)];
    switch (column) {
    case MarksColumn:
        return marksText(marksOf(own), colorOf(own));
    case NoteColumn:
        return toQString(own.note);
    case ChangedColumn:
        return timeText(own.changed_at);
    default:
        return text(line, column);
    }
}

QVariant MarksModel::cell(int line, int column, int role) const {
    const store::Annotation& own = rows()[static_cast<std::size_t>(line)];
    switch (role) {
    case Qt::DisplayRole:
        return text(line, column);
    case Qt::ToolTipRole:
        return toolTip(line, column);
    case Qt::AccessibleTextRole:
        return column == MarksColumn ? marksText(marksOf(own), colorOf(own)) : QVariant();
    case MarksRole:
        return int(marksOf(own));
    case ColorRole:
        return colorOf(own);
    case OidRole:
        return toQString(own.oid);
    case SearchRole:
        return QString(text(line, SubjectColumn) + QLatin1Char(' ') + text(line, SectionColumn) +
                       QLatin1Char(' ') + toQString(own.note) + QLatin1Char(' ') +
                       toQString(own.oid));
    case SortRole:
        if (column == MarksColumn)
            return int(marksOf(own)) * (markColours + 1) + colorOf(own) + 1;
        return column == ChangedColumn ? QVariant(qint64(own.changed_at))
                                       : QVariant(text(line, column).toLower());
    default:
        return {};
    }
}

QString MarksModel::markdown(int line) const {
    const store::Annotation& own = rows()[static_cast<std::size_t>(line)];
    const store::CommitRow& row = commit(line);
    const QString subject = toQString(document::markdown_text(row.subject));
    const QString oid = toQString(own.oid);
    const store::Project project = projectOf_ ? projectOf_(row.release) : store::Project();
    const std::string shown = shortOid(oid).toStdString(), page = project.page(own.oid);
    QString entry = QStringLiteral("- ") +
                    toQString(page.empty() ? shown : document::markdown_link(shown, page)) +
                    QLatin1Char(' ') + (subject.isEmpty() ? tr("title unknown") : subject);
    if (const QString marks = marksText(marksOf(own), colorOf(own)); !marks.isEmpty())
        entry += QStringLiteral(" (%1)").arg(marks);
    const QString note = toQString(own.note).trimmed();
    if (!note.isEmpty()) {
        for (const QString& noteLine : note.split(QLatin1Char('\n')))
            entry += noteLine.isEmpty() ? QStringLiteral("\n") : QStringLiteral("\n  ") + noteLine;
    }
    return entry + QLatin1Char('\n');
}

QVariant MarksModel::headerCell(int column, int role) const {
    return role == Qt::DisplayRole ? tr(markTitles[static_cast<std::size_t>(column)]) : QVariant();
}

} // namespace mw::ui
