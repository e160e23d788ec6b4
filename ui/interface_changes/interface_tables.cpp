#include "interface_changes/interface_tables.h"

#include "core/limits.h"
#include "text/format.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace mw::ui {

namespace {

struct Interfaces {
    Q_DECLARE_TR_FUNCTIONS(mw::ui::Interfaces)
};

constexpr std::array changeWords{std::pair{interfaces::Change::added, "new"},
                                 std::pair{interfaces::Change::removed, "gone"},
                                 std::pair{interfaces::Change::changed, "changed"}};

/// "config:FUEL_GAUGE_MM8013" for the kinds that a search knows by name.
QString nameQuery(const interfaces::InterfaceChange& change) {
    switch (change.kind) {
    case interfaces::Kind::config:
    case interfaces::Kind::param:
    case interfaces::Kind::syscall:
        break;
    default:
        return {};
    }
    const QString name = toQString(change.name);
    const bool plain = std::ranges::all_of(name, [](QChar c) {
        return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('.') ||
               c == QLatin1Char('-');
    });
    const QString word = toQString(interfaces::key(change.kind)) + QLatin1Char(':');
    return plain ? word + name : QString();
}

/// A symbol without a prompt begins with its type, which tells nothing.
QString shortDetail(const interfaces::InterfaceChange& change) {
    const QString line = toQString(change.detail).section(QLatin1Char('\n'), 0, 0);
    if (change.kind == interfaces::Kind::config && change.change != interfaces::Change::changed)
        for (const char* const type : {"bool", "tristate", "int", "hex", "string"})
            if (line == QLatin1String(type))
                return Interfaces::tr("%1, not asked for").arg(line);
    return cutText(line);
}

} // namespace

QString interfaceKindText(interfaces::Kind kind) {
    switch (kind) {
    case interfaces::Kind::config:
        return Interfaces::tr("Configuration symbol");
    case interfaces::Kind::param:
        return Interfaces::tr("Parameter");
    case interfaces::Kind::syscall:
        return Interfaces::tr("System call");
    case interfaces::Kind::uapi:
        return Interfaces::tr("Header for user space");
    case interfaces::Kind::abi:
        return Interfaces::tr("Sysfs and the like");
    case interfaces::Kind::sysctl:
        return Interfaces::tr("Sysctl");
    case interfaces::Kind::device_tree:
        return Interfaces::tr("Device tree");
    case interfaces::Kind::toolchain:
        return Interfaces::tr("Tool for building");
    case interfaces::Kind::maintainer:
        return Interfaces::tr("Maintainers");
    case interfaces::Kind::arch:
        return Interfaces::tr("Architecture");
    case interfaces::Kind::filesystem:
        return Interfaces::tr("Filesystem");
    case interfaces::Kind::module:
        break;
    }
    return Interfaces::tr("Module");
}

QString interfaceChangeText(interfaces::Change change) {
    switch (change) {
    case interfaces::Change::added:
        return Interfaces::tr("New");
    case interfaces::Change::removed:
        return Interfaces::tr("Gone");
    case interfaces::Change::changed:
        break;
    }
    return Interfaces::tr("Changed");
}

TableData interfaceSheet(const std::vector<store::InterfaceRow>& rows,
                         const InterfaceChoice& choice, const QString& release) {
    constexpr qsizetype longestTip = 2000;
    TableData sheet;
    sheet.columns = {{Interfaces::tr("Change")},
                     {Interfaces::tr("Kind")},
                     {Interfaces::tr("Name")},
                     {Interfaces::tr("What it says")},
                     {Interfaces::tr("Changeset")}};
    for (const store::InterfaceRow& row : rows) {
        const interfaces::InterfaceChange& change = row.change;
        if (!choice.takes(change))
            continue;
        const QString oid = toQString(change.oid), name = toQString(change.name);
        const TableTarget commit = oid.isEmpty() ? TableTarget{} : TableTarget{release, {}, oid};
        const QString query = nameQuery(change);
        const QString detail = toQString(change.detail);
        sheet.rows.push_back(
            {{interfaceChangeText(change.change), static_cast<int>(change.change)},
             {interfaceKindText(change.kind)},
             {cutText(name), name, toQString(change.path),
              query.isEmpty() ? commit : TableTarget{release, query, oid}},
             {shortDetail(change), detail, cutText(detail, longestTip)},
             {oid.isEmpty() ? Interfaces::tr("a merge") : shortOid(oid), oid, {}, commit}});
    }
    sheet.emptyText =
        rows.empty() ? Interfaces::tr("Nothing changed at the edges of %1.").arg(cutText(release))
                     : Interfaces::tr("There is none of that kind.");
    return sheet;
}

QString interfaceQuery(const InterfaceChoice& choice) {
    QStringList terms;
    for (const auto& [change, word] : changeWords) {
        if (choice.change && change != *choice.change)
            continue;
        for (const interfaces::Kind kind : interfaces::all_kinds())
            if (!choice.kind || kind == *choice.kind)
                terms << QLatin1String(word) + QLatin1Char(':') + toQString(interfaces::key(kind));
    }
    return !choice.kind && !choice.change ? QString() : terms.join(QLatin1String(" OR "));
}

} // namespace mw::ui
