#include "fixtures/sample_window.h"
#include "interface_changes/interface_changes_page.h"
#include "test_ui.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

using namespace mw::ui;
namespace interfaces = mw::interfaces;

/// What changed at the edges of a release in the real window, by mouse and keyboard.
class InterfaceChangesTest : public SampleWindow {
    Q_OBJECT

private slots:
    void aShortcutOpensThem();
    void kindAndChangeNarrowTheTable();
    void aNameLeadsToASearch();
    void anIdLeadsToTheChangeset();
    void theChangesetsOfWhatIsShown();
    void whereNothingIsKnownTheRemedyIsOffered();
    void theTableFollowsTheModelProtocol();

private:
    void openPage();
    InterfaceChangesPage* page() const { return window_->findChild<InterfaceChangesPage*>(); }
    QStringList names() const;
    QComboBox* combo(const char* name) const { return page()->findChild<QComboBox*>(name); }
    void click(int row, int column) {
        TableView& view = page()->table();
        const QModelIndex index = view.model()->index(row, column);
        view.scrollTo(index);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(index).center());
    }
};

void InterfaceChangesTest::openPage() {
    QTest::keyClick(window_.get(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page() && page()->table().model()->rowCount() > 0, patience);
}

QStringList InterfaceChangesTest::names() const {
    QStringList list;
    const QAbstractItemModel* const model = page()->table().model();
    for (int row = 0; row < model->rowCount(); ++row)
        list << model->index(row, 2).data().toString();
    return list;
}

void InterfaceChangesTest::aShortcutOpensThem() {
    QVERIFY(!page());
    openPage();
    QCOMPARE(navigation().current().page, QString("interfaces:v2:"));
    QCOMPARE(names(), (QStringList{"SND_NEW_CARD", "OLD_CORE", "futex_wake", "SOUND"}));
    QTRY_VERIFY(page()->table().hasFocus());
    const auto* const tabs = window_->findChild<QTabBar*>("pageTabs");
    QCOMPARE(tabs->tabText(tabs->currentIndex()), QString("Interface changes: v2"));
    const QAbstractItemModel* const model = page()->table().model();
    QCOMPARE(model->index(0, 3).data().toString(), QString("A new card"));
    QCOMPARE(model->index(1, 3).data().toString(), QString("bool, not asked for"));
    QCOMPARE(model->index(3, 4).data().toString(), QString("a merge"));
}

void InterfaceChangesTest::kindAndChangeNarrowTheTable() {
    openPage();
    QCOMPARE(combo("kind")->count(), 4); // three kinds are there
    page()->choose({interfaces::Kind::config, {}});
    QCOMPARE(names(), (QStringList{"SND_NEW_CARD", "OLD_CORE"}));
    QCOMPARE(combo("kind")->currentText(), QString("Configuration symbol (2)"));
    page()->choose({interfaces::Kind::config, interfaces::Change::removed});
    QCOMPARE(names(), QStringList{"OLD_CORE"});
    QCOMPARE(combo("kind")->currentText(), QString("Configuration symbol (1)"));
    // By keyboard: from the kind to the change and back to all.
    combo("change")->setFocus();
    QTest::keyClick(combo("change"), Qt::Key_Home);
    QCOMPARE(names(), (QStringList{"SND_NEW_CARD", "OLD_CORE"}));
    page()->findChild<QLineEdit*>("words")->setText("card");
    QCOMPARE(names(), QStringList{"SND_NEW_CARD"});
}

void InterfaceChangesTest::aNameLeadsToASearch() {
    openPage();
    click(2, 2);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(place().filter, QString("syscall:futex_wake"));
    QVERIFY(page()->isVisible());
}

void InterfaceChangesTest::anIdLeadsToTheChangeset() {
    openPage();
    click(0, 4);
    QTRY_COMPARE(place().commit, QString("6a").repeated(20));
    // A kind that no search knows by name leads there too, and what a merge made nowhere.
    const mw::ui::Location before = place();
    click(3, 2);
    QCOMPARE(place().filter, before.filter);
    QCOMPARE(place().commit, before.commit);
}

void InterfaceChangesTest::theChangesetsOfWhatIsShown() {
    openPage();
    auto* const search = page()->findChild<QToolButton*>("search");
    QVERIFY(!search->isEnabled()); // all kinds and all changes is no search
    page()->choose({interfaces::Kind::config, interfaces::Change::added});
    QVERIFY(search->isEnabled());
    QTest::mouseClick(search, Qt::LeftButton);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(place().filter, QString("new:config"));
    QVERIFY(interfaceQuery({interfaces::Kind::config, {}}) ==
            QString("new:config OR gone:config OR changed:config"));
}

void InterfaceChangesTest::whereNothingIsKnownTheRemedyIsOffered() {
    navigation().openRelease("v1");
    QTRY_COMPARE(rows(), 5);
    QTest::keyClick(window_.get(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page() && !page()->table().isVisible(), patience);
    // Its lines are still to be counted, which nobody has to ask for.
    auto* const remedy = page()->findChild<QPushButton*>("remedy");
    QVERIFY(!remedy->isVisible());
    QVERIFY(!page()->findChild<QLabel*>("note")->text().isEmpty());
    QSignalSpy wanted(page(), &InterfaceChangesPage::importWanted);
    mw::store::Release release;
    release.name = "v1";
    release.interfaces = mw::store::InterfaceState::unavailable;
    page()->showUnknown(release);
    QVERIFY(remedy->isVisible() && remedy->text().contains("fetch"));
    QVERIFY(page()->findChild<QLabel*>("note")->text().contains("lacks the contents"));
}

void InterfaceChangesTest::theTableFollowsTheModelProtocol() {
    openPage();
    const QAbstractItemModelTester tester(page()->table().model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    page()->choose({interfaces::Kind::config, {}});
    page()->choose({{}, interfaces::Change::changed});
    page()->choose({});
    page()->table().sortByColumn(2, Qt::DescendingOrder);
    QCOMPARE(names().first(), QString("futex_wake"));
}

MW_UI_TEST(InterfaceChangesTest)
#include "interface_changes_test.moc"
