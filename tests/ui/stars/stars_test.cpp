#include "breakdown/breakdown_list.h"
#include "changesets/changeset_panel.h"
#include "fixtures/sample_window.h"
#include "stars/star_controller.h"
#include "stars/star_panel.h"
#include "store/user/stars.h"
#include "test_ui.h"
#include "widgets/collapsible_section.h"

#include <QAction>
#include <QApplication>
#include <QInputDialog>
#include <QMenu>
#include <QToolButton>

using namespace mw::ui;
namespace store = mw::store;
using StarKind = store::Star::Kind;

/// What a person looks after, in the real window, by mouse and keyboard.
class StarsTest : public SampleWindow {
    Q_OBJECT

private slots:
    void aKeyStarsTheSubsystemOfAChangeset();
    void theContextMenuOffersTheSame();
    void aPathIsAskedFor();
    void theWaysOfferTheirLines();
    void starredComeFirstWhereWanted();
    void theSidebarCountsAndNarrows();
    void deleteTakesAStarAway();
    void theCommitViewShowsIt();

private:
    StarPanel* panel() const { return window_->findChild<StarPanel*>("starPanel"); }
    ChangesetPanel* list() const { return window_->findChild<ChangesetPanel*>(); }
    void star(StarKind kind, const QString& name) const {
        window_->findChild<StarController*>()->turn(kind, name);
    }
    std::vector<store::Star> stars() const {
        return store::Stars(database_->file().toStdString()).all();
    }
    QString subject(int line) const {
        return list()->model().index(line, ChangesetModel::SubjectColumn).data().toString();
    }
    /// Chooses a line of the open menu.
    static bool choose(const QString& start) {
        auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        for (QAction* const action : menu ? menu->actions() : QList<QAction*>())
            if (QString(action->text()).remove(QLatin1Char('&')).startsWith(start)) {
                action->trigger();
                menu->close();
                return true;
            }
        return false;
    }
    void openSidebar() const { window_->findChild<CollapsibleSection*>("stars")->setOpen(true); }
};

void StarsTest::aKeyStarsTheSubsystemOfAChangeset() {
    list()->setCurrentLine(0);
    QTest::keyClick(window_.get(), Qt::Key_M, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QTRY_COMPARE(stars().size(), std::size_t{1});
    QCOMPARE(stars().front().kind, StarKind::subsystem);
    QCOMPARE(QString::fromStdString(stars().front().name), QString("SUBSYSTEM OF core"));
}

void StarsTest::theContextMenuOffersTheSame() {
    list()->setCurrentLine(0);
    QMenu menu;
    emit list()->menuOpened(&menu);
    const auto* const submenu = menu.findChild<QMenu*>("starMenu");
    QVERIFY(submenu);
    QStringList texts;
    for (const QAction* const action : submenu->actions())
        texts << QString(action->text()).remove(QLatin1Char('&'));
    QVERIFY2(texts.contains("Author Ann"), qPrintable(texts.join('|')));
}

void StarsTest::aPathIsAskedFor() {
    QTest::keyClick(window_.get(), Qt::Key_M, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QVERIFY(choose("A path"));
    QTRY_VERIFY(window_->findChild<QInputDialog*>("starPath"));
    auto* const dialog = window_->findChild<QInputDialog*>("starPath");
    QTRY_VERIFY(dialog->isVisible());
    dialog->setTextValue("file.c");
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(stars().size(), std::size_t{1});
    QCOMPARE(stars().front().kind, StarKind::path);
    QTRY_COMPARE(panel()->topLevelItemCount(), 2);
}

void StarsTest::theWaysOfferTheirLines() {
    QMenu menu;
    auto* const ways = window_->findChild<BreakdownList*>();
    emit ways->menuOpened(&menu, {Breakdown::People, "author:=Bob", "Bob"});
    QCOMPARE(menu.actions().size(), 1);
    menu.actions().front()->trigger();
    QTRY_COMPARE(stars().size(), std::size_t{1});
    QCOMPARE(stars().front().kind, StarKind::person);
}

void StarsTest::starredComeFirstWhereWanted() {
    star(StarKind::person, "Bob");
    QTRY_COMPARE(stars().size(), std::size_t{1});
    QCOMPARE(subject(0), QString("core: six"));
    window_->findChild<QAction*>("actionStarredFirst")->trigger();
    QTRY_COMPARE(subject(0), QString("usb: Fix a leak"));
    QCOMPARE(subject(1), QString("usb: twelve"));
    QCOMPARE(subject(2), QString("core: six"));
    QCOMPARE(rows(), 7);
    open(); // kept between starts
    QTRY_COMPARE(subject(0), QString("usb: Fix a leak"));
}

void StarsTest::theSidebarCountsAndNarrows() {
    openSidebar();
    star(StarKind::person, "Bob");
    QTRY_COMPARE(panel()->topLevelItemCount(), 2);
    star(StarKind::subsystem, "SUBSYSTEM OF net");
    QTRY_COMPARE(panel()->topLevelItemCount(), 3);
    QCOMPARE(panel()->topLevelItem(0)->text(1), QString("3")); // all of mine
    QCOMPARE(panel()->topLevelItem(1)->text(1), QString("1"));
    QCOMPARE(panel()->topLevelItem(2)->text(1), QString("2"));
    emit panel()->itemActivated(panel()->topLevelItem(2), 0);
    QTRY_COMPARE(rows(), 2);
    emit panel()->itemActivated(panel()->topLevelItem(2), 0);
    QTRY_COMPARE(rows(), 7);
    window_->findChild<QAction*>("actionMine")->trigger();
    QTRY_COMPARE(rows(), 3);
}

void StarsTest::deleteTakesAStarAway() {
    openSidebar();
    star(StarKind::person, "Bob");
    QTRY_COMPARE(panel()->topLevelItemCount(), 2);
    panel()->setCurrentItem(panel()->topLevelItem(1));
    QTest::keyClick(panel(), Qt::Key_Delete);
    QTRY_COMPARE(stars().size(), std::size_t{0});
    QTRY_COMPARE(panel()->topLevelItemCount(), 1); // how to give one
}

void StarsTest::theCommitViewShowsIt() {
    star(StarKind::person, "Ann");
    QTRY_COMPARE(stars().size(), std::size_t{1});
    list()->setCurrentLine(0);
    auto* const badge = window_->findChild<QToolButton*>("starBadge");
    QTRY_VERIFY(badge->isVisible());
    badge->click();
    QTRY_COMPARE(rows(), 4);
}

MW_UI_TEST(StarsTest)
#include "stars_test.moc"
