#include "own_kernel/own_kernel_tables.h"

#include "core/limits.h"
#include "own_kernel/tree_queries.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace mw::ui {

namespace {

struct OwnKernel {
    Q_DECLARE_TR_FUNCTIONS(mw::ui::OwnKernel)
};

TableCell countCell(std::optional<std::int64_t> count, const TableTarget& target = {}) {
    if (!count)
        return {QStringLiteral("—"), -1,
                OwnKernel::tr("Not asked yet: the release was imported "
                              "since the tree was read")};
    return {
        countText(*count), static_cast<qint64>(*count), {}, *count > 0 ? target : TableTarget{}};
}

/// What Kconfig files say in a line that begins so, without that.
QString lineOf(const QString& detail, const QString& front) {
    for (const QString& line : detail.split(QLatin1Char('\n')))
        if (line.startsWith(front))
            return line.mid(front.size());
    return {};
}

bool isType(const QString& line) {
    return line == QLatin1String("bool") || line == QLatin1String("tristate") ||
           line == QLatin1String("int") || line == QLatin1String("hex") ||
           line == QLatin1String("string");
}

} // namespace

TableData treeSheet(const OwnKernelFacts& facts, const QString& release, bool reading) {
    TableData sheet;
    const QString of = OwnKernel::tr("Of %1. Enter or a click shows them").arg(cutText(release));
    sheet.columns = {
        {OwnKernel::tr("Tree")},
        {OwnKernel::tr("Fixes it lacks"), of, true},
        {OwnKernel::tr("CVE fixes it lacks"), of, true},
        {OwnKernel::tr("Fixes not to be told"),
         OwnKernel::tr("Fixes and CVE fixes of %1 of which it cannot be told whether the "
                       "tree has them: their ids alone are known, or they were written "
                       "before its history begins")
             .arg(cutText(release)),
         true},
        {OwnKernel::tr("Not there"), of, true},
        {OwnKernel::tr("There"), of, true},
        {OwnKernel::tr("Cannot tell"), of, true},
        {OwnKernel::tr("Read")},
        {OwnKernel::tr("Branch and clone")}};
    for (std::size_t i = 0; i < facts.trees.size(); ++i) {
        const auto& tree = facts.trees[i].first;
        const TreeQueries queries(tree.name);
        const TreeLacks lacks = i < facts.lacks.size() ? facts.lacks[i] : TreeLacks{};
        const auto to = [&](const QString& query) { return TableTarget{release, query}; };
        QStringList remarks;
        for (const auto& remark : tree.remarks)
            remarks << engineText(remark);
        const QString name = toQString(tree.name);
        const QString where = toQString(tree.repository);
        sheet.rows.push_back(
            {{cutText(name), name, remarks.join(QLatin1Char('\n'))},
             countCell(lacks.fixes, to(queries.fixesLacking)),
             countCell(lacks.cveFixes, to(queries.cveFixesLacking)),
             countCell(lacks.untoldFixes, to(queries.fixesUnknown)),
             countCell(lacks.missing, to(queries.lacking)),
             countCell(lacks.there, to(queries.there)),
             countCell(lacks.unknown, to(queries.unknown)),
             {dateText(tree.read_at), static_cast<qint64>(tree.read_at), timeText(tree.read_at)},
             {OwnKernel::tr("%1 of %2").arg(cutText(toQString(tree.revision)), cutText(where)),
              where, OwnKernel::tr("%1\ncommit %2").arg(where, toQString(tree.oid))}});
    }
    sheet.emptyText = reading ? OwnKernel::tr("Something is being read…")
                              : OwnKernel::tr("No tree is known yet. “Add a tree” points at one.");
    return sheet;
}

TableData symbolSheet(const OwnKernelFacts& facts, const QString& release) {
    TableData sheet;
    sheet.columns = {
        {OwnKernel::tr("Symbol")},
        {OwnKernel::tr("Question")},
        {OwnKernel::tr("Default"),
         OwnKernel::tr("What make takes where nobody answers; n where none is written")},
        {OwnKernel::tr("Depends on")},
        {OwnKernel::tr("File")}};
    for (const store::InterfaceRow& row : facts.unanswered) {
        const interfaces::InterfaceChange& change = row.change;
        const QString detail = toQString(change.detail), oid = toQString(change.oid);
        const QString prompt = detail.section(QLatin1Char('\n'), 0, 0);
        const QString value = lineOf(detail, QStringLiteral("default "));
        const QString depends = lineOf(detail, QStringLiteral("depends on "));
        const QString name = toQString(change.name);
        sheet.rows.push_back(
            {{cutText(name), name, detail,
              oid.isEmpty() ? TableTarget{} : TableTarget{release, {}, oid}},
             {isType(prompt) ? OwnKernel::tr("%1, not asked for").arg(prompt) : cutText(prompt),
              prompt, tipText(detail)},
             {value.isEmpty() ? QStringLiteral("n") : cutText(value),
              value,
              {},
              {},
              0,
              value.isEmpty() ? TextColor::Dimmed : TextColor::Normal},
             {cutText(depends), depends, tipText(depends)},
             {cutText(toQString(change.path)), toQString(change.path)}});
    }
    sheet.emptyText =
        facts.symbolsKnown
            ? OwnKernel::tr("The configuration answers every new symbol of %1.")
                  .arg(cutText(release))
            : OwnKernel::tr(
                  "Which symbols are new in %1 is not known: the page of interface changes "
                  "says why.")
                  .arg(cutText(release));
    return sheet;
}

} // namespace mw::ui
