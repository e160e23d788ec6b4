#include "widgets/collapsible_section.h"

#include <QVBoxLayout>

namespace mw::ui {

CollapsibleSection::CollapsibleSection(const QString& title, QWidget* content, QWidget* parent)
    : QWidget(parent), title_(new QToolButton(this)), content_(content) {
    title_->setText(title);
    title_->setCheckable(true);
    title_->setAutoRaise(true);
    title_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    title_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    title_->setFocusPolicy(Qt::StrongFocus);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(title_);
    layout->addWidget(content_, 1);
    connect(title_, &QToolButton::toggled, this, &CollapsibleSection::follow);
    follow(false);
}

void CollapsibleSection::follow(bool open) {
    title_->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    content_->setVisible(open);
    setMaximumHeight(open ? QWIDGETSIZE_MAX : title_->sizeHint().height());
    emit toggled(open);
}

} // namespace mw::ui
