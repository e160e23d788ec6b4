#include "compare/compare_page.h"
#include "compare/find_change_page.h"
#include "fixtures/sample_window.h"
#include "pages/commit_side.h"
#include "test_ui.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

using namespace mw::ui;
namespace store = mw::store;

/// Releases side by side in the real window, by mouse and keyboard.
class CompareTest : public SampleWindow {
    Q_OBJECT

private slots:
    void theReleaseAndTheOneBeforeStandSideBySide();
    void totalsSayWhatIsNotKnown();
    void aCountLeadsToItsRelease();
    void enterLeadsThereToo();
    void tablesAreSortedAndCopied();
    void peopleWhoCameAndWent();
    void newHardwareOpensItsCommit();
    void pullsLeadToWhatTheyBrought();
    void releasesAreChosenByKeyboard();
    void theMomentIsTheSameAgeForAll();
    void aChangeIsFoundByIdAndByTitle();
    void theFactsNameReleaseAndTheSameChange();
    void aTabOfItsOwnNamesThemToo();
    void theChoiceIsKept();
    void oneReleaseAloneIsSaidToBe();
    void sheetsFollowTheModelProtocol();

private:
    void openCompare();
    ComparePage* page() const { return window_->findChild<ComparePage*>(); }
    TablePanel* panel(const char* name) const { return page()->findChild<TablePanel*>(name); }
    void openTab(const char* name) {
        auto* const tabs = page()->findChild<QTabWidget*>("tabs");
        const int tab = tabs->indexOf(page()->findChild<QWidget*>(name));
        QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {},
                          tabs->tabBar()->tabRect(tab).center());
        QTRY_VERIFY(panel(name)->isVisible());
    }
    QString line(const char* name, int row) const {
        return panel(name)->view().text(false).split('\n').value(row + 1);
    }
    QModelIndex cell(const char* name, const QString& first, int column) const {
        const QAbstractItemModel* const model = panel(name)->view().model();
        const auto found =
            model->match(model->index(0, 0), Qt::DisplayRole, first, 1, Qt::MatchExactly);
        return found.isEmpty() ? QModelIndex() : found.front().siblingAtColumn(column);
    }
    void click(const char* name, const QModelIndex& index) {
        QVERIFY(index.isValid());
        TableView& view = panel(name)->view();
        view.scrollTo(index);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(index).center());
    }
};

void CompareTest::openCompare() {
    QTest::keyClick(window_.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page() && panel("totals")->view().model()->rowCount() > 0, patience);
}

void CompareTest::theReleaseAndTheOneBeforeStandSideBySide() {
    openCompare();
    QCOMPARE(page()->findChild<QPushButton*>("releases")->text(), QString("v1, v2"));
    QCOMPARE(line("totals", -1), QString("Total\tv1\tv2\tDifference\tIn per cent"));
    QCOMPARE(line("totals", 0), QString("Changesets\t5\t7\t+2\t+40.0 %"));
    QCOMPARE(line("totals", 6), QString("Authors\t3\t3\t0\t0.0 %"));
    openTab("places");
    QCOMPARE(line("places", 0), QString("Core kernel\t2\t40.0 %\t3\t42.9 %\t+1\t+2.9"));
    QCOMPARE(line("places", 1), QString("Hardware support\t2\t40.0 %\t3\t42.9 %\t+1\t+2.9"));
    QCOMPARE(line("places", 3), QString("Hardware › USB\t2\t40.0 %\t2\t28.6 %\t0\t−11.4"));
}

void CompareTest::totalsSayWhatIsNotKnown() {
    openCompare();
    QCOMPARE(line("totals", 4), QString("Lines added\t—\t—\t—\t—"));
    QCOMPARE(line("totals", 7), QString("First-time authors\t—\t1\t—\t—"));
    QCOMPARE(line("totals", 9), QString("Days of the merge window\t—\t1.5\t—\t—"));
    QVERIFY(cell("totals", "First-time authors", 1)
                .data(Qt::ToolTipRole)
                .toString()
                .contains("import the one before"));
}

void CompareTest::aCountLeadsToItsRelease() {
    openCompare();
    openTab("places");
    click("places", cell("places", "Hardware › USB", 1));
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(place().release, QString("v1"));
    QCOMPARE(place().filter, QString("section:hardware/usb"));
    QVERIFY(page()->isVisible());
    click("places", cell("places", "Hardware support", 3));
    QTRY_COMPARE(rows(), 3);
    QCOMPARE(place().release, QString("v2"));
    QTest::keyClick(window_.get(), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(place().release, QString("v1"));
}

void CompareTest::enterLeadsThereToo() {
    openCompare();
    openTab("people");
    TableView& view = panel("people")->view();
    view.setFocus();
    view.setCurrentIndex(cell("people", "Bob", 0));
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Return);
    QTRY_COMPARE(place().release, QString("v1"));
    QTRY_COMPARE(rows(), 2);
    // What leads nowhere stays where it is.
    view.setCurrentIndex(cell("people", "Cem", 2));
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(place().release, QString("v1"));
}

