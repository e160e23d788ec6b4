#include "annotations/annotated_window.h"
#include "annotations/marks_dock.h"
#include "test_ui.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace mw::ui;
namespace store = mw::store;

/// Bookmarks, colours, notes and what was read, in the list and in the panel of marks.
class MarksTest : public AnnotatedWindow {
    Q_OBJECT

private slots:
    void aBookmarkKeepsSelectionAndScrollPlace();
    void aNoteIsSavedByItself();
    void aNoteIsSavedWhenTheWindowCloses();
    void whatIsShownLongEnoughIsRead();
    void coloursAreChosenFromTheMenu();
    void marksAreListedAndOpened();
    void marksAreSortedAndExported();
};

void MarksTest::aBookmarkKeepsSelectionAndScrollPlace() {
    window_->resize(1200, 500);
    choose(20);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(shownSubject(), subject(22), patience);
    const int scrolled = table()->verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    press(Qt::Key_D, Qt::ControlModifier);
    for (int line = 20; line <= 22; ++line)
        QTRY_VERIFY_WITH_TIMEOUT(marks(line).testFlag(RowMark::Bookmarked), patience);
    QTRY_VERIFY(find<QToolButton>("bookmarkBadge")->isVisible());
    QCOMPARE(table()->selectionModel()->selectedRows().size(), 3);
    QCOMPARE(table()->verticalScrollBar()->value(), scrolled);
    QVERIFY(find<QAction>("actionBookmark")->isChecked());
    press(Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(!marks(20).testFlag(RowMark::Bookmarked));
}

void MarksTest::aNoteIsSavedByItself() {
    choose(3);
    const QString noted = subject(3);
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(note(), "one");
    QTRY_COMPARE_WITH_TIMEOUT(find<QLabel>("noteState")->text(), QString("Saved"), patience);
    QTRY_VERIFY(find<QToolButton>("noteBadge")->isVisible());
    QCOMPARE(find<QToolButton>("noteBadge")->text(), QString("one"));
    QCOMPARE(note()->toPlainText(), QString("one"));
    QVERIFY(note()->hasFocus());
    QTest::keyClicks(note(), " two");
    choose(4); // before the pause is over
    QVERIFY(note()->isVisible());
    QCOMPARE(note()->toPlainText(), QString());
    choose(3);
    QCOMPARE(note()->toPlainText(), QString("one two"));
    QTRY_COMPARE_WITH_TIMEOUT(stored(noted).row.personal.value_or(store::Annotation()).note,
                              std::string("one two"), patience);

    // Both saves were one note.
    table()->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(note()->toPlainText(), QString(), patience);
    QVERIFY(!stored(noted).row.personal);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(note()->toPlainText(), QString("one two"), patience);
}

void MarksTest::aNoteIsSavedWhenTheWindowCloses() {
    choose(3);
    const QString noted = subject(3);
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(note(), "last words");
    window_->close();
    window_.reset();
    QCOMPARE(stored(noted).row.personal.value().note, std::string("last words"));
}

void MarksTest::whatIsShownLongEnoughIsRead() {
    const auto bold = [this](int line) {
        return cell(line, 0, Qt::FontRole).value<QFont>().bold();
    };
    QVERIFY(!bold(5));
    find<QAction>("actionMarkRead")->trigger();
    QVERIFY(bold(5));
    choose(5);
    QVERIFY(bold(5));
    QTRY_VERIFY_WITH_TIMEOUT(!bold(5), patience);
    QVERIFY(bold(6));
    QVERIFY(stored(subject(5)).row.personal->read_at);
    QVERIFY(!find<QAction>("actionUndo")->isEnabled());
    press(Qt::Key_R, Qt::ControlModifier); // unread again, by hand
    QTRY_VERIFY_WITH_TIMEOUT(bold(5), patience);
    window_->close();
    open();
    QVERIFY(find<QAction>("actionMarkRead")->isChecked());
}

void MarksTest::coloursAreChosenFromTheMenu() {
    choose(2);
    QTest::keyClick(window_.get(), Qt::Key_K, Qt::AltModifier);
    auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_C);
    auto* const colours = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(colours && colours != menu);
    QTest::keyClick(colours, Qt::Key_5);
    QTRY_COMPARE_WITH_TIMEOUT(cell(2, 0, ChangesetModel::ColorRole).toInt(), 4, patience);
    QVERIFY(
        cell(2, ChangesetModel::MarksColumn, Qt::AccessibleTextRole).toString().contains("blue"));
    QTRY_COMPARE(find<QToolButton>("colourBadge")->text(), QString("Blue"));
    QVERIFY(find<QAction>("actionColour5")->isChecked());
    find<QAction>("actionColour0")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(cell(2, 0, ChangesetModel::ColorRole).toInt(), -1, patience);
}

void MarksTest::marksAreListedAndOpened() {
    choose(0);
    const QString bookmarked = subject(0), moved = subject(6);
    press(Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(marks(0).testFlag(RowMark::Bookmarked));
    choose(6);
    choosePlace("security");
    QTRY_VERIFY(marks(6).testFlag(RowMark::OwnSection));
    choose(1);
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    auto* const list = window_->findChild<MarksDock*>()->findChild<QTreeView*>("list");
    QTRY_VERIFY(list->hasFocus());
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, patience);
    QStringList listed;
    for (const Qt::Key key : {Qt::Key_Home, Qt::Key_Down}) {
        press(key);
        const QString current = list->currentIndex().data().toString();
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(shownSubject(), current, patience);
        listed << current;
    }
    listed.sort();
    QCOMPARE(listed, (QStringList{bookmarked, moved}));

    auto* const kind = find<QComboBox>("kind");
    kind->setFocus();
    QTest::keyClicks(kind, "Own");
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(kind, Qt::Key_Home);
    QCOMPARE(list->model()->rowCount(), 2);
    auto* const edit = window_->findChild<MarksDock*>()->findChild<QLineEdit*>("edit");
    edit->setFocus();
    QTest::keyClicks(edit, "queue FUTEX");
    QCOMPARE(list->model()->rowCount(), 1);
    edit->clear();
    choose(8);
    press(Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 3, patience);
}

void MarksTest::marksAreSortedAndExported() {
    QStringList subjects;
    for (const int line : {2, 3, 4}) {
        choose(line);
        subjects << subject(line);
        press(Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(marks(line).testFlag(RowMark::Bookmarked), patience);
    }
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    auto* const dock = window_->findChild<MarksDock*>();
    auto* const list = dock->findChild<QTreeView*>("list");
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 3, patience);
    QHeaderView* const header = list->header();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      QPoint(header->sectionViewportPosition(MarksModel::SubjectColumn) + 10, 5));
    QStringList sorted = subjects, shown;
    sorted.sort(Qt::CaseInsensitive);
    for (int row = 0; row < 3; ++row)
        shown << list->model()->index(row, 0).data().toString();
    QCOMPARE(shown, sorted);

    const QString file = QString::fromStdString((*folder_ / "marks.md").string());
    QTest::mouseClick(dock->findChild<QPushButton*>("write"), Qt::LeftButton);
    answerFileDialog(file);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), patience);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(written.readAll()).trimmed().split('\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY2(lines[2].startsWith("- [") && lines[2].contains("](<https://git.kernel.org/linus/"),
             qPrintable(lines[2]));
    QVERIFY2(lines[2].contains(sorted[0]), qPrintable(lines[2]));
}

MW_UI_TEST(MarksTest)
#include "marks_test.moc"
