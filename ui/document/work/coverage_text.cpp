#include "document/work/coverage_text.h"

#include "document/write/citation.h"
#include "document/write/markdown_text.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <QCoreApplication>

namespace mw::ui {

namespace {

struct CoverageWords {
    Q_DECLARE_TR_FUNCTIONS(mw::ui::Coverage)
};

QString plain(const QString& text) {
    return QString::fromStdString(document::markdown_text(text.toStdString()));
}

QString link(const store::CommitRow& row, const store::Project& project) {
    return toQString(document::commit_link(row.subject.empty()
                                               ? shortOid(toQString(row.oid)).toStdString()
                                               : document::markdown_words(row.subject),
                                           row.oid, project));
}

QString reasons(const document::Score& worth) {
    QStringList words;
    for (const document::ScoreReason& reason : worth.reasons)
        if (reason.points > 0)
            words << plain(engineText(reason.words));
    return words.join(QStringLiteral(", "));
}

QString idList(const std::vector<std::string>& ids) {
    QStringList shown;
    for (const std::string& id : ids)
        shown << toQString(id);
    return shown.join(QStringLiteral(", "));
}

QString sectionText(const document::SectionCoverage& section, const store::Project& project) {
    QString text = QStringLiteral("\n## %1\n\n").arg(plain(sectionTitle(section.section)));
    text +=
        CoverageWords::tr("%Ln commit(s) are cited.", nullptr, pluralOf(std::ssize(section.cited)));
    text += QStringLiteral("\n\n");
    if (!section.left_out.empty()) {
        text += CoverageWords::tr("Ranked high and left out:") + QStringLiteral("\n\n");
        for (const document::Score& worth : section.left_out)
            text += QStringLiteral("- %1 (%2)\n").arg(link(worth.row, project), reasons(worth));
        text += QLatin1Char('\n');
    }
    if (!section.undocumented.empty()) {
        text +=
            CoverageWords::tr("Features that came without documentation:") + QStringLiteral("\n\n");
        for (const document::Score& worth : section.undocumented)
            text += QStringLiteral("- %1\n").arg(link(worth.row, project));
    }
    return text;
}

} // namespace

QString coverageMarkdown(const document::Coverage& coverage, const QString& title,
                         const QString& release, const store::Project& project) {
    QString text =
        QStringLiteral("# %1\n\n").arg(plain(CoverageWords::tr("Coverage: %1").arg(title)));
    text += CoverageWords::tr("What the document says of %1, held against the ranking of what is "
                              "worth a line there.")
                .arg(plain(release)) +
            QLatin1Char('\n');
    for (const document::SectionCoverage& section : coverage.sections)
        text += sectionText(section, project);
    if (!coverage.elsewhere.empty())
        text += QStringLiteral("\n## %1\n\n%2\n")
                    .arg(CoverageWords::tr("Cited under no section's heading"),
                         idList(coverage.elsewhere));
    if (!coverage.unknown.empty())
        text += QStringLiteral("\n## %1\n\n%2\n")
                    .arg(CoverageWords::tr("Not in this release"), idList(coverage.unknown));
    if (!coverage.without_commit.empty()) {
        text += QStringLiteral("\n## %1\n\n").arg(CoverageWords::tr("Entries that name no commit"));
        for (const document::Entry& entry : coverage.without_commit)
            text += QStringLiteral("- %1: %2\n")
                        .arg(CoverageWords::tr("line %1").arg(entry.line),
                             plain(toQString(entry.words)));
    }
    return text;
}

} // namespace mw::ui