void CompareTest::tablesAreSortedAndCopied() {
    openCompare();
    openTab("people");
    TableView& view = panel("people")->view();
    QCOMPARE(line("people", 0), QString("Ann\t2\t4\t+2\t"));
    QHeaderView* const header = view.horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      {header->sectionViewportPosition(3) + 8, header->height() / 2});
    QCOMPARE(line("people", 0), QString("Ann\t2\t4\t+2\t")); // the largest first
    QCOMPARE(line("people", 3), QString("Cem\t1\t0\t−1\t"));
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().startsWith("Author\tv1\tv2\tDifference"));
    QCOMPARE(QApplication::clipboard()->text().count('\n'), 5);
}

void CompareTest::peopleWhoCameAndWent() {
    openCompare();
    openTab("people");
    auto* const shown = page()->findChild<QComboBox*>("peopleShown");
    QCOMPARE(panel("people")->view().model()->rowCount(), 4);
    shown->setFocus();
    QTest::keyClick(shown, Qt::Key_Down);
    QCOMPARE(panel("people")->view().text(false).split('\n')[1], QString("Dora\t0\t1\t+1\tv2"));
    QTest::keyClick(shown, Qt::Key_Down);
    QCOMPARE(line("people", 0), QString("Cem\t1\t0\t−1\t"));
    QCOMPARE(panel("people")->view().model()->rowCount(), 1);
    QTest::keyClick(shown, Qt::Key_Down);
    QCOMPARE(line("people", 0), QString("Dora\t0\t1\t+1\tv2"));
}

void CompareTest::newHardwareOpensItsCommit() {
    openCompare();
    openTab("hardware");
    QCOMPARE(line("hardware", 0),
             QString("v2\tHardware › Sound\tA new card\tDriver\tsound: A new card"));
    click("hardware", cell("hardware", "v2", 2));
    QTRY_COMPARE(place().commit, QString("6a").repeated(20));
}

void CompareTest::pullsLeadToWhatTheyBrought() {
    openCompare();
    openTab("pulls");
    QCOMPARE(line("pulls", 0),
             QString("v2\texample.org/core core\tMiscellaneous\t2008-05-11\t3\t42.9 %"));
    click("pulls", cell("pulls", "v2", 4));
    QTRY_COMPARE(rows(), 3);
    QVERIFY(place().filter.startsWith("pull:7070"));
}

void CompareTest::releasesAreChosenByKeyboard() {
    openCompare();
    auto* const button = page()->findChild<QPushButton*>("releases");
    auto* const list = button->menu()->findChild<QListWidget*>();
    QVERIFY(list);
    QCOMPARE(list->item(0)->text(), QString("v2")); // newest first
    button->menu()->popup(button->mapToGlobal(QPoint(0, button->height())));
    QTRY_VERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Space);
    QTRY_COMPARE(line("totals", -1), QString("Total\tv2"));
    QVERIFY(page()->findChild<QLabel*>("note")->text().contains("Choose another"));
    QTest::keyClick(list, Qt::Key_Space);
    QTRY_COMPARE(line("totals", -1), QString("Total\tv1\tv2\tDifference\tIn per cent"));
    button->menu()->close();
}

void CompareTest::theMomentIsTheSameAgeForAll() {
    openCompare();
    navigation().openAsOf(SampleReleases::first + 10 * SampleReleases::day);
    QTRY_COMPARE_WITH_TIMEOUT(line("totals", 0), QString("Changesets\t2\t3\t+1\t+50.0 %"),
                              patience);
    QVERIFY(page()->findChild<QLabel*>("note")->text().contains("v2 as of 2008-05-11"));
    openTab("people");
    click("people", cell("people", "Ann", 1));
    QTRY_COMPARE(place().release, QString("v1"));
    QVERIFY(place().asOf == SampleReleases::first);
    QTRY_COMPARE(rows(), 2);
}

