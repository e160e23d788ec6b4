#include "search/search_words.h"

#include "text/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace mw::ui {

namespace {

struct SearchWords {
    Q_DECLARE_TR_FUNCTIONS(mw::ui::SearchWords)
};

QString inShellQuotes(QString text) {
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("'\\''")) +
           QLatin1Char('\'');
}

/// Where the query has that term with nothing but space around it; -1: nowhere.
qsizetype termAt(const QString& query, const QString& term) {
    const auto open = [&](qsizetype at) {
        return at < 0 || at >= query.size() || query[at].isSpace();
    };
    qsizetype at = query.indexOf(term);
    while (at >= 0 && !(open(at - 1) && open(at + term.size())))
        at = query.indexOf(term, at + 1);
    return at;
}

QString sectionTerm(const SectionChoice& choice) {
    const auto text = [](std::string_view key) {
        return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    };
    QString term = QStringLiteral("section:") + text(classify::key(*choice.section));
    if (choice.subgroup && *choice.subgroup != classify::Subgroup::none)
        term += QLatin1Char('/') + text(classify::key(*choice.subgroup));
    return term;
}

} // namespace

QString withDuration(const QString& count, const FindFacts& facts) {
    const qint64 milliseconds = (facts.microseconds + 500) / 1000;
    return milliseconds < 1
               ? SearchWords::tr("%1 · under 1 ms").arg(count)
               : SearchWords::tr("%1 · %2 ms").arg(count, QLocale().toString(milliseconds));
}

QString withProgress(const QString& count, const FindFacts& facts) {
    if (!facts.looking && !facts.unfinished)
        return withDuration(count, facts);
    const QString looked = countText(facts.lookedAt), all = countText(facts.toLookAt);
    return facts.looking
               ? SearchWords::tr("%1 · looked at %2 of %3 in the clone").arg(count, looked, all)
               : SearchWords::tr("%1 · stopped after %2 of %3").arg(count, looked, all);
}

QString emptyListText(const Location& place, const FindFacts& facts) {
    if (facts.looking)
        return SearchWords::tr("Nothing yet: the clone is being looked into.");
    if (facts.unfinished)
        return SearchWords::tr("Nothing was found until you stopped it.");
    if (!facts.unverified.isEmpty())
        return SearchWords::tr("Nothing of which it could be verified.");
    if (place.filter.trimmed().isEmpty())
        return place.asOf || !place.refinements.empty()
                   ? SearchWords::tr("Nothing in this release has all that is chosen above.")
                   : SearchWords::tr("Nothing landed here in this release.");
    QStringList lines;
    for (const auto& [term, reason] : facts.unknownTerms)
        lines << SearchWords::tr("It is not known what has %1. %2").arg(term, reason);
    if (facts.emptyTerms.size() == 1)
        lines << SearchWords::tr("Nothing here has %1. Esc clears the filter.")
                     .arg(facts.emptyTerms.constFirst());
    else if (!facts.emptyTerms.isEmpty())
        lines << SearchWords::tr("Nothing here has any of: %1. Esc clears the filter.")
                     .arg(facts.emptyTerms.join(QLatin1String(", ")));
    else if (lines.isEmpty())
        lines << SearchWords::tr(
            "Each word of the filter is found, but no changeset has all of them. "
            "Esc clears it.");
    if (place.section.section)
        lines << SearchWords::tr("Only the chosen section was searched.");
    if (place.asOf || !place.refinements.empty())
        lines << SearchWords::tr("Only what is chosen above was searched.");
    return lines.join(QLatin1Char('\n'));
}

QString wholeQuery(const Location& place) {
    QStringList terms;
    if (place.section.section)
        terms << sectionTerm(place.section);
    for (const Refinement& choice : place.refinements)
        terms << choice.term;
    if (place.asOf)
        terms << QStringLiteral("landed-before:") +
                     utcDateTime(*place.asOf + 1).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    if (const QString filter = place.filter.trimmed(); !filter.isEmpty())
        terms << (terms.isEmpty() ? filter : QLatin1Char('(') + filter + QLatin1Char(')'));
    return terms.join(QLatin1Char(' '));
}

bool hasTerm(const QString& query, const QString& term) {
    return termAt(query, term) >= 0;
}

QString withTermTurned(const QString& query, const QString& term) {
    QString turned = query;
    // With the blanks beside it, and no other: those between quotes belong to what is looked for.
    if (qsizetype at = termAt(query, term); at >= 0) {
        qsizetype end = at + term.size();
        while (end < query.size() && query[end].isSpace())
            ++end;
        while (end == query.size() && at > 0 && query[at - 1].isSpace())
            --at;
        return turned.remove(at, end - at);
    }
    return turned.trimmed().isEmpty() ? term : turned.trimmed() + QLatin1Char(' ') + term;
}

QString asCommand(const Location& place) {
    const QString query = wholeQuery(place);
    QString command = QStringLiteral("mergewindow-cli search ");
    if (!place.allReleases)
        command += QStringLiteral("--release ") + inShellQuotes(place.release) + QLatin1Char(' ');
    // What begins with a minus would be taken for an option.
    if (query.startsWith(QLatin1Char('-')))
        command += QLatin1String("-- ");
    return command + inShellQuotes(query);
}

} // namespace mw::ui
