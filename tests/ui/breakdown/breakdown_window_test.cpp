#include "application/application.h"
#include "breakdown/as_of_slider.h"
#include "breakdown/breakdown_panel.h"
#include "breakdown/narrow_bar.h"
#include "breakdown/pulls_page.h"
#include "changesets/changeset_view.h"
#include "changesets/filter_bar.h"
#include "changesets/section_panel.h"
#include "commit/overview_page.h"
#include "fixtures/bundled_database.h"
#include "fixtures/open_window.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"
#include "test_ui.h"
#include "window/main_window.h"

#include <QApplication>
#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QSettings>
#include <QStatusBar>
#include <QTabWidget>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

using namespace mw::ui;
using mw::Seconds;
namespace store = mw::store;
namespace importer = mw::importer;
namespace test = mw::test;

namespace {

constexpr Seconds dayLength = 86'400;
constexpr Seconds firstDay = 1'698'624'000; // 2023-10-30
constexpr int whole = 9;

Seconds at(int day) {
    return firstDay + day * dayLength + 3600;
}

} // namespace

/// The ways into a release in the real window, on a history made for it: two pulls, a merge window
/// of four days, two fixes behind it.
class BreakdownWindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { window_.reset(); }
    void eachWayNarrowsTheList_data();
    void eachWayNarrowsTheList();
    void aChoiceReplacesTheOneBefore();
    void theWindowsEndIsMarked();
    void choicesGoBackAndForwardAndAreTakenAway();
    void wordsFindALine();
    void theHandleIsDragged();
    void keysGoDayByDay();
    void articlesMomentsAreAButtonAway();
    void everyViewObeysTheMoment();
    void pullsAreAPage();
    void theOutlineIsOpenedStepByStep();
    void aCommitIsFoundInTheOutline();
    void aMergeHasItsOutline();
    void allIsRememberedBetweenStarts();
    void theBarCanBeHidden();
    void aReleaseWithoutLandingsSaysSo();

private:
    void open(const QString& database = {});
    void press(int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(window_.get(), static_cast<Qt::Key>(key), modifiers);
    }
    template <typename Widget>
    Widget* find(const char* name = "") const {
        return window_->findChild<Widget*>(QLatin1String(name));
    }
    QTreeView* table() const { return window_->findChild<ChangesetView*>(); }
    QTreeView* list() const { return find<QTreeView>("wayView"); }
    AsOfSlider* slider() const { return find<AsOfSlider>("asOfSlider"); }
    QString words() const { return find<QLabel>("asOfWords")->text(); }
    int rows() const { return table()->model()->rowCount(); }
    const Location& place() const { return window_->session().navigation().current(); }
    void openBreakdown(int number) {
        press(Qt::Key_0 + number, Qt::AltModifier);
        QTRY_VERIFY(list()->isVisible() && list()->model()->rowCount() > 1);
    }
    void click(int row) {
        const QModelIndex index = list()->model()->index(row, 0);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          list()->visualRect(index).center());
    }
    QToolButton* chip(const QString& start) const {
        for (auto* const button : find<NarrowBar>("narrowBar")->findChildren<QToolButton*>())
            if (!button->isHidden() && button->text().startsWith(start))
                return button;
        return nullptr;
    }
    void dragTo(int day) {
        const auto point = [this](int to) {
            return QPoint(static_cast<int>(slider()->placeOfDay(to)), slider()->height() / 2);
        };
        const int from = slider()->value();
        QTest::mousePress(slider(), Qt::LeftButton, {}, point(from));
        for (int step = from; step != day; step += step < day ? 1 : -1)
            QTest::mouseMove(slider(), point(step));
        QTest::mouseMove(slider(), point(day));
        QTest::mouseRelease(slider(), Qt::LeftButton, {}, point(day));
    }
    std::int64_t landedBy(Seconds moment) const {
        store::Reader reader(*folder_ / "test.db");
        std::int64_t sum = 0;
        for (const auto& section : reader.sections(reader.releases().front().id, moment))
            sum += section.changesets;
        return sum;
    }
    QString firstSection() const {
        const auto* const tree = window_->findChild<SectionPanel*>()->findChild<QTreeView*>();
        return tree->model()->index(0, SectionModel::CountColumn).data().toString();
    }

    std::unique_ptr<test::TempDir> made_; ///< clone and database, made once
    std::unique_ptr<test::TempDir> folder_;
    std::unique_ptr<MainWindow> window_;
};

void BreakdownWindowTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    made_ = std::make_unique<test::TempDir>();
    test::RepoBuilder repo(*made_ / "repo");
    const auto base =
        repo.commit("MAINTAINERS", "Maintainers\n\nNETWORKING\nM:\tA <a@b>\nF:\tnet/\n\nUSB\nM:\tB "
                                   "<b@c>\nF:\tdrivers/usb/\n")
            .time(at(-1));
    repo.tag("v6.6", base);
    repo.branch("net", base);
    for (int i = 0; i < 3; ++i)
        repo.commit("net/a.c", std::to_string(i))
            .message("net: a")
            .author("Ann <ann@x>")
            .time(at(-1));
    const auto net = repo.tip();
    repo.branch("usb", base);
    for (int i = 0; i < 2; ++i)
        repo.commit("drivers/usb/b.c", std::to_string(i))
            .message("usb: b")
            .author("Bob <bob@x>")
            .time(at(-1));
    const auto usb = repo.tip();
    repo.checkout("master");
    repo.commit("kernel/a.c", "a").message("kernel: a").author("Cem <cem@x>").time(at(0));
    repo.merge({net})
        .message("Merge branch 'net' of git://host/people/net\n\nNetworking:\n\n - one thing\n "
                 "- another\n")
        .time(at(1));
    repo.merge({usb}).message("Merge tag 'usb-6.7' of git://host/people/usb").time(at(2));
    repo.tag("v6.7-rc1", repo.commit("Makefile", "1").message("Linux 6.7-rc1").time(at(4)));
    repo.commit("net/a.c", "fix").message("net: fix").author("Ann <ann@x>").time(at(6));
    repo.tag("v6.7", repo.commit("Makefile", "2").message("Linux 6.7").time(at(8)));
    repo.write();
    importRange(repo.path(), "v6.6", "v6.7", *made_ / "test.db");
}

void BreakdownWindowTest::init() {
    folder_ = std::make_unique<test::TempDir>();
    std::filesystem::copy_file(*made_ / "test.db", *folder_ / "test.db");
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                       QString::fromStdString((*folder_ / "settings").string()));
    open();
}

void BreakdownWindowTest::open(const QString& database) {
    window_.reset();
    StartOptions options;
    options.database =
        database.isEmpty() ? QString::fromStdString((*folder_ / "test.db").string()) : database;
    window_ = openWindow(options);
    if (database.isEmpty())
        QTRY_VERIFY(words().contains("changesets"));
}

void BreakdownWindowTest::eachWayNarrowsTheList_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("lines");
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("chosen");
    QTest::newRow("pulls") << 2 << 4 << "Directly, without a pull" << 4 << "Pull";
    QTest::newRow("subsystems") << 3 << 3 << "NETWORKING" << 4 << "Subsystem";
    QTest::newRow("people") << 4 << 5 << "Ann" << 4 << "Author";
    QTest::newRow("time") << 6 << 7 << "2023-10-30 Mon" << 1 << "Landed";
}

void BreakdownWindowTest::eachWayNarrowsTheList() {
    QFETCH(int, number);
    QFETCH(int, lines);
    QFETCH(QString, first);
    QFETCH(int, count);
    QFETCH(QString, chosen);
    QCOMPARE(rows(), whole);
    openBreakdown(number);
    QCOMPARE(list()->model()->rowCount(), lines);
    QCOMPARE(list()->model()->index(1, 0).data().toString(), first);
    QCOMPARE(list()->model()->index(1, 1).data().toInt(), count);
    QTRY_VERIFY(list()->hasFocus());
    QTest::keyClick(list(), Qt::Key_Down);
    QTRY_COMPARE(rows(), count);
    QVERIFY(chip(chosen));
    QCOMPARE(list()->currentIndex().row(), 1);
    // Its counts stay those of a choice that can be replaced.
    QCOMPARE(list()->model()->rowCount(), lines);
    QTest::keyClick(list(), Qt::Key_Up);
    QTRY_COMPARE(rows(), whole);
    QVERIFY(!chip(chosen));
}

