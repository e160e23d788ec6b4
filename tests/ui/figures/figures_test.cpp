#include "figures/bar_chart.h"
#include "figures/chart_picture.h"
#include "figures/figures_page.h"
#include "fixtures/sample_window.h"
#include "painting/contrast.h"
#include "test_ui.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QTabBar>
#include <QToolButton>
#include <QToolTip>
#include <QtCharts/QAbstractAxis>

using namespace mw::ui;
namespace store = mw::store;

/// The charts of a release in the real window, by mouse and keyboard.
class FiguresTest : public SampleWindow {
    Q_OBJECT

private slots:
    void aShortcutOpensThem();
    void nothingIsMadeBeforeTheyAreAskedFor();
    void aChartThatIsReplacedLeavesNothing();
    void everyDayHasABarAndTheWindowsEndIsMarked();
    void aClickOnABarFiltersTheTable();
    void arrowsAndEnterDoToo();
    void sectionsAndPeopleLeadToAsMany();
    void hoveringTellsTheCount();
    void newcomersAreUnknownWithoutAPast();
    void linesThatAreNotCountedAreSaidToBe();
    void theMomentIsObeyed();
    void theTableListsEveryBarAndIsCopied();
    void theTableFollowsTheModelProtocol();
    void aChartIsSavedAsSvgAndPng();
    void whatCannotBeSavedIsSaid();
    void aChartIsCopied();
    void chartsAreReadOut();
    void wordsFitAndCanBeRead_data();
    void wordsFitAndCanBeRead();
    void longTimesAreCountedByWeekOrMonth();
    void whoStandsBehindIt();
    void aMapOfEmployersIsReadAndForgotten();
    void whatIsNoMapIsSaid();

private:
    void openFigures();
    FiguresPage* page() const { return window_->findChild<FiguresPage*>(); }
    BarChart& chart() const { return page()->chart(); }
    void clickBar(int bar) {
        QTest::mouseClick(chart().viewport(), Qt::LeftButton, {}, chart().barRect(bar).center());
    }
    void chooseTab(ChartKind kind) {
        auto* const tabs = page()->findChild<QTabBar*>("tabs");
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(static_cast<int>(kind)).center());
        QCOMPARE(page()->kind(), kind);
    }
    void saveAs(const QString& file);
};

