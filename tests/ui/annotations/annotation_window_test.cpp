#include "annotations/marks_dock.h"
#include "annotations/own_rules.h"
#include "annotations/section_dialog.h"
#include "application/application.h"
#include "changesets/changeset_panel.h"
#include "changesets/changeset_view.h"
#include "changesets/filter_bar.h"
#include "changesets/section_panel.h"
#include "commit/commit_panel.h"
#include "commit/note_page.h"
#include "commit/why_page.h"
#include "core/row_marks.h"
#include "importer/import.h"
#include "importer/reclassify.h"
#include "labels/fact_label.h"
#include "store/read/reader.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"
#include "test_ui.h"
#include "widgets/message_bar.h"
#include "window/main_window.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>

using namespace mw::ui;
namespace classify = mw::classify;
namespace importer = mw::importer;
namespace store = mw::store;
namespace test = mw::test;

namespace {

constexpr int netChanges = 30;

constexpr classify::SectionKey sound{classify::Section::hardware, classify::Subgroup::sound};
constexpr classify::SectionKey networking{classify::Section::networking, classify::Subgroup::none};

/// Writes the history; the id of the commit that its last one mends, where that is given.
std::string describe(test::RepoBuilder& repo, const std::string& broken) {
    repo.tag("v1", repo.commit("MAINTAINERS", "none\n"));
    repo.commit("kernel/futex.c", "1\n").message("futex: speed up the wait queue");
    for (int i = 0; i < netChanges; ++i)
        repo.commit("net/core/dev.c", std::to_string(i) + "\n")
            .message("net: core: change " + std::to_string(i));
    const auto breaks = repo.commit("fs/ext4/inode.c", "1\n").message("ext4: break the inode");
    repo.commit()
        .file("drivers/iio/light/fx100.c", "1\n")
        .file("drivers/iio/light/Kconfig", "config FX100\n\ttristate \"Foo FX100 light sensor\"\n")
        .file("drivers/iio/light/Makefile", "obj-m += fx100.o\n")
        .message("iio: light: Add driver for Foo FX100 light sensor");
    if (!broken.empty())
        repo.commit("fs/ext4/inode.c", "2\n")
            .message("ext4: mend the inode\n\nFixes: " + broken.substr(0, 12) +
                     " (\"ext4: break the inode\")\n");
    repo.tag("v2", repo.tip());
    repo.write();
    return breaks.id();
}

} // namespace

/// The real window on a release imported for it: what a person does to commits, by key and mouse.
class AnnotationWindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    void init();
    void cleanup();
    void theKeyboardAloneFindsMovesMarksAndNotes();
    void anOwnChoiceWinsAtOnceEverywhere();
    void manyArePutAtOnceAndTakenBack();
    void whatLeavesTheListLeavesOneInPlace();
    void aBookmarkKeepsSelectionAndScrollPlace();
    void aNoteIsSavedByItself();
    void aNoteIsSavedWhenTheWindowCloses();
    void whatIsShownLongEnoughIsRead();
    void coloursAreChosenFromTheMenu();
    void marksAreListedAndOpened();
    void choicesGoThroughAFile();
    void theMenuKeyIsAboutTheCurrentLine();
    void newHardwareIsOneKeyAway();
    void correctionsOpen();
    void marksAreSortedAndExported();
    void ownRulesAreMadeAndApplied();
    void aMistakeInTheRulesLeadsToItsLine();
    void aRefusalIsASentenceAndNothingChanges();
    void aRefusedUndoLeavesStackAndDatabaseTogether();

    void launched(const QUrl& url) { launched_ << url; }

private:
    void open();
    /// What a window manager does when a dialog goes.
    void activate();
    template <typename Widget>
    Widget* find(const char* name = "") const {
        return window_->findChild<Widget*>(QLatin1String(name));
    }
    QTreeView* table() const { return window_->findChild<ChangesetView*>(); }
    QLineEdit* filter() const { return window_->findChild<FilterBar*>()->findChild<QLineEdit*>(); }
    QPlainTextEdit* note() const { return find<QPlainTextEdit>("note"); }
    MessageBar* message() const { return find<MessageBar>("message"); }
    int rows() const { return table()->model()->rowCount(); }
    QVariant cell(int line, int column, int role = Qt::DisplayRole) const {
        return table()->model()->index(line, column).data(role);
    }
    RowMarks marks(int line) const {
        return RowMarks(cell(line, 0, ChangesetModel::MarksRole).toInt());
    }
    QString subject(int line) const { return cell(line, 0).toString(); }
    int count(const QString& section) const;
    QString shownSubject() const { return find<QLabel>("subject")->text(); }
    store::CommitDetail stored(const QString& subject) const;
    QString database() const { return QString::fromStdString((*folder_ / "test.db").string()); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const;
    void choose(int line);
    void filterBy(const QString& query, int expected);
    void choosePlace(const QString& letters);
    void writeRules(const char* text);
    void answerFileDialog(const QString& file);

    std::unique_ptr<test::TempDir> clones_; ///< made once, with a database to copy
    std::string fixed_;
    std::unique_ptr<test::TempDir> folder_;
    std::unique_ptr<MainWindow> window_;
    QList<QUrl> launched_;
};

void AnnotationWindowTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    clones_ = std::make_unique<test::TempDir>();
    // Once to learn the id of the commit that is broken, and once with the fix that names it.
    test::RepoBuilder first(*clones_ / "first");
    fixed_ = describe(first, {});
    test::RepoBuilder repo(*clones_ / "repo");
    describe(repo, fixed_);

    importer::ImportRequest request;
    request.database = *clones_ / "test.db";
    request.repository = repo.path();
    request.from = "v1";
    request.to = "v2";
    importer::run_import(request, {}, {});
    QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "launched");
}

void AnnotationWindowTest::init() {
    folder_ = std::make_unique<test::TempDir>();
    std::filesystem::copy_file(*clones_ / "test.db", *folder_ / "test.db");
    qputenv("XDG_CONFIG_HOME", QByteArray::fromStdString((*folder_ / "config").string()));
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                       QString::fromStdString((*folder_ / "settings").string()));
    launched_.clear();
    open();
}

void AnnotationWindowTest::cleanup() {
    window_.reset();
}

void AnnotationWindowTest::open() {
    window_.reset();
    StartOptions options;
    options.database = database();
    window_ = std::make_unique<MainWindow>(options);
    QSignalSpy complete(window_.get(), &MainWindow::complete);
    window_->show();
    QTRY_VERIFY_WITH_TIMEOUT(!complete.isEmpty(), patience);
    activate();
}

void AnnotationWindowTest::activate() {
    window_->activateWindow();
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::activeWindow() == window_.get());
}

int AnnotationWindowTest::count(const QString& section) const {
    const auto* const tree = window_->findChild<SectionPanel*>()->findChild<QTreeView*>();
    const auto found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, section, 1,
                                            Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty()
               ? 0
               : found.front().siblingAtColumn(SectionModel::CountColumn).data().toInt();
}

store::CommitDetail AnnotationWindowTest::stored(const QString& subject) const {
    store::Reader reader(database().toStdString());
    store::CommitQuery query;
    query.text = '"' + subject.toStdString() + '"';
    return reader.commit(reader.find(query).at(0)).value();
}

void AnnotationWindowTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const {
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

void AnnotationWindowTest::choose(int line) {
    const QModelIndex index = table()->model()->index(line, 0);
    table()->scrollTo(index);
    const QRect rect = table()->visualRect(index);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, rect.center());
    QTRY_COMPARE_WITH_TIMEOUT(shownSubject(), subject(line), patience);
}

void AnnotationWindowTest::filterBy(const QString& query, int expected) {
    press(Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(filter()->hasFocus());
    QTest::keyClicks(filter(), query);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), expected, patience);
    QTest::keyClick(filter(), Qt::Key_Return);
    QTRY_VERIFY(table()->hasFocus());
}

void AnnotationWindowTest::choosePlace(const QString& letters) {
    press(Qt::Key_M, Qt::ControlModifier);
    auto* const dialog = window_->findChild<SectionDialog*>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->findChild<QLineEdit*>("edit")->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), letters);
    press(Qt::Key_Return);
    QTRY_VERIFY(!window_->findChild<SectionDialog*>());
    activate();
}

void AnnotationWindowTest::writeRules(const char* text) {
    const std::filesystem::path file(OwnRules::file().toStdString());
    std::filesystem::create_directories(file.parent_path());
    QFile rules(OwnRules::file());
    QVERIFY(rules.open(QIODevice::WriteOnly));
    rules.write(text);
}

void AnnotationWindowTest::answerFileDialog(const QString& file) {
    auto* const dialog = window_->findChild<QFileDialog*>();
    QVERIFY(dialog);
    auto* const edit = dialog->findChild<QLineEdit*>();
    edit->setFocus();
    edit->setText(file); // typed, a list of completions would come between
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY(!window_->findChild<QFileDialog*>());
    activate();
}

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

void AnnotationWindowTest::aBookmarkKeepsSelectionAndScrollPlace() {
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

void AnnotationWindowTest::aNoteIsSavedByItself() {
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

void AnnotationWindowTest::aNoteIsSavedWhenTheWindowCloses() {
    choose(3);
    const QString noted = subject(3);
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(note(), "last words");
    window_->close();
    window_.reset();
    QCOMPARE(stored(noted).row.personal.value().note, std::string("last words"));
}

void AnnotationWindowTest::whatIsShownLongEnoughIsRead() {
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

void AnnotationWindowTest::coloursAreChosenFromTheMenu() {
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

void AnnotationWindowTest::marksAreListedAndOpened() {
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

void AnnotationWindowTest::marksAreSortedAndExported() {
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
