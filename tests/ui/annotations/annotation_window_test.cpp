#include "annotations/annotated_window.h"
#include "annotations/own_rules.h"
#include "commit/why_page.h"
#include "importer/reclassify.h"
#include "labels/fact_label.h"
#include "test_ui.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>

using namespace mw::ui;
namespace classify = mw::classify;
namespace importer = mw::importer;
namespace store = mw::store;

namespace {

constexpr classify::SectionKey sound{classify::Section::hardware, classify::Subgroup::sound};
constexpr classify::SectionKey networking{classify::Section::networking, classify::Subgroup::none};

} // namespace

/// What a person decides of commits, by key and mouse: sections, own rules, and what is taken back.
class AnnotationWindowTest : public AnnotatedWindow {
    Q_OBJECT

private slots:
    void theKeyboardAloneFindsMovesMarksAndNotes();
    void anOwnChoiceWinsAtOnceEverywhere();
    void manyArePutAtOnceAndTakenBack();
    void whatLeavesTheListLeavesOneInPlace();
    void choicesGoThroughAFile();
    void theMenuKeyIsAboutTheCurrentLine();
    void newHardwareIsOneKeyAway();
    void correctionsOpen();
    void ownRulesAreMadeAndApplied();
    void aMistakeInTheRulesLeadsToItsLine();
    void aRefusalIsASentenceAndNothingChanges();
    void aRefusedUndoLeavesStackAndDatabaseTogether();
};

void AnnotationWindowTest::theKeyboardAloneFindsMovesMarksAndNotes() {
    filterBy("futex", 1);
    QTRY_COMPARE_WITH_TIMEOUT(shownSubject(), QString("futex: speed up the wait queue"), patience);

    press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    auto* const why = window_->findChild<WhyPage*>();
    QTRY_VERIFY(why->isVisible());
    QVERIFY(why->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(why->findChild<FactLabel*>("place")->text().contains("Core kernel"));
    QVERIFY(why->findChild<FactLabel*>("decision")->text().contains("The rules"));
    QVERIFY(why->findChild<FactLabel*>("reason")->text().contains("rule core"));

    choosePlace("sound");
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, ChangesetModel::SectionColumn).toString(),
                              QString("Hardware › Sound"), patience);
    press(Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(marks(0).testFlag(RowMark::Bookmarked));
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(note()->hasFocus());
    QTest::keyClicks(note(), "Ask about *fairness*.");
    press(Qt::Key_Escape);
    QTRY_VERIFY(table()->hasFocus());
    QCOMPARE(filter()->text(), QString("futex"));
    QTRY_VERIFY_WITH_TIMEOUT(marks(0).testFlag(RowMark::Noted), patience);

    const store::CommitDetail detail = stored("futex: speed up");
    QCOMPARE(detail.row.place, sound);
    QVERIFY(detail.row.personal->bookmarked);
    QCOMPARE(detail.row.personal->note, std::string("Ask about *fairness*."));
}