void CompareTest::aChangeIsFoundByIdAndByTitle() {
    window_->findChild<QAction*>("actionFindChange")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(page() && page()->findChange().isVisible(), patience);
    auto* const edit = page()->findChild<QLineEdit*>("change");
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, QString("64").repeated(6)); // usb: Fix a leak, of v1
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(panel("homes")->view().model()->rowCount(), 2);
    QVERIFY(line("homes", 0).startsWith("v1\tusb: Fix a leak\t646464646464"));
    QVERIFY2(line("homes", 1).startsWith("v2\t") && line("homes", 1).contains("same change"),
             qPrintable(line("homes", 1)));
    QTRY_VERIFY(panel("homes")->view().hasFocus());
    QTest::keyClick(&panel("homes")->view(), Qt::Key_Return);
    QTRY_COMPARE(place().release, QString("v1"));
    QCOMPARE(place().commit, QString("64").repeated(20));
    edit->setFocus();
    edit->clear();
    QTest::keyClicks(edit, "zebrafish");
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(panel("homes")->view().model()->rowCount(), 0);
    QTRY_VERIFY(panel("homes")->view().sheetModel().sheet().emptyText.contains("No release"));
}

void CompareTest::theFactsNameReleaseAndTheSameChange() {
    navigation().openCommit(QString("6b").repeated(20));
    auto* const fact = window_->findChild<QLabel*>("releaseFact");
    QVERIFY(fact);
    QTRY_VERIFY_WITH_TIMEOUT(fact->text().contains("also in v1"), patience);
    QVERIFY2(fact->text().contains("v2") && fact->text().contains("646464646464"),
             qPrintable(fact->text()));
    emit fact->linkActivated(QString()); // a link that leads nowhere does no harm
    navigation().openCommit(QString("66").repeated(20));
    QTRY_COMPARE(fact->text(), QString("v2"));
}

void CompareTest::aTabOfItsOwnNamesThemToo() {
    const QString oid = QString("6b").repeated(20);
    navigation().openPage(Page::ofCommit(oid));
    QLabel* fact = nullptr;
    for (CommitSide* const side : window_->findChildren<CommitSide*>())
        if (side != &window_->documents().pane().commitSide())
            fact = side->findChild<QLabel*>("releaseFact");
    QVERIFY(fact);
    QTRY_VERIFY_WITH_TIMEOUT(fact->text().contains("also in v1"), patience);
    QVERIFY(fact->isVisible());
    emit fact->linkActivated(QStringLiteral("2"));
    QCOMPARE(place().release, QString("v1"));
    QCOMPARE(place().commit, QString("64").repeated(20));
    QCOMPARE(place().page, QString()); // where it can be seen
}

void CompareTest::theChoiceIsKept() {
    database_->add("v3", 20);
    open();
    openCompare();
    auto* button = page()->findChild<QPushButton*>("releases");
    QCOMPARE(button->text(), QString("v1, v2"));
    auto* const list = button->menu()->findChild<QListWidget*>();
    QCOMPARE(list->item(0)->text(), QString("v3"));
    list->item(0)->setCheckState(Qt::Checked);
    QTRY_COMPARE(line("totals", -1), QString("Total\tv1\tv2\tv3\tDifference\tIn per cent"));
    open();
    openCompare();
    button = page()->findChild<QPushButton*>("releases");
    QCOMPARE(button->text(), QString("v1, v2, v3"));
    QTRY_COMPARE(line("totals", -1), QString("Total\tv1\tv2\tv3\tDifference\tIn per cent"));
}

void CompareTest::oneReleaseAloneIsSaidToBe() {
    ReleasesCompared compared;
    compared.releases.resize(1);
    compared.releases[0].name = "v9";
    compared.sides = {{9, {}}};
    compared.totals.resize(1);
    compared.totals[0].changesets = 4;
    compared.pulls.resize(1);
    compared.places = {{"core", "section:core", {4}}};
    QCOMPARE(totalsSheet(compared).columns.size(), std::size_t{2});
    QCOMPARE(placesSheet(compared).rows.size(), std::size_t{1});
    QVERIFY(!peopleSheet(compared, PeopleShown::FirstTimers).emptyText.isEmpty());
    QVERIFY(!hardwareSheet(compared).emptyText.isEmpty());
}

void CompareTest::sheetsFollowTheModelProtocol() {
    openCompare();
    for (TableView* const view : page()->findChildren<TableView*>()) {
        const QAbstractItemModelTester tester(
            view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        view->sortByColumn(view->model()->columnCount() - 1, Qt::DescendingOrder);
        view->setWords("a");
        view->setWords({});
        QVERIFY(!view->accessibleName().isEmpty());
    }
}

MW_UI_TEST(CompareTest)
#include "compare_test.moc"