void FiguresTest::openFigures() {
    QTest::keyClick(window_.get(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page() && !chart().data().title.isEmpty(), patience);
    QTRY_VERIFY(chart().hasFocus());
}

void FiguresTest::aShortcutOpensThem() {
    openFigures();
    QVERIFY(page()->isVisible());
    QCOMPARE(navigation().current().page, QString("figures:v2:"));
    QCOMPARE(page()->findChild<QLabel*>("title")->text(),
             QString("Changesets landed per day · v2"));
    const auto* const tabs = window_->findChild<QTabBar*>("pageTabs");
    QCOMPARE(tabs->tabText(tabs->currentIndex()), QString("Figures: v2"));
    QTest::keyClick(window_.get(), Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(!page()->isVisible());
}

void FiguresTest::nothingIsMadeBeforeTheyAreAskedFor() {
    QVERIFY(!window_->findChild<BarChart*>());
    QVERIFY(window_->findChild<QAction*>("actionFigures")->isEnabled());
}

void FiguresTest::aChartThatIsReplacedLeavesNothing() {
    openFigures();
    const QList<QAbstractAxis*> axes = chart().chart()->axes();
    const QPointer<QAbstractAxis> names = axes.value(0), values = axes.value(1);
    QVERIFY(names && values);
    chooseTab(ChartKind::Sections);
    QTRY_VERIFY_WITH_TIMEOUT(names.isNull() && values.isNull(), patience);
}

void FiguresTest::everyDayHasABarAndTheWindowsEndIsMarked() {
    openFigures();
    const ChartData& data = chart().data();
    // From the 11th to the 14th day, the 12th without a landing.
    QCOMPARE(data.bars.size(), std::size_t{4});
    QCOMPARE(data.bars[0].name, QString("2008-05-11"));
    QCOMPARE(data.bars[0].changesets, 3);
    QCOMPARE(data.bars[1].changesets, 0);
    QCOMPARE(data.bars[3].changesets, 2);
    QVERIFY(data.mark.has_value());
    QCOMPARE(data.mark->text, QString("v2-rc1"));
    QCOMPARE(data.mark->place, 1.5);
    QVERIFY2(data.summary.contains("7 changesets") && data.summary.contains("v2-rc1"),
             qPrintable(data.summary));
}

void FiguresTest::aClickOnABarFiltersTheTable() {
    openFigures();
    // Whatever the list was narrowed to: all that the bar stands for.
    Location narrow = navigation().current();
    narrow.section = {mw::classify::Section::core, {}};
    narrow.refinements = {{Breakdown::People, "author:Ann", "Ann"}};
    navigation().go(narrow);
    QTRY_COMPARE(rows(), 3);
    clickBar(3);
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(navigation().current().filter,
             QString("landed-after:2008-05-14 landed-before:2008-05-15"));
    QVERIFY(page()->isVisible()); // the charts stay
    QTest::keyClick(window_.get(), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(rows(), 3);
}

void FiguresTest::arrowsAndEnterDoToo() {
    openFigures();
    QTest::keyClick(&chart(), Qt::Key_End);
    QCOMPARE(chart().currentBar(), 3);
    QTest::keyClick(&chart(), Qt::Key_Left);
    QTest::keyClick(&chart(), Qt::Key_Return);
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(navigation().current().filter,
             QString("landed-after:2008-05-13 landed-before:2008-05-14"));
    QTest::keyClick(&chart(), Qt::Key_Home);
    QTest::keyClick(&chart(), Qt::Key_Left);
    QCOMPARE(chart().currentBar(), 0);
    QTest::keyClick(&chart(), Qt::Key_Space);
    QTRY_COMPARE(rows(), 3);
}

void FiguresTest::sectionsAndPeopleLeadToAsMany() {
    openFigures();
    for (const ChartKind kind : {ChartKind::Sections, ChartKind::Subsystems, ChartKind::Authors,
                                 ChartKind::Domains, ChartKind::Newcomers}) {
        chooseTab(kind);
        QVERIFY(!chart().data().isEmpty());
        for (int bar = 0; bar < static_cast<int>(chart().data().drawn()); ++bar) {
            navigation().openFilter({});
            QTRY_COMPARE(rows(), 7);
            clickBar(bar);
            const ChartBar& one = chart().data().bars[static_cast<std::size_t>(bar)];
            QTRY_COMPARE_WITH_TIMEOUT(rows(), static_cast<int>(one.changesets), patience);
            QCOMPARE(navigation().current().filter, one.query);
        }
    }
    chooseTab(ChartKind::Newcomers);
    QCOMPARE(chart().data().bars.size(), std::size_t{1});
    QCOMPARE(chart().data().bars[0].name, QString("Dora"));
}

void FiguresTest::hoveringTellsTheCount() {
    openFigures();
    chooseTab(ChartKind::Authors);
    QTest::mouseMove(chart().viewport(), chart().barRect(0).center());
    QTRY_COMPARE(QToolTip::text(), QString("Ann: 4 changesets"));
    QTest::mouseMove(chart().viewport(), chart().barRect(2).center());
    QTRY_COMPARE(QToolTip::text(), QString("Dora: 1 changeset"));
}

void FiguresTest::newcomersAreUnknownWithoutAPast() {
    navigation().openRelease("v1");
    QTRY_COMPARE(rows(), 5);
    openFigures();
    chooseTab(ChartKind::Newcomers);
    QVERIFY(chart().data().isEmpty());
    QVERIFY2(chart().data().emptyText.contains("nothing from before v1"),
             qPrintable(chart().data().emptyText));
    QVERIFY(!page()->findChild<QToolButton*>("save")->isEnabled());
    QTest::keyClick(&chart(), Qt::Key_Return); // leads nowhere
    QCOMPARE(navigation().current().filter, QString());
}

void FiguresTest::linesThatAreNotCountedAreSaidToBe() {
    openFigures();
    for (const ChartKind kind : {ChartKind::Lines, ChartKind::LinesPerDay}) {
        chooseTab(kind);
        QVERIFY2(chart().data().emptyText.contains("still being counted"),
                 qPrintable(chart().data().emptyText));
    }
    // Counted ones are two bars each.
    ReleaseFigures figures;
    figures.release.name = "v3";
    figures.release.lines = store::LineState::counted;
    figures.figures[0] = {{"2008-05-01", "", 2, 30, 10}};
    figures.figures[1] = {{"core", "section:core", 2, 30, 10}};
    const ChartData data = chartOf(figures, ChartKind::Lines);
    QCOMPARE(data.bars.front().values, (std::vector<qint64>{30, 10}));
    QCOMPARE(data.barText(0), QString("Core kernel: 30 lines added, 10 removed by 2 changesets"));
    QCOMPARE(chartOf(figures, ChartKind::LinesPerDay).bars.front().values,
             (std::vector<qint64>{30, 10}));
}

void FiguresTest::theMomentIsObeyed() {
    openFigures();
    navigation().openAsOf(SampleReleases::first + 10 * SampleReleases::day);
    QTRY_COMPARE_WITH_TIMEOUT(chart().data().bars.size(), std::size_t{1}, patience);
    QVERIFY(page()->findChild<QLabel*>("title")->text().contains("as of 2008-05-11"));
    chooseTab(ChartKind::Authors);
    QCOMPARE(chart().data().bars.size(), std::size_t{1});
    clickBar(0);
    QTRY_COMPARE(rows(), 3);
    navigation().openAsOf({});
    QTRY_COMPARE_WITH_TIMEOUT(chart().data().bars.size(), std::size_t{3}, patience);
}

void FiguresTest::theTableListsEveryBarAndIsCopied() {
    openFigures();
    chooseTab(ChartKind::Authors);
    QTest::mouseClick(page()->findChild<QToolButton*>("asTable"), Qt::LeftButton);
    auto* const panel = page()->findChild<TablePanel*>("chartTable");
    QVERIFY(panel->isVisible());
    QCOMPARE(panel->view().model()->rowCount(), 3);
    panel->view().setFocus();
    panel->view().setCurrentIndex(panel->view().model()->index(1, 0));
    QTest::keyClick(&panel->view(), Qt::Key_Return);
    QTRY_COMPARE(rows(), 2); // Bob's
    QTest::mouseClick(panel->findChild<QToolButton*>("copyTable"), Qt::LeftButton);
    QCOMPARE(
        QApplication::clipboard()->text(),
        QString("Author\tChangesets\tShare\nAnn\t4\t57.1 %\nBob\t2\t28.6 %\nDora\t1\t14.3 %\n"));
    QTest::keyClick(&panel->view(), Qt::Key_A, Qt::ControlModifier);
    panel->view().sortByColumn(1, Qt::AscendingOrder);
    QTest::keyClick(&panel->view(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().startsWith("Author\tChangesets\tShare\nDora\t1"));
    QTest::keyClicks(panel->findChild<QLineEdit*>("words"), "bo 2");
    QCOMPARE(panel->view().model()->rowCount(), 1);
}

void FiguresTest::theTableFollowsTheModelProtocol() {
    TableModel model;
    TableProxy proxy;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester sorted(&proxy,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    proxy.setSourceModel(&model);
    TableData sheet;
    sheet.columns = {{"Name"}, {"Count", {}, true}};
    sheet.rows = {{{"b"}, {"10", 10}}, {{"a"}, {"9", 9}}, {{"c"}, {"100", 100}}};
    model.setSheet(sheet);
    proxy.sort(1);
    QCOMPARE(proxy.index(0, 0).data().toString(), QString("a"));
    proxy.setText("1 0");
    QCOMPARE(proxy.rowCount(), 2);
    proxy.setText({});
    model.setSheet({});
    QCOMPARE(proxy.rowCount(), 0);
}

void FiguresTest::saveAs(const QString& file) {
    QTest::mouseClick(page()->findChild<QToolButton*>("save"), Qt::LeftButton);
    auto* const dialog = page()->findChild<QFileDialog*>();
    QVERIFY(dialog);
    auto* const edit = dialog->findChild<QLineEdit*>();
    edit->setFocus();
    edit->setText(file); // typed, a list of completions would come between
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY(!page()->findChild<QFileDialog*>());
}

void FiguresTest::aChartIsSavedAsSvgAndPng() {
    openFigures();
    const QString svg = settings_->filePath("chart.svg"), png = settings_->filePath("chart.png");
    saveAs(svg);
    saveAs(png);
    QFile text(svg);
    QVERIFY(text.open(QIODevice::ReadOnly));
    const QByteArray words = text.readAll();
    QVERIFY(words.contains("<svg") && words.contains("v2-rc1") &&
            words.contains("Changesets landed per day"));
    const QImage picture(png);
    QVERIFY(!picture.isNull());
    QVERIFY(picture.width() >= 2 * chart().viewport()->width());
    // Something is drawn on it: more colours than the ground's.
    QSet<QRgb> colours;
    for (int x = 0; x < picture.width(); x += 3)
        for (int y = 0; y < picture.height(); y += 3)
            colours.insert(picture.pixel(x, y));
    QVERIFY(colours.size() > 3);
    QVERIFY(colours.contains(readable(chart().palette().color(QPalette::Highlight),
                                      chart().palette().color(QPalette::Base))
                                 .rgb()));
}

void FiguresTest::whatCannotBeSavedIsSaid() {
    openFigures();
    const QString problem = saveChart(chart(), "/no/such/folder/chart.svg");
    QVERIFY2(problem.contains("/no/such/folder/chart.svg"), qPrintable(problem));
}

void FiguresTest::aChartIsCopied() {
    openFigures();
    QTest::mouseClick(page()->findChild<QToolButton*>("copy"), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->mimeData()->hasImage());
}

void FiguresTest::chartsAreReadOut() {
    openFigures();
    QVERIFY2(chart().accessibleName().startsWith(
                 "Changesets landed per day, v2. 2008-05-11: 3 changesets"),
             qPrintable(chart().accessibleName()));
    QTest::keyClick(&chart(), Qt::Key_Right);
    QVERIFY(chart().accessibleName().endsWith("2008-05-12: 0 changesets"));
    QCOMPARE(chart().accessibleDescription(), chart().data().summary);
    for (QToolButton* const button : page()->findChildren<QToolButton*>()) {
        if (button->isVisible())
            QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty() ||
                         button->objectName().startsWith("Scroll"),
                     qPrintable(button->objectName()));
    }
}

void FiguresTest::wordsFitAndCanBeRead_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << false << QSize(1440, 900);
    QTest::newRow("dark") << true << QSize(1440, 900);
    QTest::newRow("small") << false << QSize(900, 600);
}

void FiguresTest::wordsFitAndCanBeRead() {
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    const QPalette before = QApplication::palette();
    if (dark) {
        QPalette palette = before;
        palette.setColor(QPalette::Base, QColor(30, 30, 30));
        palette.setColor(QPalette::Text, QColor(230, 230, 230));
        palette.setColor(QPalette::Highlight, QColor(20, 60, 120));
        QApplication::setPalette(palette);
    }
    window_->resize(size);
    openFigures();
    chooseTab(ChartKind::Sections);
    const QColor base = chart().palette().color(QPalette::Base);
    const QImage picture = chartImage(chart(), 1);
    // Bars are told from the ground, and no word stands at the very edge, where it would be cut.
    const QColor bar = readable(chart().palette().color(QPalette::Highlight), base);
    QVERIFY(contrast(bar, base) >= 4.5);
    QSet<QRgb> colours, edges;
    for (int x = 0; x < picture.width(); ++x)
        for (int y = 0; y < picture.height(); ++y)
            (x == 0 || x == picture.width() - 1 ? edges : colours).insert(picture.pixel(x, y));
    QVERIFY(colours.contains(bar.rgb()));
    QVERIFY(colours.contains(chart().palette().color(QPalette::Text).rgb()));
    QCOMPARE(edges, QSet<QRgb>{base.rgb()});
    QVERIFY(chart().height() >= chart().minimumSizeHint().height());
    const int line = chart().fontMetrics().height();
    for (int i = 0; i < static_cast<int>(chart().data().drawn()); ++i)
        QVERIFY2(chart().barRect(i).height() >= line, qPrintable(QString::number(i)));
    QApplication::setPalette(before);
}

void FiguresTest::longTimesAreCountedByWeekOrMonth() {
    ReleaseFigures figures;
    figures.release.name = "history";
    const QDate start(2005, 4, 17); // a Sunday
    const auto add = [&](int days) {
        figures.figures[0].push_back({start.addDays(days).toString(Qt::ISODate).toStdString(), "",
                                      1, std::nullopt, std::nullopt});
    };
    add(0);
    add(1);
    add(300);
    const ChartData weeks = chartOf(figures, ChartKind::Days);
    QCOMPARE(weeks.title, QString("Changesets landed per week"));
    QCOMPARE(weeks.bars[0].name, QString("2005-04-11"));
    QCOMPARE(weeks.bars[1].query, QString("landed-after:2005-04-18 landed-before:2005-04-25"));
    add(3000);
    const ChartData months = chartOf(figures, ChartKind::Days);
    QCOMPARE(months.title, QString("Changesets landed per month"));
    QCOMPARE(months.bars[0].changesets, 2);
    QVERIFY(months.bars.size() < 120);
}

void FiguresTest::whoStandsBehindIt() {
    openFigures();
    for (const ChartKind kind : {ChartKind::Reviewers, ChartKind::Testers, ChartKind::Reporters}) {
        chooseTab(kind);
        QVERIFY(chart().data().isEmpty());
        QVERIFY2(chart().data().emptyText.contains("v2"), qPrintable(chart().data().emptyText));
    }
    ReleaseFigures figures;
    figures.release.name = "v9";
    figures.figures[static_cast<std::size_t>(store::FigureKind::reviewer)] = {
        {"Ann", "reviewed-by:=Ann", 3, {}, {}}};
    const ChartData data = chartOf(figures, ChartKind::Reviewers);
    QCOMPARE(data.bars.front().query, QString("reviewed-by:=Ann"));
    QVERIFY2(data.summary.contains("1 person named by Reviewed-by"), qPrintable(data.summary));
}

void FiguresTest::aMapOfEmployersIsReadAndForgotten() {
    const QString map = settings_->filePath("map");
    QFile file(map);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("bob@example.org Bobs & Co\nnonsense\n");
    file.close();
    openFigures();
    auto* const button = page()->findChild<QToolButton*>("employers");
    QVERIFY(!button->isVisible());
    chooseTab(ChartKind::Employers);
    QVERIFY(button->isVisible() && chart().data().isEmpty());
    page()->findChild<QAction*>("actionReadEmployers")->trigger();
    auto* const chooser = page()->findChild<QFileDialog*>("employerChooser");
    QVERIFY(chooser);
    emit chooser->fileSelected(map);
    chooser->close();
    QTRY_COMPARE(chart().data().bars.size(), std::size_t{2});
    QCOMPARE(chart().data().bars[0].name, QString("(not known)"));
    QCOMPARE(chart().data().bars[0].changesets, 5);
    QCOMPARE(chart().data().bars[1].name, QString("Bobs & Co"));
    clickBar(1);
    QTRY_COMPARE(rows(), 2);
    emit page()->employersForgotten();
    QTRY_VERIFY(chart().data().isEmpty());
}

void FiguresTest::whatIsNoMapIsSaid() {
    openFigures();
    QSignalSpy failed(window_.get(), &MainWindow::failed);
    emit page()->employersWanted("/nowhere/map");
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.front().front().toString().contains("/nowhere/map"));
}

MW_UI_TEST(FiguresTest)
#include "figures_test.moc"
