#include "breakdown/ways_panel.h"

#include <QFocusEvent>
#include <QVBoxLayout>

namespace mw::ui {

WaysPanel::WaysPanel(QWidget* parent)
    : QWidget(parent), switch_(new QComboBox(this)), stack_(new QStackedWidget(this)),
      sections_(new SectionPanel), list_(new WayList) {
    switch_->setObjectName(QStringLiteral("waySwitch"));
    switch_->setAccessibleName(tr("Way into the release"));
    switch_->setToolTip(tr("By what the list is narrowed down here (Alt+1 to Alt+6)"));
    switch_->addItem(tr("Sections"));
    for (const Way way : {Way::Pulls, Way::Subsystems, Way::People, Way::Committers, Way::Time})
        switch_->addItem(wayTitle(way), static_cast<int>(way));
    stack_->addWidget(sections_);
    stack_->addWidget(list_);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(switch_);
    layout->addWidget(stack_, 1);
    connect(switch_, &QComboBox::currentIndexChanged, this, &WaysPanel::follow);
}

std::optional<Way> WaysPanel::way() const {
    const QVariant way = switch_->currentData();
    return way.isValid() ? std::optional(static_cast<Way>(way.toInt())) : std::nullopt;
}

void WaysPanel::setWay(std::optional<Way> way) {
    switch_->setCurrentIndex(way ? switch_->findData(static_cast<int>(*way)) : 0);
}

/// No focus proxy: Tab would go from the panel to it, past the switch.
void WaysPanel::focusInEvent(QFocusEvent* event) {
    stack_->currentWidget()->setFocus(event->reason());
}

void WaysPanel::follow() {
    if (const auto chosen = way())
        list_->setWay(*chosen);
    stack_->setCurrentIndex(way() ? 1 : 0);
    emit wayChanged();
}

} // namespace mw::ui
