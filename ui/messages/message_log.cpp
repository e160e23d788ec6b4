#include "messages/message_log.h"

#include "painting/symbolic_icon.h"

#include <QIcon>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace mw::ui {

namespace {

constexpr std::size_t messagesKept = 500;

constexpr std::array<const char*, MessageLog::ColumnCount> messageTitles{
    QT_TRANSLATE_NOOP("mw::ui::MessageLog", "Time"),
    QT_TRANSLATE_NOOP("mw::ui::MessageLog", "Kind"),
    QT_TRANSLATE_NOOP("mw::ui::MessageLog", "Message"),
};

QString messageKindText(MessageBar::Kind kind) {
    switch (kind) {
    case MessageBar::Kind::Error:
        return MessageLog::tr("Error");
    case MessageBar::Kind::Warning:
        return MessageLog::tr("Warning");
    case MessageBar::Kind::Information:
        return MessageLog::tr("Remark");
    }
    return {};
}

} // namespace

void MessageLog::add(Message message) {
    std::vector<Message> all{std::move(message)};
    const auto kept = std::min(rows().size(), messagesKept - 1);
    std::copy_n(rows().begin(), kept, std::back_inserter(all));
    replaceRows(std::move(all), false);
}

QString MessageLog::lineText(int line) const {
    const Message& said = message(line);
    return said.time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss  ")) +
           messageKindText(said.kind) + QStringLiteral("  ") + said.text;
}

QVariant MessageLog::cell(int line, int column, int role) const {
    const Message& said = message(line);
    if (role == Qt::ToolTipRole)
        return said.text;
    if (role == Qt::DecorationRole && column == KindColumn)
        return symbolicIcon(said.kind == MessageBar::Kind::Information
                                ? QStringLiteral("information")
                                : QStringLiteral("warning"));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case TimeColumn:
        return said.time.toString(QStringLiteral("HH:mm:ss"));
    case KindColumn:
        return messageKindText(said.kind);
    default:
        return QString(said.text).replace(QLatin1Char('\n'), QLatin1Char(' '));
    }
}

QVariant MessageLog::headerCell(int column, int role) const {
    return role == Qt::DisplayRole ? tr(messageTitles[static_cast<std::size_t>(column)])
                                   : QVariant();
}

} // namespace mw::ui
