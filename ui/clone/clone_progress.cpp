#include "clone/clone_progress.h"

#include "clone/history_clone.h"
#include "ui_clone_progress.h"
#include "widgets/unknown_progress.h"

#include <algorithm>

namespace mw::ui {

namespace {

constexpr int cloneBarSteps = 1000;

} // namespace

CloneProgress::CloneProgress(QWidget* parent)
    : QWidget(parent), ui_(std::make_unique<Ui::CloneProgress>()) {
    ui_->setupUi(this);
    hide();
}

CloneProgress::~CloneProgress() = default;

void CloneProgress::watch(HistoryClone* clone) {
    const auto start = [this, clone] {
        keeps_ = !clone->release().isEmpty();
        ui_->stop->setToolTip(keeps_ ? tr("End git; what has come is kept, to go on with later")
                                     : tr("End git and remove what it has received"));
        begin();
    };
    connect(clone, &HistoryClone::started, this, start);
    connect(clone, &HistoryClone::progress, this, &CloneProgress::showProgress);
    connect(clone, &HistoryClone::finished, this, &QWidget::hide);
    connect(clone, &HistoryClone::failed, this, &QWidget::hide);
    connect(clone, &HistoryClone::cancelled, this, &QWidget::hide);
    connect(ui_->stop, &QPushButton::clicked, this, &CloneProgress::showStopping);
    connect(ui_->stop, &QPushButton::clicked, clone, &HistoryClone::cancel);
    if (clone->isRunning()) {
        start();
        showProgress(clone->newestProgress());
    }
}

void CloneProgress::begin() {
    stopping_ = false;
    ui_->stop->setEnabled(true);
    showProgress({});
    show();
}

void CloneProgress::showProgress(const DownloadProgress& progress) {
    if (stopping_)
        return;
    ui_->text->setText(downloadProgressText(progress));
    if (progress.total <= 0) {
        showUnknown(*ui_->bar);
        return;
    }
    const double part = static_cast<double>(progress.done) / static_cast<double>(progress.total);
    ui_->bar->setRange(0, cloneBarSteps);
    ui_->bar->setValue(static_cast<int>(cloneBarSteps * std::clamp(part, 0.0, 1.0)));
}

void CloneProgress::showStopping() {
    stopping_ = true;
    ui_->stop->setEnabled(false);
    ui_->text->setText(keeps_ ? tr("Stopping git; what has come is kept …")
                              : tr("Stopping git, and removing what it had made …"));
    showUnknown(*ui_->bar);
}

} // namespace mw::ui
