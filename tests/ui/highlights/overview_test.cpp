#include "commit/overview_page.h"
#include "fixtures/sample_window.h"
#include "highlights/highlights_controller.h"
#include "test_ui.h"

#include <QLabel>
#include <QTextDocument>
#include <QToolBar>
#include <QToolButton>

using namespace mw::ui;

namespace {

QString wordsOf(const QLabel* label) {
    QTextDocument rich;
    rich.setHtml(label->text());
    return rich.toPlainText();
}

} // namespace

/// What stands in the place of a commit while none is chosen.
class OverviewTest : public SampleWindow {
    Q_OBJECT

private slots:
    void whatStandsOutLeadsToItsCommit();
    void theReleaseInFrontIsTheOneThatIsWeighed();
    void theMomentIsObeyed();
    void theWayBackIsAKey();
    void nothingIsWeighedWhileACommitIsRead();
    void pagesAreAClickAway();

private:
    QWidget* highlights() const { return window_->findChild<QWidget*>("highlights"); }
    QLabel* best() const { return window_->findChild<QLabel*>("bestChangesets"); }
    QLabel* pulls() const { return window_->findChild<QLabel*>("largestPulls"); }
};

void OverviewTest::whatStandsOutLeadsToItsCommit() {
    QTRY_VERIFY_WITH_TIMEOUT(highlights()->isVisible(), patience);
    QVERIFY2(wordsOf(best()).startsWith("sound: A new card · Hardware support"),
             qPrintable(wordsOf(best())));
    QCOMPARE(wordsOf(pulls()), QString("example.org/core core · 3 changesets, 42.9 %"));
    emit best()->linkActivated(QStringLiteral("0"));
    QTRY_COMPARE(place().commit, QString("6a").repeated(20));
    QTRY_VERIFY(!highlights()->isVisible());
    navigation().back();
    QTRY_VERIFY(highlights()->isVisible()); // it was weighed before
}

void OverviewTest::theReleaseInFrontIsTheOneThatIsWeighed() {
    QTRY_VERIFY_WITH_TIMEOUT(highlights()->isVisible(), patience);
    QSignalSpy shown(window_->findChild<HighlightsController*>(), &HighlightsController::shown);
    navigation().openRelease(QStringLiteral("v1"));
    QVERIFY(!highlights()->isVisible()); // those of v2 go at once
    QVERIFY(shown.wait(patience));
    QVERIFY(!wordsOf(best()).contains("sound: A new card"));
    QVERIFY(wordsOf(pulls()).isEmpty());
}

void OverviewTest::theMomentIsObeyed() {
    QTRY_VERIFY_WITH_TIMEOUT(wordsOf(best()).contains("sound: A new card"), patience);
    QSignalSpy shown(window_->findChild<HighlightsController*>(), &HighlightsController::shown);
    navigation().openAsOf(SampleReleases::first + 10 * SampleReleases::day);
    QVERIFY(shown.wait(patience));
    QVERIFY(!wordsOf(best()).contains("sound: A new card"));
    QVERIFY(wordsOf(pulls()).startsWith("example.org/core core"));
}

void OverviewTest::theWayBackIsAKey() {
    QTRY_VERIFY_WITH_TIMEOUT(highlights()->isVisible(), patience);
    navigation().openCommit(QString("66").repeated(20));
    QTest::keyClick(window_.get(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!highlights()->isVisible());
    QTest::keyClick(window_.get(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(highlights()->isVisible());
    QVERIFY(!place().hasCommit() && place().page.isEmpty());
    navigation().back();
    QCOMPARE(place().commit, QString("66").repeated(20));
    QVERIFY(place().page.startsWith("figures:"));
}

void OverviewTest::nothingIsWeighedWhileACommitIsRead() {
    QTRY_VERIFY_WITH_TIMEOUT(highlights()->isVisible(), patience);
    QSignalSpy shown(window_->findChild<HighlightsController*>(), &HighlightsController::shown);
    navigation().openCommit(QString("66").repeated(20));
    navigation().openRelease(QStringLiteral("v1"));
    navigation().openCommit(QString("61").repeated(20));
    QVERIFY(!shown.wait(1'000));
    navigation().leaveCommit();
    QVERIFY(shown.wait(patience));
}

void OverviewTest::pagesAreAClickAway() {
    const auto* const bar = window_->findChild<QToolBar*>("toolBar");
    for (const auto& [name, address] :
         {std::pair{"actionOverview", ""}, std::pair{"actionPulls", "pulls:v2:"},
          std::pair{"actionFigures", "figures:v2:"}, std::pair{"actionCompare", "compare:v2:"}}) {
        auto* const button =
            qobject_cast<QToolButton*>(bar->widgetForAction(window_->findChild<QAction*>(name)));
        QVERIFY2(button && button->isVisible(), name);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(place().page, QString(address));
    }
}

MW_UI_TEST(OverviewTest)
#include "overview_test.moc"
