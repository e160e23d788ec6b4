#include "pages/commit_side.h"

#include "commit/commit_panel.h"
#include "pages/mentions_bar.h"
#include "painting/symbolic_icon.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace mw::ui {

CommitSide::CommitSide(CommitPanel* panel, QWidget* parent)
    : QWidget(parent), panel_(panel), mentions_(new MentionsBar(this)),
      close_(new QToolButton(this)) {
    close_->setObjectName(QStringLiteral("closeCommit"));
    close_->setAutoRaise(true);
    close_->setIcon(symbolicIcon(QStringLiteral("close")));
    close_->setAccessibleName(tr("Close the commit"));
    close_->setToolTip(tr("Close the commit and read the document alone"));
    close_->hide();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(close_, 0, Qt::AlignRight);
    layout->addWidget(panel_, 1);
    layout->addWidget(mentions_);
    connect(close_, &QToolButton::clicked, this, &CommitSide::closeWanted);
}

void CommitSide::setClosable(bool closable) {
    close_->setVisible(closable);
}

} // namespace mw::ui
