#include "breakdown/narrow_bar.h"

#include "breakdown/breakdown_model.h"
#include "core/limits.h"
#include "painting/symbolic_icon.h"
#include "text/format.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace mw::ui {

namespace {

/// What all buttons together may say: they must not make the window wide.
constexpr int lettersOfAll = 96;

QString chosenSection(const SectionChoice& choice) {
    return placeLabel({*choice.section, choice.subgroup.value_or(classify::Subgroup::none)});
}

} // namespace

NarrowBar::NarrowBar(QWidget* parent) : QWidget(parent), layout_(new QHBoxLayout(this)) {
    setObjectName(QStringLiteral("narrowBar"));
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(4);
    layout_->addStretch(1);
    hide();
}

void NarrowBar::show(const Location& place) {
    const bool same = place.section == shown_.section && place.refinements == shown_.refinements &&
                      place.asOf == shown_.asOf;
    shown_ = place;
    const auto count =
        place.refinements.size() + place.section.section.has_value() + place.asOf.has_value();
    setVisible(count > 0);
    if (!same)
        rebuild(static_cast<int>(count));
}

void NarrowBar::rebuild(int count) {
    for (QToolButton* const old : findChildren<QToolButton*>()) {
        old->hide();
        old->deleteLater(); // it may be the one that was clicked
    }
    const int letters = lettersOfAll / std::max(1, count);
    if (shown_.section.section)
        add(tr("Section"), chosenSection(shown_.section), letters,
            [this] { emit sectionCleared(); });
    for (const Refinement& choice : shown_.refinements)
        add(breakdownOne(choice.way), choice.label, letters,
            [this, way = choice.way] { emit refinementCleared(way); });
    if (shown_.asOf)
        add(tr("As of"), dateText(shown_.asOf), letters, [this] { emit momentCleared(); });
}

void NarrowBar::add(const QString& title, const QString& value, int letters,
                    const std::function<void()>& clear) {
    auto* const button = new QToolButton(this);
    const QString whole = tr("%1: %2").arg(title, value);
    button->setText(cutText(whole, letters).replace(QLatin1Char('&'), QLatin1String("&&")));
    button->setIcon(symbolicIcon(QStringLiteral("close")));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(
        Qt::convertFromPlainText(tr("%1\nA click shows everything again").arg(tipText(whole))));
    button->setAccessibleName(tr("%1; press to show everything again").arg(cutText(whole)));
    connect(button, &QToolButton::clicked, this, clear);
    layout_->insertWidget(layout_->count() - 1, button);
}

void NarrowBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        for (QToolButton* const button : findChildren<QToolButton*>())
            button->setIcon(symbolicIcon(QStringLiteral("close")));
}

} // namespace mw::ui
