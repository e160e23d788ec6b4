#include "changesets/changeset_delegate.h"

#include "changesets/changeset_model.h"
#include "changesets/marks_painter.h"
#include "core/row_marks.h"
#include "painting/colors.h"
#include "painting/hit_painter.h"
#include "painting/symbolic_icon.h"

#include <QApplication>
#include <QPainter>

namespace mw::ui {

namespace {

QStyle* styleOf(const QStyleOptionViewItem& option) {
    return option.widget ? option.widget->style() : QApplication::style();
}

/// By which field of the query language a column's text is searched; null: it is not.
const char* fieldOf(int column) {
    switch (column) {
    case ChangesetModel::SubjectColumn:
        return "subject";
    case ChangesetModel::AuthorColumn:
        return "author";
    case ChangesetModel::SubsystemColumn:
        return "subsystem";
    case ChangesetModel::PullColumn:
        return "pull";
    default:
        return nullptr;
    }
}

QPalette::ColorGroup colorGroup(const QStyleOptionViewItem& option) {
    return option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
}

} // namespace

void ChangesetDelegate::initStyleOption(QStyleOptionViewItem* option,
                                        const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const auto tone = static_cast<TextColor>(index.data(ChangesetModel::TextColorRole).toInt());
    if (tone != TextColor::Normal)
        for (const auto group : {QPalette::Active, QPalette::Inactive})
            option->palette.setColor(group, QPalette::Text,
                                     paletteColor(tone, option->palette, group));
    if (index.column() == ChangesetModel::SectionColumn &&
        RowMarks(index.data(ChangesetModel::MarksRole).toInt()).testFlag(RowMark::OwnSection)) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = symbolicIcon(QStringLiteral("person"));
        const int side = option->fontMetrics.height();
        option->decorationSize = QSize(side, side);
    }
    if (index.column() != ChangesetModel::SubjectColumn)
        return;
    option->font.setItalic(tone == TextColor::Dimmed);
    const int kind = index.data(ChangesetModel::KindRole).toInt();
    if (kind != int(store::CommitKind::changeset)) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = symbolicIcon(QStringLiteral("merge"));
        const int side = option->fontMetrics.height();
        option->decorationSize = QSize(side, side);
    }
}

void ChangesetDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index);
    if (index.column() == ChangesetModel::MarksColumn) {
        paintMarks(painter, option, RowMarks(index.data(ChangesetModel::MarksRole).toInt()),
                   index.data(ChangesetModel::ColorRole).toInt());
        return;
    }
    const char* const field = hits_ ? fieldOf(index.column()) : nullptr;
    const QString about = index.data(ChangesetModel::AboutRole).toString();
    if (about.isEmpty() && !field)
        return;
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    if (field)
        paintHits(*painter, full, hits_->ranges(full.text, field));
    if (!about.isEmpty())
        paintAbout(painter, full, about);
}

void ChangesetDelegate::paintAbout(QPainter* painter, const QStyleOptionViewItem& option,
                                   const QString& about) const {
    const QStyle* const style = styleOf(option);
    QRect rest = style->subElementRect(QStyle::SE_ItemViewItemText, &option, option.widget);
    const int gap = 2 * option.fontMetrics.averageCharWidth();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, option.widget) + 1;
    const int used = QFontMetrics(option.font).horizontalAdvance(option.text) + margin;
    rest.setLeft(rest.left() + used + gap);
    rest.setRight(rest.right() - margin);
    if (rest.width() < 3 * gap)
        return;

    const QPalette::ColorGroup group = colorGroup(option);
    const bool selected = option.state & QStyle::State_Selected;
    QPalette palette = option.widget ? option.widget->palette() : option.palette;
    QColor color = paletteColor(TextColor::Dimmed, palette, group);
    if (selected)
        color = blended(palette.color(group, QPalette::HighlightedText),
                        palette.color(group, QPalette::Highlight), 0.25);
    painter->save();
    painter->setPen(color);
    QFont font = option.font;
    font.setItalic(false);
    painter->setFont(font);
    // On the base line of the subject, which the style centres by the font's height.
    const QFontMetrics& metrics = option.fontMetrics;
    const int baseLine = rest.top() + (rest.height() - metrics.height()) / 2 + metrics.ascent();
    painter->drawText(rest.left(), baseLine,
                      metrics.elidedText(about, Qt::ElideRight, rest.width()));
    painter->restore();
}

} // namespace mw::ui