void BreakdownWindowTest::aChoiceReplacesTheOneBefore() {
    openBreakdown(4);
    click(1);
    QTRY_COMPARE(rows(), 4); // Ann
    const auto bob = list()->model()->match(list()->model()->index(0, 0), Qt::DisplayRole, "Bob");
    QCOMPARE(bob.size(), 1);
    click(bob.front().row());
    QTRY_VERIFY(rows() == 2 && place().refinements.size() == 1);
    press(Qt::Key_2, Qt::AltModifier);
    // Bob's changesets came through one pull; the other ways narrow what is counted.
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    QTRY_COMPARE(list()->model()->index(1, 1).data().toInt(), 2);
    click(1);
    QTRY_COMPARE(place().refinements.size(), 2U);
    QTRY_COMPARE(rows(), 2);
    openBreakdown(6);
    QTRY_COMPARE(list()->model()->rowCount(), 2);
}

void BreakdownWindowTest::theWindowsEndIsMarked() {
    openBreakdown(6);
    QCOMPARE(list()->model()->index(4, 0).data().toString(), QString("2023-11-03 Fri · -rc1"));
    QVERIFY(list()->model()->index(4, 0).data(Qt::ToolTipRole).toString().contains("v6.7-rc1"));
}

void BreakdownWindowTest::choicesGoBackAndForwardAndAreTakenAway() {
    openBreakdown(2);
    click(2);
    QTRY_COMPARE(rows(), 3);
    press(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(rows(), whole);
    QCOMPARE(list()->currentIndex().row(), 0);
    QVERIFY(find<NarrowBar>("narrowBar")->isHidden());
    press(Qt::Key_Right, Qt::AltModifier);
    QTRY_COMPARE(rows(), 3);
    QCOMPARE(list()->currentIndex().row(), 2);
    QToolButton* const button = chip("Pull");
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(rows(), whole);
    QCOMPARE(list()->currentIndex().row(), 0);
    // By words and a way: both hold.
    window_->findChild<FilterBar*>()->findChild<QLineEdit*>()->setFocus();
    QTest::keyClicks(window_->findChild<FilterBar*>()->findChild<QLineEdit*>(), "usb OR fix");
    QTRY_COMPARE(rows(), 3);
    openBreakdown(4);
    click(1);
    QTRY_COMPARE(rows(), 1);
}

void BreakdownWindowTest::wordsFindALine() {
    openBreakdown(4);
    auto* const filter = find<QLineEdit>("wayFilter");
    filter->show(); // a list this short needs none
    filter->setFocus();
    QTest::keyClicks(filter, "bob@");
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    QCOMPARE(list()->model()->index(1, 0).data().toString(), QString("Bob"));
    QTest::keyClick(filter, Qt::Key_Down);
    QTRY_VERIFY(list()->hasFocus());
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Escape);
    QTRY_COMPARE(list()->model()->rowCount(), 5);
}

void BreakdownWindowTest::theHandleIsDragged() {
    QCOMPARE(slider()->value(), 8);
    for (const int day : {5, 1, 2, 0, 7}) {
        dragTo(day);
        const Seconds moment = firstDay + (day + 1) * dayLength - 1;
        QTRY_COMPARE(place().asOf, std::optional(moment));
        const auto landed = landedBy(moment);
        QTRY_COMPARE(rows(), static_cast<int>(landed));
        QVERIFY2(words().contains(QString(": %1 of 9").arg(landed)), qPrintable(words()));
        QTRY_COMPARE(firstSection(), QString::number(landed));
    }
    QVERIFY(chip("As of: 2023-11-06"));
    dragTo(8);
    QTRY_COMPARE(rows(), whole);
    QVERIFY(!place().asOf);
}

