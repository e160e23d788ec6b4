#include "breakdown/as_of_bar.h"
#include "breakdown/breakdown_model.h"
#include "breakdown/landing_chart.h"
#include "breakdown/narrow_bar.h"
#include "test_ui.h"
#include "text/pull_html.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace mw::ui;
namespace store = mw::store;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

constexpr mw::Seconds oneDay = 86'400;
constexpr mw::Seconds opened = 1'698'624'000; // 2023-10-30

QStringList column(const QAbstractItemModel& model, int column) {
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data().toString();
    return texts;
}

std::vector<BreakdownRow> threePulls() {
    return {{"net", "net, from Jakub", "pull:1", 10, opened + 2 * oneDay},
            {"usb", "usb, from Greg", "pull:2", 3, opened},
            {"fs", "fs, from Al", "pull:3", 3, opened + oneDay}};
}

/// Nine changesets over eight days, the window's end within the fourth.
LandingChart curve() {
    store::Release release;
    release.window_end = opened + 3 * oneDay + 500;
    release.window_tag = "v6.7-rc1";
    return {
        release,
        {{{opened + 100, 4}, {opened + 200, 1}, {opened + 2 * oneDay, 3}, {opened + 7 * oneDay, 1}},
         0}};
}

} // namespace

/// What the ways show, without a window.
class BreakdownModelTest : public QObject {
    Q_OBJECT

private slots:
    void linesAreSortedAndFiltered();
    void countsThatChangeKeepTheLines();
    void aMomentIsSaidInWords();
    void daysAreFoundAndKept();
    void theBarAsksAtAPace();
    void whatNarrowsIsTakenAwayAtAClick();
    void aPullsTextIsSet();
};

void BreakdownModelTest::linesAreSortedAndFiltered() {
    BreakdownModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setLines(threePulls(), 17);
    QCOMPARE(column(model, 0), QStringList({"All pulls", "net", "usb", "fs"}));
    QCOMPARE(column(model, 1), QStringList({"17", "10", "3", "3"}));
    model.sort(BreakdownModel::LabelColumn, Qt::AscendingOrder); // as they landed
    QCOMPARE(column(model, 0), QStringList({"All pulls", "usb", "fs", "net"}));
    model.sort(BreakdownModel::CountColumn, Qt::AscendingOrder);
    QCOMPARE(column(model, 0), QStringList({"All pulls", "usb", "fs", "net"}));
    model.setFilter("from GREG");
    QCOMPARE(column(model, 0), QStringList({"All pulls", "usb"}));
    QCOMPARE(model.choice(1), (Refinement{Breakdown::Pulls, "pull:2", {}}));
    QCOMPARE(model.rowOf("pull:1"), -1);
    QCOMPARE(model.rowOf({}), 0);
    model.setFilter({});
    QCOMPARE(model.index(3, 1).data(BreakdownModel::ShareRole).toDouble(), 1.0);
    model.setBreakdown(Breakdown::Time);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.choice(7).term.isEmpty());
}

void BreakdownModelTest::countsThatChangeKeepTheLines() {
    BreakdownModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.setLines(threePulls(), 17);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    auto lines = threePulls();
    lines[0].count = 11;
    model.setLines(lines, 17);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 1);
    lines.pop_back();
    model.setLines(lines, 17);
    QCOMPARE(reset.size(), 1);
}

void BreakdownModelTest::aMomentIsSaidInWords() {
    const LandingChart landed = curve();
    QCOMPARE(landed.sentence(opened + oneDay - 1),
             QString("day 1 of the merge window: 5 of 9 changeset(s)"));
    QCOMPARE(landed.sentence(opened + 3 * oneDay + 500),
             QString("day 4, the end of the merge window: 8 of 9 changeset(s)"));
    QCOMPARE(landed.sentence(opened + 4 * oneDay - 1),
             QString("the day of v6.7-rc1: 8 of 9 changeset(s)"));
    QCOMPARE(landed.sentence(opened + 6 * oneDay - 1),
             QString("day 2 after v6.7-rc1: 8 of 9 changeset(s)"));
    QVERIFY(landed.sentence({}).startsWith("everything: 9 changeset(s)"));
    QVERIFY(LandingChart().sentence({}).contains("not known"));
    QVERIFY(!LandingChart(store::Release(), {{{opened, 1}}, 0}).middleOfWindow());
}

