#pragma once

#include "core/row_model.h"
#include "widgets/message_bar.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <vector>

namespace mw::ui {

/// Something that was said to a person, and what can be done about it.
struct Message {
    QDateTime time;
    MessageBar::Kind kind = MessageBar::Kind::Information;
    QString text;
    QString action; ///< a button's text; empty where there is none
    std::function<void()> act;
};

/// What was said in this session, newest first. GUI thread.
class MessageLog : public RowModel<std::vector<Message>, MessageLog> {
    Q_OBJECT

public:
    enum Column { TimeColumn, KindColumn, TextColumn, ColumnCount };

    using RowModel::RowModel;

    void add(Message message);
    void clear() { replaceRows({}, false); }

    const Message& message(int line) const { return rows()[static_cast<std::size_t>(line)]; }
    /// "2026-11-25 13:05:09  Error  There is no folder …", as it is copied.
    QString lineText(int line) const;

    static int columns() { return ColumnCount; }
    QVariant cell(int line, int column, int role) const;
    QVariant headerCell(int column, int role) const;
};

} // namespace mw::ui