void AnnotationWindowTest::anOwnChoiceWinsAtOnceEverywhere() {
    filterBy("futex", 1);
    const int core = count("Core kernel");
    choosePlace("sound");
    QTRY_COMPARE_WITH_TIMEOUT(count("Sound"), 1, patience);
    QCOMPARE(count("Core kernel"), core - 1);
    QVERIFY(marks(0).testFlag(RowMark::OwnSection));
    QVERIFY(cell(0, ChangesetModel::SectionColumn, Qt::ToolTipRole)
                .toString()
                .contains("Your own choice"));
    auto* const badge = find<QToolButton>("placeBadge");
    QTRY_VERIFY_WITH_TIMEOUT(badge->isVisible(), patience);
    QTest::mouseClick(badge, Qt::LeftButton);
    auto* const why = window_->findChild<WhyPage*>();
    QVERIFY(why->isVisible());
    QVERIFY(why->findChild<FactLabel*>("rules")->text().contains("Core kernel"));
    QVERIFY(why->findChild<FactLabel*>("decision")->text().startsWith("You"));
    QTest::mouseClick(why->findChild<QPushButton*>("back"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(count("Core kernel"), core, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!badge->isVisible(), patience);
    QVERIFY(!stored("futex: speed up").row.personal);
}

void AnnotationWindowTest::manyArePutAtOnceAndTakenBack() {
    filterBy("subject:core", netChanges);
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    const int before = count("Networking");
    choosePlace("usb");
    QTRY_COMPARE_WITH_TIMEOUT(count("USB"), netChanges, patience);
    QCOMPARE(table()->selectionModel()->selectedRows().size(), netChanges);
    QVERIFY(find<QAction>("actionUndo")->text().contains(QString::number(netChanges)));
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(count("USB"), 0, patience);
    QCOMPARE(count("Networking"), before);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(count("USB"), netChanges, patience);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(count("USB"), 0, patience);
    QVERIFY(!find<QAction>("actionUndo")->isEnabled());
}

void AnnotationWindowTest::whatLeavesTheListLeavesOneInPlace() {
    filterBy("section:networking", netChanges);
    choose(12);
    const QString moved = subject(12), next = subject(13), after = subject(14);
    choosePlace("security");
    QTRY_COMPARE_WITH_TIMEOUT(rows(), netChanges - 1, patience);
    QTRY_VERIFY(find<QToolButton>("placeBadge")->isVisible());
    QCOMPARE(shownSubject(), moved);
    QCOMPARE(subject(12), next);
    QVERIFY(table()->selectionModel()->selectedRows().isEmpty());
    table()->setFocus();
    press(Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(shownSubject(), after, patience);
}

void AnnotationWindowTest::choicesGoThroughAFile() {
    filterBy("futex", 1);
    choosePlace("sound");
    QTRY_COMPARE_WITH_TIMEOUT(count("Sound"), 1, patience);
    const QString file = QString::fromStdString((*folder_ / "mine.tsv").string());
    find<QAction>("actionWriteChoices")->trigger();
    answerFileDialog(file);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), patience);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(),
             QByteArray::fromStdString(stored("futex: speed up").row.oid + "\thardware\tsound\n"));

    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(count("Sound"), 0, patience);
    find<QAction>("actionReadChoices")->trigger();
    answerFileDialog(file);
    QTRY_COMPARE_WITH_TIMEOUT(count("Sound"), 1, patience);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(count("Sound"), 0, patience);

    QFile wrong(file);
    QVERIFY(wrong.open(QIODevice::WriteOnly));
    wrong.write("0123456789abcdef\tcore\t\n0123456789abcdef\tsond\t\n");
    wrong.close();
    find<QAction>("actionReadChoices")->trigger();
    answerFileDialog(file);
    QTRY_VERIFY_WITH_TIMEOUT(message()->isVisible(), patience);
    QVERIFY2(message()->text().contains("line 2"), qPrintable(message()->text()));
}

void AnnotationWindowTest::theMenuKeyIsAboutTheCurrentLine() {
    choose(4);
    QContextMenuEvent key(QContextMenuEvent::Keyboard, table()->rect().center(),
                          table()->mapToGlobal(table()->rect().center()));
    QApplication::sendEvent(table(), &key);
    auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QVERIFY(menu->actions().contains(find<QAction>("actionWhy")));
    const QPoint line =
        table()->viewport()->mapToGlobal(table()->visualRect(table()->currentIndex()).bottomLeft());
    QVERIFY(std::abs(menu->geometry().top() - line.y()) < 3);
    QTest::keyClick(menu, Qt::Key_W);
    QTRY_VERIFY(window_->findChild<WhyPage*>()->isVisible());
    QCOMPARE(shownSubject(), subject(4));
}

void AnnotationWindowTest::newHardwareIsOneKeyAway() {
    press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, patience);
    QCOMPARE(filter()->text(), QString("is:new-hardware"));
    QVERIFY(marks(0).testFlag(RowMark::AddsHardware));
    choose(0);
    const auto* const badge = find<QToolButton>("hardwareBadge");
    QVERIFY(badge->isVisible());
    QCOMPARE(badge->text(), QString("Adds: Foo FX100 light sensor"));
}

