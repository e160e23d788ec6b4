#pragma once

#include "store/records.h"

#include <QScrollArea>

#include <memory>

namespace Ui {
class OverviewPage;
}

namespace mw::ui {

/// What stands in the commit panel's place while no commit is chosen: what the release on screen
/// holds, where it was read, and what can be done with it, filters to try among it. GUI thread.
class OverviewPage : public QScrollArea {
    Q_OBJECT

public:
    explicit OverviewPage(QWidget* parent = nullptr);
    ~OverviewPage() override;

    void showRelease(const store::Release& release);

signals:
    /// In the query language: is:pull.
    void filterRequested(const QString& query);

private:
    void showExamples(bool embedded);

    std::unique_ptr<Ui::OverviewPage> ui_;
};

} // namespace mw::ui