void BreakdownWindowTest::keysGoDayByDay() {
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(slider()->hasFocus());
    QTest::keyClick(slider(), Qt::Key_Left);
    QCOMPARE(slider()->value(), 7);
    QTRY_COMPARE(rows(), 8);
    QTest::keyClick(slider(), Qt::Key_PageDown);
    QCOMPARE(slider()->value(), 0);
    QTRY_COMPARE(rows(), 1);
    QVERIFY(words().startsWith("day 1 of the merge window"));
    QTest::keyClick(slider(), Qt::Key_Right);
    QTRY_COMPARE(rows(), 4);
    QTest::keyClick(slider(), Qt::Key_End);
    QTRY_COMPARE(rows(), whole);
    QTest::keyClick(slider(), Qt::Key_Home);
    QTRY_COMPARE(rows(), 1);
    // One step from the whole, whatever way the handle took.
    press(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(rows(), whole);
    QCOMPARE(slider()->value(), 8);
}

void BreakdownWindowTest::articlesMomentsAreAButtonAway() {
    QTest::mouseClick(find<QToolButton>("asOfMiddle"), Qt::LeftButton);
    QTRY_COMPARE(rows(), 6);
    QCOMPARE(words(), QString("day 3 of the merge window: 6 of 9 changesets"));
    QCOMPARE(find<QDateEdit>("asOfDate")->date(), QDate(2023, 11, 1));
    QTest::mouseClick(find<QToolButton>("asOfWindow"), Qt::LeftButton);
    QTRY_COMPARE(rows(), 7);
    QCOMPARE(place().asOf, std::optional(at(4)));
    QVERIFY(words().contains("the end of the merge window"));
    QTest::mouseClick(find<QToolButton>("asOfEverything"), Qt::LeftButton);
    QTRY_COMPARE(rows(), whole);
    auto* const date = find<QDateEdit>("asOfDate");
    date->setFocus();
    date->setSelectedSection(QDateTimeEdit::DaySection);
    QTest::keyClicks(date, "02");
    QTest::keyClick(date, Qt::Key_Return);
    QTRY_COMPARE(rows(), whole - 3);
}

void BreakdownWindowTest::everyViewObeysTheMoment() {
    openBreakdown(2);
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto* const pulls = find<QTreeView>("pullsTable");
    QVERIFY(pulls);
    QTRY_COMPARE(pulls->model()->rowCount(), 6); // two pulls, and what landed directly
    dragTo(1);
    QTRY_COMPARE(rows(), 4);
    QTRY_COMPARE(pulls->model()->rowCount(), 2);
    QVERIFY(find<QLabel>("pullsSummary")->text().contains("3 of 4 changesets"));
    QTRY_COMPARE(list()->model()->rowCount(), 3); // the pull, and what landed directly
    QTRY_COMPARE(firstSection(), QString("4"));
    const auto labels = find<QStatusBar>("statusBar")->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->text().startsWith("As of 2023-10-31: 4 changesets");
    }));
    window_->session().navigation().openPage({});
    QTRY_VERIFY(window_->findChild<OverviewPage*>()->isVisible());
    const QString what = window_->findChild<OverviewPage*>()->findChild<QLabel*>("what")->text();
    QVERIFY2(what.contains("4 changesets landed"), qPrintable(what));
    QVERIFY2(!what.contains("rc1"), qPrintable(what));
}

void BreakdownWindowTest::pullsAreAPage() {
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto* const pulls = find<OutlineView>("pullsTable");
    QTRY_COMPARE(pulls->model()->rowCount(), 6);
    QTRY_VERIFY(pulls->hasFocus());
    pulls->setCurrentIndex(pulls->model()->index(0, 0));
    QTest::keyClick(pulls, Qt::Key_Down);
    auto* const text = find<QTextBrowser>("pullText");
    QTRY_VERIFY(text->toPlainText().contains("one thing"));
    QVERIFY(text->toPlainText().contains("Merge branch 'net'"));
    QVERIFY(text->toHtml().contains("<li"));
    QTest::keyClick(pulls, Qt::Key_Return);
    QTRY_VERIFY(place().hasCommit());
    emit text->anchorClicked(QUrl("brought:"));
    QTRY_COMPARE(rows(), 3);
    QVERIFY(chip("Pull"));
    auto* const filter = find<QLineEdit>("pullsFilter");
    filter->setFocus();
    QTest::keyClicks(filter, "usb-6.7");
    QTRY_COMPARE(pulls->model()->rowCount(), 1);
    QCOMPARE(pulls->model()->index(0, OutlineModel::TitleColumn).data().toString(),
             QString("people/usb usb-6.7"));
}

