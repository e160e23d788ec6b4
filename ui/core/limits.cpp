#include "core/limits.h"

#include <QStringList>

#include <algorithm>

namespace mw::ui {

namespace {

constexpr qsizetype tipColumns = 100, tipLines = 16;
constexpr qsizetype menuLetters = 60;

/// Where a line that is too long is best broken: behind a blank, if there is one in its second
/// half.
qsizetype breakOf(QStringView line, qsizetype columns) {
    const qsizetype blank = line.left(columns + 1).lastIndexOf(QLatin1Char(' '));
    if (blank > columns / 2)
        return blank;
    return line[columns - 1].isHighSurrogate() ? columns - 1 : columns;
}

} // namespace

QString cutText(const QString& text, qsizetype letters) {
    if (text.size() <= letters)
        return text;
    qsizetype end = letters - 1;
    if (end > 0 && text[end - 1].isHighSurrogate())
        --end;
    return text.left(end).trimmed() + QStringLiteral("…");
}

QString tipText(const QString& plain) {
    QStringList lines;
    // No more of it is looked at than is shown.
    const QString shown = plain.left(tipColumns * (tipLines + 1));
    for (QStringView line : QStringView(shown).split(QLatin1Char('\n'))) {
        while (line.size() > tipColumns && lines.size() <= tipLines) {
            const qsizetype end = breakOf(line, tipColumns);
            lines << line.left(end).toString();
            line = line.mid(end);
            if (line.startsWith(QLatin1Char(' ')))
                line = line.mid(1);
        }
        lines << line.toString();
    }
    if (lines.size() <= tipLines && shown.size() == plain.size())
        return lines.join(QLatin1Char('\n'));
    lines = lines.mid(0, tipLines);
    return lines.join(QLatin1Char('\n')) + QStringLiteral("…");
}

QString menuText(const QString& plain) {
    return cutText(plain, menuLetters).replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace mw::ui
