#pragma once

#include "figures/chart_data.h"
#include "table/table_panel.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QFileDialog;
class QScrollArea;

namespace Ui {
class FiguresPage;
}

namespace mw::ui {

class BarChart;

/// The charts of a release, one in front at a time, each with a sentence that says what it shows
/// and, at a click, its table. Shows what it is given. GUI thread.
class FiguresPage : public QWidget {
    Q_OBJECT

public:
    explicit FiguresPage(const QString& release, QWidget* parent = nullptr);
    ~FiguresPage() override;

    const QString& release() const { return release_; }
    BarChart& chart() { return *chart_; }
    ChartKind kind() const;
    void setKind(ChartKind kind);

    void showFigures(ReleaseFigures figures);
    void showProblem(const QString& sentence);
    /// Which moment is on screen, or being counted.
    std::optional<Seconds> asOf{};

signals:
    void followed(const mw::ui::TableTarget& target);
    void said(const QString& sentence);
    void failed(const QString& sentence);
    /// The map of employers is to be read from that file.
    void employersWanted(const QString& file);
    void employersForgotten();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setUpChart();
    void setUpEmployers();
    void askForEmployers();
    void showChart();
    void showTable();
    void askWhereToSave();
    void copyPicture();

    std::unique_ptr<Ui::FiguresPage> ui_;
    const QString release_;
    BarChart* chart_ = nullptr;
    TablePanel* table_ = nullptr;
    QAction* forget_ = nullptr; ///< the map of employers
    std::optional<ReleaseFigures> figures_;
};

} // namespace mw::ui