void BreakdownWindowTest::theOutlineIsOpenedStepByStep() {
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto* const pulls = find<OutlineView>("pullsTable");
    QTRY_COMPARE(pulls->model()->rowCount(), 6);
    pulls->setCurrentIndex(pulls->model()->index(1, 0));
    QVERIFY(!pulls->isExpanded(pulls->currentIndex()));
    QTest::keyClick(pulls, Qt::Key_Right);
    QVERIFY(pulls->isExpanded(pulls->currentIndex()));
    QCOMPARE(pulls->model()->rowCount(pulls->currentIndex()), 3);
    QTest::keyClick(pulls, Qt::Key_Right);
    QTest::keyClick(pulls, Qt::Key_Down);
    QCOMPARE(pulls->currentIndex().data().toString(), QString("net: a"));
    // What a filter finds is counted at each step, and can be all that is left.
    auto* const only = find<QCheckBox>("pullsOnlyHits");
    QVERIFY(!only->isVisible());
    window_->session().navigation().openFilter("subject:usb");
    QTRY_VERIFY(only->isVisible());
    const auto hits = [&](int row) {
        return pulls->model()->index(row, OutlineModel::HitsColumn).data().toString();
    };
    QTRY_COMPARE(hits(2), QString("2"));
    QCOMPARE(hits(1), QString());
    QVERIFY(pulls->isExpanded(pulls->model()->index(1, 0)));
    only->setFocus();
    QTest::keyClick(only, Qt::Key_Space);
    QCOMPARE(pulls->model()->rowCount(), 1);
    QCOMPARE(hits(0), QString("2"));
}

void BreakdownWindowTest::aCommitIsFoundInTheOutline() {
    window_->session().navigation().openFilter("\"usb: b\"");
    QTRY_COMPARE(rows(), 2);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QTRY_VERIFY(place().hasCommit());
    auto* const action = find<QAction>("actionWhereIsIt");
    QVERIFY(action->isEnabled());
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(place().page.startsWith("pulls:"));
    auto* const pulls = find<OutlineView>("pullsTable");
    QTRY_COMPARE(pulls->currentIndex().data().toString(), QString("usb: b"));
    QCOMPARE(pulls->currentIndex().parent().data().toString(), QString("people/usb usb-6.7"));
    QVERIFY(pulls->isExpanded(pulls->currentIndex().parent()));
    // Also where the outline leaves it out.
    find<QLineEdit>("pullsFilter")->setText("net");
    action->trigger();
    QTRY_COMPARE(pulls->currentIndex().parent().data().toString(), QString("people/usb usb-6.7"));
    QVERIFY(find<QLineEdit>("pullsFilter")->text().isEmpty());
}

void BreakdownWindowTest::aMergeHasItsOutline() {
    window_->session().navigation().openFilter("is:pull net");
    QTRY_COMPARE(rows(), 1);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QTRY_VERIFY(place().hasCommit());
    auto* const outline = find<OutlineView>("outline");
    auto* const pages = find<QTabWidget>("pages");
    QTRY_VERIFY(pages->isTabVisible(pages->indexOf(outline)));
    pages->setCurrentWidget(outline);
    QTRY_COMPARE(outline->model()->rowCount(), 3);
    outline->setFocus();
    outline->setCurrentIndex(outline->model()->index(1, 0));
    QTest::keyClick(outline, Qt::Key_Return);
    QTRY_COMPARE(find<QLabel>("subject")->text(), QString("net: a"));
}

void BreakdownWindowTest::allIsRememberedBetweenStarts() {
    openBreakdown(4);
    click(1);
    QTRY_COMPARE(rows(), 4);
    dragTo(5);
    QTRY_COMPARE(rows(), 3);
    window_->close();
    open();
    QTRY_COMPARE(rows(), 3);
    QVERIFY(list()->isVisible());
    QTRY_COMPARE(list()->currentIndex().data().toString(), QString("Ann"));
    QVERIFY(chip("Author: Ann") && chip("As of: 2023-11-04"));
    QTRY_COMPARE(slider()->value(), 5);
}

void BreakdownWindowTest::theBarCanBeHidden() {
    QVERIFY(slider()->isVisible());
    press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!slider()->isVisible());
    window_->close();
    window_.reset();
    window_ = openWindow(*folder_ / "test.db");
    QVERIFY(!slider()->isVisible());
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(slider()->isVisible() && slider()->hasFocus());
    QTRY_VERIFY(words().contains("9 changesets"));
}

void BreakdownWindowTest::aReleaseWithoutLandingsSaysSo() {
    const BundledDatabase database;
    open(database.file());
    QTRY_VERIFY(words().contains("not known"));
    QVERIFY(!slider()->isVisible());
    QVERIFY(!find<QToolButton>("asOfMiddle")->isVisible());
}

MW_UI_TEST(BreakdownWindowTest)
#include "breakdown_window_test.moc"

#include <algorithm>
