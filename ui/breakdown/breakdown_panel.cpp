#include "breakdown/breakdown_panel.h"

#include <QFocusEvent>
#include <QVBoxLayout>

namespace mw::ui {

BreakdownPanel::BreakdownPanel(QWidget* parent)
    : QWidget(parent), switch_(new QComboBox(this)), stack_(new QStackedWidget(this)),
      sections_(new SectionPanel), list_(new BreakdownList) {
    switch_->setObjectName(QStringLiteral("waySwitch"));
    switch_->setAccessibleName(tr("Way into the release"));
    switch_->setToolTip(tr("By what the list is narrowed down here (Alt+1 to Alt+6)"));
    switch_->addItem(tr("Sections"));
    for (const Breakdown way : {Breakdown::Pulls, Breakdown::Subsystems, Breakdown::People,
                                Breakdown::Committers, Breakdown::Time})
        switch_->addItem(breakdownTitle(way), static_cast<int>(way));
    stack_->addWidget(sections_);
    stack_->addWidget(list_);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(switch_);
    layout->addWidget(stack_, 1);
    connect(switch_, &QComboBox::currentIndexChanged, this, &BreakdownPanel::follow);
}

std::optional<Breakdown> BreakdownPanel::way() const {
    const QVariant way = switch_->currentData();
    return way.isValid() ? std::optional(static_cast<Breakdown>(way.toInt())) : std::nullopt;
}

void BreakdownPanel::setBreakdown(std::optional<Breakdown> way) {
    switch_->setCurrentIndex(way ? switch_->findData(static_cast<int>(*way)) : 0);
}

/// No focus proxy: Tab would go from the panel to it, past the switch.
void BreakdownPanel::focusInEvent(QFocusEvent* event) {
    stack_->currentWidget()->setFocus(event->reason());
}

void BreakdownPanel::follow() {
    if (const auto chosen = way())
        list_->setBreakdown(*chosen);
    stack_->setCurrentIndex(way() ? 1 : 0);
    emit wayChanged();
}

} // namespace mw::ui