void AnnotationWindowTest::correctionsOpen() {
    filterBy("subject:break", 1);
    QTRY_COMPARE_WITH_TIMEOUT(shownSubject(), QString("ext4: break the inode"), patience);
    QCOMPARE(stored("ext4: break the inode").row.oid, fixed_);
    auto* const fixedBy = find<FactLabel>("fixedBy");
    QVERIFY(fixedBy->isVisible());
    QVERIFY(!find<FactLabel>("revertedBy")->isVisible());
    fixedBy->setFocus();
    QTest::keyClick(fixedBy, Qt::Key_Tab);
    QTest::keyClick(fixedBy, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(shownSubject(), QString("ext4: mend the inode"), patience);
}

void AnnotationWindowTest::ownRulesAreMadeAndApplied() {
    QVERIFY(!QFile::exists(OwnRules::file()));
    find<QAction>("actionEditRules")->trigger();
    QCOMPARE(launched_, QList<QUrl>{QUrl::fromLocalFile(OwnRules::file())});
    QFile made(OwnRules::file());
    QVERIFY(made.open(QIODevice::ReadOnly));
    const QByteArray text = made.readAll();
    QVERIFY(text.startsWith("# Your own section rules"));
    QVERIFY(text.contains("titles        what a title begins with"));
    QVERIFY(!importer::RulesFiles::find({}).own.empty());
    importer::RulesFiles::find({}).load(); // a mistake in it would throw

    // The example in it works once its comment signs are gone.
    QByteArray example = text.mid(text.indexOf("# [[rule]]\n# section"));
    writeRules(example.replace("# ", "").replace("asoc", "futex").constData());
    const int core = count("Core kernel");
    find<QAction>("actionSortAnew")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(message()->isVisible(), patience);
    QVERIFY2(message()->text().startsWith("Sorted anew"), qPrintable(message()->text()));
    QTRY_COMPARE_WITH_TIMEOUT(count("Sound"), 1, patience);
    QCOMPARE(count("Core kernel"), core - 1);
    QVERIFY(find<QAction>("actionSortAnew")->isEnabled());
}

void AnnotationWindowTest::aMistakeInTheRulesLeadsToItsLine() {
    writeRules("# mine\n[[rule]]\nsectoin = \"core\"\n");
    const int core = count("Core kernel");
    find<QAction>("actionSortAnew")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(message()->isVisible(), patience);
    QVERIFY2(message()->text().contains("line 3"), qPrintable(message()->text()));
    QCOMPARE(count("Core kernel"), core);
    auto* const action = message()->findChild<QPushButton*>("action");
    QVERIFY(action->isVisible());
    QCOMPARE(action->text(), QString("Open line 3"));
    // Without a desktop that could be asked for its editor.
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    QTest::mouseClick(action, Qt::LeftButton);
    qputenv("PATH", path);
    QCOMPARE(launched_, QList<QUrl>{QUrl::fromLocalFile(OwnRules::file())});
    QVERIFY(find<QAction>("actionSortAnew")->isEnabled());
}

void AnnotationWindowTest::aRefusalIsASentenceAndNothingChanges() {
    std::filesystem::permissions(*folder_ / "test.db", std::filesystem::perms::owner_read);
    choose(3);
    press(Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(message()->isVisible(), patience);
    QVERIFY2(message()->text().contains("write-protected"), qPrintable(message()->text()));
    QVERIFY(!marks(3).testFlag(RowMark::Bookmarked));
    QVERIFY(!find<QAction>("actionUndo")->isEnabled());
    QVERIFY(!find<QAction>("actionRedo")->isEnabled());

    // A note that cannot be kept keeps the window open, once.
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(note(), "lost?");
    window_->close();
    QVERIFY(window_->isVisible());
    QVERIFY(message()->text().startsWith("Your note was not saved"));
    QCOMPARE(note()->toPlainText(), QString("lost?"));
    QCOMPARE(find<QLabel>("noteState")->text(), QString("Not saved yet"));
    std::filesystem::permissions(*folder_ / "test.db", std::filesystem::perms::owner_all);
    const QString noted = subject(3);
    window_->close();
    QVERIFY(!window_->isVisible());
    QCOMPARE(stored(noted).row.personal.value().note, std::string("lost?"));
}

void AnnotationWindowTest::aRefusedUndoLeavesStackAndDatabaseTogether() {
    SQLite::Database database((*folder_ / "test.db").string(), SQLite::OPEN_READWRITE, 5000);
    const auto refuse = [&](bool refuses) {
        for (const char* what : {"INSERT", "DELETE"})
            database.exec(std::string(refuses ? "CREATE TRIGGER refuse_" : "DROP TRIGGER refuse_") +
                          what +
                          (refuses ? std::string(" BEFORE ") + what +
                                         " ON personal BEGIN SELECT RAISE(ABORT, 'refused'); END"
                                   : std::string()));
    };
    const auto enabled = [this](const char* name) { return find<QAction>(name)->isEnabled(); };
    const auto bookmarked = [this](int line) {
        const auto personal = stored(subject(line)).row.personal;
        return personal && personal->bookmarked;
    };
    for (const int line : {3, 4}) {
        choose(line);
        press(Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(bookmarked(line), patience);
    }

    // Two steps back that are refused: both are still there to be taken back.
    refuse(true);
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(message()->isVisible(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!enabled("actionRedo"), patience);
    QVERIFY(enabled("actionUndo"));
    QVERIFY(bookmarked(3) && bookmarked(4));
    refuse(false);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!bookmarked(4), patience);
    QVERIFY(bookmarked(3));
    QVERIFY(enabled("actionUndo") && enabled("actionRedo"));

    // A step forward that is refused stays one that can be done.
    refuse(true);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(enabled("actionRedo"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(bookmarked(4), false, patience);
    refuse(false);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(bookmarked(4), patience);
    QVERIFY(!enabled("actionRedo"));
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!bookmarked(4), patience);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!bookmarked(3), patience);
    QVERIFY(!enabled("actionUndo"));
}

MW_UI_TEST(AnnotationWindowTest)
#include "annotation_window_test.moc"
