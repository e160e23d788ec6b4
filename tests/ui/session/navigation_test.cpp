#include "session/navigation.h"
#include "test_ui.h"

#include <QSignalSpy>
#include <QTest>

using namespace mw::ui;
namespace classify = mw::classify;

namespace {

SectionChoice soundChoice() {
    return {classify::Section::hardware, classify::Subgroup::sound};
}

} // namespace

class NavigationTest : public QObject {
    Q_OBJECT

private slots:
    void startsWithoutAWayBack();
    void goesBackAndForwardThroughEverything();
    void aNewStepEndsTheWayForward();
    void lettersOfOneFilterAreOneStep();
    void commitsPassedByAreOneStep();
    void theSamePlaceIsNoStep();
    void anotherReleaseKeepsSectionAndFilter();
    void theWayBackIsBounded();
};

void NavigationTest::startsWithoutAWayBack() {
    Navigation navigation;
    navigation.start({"v6.7", {}, {}, {}, 0});
    QVERIFY(!navigation.canGoBack());
    QVERIFY(!navigation.canGoForward());
    QSignalSpy changed(&navigation, &Navigation::changed);
    navigation.back();
    navigation.forward();
    QCOMPARE(changed.size(), 0);
}

void NavigationTest::goesBackAndForwardThroughEverything() {
    Navigation navigation;
    navigation.start({"v6.7", {}, {}, {}, 0});
    std::vector<Location> seen{navigation.current()};
    const auto note = [&] { seen.push_back(navigation.current()); };
    navigation.openSection(soundChoice());
    note();
    navigation.openFilter("codec");
    note();
    navigation.openCommit("0123456789ab");
    note();
    navigation.openRelease("v6.6");
    note();

    for (std::size_t step = seen.size() - 1; step-- > 0;) {
        navigation.back();
        QVERIFY(navigation.current() == seen[step]);
    }
    QVERIFY(!navigation.canGoBack());
    for (std::size_t step = 1; step < seen.size(); ++step) {
        navigation.forward();
        QVERIFY(navigation.current() == seen[step]);
    }
    QVERIFY(!navigation.canGoForward());
}

void NavigationTest::aNewStepEndsTheWayForward() {
    Navigation navigation;
    navigation.start({"v6.7", {}, {}, {}, 0});
    navigation.openSection(soundChoice());
    navigation.back();
    QVERIFY(navigation.canGoForward());
    navigation.openFilter("btrfs");
    QVERIFY(!navigation.canGoForward());
}

void NavigationTest::lettersOfOneFilterAreOneStep() {
    Navigation navigation;
    navigation.start({"v6.7", {}, {}, {}, 0});
    for (const char* const typed : {"b", "bt", "btr", "btrfs"})
        navigation.openFilter(typed);
    navigation.back();
    QCOMPARE(navigation.current().filter, QString());
    QVERIFY(!navigation.canGoBack());
    navigation.forward();
    QCOMPARE(navigation.current().filter, QString("btrfs"));
}

void NavigationTest::commitsPassedByAreOneStep() {
    Navigation navigation;
    navigation.start({"v6.7", {}, {}, {}, 0});
    for (const char* const oid : {"aaaa", "bbbb", "cccc"})
        navigation.openCommit(oid);
    navigation.back();
    QVERIFY(!navigation.current().hasCommit());
    navigation.forward();
    QCOMPARE(navigation.current().commit, QString("cccc"));

    QTest::qWait(800);
    navigation.openCommit("dddd");
    navigation.back();
    QCOMPARE(navigation.current().commit, QString("cccc"));
}

void NavigationTest::theSamePlaceIsNoStep() {
    Navigation navigation;
    navigation.start({"v6.7", {}, {}, "aaaa", 7});
    QSignalSpy changed(&navigation, &Navigation::changed);
    navigation.openSection({});
    navigation.openCommit("aaaa", 8); // the same commit after a re-import
    QCOMPARE(changed.size(), 0);
    QVERIFY(!navigation.canGoBack());
}

void NavigationTest::anotherReleaseKeepsSectionAndFilter() {
    Navigation navigation;
    navigation.start({"v6.7", soundChoice(), "codec", "aaaa", 1});
    navigation.openRelease("v6.6");
    QVERIFY(navigation.current() == (Location{"v6.6", soundChoice(), "codec", {}, 0}));
}

void NavigationTest::theWayBackIsBounded() {
    Navigation navigation;
    navigation.start({"v6.7", {}, {}, {}, 0});
    for (int step = 0; step < 2000; ++step)
        navigation.openSection(step % 2 ? SectionChoice{} : soundChoice());
    int ways = 0;
    for (; navigation.canGoBack(); ++ways)
        navigation.back();
    QCOMPARE(ways, 500);
}

MW_UI_TEST_WITHOUT_WINDOWS(NavigationTest)
#include "navigation_test.moc"
