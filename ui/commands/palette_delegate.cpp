#include "commands/palette_delegate.h"

#include "commands/palette_model.h"
#include "painting/colors.h"
#include "painting/contrast.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace mw::ui {

namespace {

constexpr int sideMargin = 8;

QList<QTextLayout::FormatRange> boldAt(const std::vector<int>& places) {
    QList<QTextLayout::FormatRange> ranges;
    for (const int place : places) {
        QTextLayout::FormatRange range;
        range.start = place;
        range.length = 1;
        range.format.setFontWeight(QFont::Bold);
        ranges << range;
    }
    return ranges;
}

/// Draws it from the left, cut off at the width; how much of that it took.
int drawText(QPainter& painter, const QRect& rect, const QString& text,
             const std::vector<int>& bold) {
    QTextLayout layout(text, painter.font());
    layout.setFormats(boldAt(bold));
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    const int width = static_cast<int>(line.naturalTextWidth()) + 1;
    if (width > rect.width()) {
        painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
        return rect.width();
    }
    layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
    return width;
}

} // namespace

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    shown.text.clear();
    const QStyle* const style = shown.widget ? shown.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, shown.widget);

    const auto* const line =
        static_cast<const PaletteLine*>(index.data(PaletteModel::LineRole).value<const void*>());
    const PaletteItem& candidate = line->candidate;
    const bool selected = shown.state & QStyle::State_Selected;
    const QColor text = shown.palette.color(QPalette::Active,
                                            selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor dimmed =
        selected ? text : paletteColor(TextColor::Dimmed, shown.palette, QPalette::Active);
    painter->save();
    painter->setFont(shown.font);
    QRect rest = shown.rect.adjusted(sideMargin, 0, -sideMargin, 0);
    painter->setPen(dimmed);
    if (!candidate.keys.isEmpty()) {
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignRight, candidate.keys);
        rest.setRight(rest.right() - shown.fontMetrics.horizontalAdvance(candidate.keys) -
                      2 * sideMargin);
    }
    painter->setPen(text);
    const QString sign = candidate.checked ? QStringLiteral("✓ ") : QString();
    if (!sign.isEmpty())
        rest.setLeft(rest.left() + drawText(*painter, rest, sign, {}) +
                     shown.fontMetrics.horizontalAdvance(QLatin1Char(' ')));
    rest.setLeft(rest.left() + drawText(*painter, rest, candidate.text, line->places) +
                 2 * sideMargin);
    painter->setPen(dimmed);
    if (rest.width() > 4 * sideMargin)
        drawText(*painter, rest, candidate.detail, {});
    painter->restore();
}

} // namespace mw::ui
