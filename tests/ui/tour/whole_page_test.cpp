#include "application/application.h"
#include "breakdown/pulls_page.h"
#include "changesets/changeset_panel.h"
#include "changesets/filter_bar.h"
#include "changesets/sidebar.h"
#include "commit/commit_panel.h"
#include "test_ui.h"
#include "tour/states.h"

#include <QLineEdit>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

using namespace mw::ui;

namespace {} // namespace

/// What is being read takes the whole window and gives it back.
class WholePageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { stage_.reset(); }
    void everyPageTakesTheWindow_data();
    void everyPageTakesTheWindow();
    void aDoubleClickOnATabDoesTheSame();
    void theListComesBackWhereItIsWanted_data();
    void theListComesBackWhereItIsWanted();
    void escapeGivesTheWindowBack();
    void itIsNotRemembered();

private:
    QWidget& reading() { return stage_->window().documents().pane(); }
    bool restShown();
    bool isWhole();

    std::unique_ptr<TourDatabase> database_;
    std::unique_ptr<Stage> stage_;
};

void WholePageTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    database_ = std::make_unique<TourDatabase>();
}

void WholePageTest::init() {
    stage_ = std::make_unique<Stage>(database_->file(), database_->clone(), usualSize);
}

bool WholePageTest::restShown() {
    return stage_->find<Sidebar>()->isVisible() && stage_->find<FilterBar>()->isVisible() &&
           stage_->find<ChangesetPanel>()->isVisible();
}

bool WholePageTest::isWhole() {
    return !stage_->find<Sidebar>()->isVisible() && !stage_->find<FilterBar>()->isVisible() &&
           !stage_->find<ChangesetPanel>()->isVisible() && reading().isVisible() &&
           reading().width() == usualSize.width() &&
           reading().height() > usualSize.height() * 4 / 5;
}

void WholePageTest::everyPageTakesTheWindow_data() {
    QTest::addColumn<QString>("state");
    for (const char* const state :
         {"pulls", "figures", "compare", "document", "commit-message", "document-beside-commit"})
        QTest::newRow(state) << QString::fromLatin1(state);
}

void WholePageTest::everyPageTakesTheWindow() {
    QFETCH(QString, state);
    const auto found = std::ranges::find(
        tourStates(), state, [](const TourState& one) { return QString::fromLatin1(one.name); });
    QVERIFY(found != tourStates().end() && found->go(*stage_));
    QTRY_VERIFY(restShown());
    const QRect before = reading().geometry();
    stage_->press(Qt::Key_F11);
    QTRY_VERIFY(isWhole());
    QVERIFY(stage_->find<QAction>("actionWholePage")->isChecked());
    QVERIFY(reading().isAncestorOf(QApplication::focusWidget()));
    stage_->press(Qt::Key_F11);
    QTRY_VERIFY(restShown());
    QTRY_COMPARE(reading().geometry(), before);
}

void WholePageTest::aDoubleClickOnATabDoesTheSame() {
    QVERIFY(stage_->open() && stage_->choose("net: dev") && stage_->trigger("actionPulls"));
    auto* const tabs = stage_->find<QTabBar>("pageTabs");
    QTRY_VERIFY(tabs->isVisible());
    const auto doubleClick = [](QTabBar* bar, int tab) {
        const QPoint place = bar->tabRect(tab).center();
        QTest::mouseClick(bar, Qt::LeftButton, {}, place);
        QTest::mouseDClick(bar, Qt::LeftButton, {}, place);
    };
    doubleClick(tabs, 1);
    QTRY_VERIFY(isWhole());
    doubleClick(tabs, 1);
    QTRY_VERIFY(restShown());
    // A commit has its own tabs, too.
    doubleClick(tabs, 0);
    QTRY_VERIFY(isWhole());
    QTabBar* const own = stage_->find<CommitPanel>()->findChild<QTabWidget*>("pages")->tabBar();
    QTRY_VERIFY(own->isVisible());
    doubleClick(own, 0);
    QTRY_VERIFY(restShown());
}

void WholePageTest::theListComesBackWhereItIsWanted_data() {
    QTest::addColumn<QString>("action");
    for (const char* const action :
         {"actionFilter", "actionNextPane", "actionWayPeople", "actionBeside", "actionAsOfMiddle"})
        QTest::newRow(action) << QString::fromLatin1(action);
}

void WholePageTest::theListComesBackWhereItIsWanted() {
    QFETCH(QString, action);
    QVERIFY(stage_->open() && stage_->trigger("actionFigures"));
    QVERIFY(stage_->trigger("actionWholePage"));
    QTRY_VERIFY(isWhole());
    QVERIFY(stage_->trigger(qPrintable(action)));
    QTRY_VERIFY(restShown());
    QVERIFY(!stage_->find<QAction>("actionWholePage")->isChecked());
}

void WholePageTest::escapeGivesTheWindowBack() {
    QVERIFY(stage_->open() && stage_->search("steer") && stage_->trigger("actionPulls"));
    QVERIFY(stage_->trigger("actionWholePage"));
    QTRY_VERIFY(isWhole());
    stage_->press(Qt::Key_Escape);
    QTRY_VERIFY(restShown());
    // The filter was out of sight, and stays.
    QCOMPARE(stage_->find<FilterBar>()->filter(), QString("steer"));
    stage_->press(Qt::Key_F11);
    QTRY_VERIFY(isWhole());
    stage_->press(Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(restShown());
    QTRY_VERIFY(stage_->find<FilterBar>()->findChild<QLineEdit*>()->hasFocus());
}

void WholePageTest::itIsNotRemembered() {
    QVERIFY(stage_->open() && stage_->trigger("actionPulls"));
    const int table = stage_->find<ChangesetPanel>()->height();
    QVERIFY(stage_->trigger("actionWholePage"));
    QTRY_VERIFY(isWhole());
    QVERIFY(stage_->window().close());
    QVERIFY(stage_->open());
    QTRY_VERIFY(restShown());
    QTRY_COMPARE(stage_->find<ChangesetPanel>()->height(), table);
}

MW_UI_TEST(WholePageTest)
#include "whole_page_test.moc"

#include <algorithm>
