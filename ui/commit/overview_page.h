#pragma once

#include "store/model/records.h"
#include "text/highlights.h"

#include <QBoxLayout>
#include <QScrollArea>

#include <memory>

namespace Ui {
class OverviewPage;
}

namespace mw::ui {

class FactLabel;

/// What stands in the commit panel's place while no commit is chosen: what the release on screen
/// holds, what stands out in it once that is known, where it was read, and what can be done with
/// it, filters to try among it. GUI thread.
class OverviewPage : public QScrollArea {
    Q_OBJECT

public:
    explicit OverviewPage(QWidget* parent = nullptr);
    ~OverviewPage() override;

    void showRelease(const store::Release& release);
    void showHighlights(const Highlights& highlights);

signals:
    void commitRequested(const QString& oid);
    /// In the query language: is:pull.
    void filterRequested(const QString& query);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showExamples(bool bundled);
    void setUpHighlights();
    /// Side by side where there is room for both.
    void arrangeHighlights();

    std::unique_ptr<Ui::OverviewPage> ui_;
    QWidget* highlights_ = nullptr;
    QBoxLayout* columns_ = nullptr;
    FactLabel *changesets_ = nullptr, *pulls_ = nullptr;
};

} // namespace mw::ui
