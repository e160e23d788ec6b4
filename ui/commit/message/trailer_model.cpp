#include "commit/message/trailer_model.h"

#include "commit/message/facts_view.h"
#include "painting/contrast.h"
#include "store/language/query_quoting.h"
#include "text/format.h"
#include "text/message_links.h"

#include <QFont>
#include <QGuiApplication>

namespace mw::ui {

namespace {

/// The name of "Name <address>", or the address where there is no name; empty for other values.
QString personIn(const QString& value) {
    const qsizetype open = value.indexOf(QLatin1Char('<')), close = value.indexOf(QLatin1Char('>'));
    if (open < 0 || close < open)
        return {};
    const QString name = value.left(open).trimmed();
    return name.isEmpty() ? value.mid(open + 1, close - open - 1).trimmed() : name;
}

} // namespace

TrailerModel::Target TrailerModel::target(int line) const {
    const QString value = toQString(rows()[static_cast<std::size_t>(line)].value);
    if (const QString person = personIn(value); !person.isEmpty())
        return {Target::Kind::Person, filterFor(QStringLiteral("author"), person) +
                                          QStringLiteral(" OR trailer:") +
                                          toQString(store::in_quotes(person.toStdString()))};
    const std::vector<MessageLink> links = findLinks(value);
    if (links.empty())
        return {};
    return {links.front().kind == MessageLink::Kind::Commit ? Target::Kind::Commit
                                                            : Target::Kind::Web,
            value.mid(links.front().start, links.front().length)};
}

QVariant TrailerModel::cell(int line, int column, int role) const {
    const store::Trailer& trailer = rows()[static_cast<std::size_t>(line)];
    const bool leads = column == ValueColumn && target(line).kind != Target::Kind::None;
    if (role == Qt::ForegroundRole && leads)
        return linkColor(QGuiApplication::palette());
    if (role == Qt::FontRole && leads) {
        QFont font;
        font.setUnderline(true);
        return font;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (role == Qt::ToolTipRole) {
        const QString whole = toQString(trailer.key + ": " + trailer.value);
        return target(line).kind == Target::Kind::Person
                   ? tr("%1\nA click lists everything that this person had a part in.").arg(whole)
                   : whole;
    }
    return toQString(column == KeyColumn ? trailer.key : trailer.value);
}

QVariant TrailerModel::headerCell(int column, int role) const {
    if (role != Qt::DisplayRole)
        return {};
    return column == KeyColumn ? tr("Trailer") : tr("Value");
}

} // namespace mw::ui
