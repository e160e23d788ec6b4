#pragma once

#include "importer/steps/progress.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ImportProgressWidget;
}

namespace mw::ui {

class ImportController;

/// What an import does at this moment, in one line: stage, count, rate, time left, and a button
/// that stops it. Hidden while nothing runs. GUI thread.
class ImportProgressWidget : public QWidget {
    Q_OBJECT

public:
    explicit ImportProgressWidget(QWidget* parent = nullptr);
    ~ImportProgressWidget() override;

    /// The controller must outlive this widget or be deleted with it.
    void watch(ImportController* controller);

private:
    void begin();
    void showProgress(const importer::Progress& progress);
    void showStopping();

    std::unique_ptr<Ui::ImportProgressWidget> ui_;
    bool stopping_ = false;
};

} // namespace mw::ui
