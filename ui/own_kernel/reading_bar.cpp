#include "own_kernel/reading_bar.h"

#include "core/limits.h"
#include "text/format.h"
#include "widgets/unknown_progress.h"

#include <QHBoxLayout>

namespace mw::ui {

namespace {

QString stepText(const OwnKernelEngine::Step& step) {
    using Kind = OwnKernelEngine::Step::Kind;
    const QString what = cutText(toQString(step.what), 40);
    const QString done = countText(static_cast<qint64>(step.done));
    switch (step.kind) {
    case Kind::Records:
        return ReadingBar::tr("Reading CVE records · files: %1").arg(done);
    case Kind::History:
        return ReadingBar::tr("Reading %1 · commits: %2").arg(what, done);
    case Kind::Comparing:
        return ReadingBar::tr("Looking for changesets in %1 · %2 of %3")
            .arg(what, done, countText(static_cast<qint64>(step.total)));
    case Kind::Building:
        break;
    }
    return ReadingBar::tr("Working out what the configuration builds of %1").arg(what);
}

} // namespace

ReadingBar::ReadingBar(QWidget* parent)
    : QWidget(parent), text_(new QLabel), bar_(new QProgressBar) {
    setObjectName(QStringLiteral("readingBar"));
    auto* const line = new QHBoxLayout(this);
    line->setContentsMargins(4, 0, 4, 0);
    text_->setTextFormat(Qt::PlainText);
    text_->setAccessibleName(tr("Progress of the reading"));
    bar_->setAccessibleName(tr("Part of this step that is read"));
    bar_->setTextVisible(false);
    bar_->setFixedWidth(100);
    bar_->setMaximumHeight(16);
    auto* const stop = new QPushButton(tr("Stop"));
    stop->setObjectName(QStringLiteral("stopReading"));
    stop->setAccessibleName(tr("Stop the reading"));
    stop->setToolTip(tr("Stop the reading; what was known before stays"));
    line->addWidget(text_);
    line->addWidget(bar_);
    line->addWidget(stop);
    connect(stop, &QPushButton::clicked, this, &ReadingBar::stopWanted);
    hide();
}

void ReadingBar::begin() {
    text_->setText(tr("Opening the clone"));
    showUnknown(*bar_);
    show();
}

void ReadingBar::showStep(const OwnKernelEngine::Step& step) {
    text_->setText(stepText(step));
    if (step.total == 0) {
        showUnknown(*bar_);
        return;
    }
    bar_->setRange(0, static_cast<int>(step.total));
    bar_->setValue(static_cast<int>(step.done));
}

} // namespace mw::ui
