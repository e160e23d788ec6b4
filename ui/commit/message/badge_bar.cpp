#include "commit/message/badge_bar.h"

#include "core/limits.h"
#include "core/row_marks.h"
#include "painting/mark_colors.h"
#include "painting/symbolic_icon.h"
#include "text/format.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace mw::ui {

namespace {

constexpr int badgeColumns = 60;

} // namespace

BadgeBar::BadgeBar(QWidget* parent) : QWidget(parent) {
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 2, 6, 2);
    layout->setSpacing(4);
    const auto add = [&](const char* name, const QString& toolTip, auto signal) {
        auto* const badge = new QToolButton(this);
        badge->setObjectName(QLatin1String(name));
        badge->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        badge->setFocusPolicy(Qt::TabFocus);
        badge->setToolTip(toolTip);
        connect(badge, &QToolButton::clicked, this, signal);
        layout->addWidget(badge);
        return badge;
    };
    hardware_ = add("hardwareBadge", tr("Show all new hardware of this release"),
                    &BadgeBar::newHardwareClicked);
    star_ = add("starBadge", tr("Show all that is yours by a star"), &BadgeBar::starClicked);
    place_ = add("placeBadge", tr("Why here?"), &BadgeBar::ownPlaceClicked);
    color_ = add("colourBadge", tr("Show all that you have marked"), &BadgeBar::markClicked);
    bookmark_ = add("bookmarkBadge", tr("Show all that you have marked"), &BadgeBar::markClicked);
    note_ = add("noteBadge", tr("Read and write your note"), &BadgeBar::noteClicked);
    layout->addStretch();
    hide();
}

void BadgeBar::showBadge(QToolButton* badge, const QString& text, const QIcon& icon, bool visible) {
    const int width = badgeColumns * fontMetrics().averageCharWidth();
    badge->setText(fontMetrics()
                       .elidedText(cutText(text), Qt::ElideRight, width)
                       .replace(QLatin1Char('&'), QLatin1String("&&")));
    badge->setAccessibleName(cutText(text));
    badge->setIcon(icon);
    badge->setVisible(visible);
}

void BadgeBar::showCommit(const store::CommitRow& row) {
    const RowMarks marks = marksOf(row);
    const int colour = colorOf(row.personal);
    showBadge(hardware_, row.adds ? tr("Adds: %1").arg(shownText(row.adds->what)) : QString(),
              symbolicIcon(QStringLiteral("hardware")), marks.testFlag(RowMark::AddsHardware));
    showBadge(star_, tr("Starred"), symbolicIcon(QStringLiteral("star")),
              marks.testFlag(RowMark::Starred));
    showBadge(place_, tr("Your own choice: %1").arg(placeLabel(row.place)),
              symbolicIcon(QStringLiteral("person")), marks.testFlag(RowMark::OwnSection));
    showBadge(color_, markColorName(colour), markColorIcon(colour), colour >= 0);
    showBadge(bookmark_, tr("Bookmarked"), symbolicIcon(QStringLiteral("bookmark")),
              marks.testFlag(RowMark::Bookmarked));
    const QString note = row.personal ? toQString(row.personal->note).trimmed() : QString();
    showBadge(note_, note.section(QLatin1Char('\n'), 0, 0), symbolicIcon(QStringLiteral("note")),
              marks.testFlag(RowMark::Noted));
    setVisible(marks != RowMarks() || colour >= 0);
}

} // namespace mw::ui
