#include "document/link_facts.h"

#include "core/limits.h"
#include "text/format.h"

#include <QCoreApplication>

#include <array>

namespace mw::ui {

namespace {

constexpr qsizetype authorLetters = 60;

struct LinkWords {
    Q_DECLARE_TR_FUNCTIONS(mw::ui::LinkFacts)
};

QString kindWord(store::CommitKind kind) {
    switch (kind) {
    case store::CommitKind::pull:
        return LinkWords::tr("Pull");
    case store::CommitKind::branch_merge:
        return LinkWords::tr("Branch merge");
    default:
        return {};
    }
}

} // namespace

QString linkFacts(store::Reader& reader, const QString& id) {
    const auto found = reader.find_oid(id.toStdString());
    if (!found)
        return {};
    const std::array<store::RowId, 1> ids{*found};
    const auto rows = reader.rows(ids);
    if (rows.empty())
        return {};
    const store::CommitRow& row = rows.front();
    QStringList facts;
    if (const QString kind = kindWord(row.kind); !kind.isEmpty())
        facts << kind;
    if (!row.author.empty())
        facts << cutText(shownText(row.author), authorLetters);
    facts << placeTitle(row.place);
    const QString title =
        row.subject.empty() ? LinkWords::tr("title unknown") : shownText(row.subject);
    return QStringLiteral("<p style='white-space:pre-wrap'><b>%1</b><br>%2</p>")
        .arg(tipText(title).toHtmlEscaped(), facts.join(QStringLiteral(" · ")).toHtmlEscaped());
}

} // namespace mw::ui
