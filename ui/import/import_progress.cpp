#include "import/import_progress.h"

#include "import/import_controller.h"
#include "text/format.h"
#include "ui_import_progress.h"
#include "widgets/unknown_progress.h"

#include <algorithm>
#include <cmath>

namespace mw::ui {

namespace {

constexpr int barSteps = 1000;

QString stageText(importer::Stage stage) {
    switch (stage) {
    case importer::Stage::walking:
        return ImportProgressWidget::tr("Finding commits");
    case importer::Stage::fetching:
        return ImportProgressWidget::tr("Having git fetch what the partial clone lacks");
    case importer::Stage::reading:
        return ImportProgressWidget::tr("Reading changesets");
    case importer::Stage::indexing:
        return ImportProgressWidget::tr("Building the search index");
    case importer::Stage::lines:
        return ImportProgressWidget::tr("Counting lines");
    }
    return {};
}

QString timeLeftText(double seconds) {
    const auto whole = static_cast<qint64>(std::ceil(seconds));
    constexpr qint64 minute = 60, hour = 60 * minute;
    if (whole < minute)
        return ImportProgressWidget::tr("%1 s left").arg(whole);
    if (whole < hour)
        return ImportProgressWidget::tr("%1 min left").arg((whole + minute - 1) / minute);
    return ImportProgressWidget::tr("%1 h %2 min left")
        .arg(QString::number(whole / hour), QString::number(whole % hour / minute));
}

QString progressText(const importer::Progress& progress) {
    QStringList parts{stageText(progress.stage)};
    if (progress.total > 0)
        parts << ImportProgressWidget::tr("%1 of %2")
                     .arg(countText(progress.done), countText(progress.total));
    else if (progress.done > 0)
        parts << countText(progress.done);
    if (progress.rate >= 1)
        parts
            << ImportProgressWidget::tr("%1 a second").arg(countText(std::llround(progress.rate)));
    if (progress.seconds_left)
        parts << timeLeftText(*progress.seconds_left);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

ImportProgressWidget::ImportProgressWidget(QWidget* parent)
    : QWidget(parent), ui_(std::make_unique<Ui::ImportProgressWidget>()) {
    ui_->setupUi(this);
    hide();
}

ImportProgressWidget::~ImportProgressWidget() = default;

void ImportProgressWidget::watch(ImportController* controller) {
    connect(controller, &ImportController::started, this, &ImportProgressWidget::begin);
    connect(controller, &ImportController::progress, this, &ImportProgressWidget::showProgress);
    connect(controller, &ImportController::finished, this, &QWidget::hide);
    connect(controller, &ImportController::failed, this, &QWidget::hide);
    connect(controller, &ImportController::cancelled, this, &QWidget::hide);
    connect(ui_->cancel, &QPushButton::clicked, this, &ImportProgressWidget::showStopping);
    connect(ui_->cancel, &QPushButton::clicked, controller, &ImportController::cancel);
    if (controller->isRunning())
        begin();
}

void ImportProgressWidget::begin() {
    stopping_ = false;
    ui_->cancel->setEnabled(true);
    ui_->text->setText(tr("Opening the clone"));
    showUnknown(*ui_->bar);
    show();
}

void ImportProgressWidget::showProgress(const importer::Progress& progress) {
    if (stopping_)
        return;
    ui_->text->setText(progressText(progress));
    if (progress.total <= 0) {
        showUnknown(*ui_->bar);
        return;
    }
    const double part = static_cast<double>(progress.done) / static_cast<double>(progress.total);
    ui_->bar->setRange(0, barSteps);
    ui_->bar->setValue(static_cast<int>(barSteps * std::clamp(part, 0.0, 1.0)));
}

void ImportProgressWidget::showStopping() {
    stopping_ = true;
    ui_->cancel->setEnabled(false);
    ui_->text->setText(tr("Stopping …"));
    showUnknown(*ui_->bar);
}

} // namespace mw::ui
