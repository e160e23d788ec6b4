#include "figures/figures_page.h"

#include "core/limits.h"
#include "figures/bar_chart.h"
#include "figures/chart_picture.h"
#include "painting/colors.h"
#include "text/build_words.h"
#include "text/format.h"
#include "ui_figures_page.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QScrollArea>
#include <QTabBar>

#include <utility>

namespace mw::ui {

namespace {

/// Letters that chart and table want beside each other; with less the table stands alone.
constexpr int lettersForBoth = 110;
constexpr qsizetype longestSummary = 1500;

} // namespace

FiguresPage::FiguresPage(const QString& release, QWidget* parent)
    : QWidget(parent), ui_(std::make_unique<Ui::FiguresPage>()), release_(release) {
    ui_->setupUi(this);
    ui_->tabs->setDocumentMode(true);
    ui_->tabs->setExpanding(false);
    ui_->tabs->setDrawBase(false);
    for (int kind = 0; kind < chartKinds; ++kind)
        ui_->tabs->addTab(chartTabTitle(static_cast<ChartKind>(kind)));
    QFont bold = font();
    bold.setBold(true);
    ui_->title->setFont(bold);
    ui_->summary->setContentsMargins(8, 0, 8, 0);
    ui_->title->setText(tr("Figures of %1").arg(cutText(release)));
    ui_->summary->setText(tr("Being counted…"));
    setUpChart();
    setUpEmployers();
    connect(ui_->tabs, &QTabBar::currentChanged, this, &FiguresPage::showChart);
    connect(ui_->asTable, &QToolButton::toggled, this, &FiguresPage::showTable);
    connect(ui_->copy, &QToolButton::clicked, this, &FiguresPage::copyPicture);
    connect(ui_->save, &QToolButton::clicked, this, &FiguresPage::askWhereToSave);
    setFocusProxy(chart_);
    for (QWidget* const tool : {ui_->asTable, ui_->copy, ui_->save})
        tool->setEnabled(false);
}

FiguresPage::~FiguresPage() = default;

void FiguresPage::setUpChart() {
    chart_ = new BarChart;
    ui_->scroll->setWidget(chart_);
    table_ = new TablePanel(tr("The chart as a table"));
    table_->setObjectName(QStringLiteral("chartTable"));
    table_->hide();
    ui_->splitter->addWidget(table_);
    ui_->splitter->setStretchFactor(0, 1);
    ui_->splitter->setStretchFactor(1, 1);
    ui_->splitter->setSizes({1000, 1000});
    connect(chart_, &BarChart::barOpened, this, [this](int bar) {
        const ChartBar& one = chart_->data().bars[static_cast<std::size_t>(bar)];
        emit followed({release_, one.query});
    });
    connect(chart_, &BarChart::barCurrent, this, [this](const QRect& rect) {
        ui_->scroll->ensureVisible(rect.center().x(), rect.center().y(), 0, rect.height());
    });
    connect(&table_->view(), &TableView::followed, this, &FiguresPage::followed);
}

void FiguresPage::setUpEmployers() {
    auto* const menu = new QMenu(this);
    menu->addAction(tr("&Read a map…"), this, &FiguresPage::askForEmployers)
        ->setObjectName(QStringLiteral("actionReadEmployers"));
    forget_ = menu->addAction(tr("&Forget it"), this, &FiguresPage::employersForgotten);
    ui_->employers->setMenu(menu);
    ui_->employers->hide();
}

void FiguresPage::askForEmployers() {
    auto* const dialog = new QFileDialog(this, tr("Choose a map of employers"));
    dialog->setObjectName(QStringLiteral("employerChooser"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    if (figures_ && !figures_->employerFile.empty())
        dialog->setDirectory(QFileInfo(toQString(figures_->employerFile)).path());
    connect(dialog, &QFileDialog::fileSelected, this, &FiguresPage::employersWanted);
    dialog->open();
}

ChartKind FiguresPage::kind() const {
    return static_cast<ChartKind>(ui_->tabs->currentIndex());
}

void FiguresPage::setKind(ChartKind kind) {
    ui_->tabs->setCurrentIndex(static_cast<int>(kind));
}

void FiguresPage::showFigures(ReleaseFigures figures) {
    figures_ = std::move(figures);
    showChart();
}

void FiguresPage::showProblem(const QString& sentence) {
    figures_.reset();
    chart_->setChart({});
    table_->view().setSheet({});
    ui_->summary->setText(sentence);
    for (QWidget* const tool : {ui_->asTable, ui_->copy, ui_->save})
        tool->setEnabled(false);
}

void FiguresPage::showChart() {
    if (!figures_)
        return;
    const ChartData chart = chartOf(*figures_, kind());
    const bool another = chart.kind != chart_->data().kind;
    chart_->setChart(chart);
    table_->view().setSheet(sheetOf(chart));
    table_->view().setAccessibleName(tr("%1, %2, as a table").arg(chart.title, chart.of));
    ui_->title->setText(tr("%1 · %2").arg(chart.title, cutText(chart.of)));
    QStringList summary{cutText(chart.summary, longestSummary)};
    if (figures_->builds)
        summary << cutText(
            buildSentence(*figures_->builds, toQString(figures_->configFile), release_),
            longestSummary);
    summary.removeAll(QString());
    ui_->summary->setText(summary.join(QLatin1Char('\n')));
    ui_->summary->setVisible(!summary.isEmpty());
    ui_->employers->setVisible(kind() == ChartKind::Employers);
    forget_->setEnabled(!figures_->employerFile.empty());
    ui_->asTable->setEnabled(true);
    ui_->copy->setEnabled(!chart.isEmpty());
    ui_->save->setEnabled(!chart.isEmpty());
    if (another)
        ui_->scroll->ensureVisible(0, 0);
}

void FiguresPage::showTable() {
    const bool wanted = ui_->asTable->isChecked();
    const bool both = width() >= lettersForBoth * fontMetrics().averageCharWidth();
    const bool hadFocus = chart_->hasFocus();
    table_->setVisible(wanted);
    ui_->scroll->setVisible(!wanted || both);
    if (wanted && hadFocus && !both)
        table_->setFocus();
}

void FiguresPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showTable();
}

void FiguresPage::copyPicture() {
    QApplication::clipboard()->setImage(chartImage(*chart_));
    emit said(tr("Copied the chart as a picture"));
}

void FiguresPage::askWhereToSave() {
    auto* const dialog = new QFileDialog(this, tr("Save the chart"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString svg = tr("Drawing that can be scaled (*.svg)"), png = tr("Picture (*.png)");
    dialog->setNameFilters({svg, png});
    dialog->setDefaultSuffix(QStringLiteral("svg"));
    dialog->selectFile(QString(release_).replace(QLatin1Char('/'), QLatin1Char('-')) +
                       QLatin1Char('-') + chartFileName(kind()) + QStringLiteral(".svg"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, png](const QString& filter) {
        dialog->setDefaultSuffix(filter == png ? QStringLiteral("png") : QStringLiteral("svg"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        const QString problem = saveChart(*chart_, file);
        if (problem.isEmpty())
            emit said(tr("Saved %1").arg(file));
        else
            emit failed(problem);
    });
    dialog->open();
}

} // namespace mw::ui