void BreakdownModelTest::daysAreFoundAndKept() {
    const LandingChart landed = curve();
    QCOMPARE(landed.days(), 8);
    QCOMPARE(landed.perDay(), (std::vector<std::int64_t>{5, 0, 3, 0, 0, 0, 0, 1}));
    QCOMPARE(landed.landedBy(opened + 99), 0);
    QCOMPARE(landed.landedBy(opened + 100), 4);
    QCOMPARE(landed.landedBy(opened + 100 * oneDay), 9);
    QCOMPARE(landed.dayOf(opened - oneDay), 0);
    QCOMPARE(landed.dayOf(opened + 100 * oneDay), 7);
    QCOMPARE(landed.endOfDay(0), std::optional(opened + oneDay - 1));
    QCOMPARE(landed.endOfDay(7), std::optional<mw::Seconds>());
    QCOMPARE(landed.middleOfWindow(), std::optional(opened + 2 * oneDay - 1));
}

void BreakdownModelTest::theBarAsksAtAPace() {
    AsOfBar bar;
    bar.setCurve(curve());
    bar.resize(600, 80);
    QSignalSpy chosen(&bar, &AsOfBar::momentChosen);
    auto* const slider = bar.findChild<AsOfSlider*>();
    for (int to = 7; to >= 0; --to)
        slider->setSliderPosition(to);
    QCOMPARE(chosen.size(), 0); // words alone have followed
    QVERIFY(bar.findChild<QLabel*>("asOfWords")->text().startsWith("day 1"));
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(bar.moment(), std::optional(opened + oneDay - 1));
    // A place that is shown asks for nothing, and keeps a moment within a day.
    bar.setMoment(opened + 3 * oneDay + 500);
    QCOMPARE(slider->value(), 3);
    QCOMPARE(bar.moment(), std::optional(opened + 3 * oneDay + 500));
    QTest::qWait(150);
    QCOMPARE(chosen.size(), 1);
    bar.findChild<QDateEdit*>()->setDate(QDate(2023, 11, 1));
    QTRY_COMPARE(chosen.size(), 2);
    QCOMPARE(bar.moment(), std::optional(opened + 3 * oneDay - 1));
}

void BreakdownModelTest::whatNarrowsIsTakenAwayAtAClick() {
    NarrowBar bar;
    Location place;
    bar.show(place);
    QVERIFY(bar.isHidden());
    place.refinements = {{Breakdown::People, "author:\"A & B\"", "A & B"},
                         {Breakdown::Pulls, "pull:1", "net"}};
    place.asOf = opened;
    bar.show(place);
    const auto buttons = bar.findChildren<QToolButton*>();
    QCOMPARE(buttons.size(), 3);
    QCOMPARE(buttons[0]->text(), QString("Author: A && B"));
    QCOMPARE(buttons[2]->text(), QString("As of: 2023-10-30"));
    QSignalSpy way(&bar, &NarrowBar::refinementCleared), moment(&bar, &NarrowBar::momentCleared);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    QCOMPARE(way.size(), 1);
    QCOMPARE(way.front().front().value<Breakdown>(), Breakdown::Pulls);
    QTest::mouseClick(buttons[2], Qt::LeftButton);
    QCOMPARE(moment.size(), 1);
}

void BreakdownModelTest::aPullsTextIsSet() {
    const auto blocks = mw::document::blocks_of(
        "Fixes <b>, see\n0123456789abcdef and http://x.org/a?b&c\n\n - one\n   - two\n - three\n");
    const QString html = pullHtml(blocks, Qt::blue);
    QVERIFY(html.contains("&lt;b&gt;"));
    QVERIFY(html.contains("href=\"commit:0123456789abcdef\""));
    QVERIFY(html.contains("href=\"http://x.org/a?b&amp;c\""));
    QCOMPARE(html.count("<ul>"), 2);
    QCOMPARE(html.count("</ul>"), 2);
    QCOMPARE(html.count("<li>"), 3);
}

MW_UI_TEST(BreakdownModelTest)
#include "breakdown_model_test.moc"
