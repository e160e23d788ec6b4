// A search in changed lines: the diff opens at the hit, F3 leads from hit to hit, exact text is
// verified in the clone, and a release without an index gets one.

#include "application/application.h"
#include "changesets/changeset_view.h"
#include "changesets/filter_bar.h"
#include "commit/commit_panel.h"
#include "commit/diff/diff_view.h"
#include "commit/diff/side_by_side_view.h"
#include "commit/files/files_page.h"
#include "fixtures/open_window.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"
#include "test_ui.h"
#include "window/main_window.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QTabWidget>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace mw::ui;
namespace test = mw::test;

namespace {

/// So many, and of so many lines, that looking at all of them takes far longer than a click.
constexpr int manyChangesets = 250, manyLines = 1'500;

std::string numbered(const std::string& text, int from, int to) {
    std::string lines;
    for (int i = from; i < to; ++i)
        lines += text + std::to_string(i) + ";\n";
    return lines;
}

void writeHistory(const std::filesystem::path& folder) {
    test::RepoBuilder repo(folder);
    const std::string middle = numbered("int m", 0, 40);
    auto start = repo.commit();
    start.message("start").file("kernel/a.c", "void a(void)\n{\n\told_lock(&l);\n}\n" + middle);
    start.file("net/b.c", "int b;\n").file("README", "read\n");
    repo.tag("v1", start);
    auto locks = repo.commit();
    locks.message("a: locks").file("README", "read me\n");
    locks.file("kernel/a.c", "void a(void)\n{\n\tnew_lock(&l);\n}\n" + middle +
                                 "int z;\nint y = new_lock(&m) + new_lock(&n);\n");
    locks.file("net/b.c", "int b;\nint c = new_lock(&o);\n");
    repo.commit("net/b.c", "int b;\nint c = 2;\n").message("b: none");
    repo.commit("net/c.c", "dev->x = spin_take(lock);\n").message("c: other order");
    repo.commit("net/d.c", "\tspin_take(&dev->lock);\n").message("d: in order");
    repo.commit("net/l.c", numbered("int n", 0, 3000) + "\tfar_away();\n").message("l: long");
    repo.tag("v2", repo.tip());
    repo.write();
}

void writeMany(const std::filesystem::path& folder) {
    test::RepoBuilder repo(folder);
    repo.tag("v1", repo.commit("lib/x.c", "int x;\n").message("start"));
    for (int i = 0; i < manyChangesets; ++i)
        repo.commit("lib/x.c",
                    numbered("a += spin_take(&dev->lock) + ", i * manyLines, (i + 1) * manyLines))
            .message("x: " + std::to_string(i));
    repo.tag("v2", repo.tip());
    repo.write();
}

void import(const std::filesystem::path& repository, const std::filesystem::path& database) {
    importRange(repository, "v1", "v2", database);
}

} // namespace

class CodeWindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { window_.reset(); }
    void aHitOpensTheDiffAtItsLine();
    void hitsAreWalkedFromFileToFile();
    void hitsAreWalkedSideBySide();
    void aHitFarDownIsReadUntilItIsSeen();
    void aFileThatWasChosenStays();
    void exactTextIsVerified();
    void verifyingShowsWhatWasFoundAndCanBeStopped();
    void whatWasVerifiedIsNotAskedAgain();
    void withoutTheCloneItSaysWhatIsNotVerified();
    void anOlderReleaseGetsItsIndex();

private:
    void open(const char* database);
    void search(const QString& text);
    void searched(const QString& text, int count);
    QAction* action(const char* name) const { return window_->findChild<QAction*>(name); }
    QTreeView* table() const { return window_->findChild<ChangesetView*>(); }
    DiffView* diff() const { return window_->findChild<DiffView*>("diff"); }
    QTreeView* files() const { return window_->findChild<QTreeView*>("files"); }
    int rows() const { return table()->model()->rowCount(); }
    QString title(int row) const { return table()->model()->index(row, 0).data().toString(); }
    QLabel* mistake() const { return window_->findChild<QLabel*>("mistake"); }
    QString count() const {
        return window_->findChild<FilterBar*>()->findChild<QLabel*>("count")->text();
    }
    QToolButton* stop() const {
        return window_->findChild<FilterBar*>()->findChild<QToolButton*>("stop");
    }
    /// "path: the line with the cursor| and from there on".
    QString place(const DiffView& view) const;
    QString file() const { return files()->currentIndex().siblingAtColumn(1).data().toString(); }

    std::unique_ptr<test::TempDir> made_, folder_;
    std::unique_ptr<MainWindow> window_;
};

void CodeWindowTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    made_ = std::make_unique<test::TempDir>();
    writeHistory(*made_ / "repo");
    import(*made_ / "repo", *made_ / "test.db");
    std::filesystem::copy(*made_ / "repo", *made_ / "gone",
                          std::filesystem::copy_options::recursive);
    import(*made_ / "gone", *made_ / "gone.db");
    std::filesystem::remove_all(*made_ / "gone");
    writeMany(*made_ / "many");
    import(*made_ / "many", *made_ / "many.db");
    std::filesystem::copy_file(*made_ / "test.db", *made_ / "older.db");
    // As an older version of the program left it.
    SQLite::Database older((*made_ / "older.db").string(), SQLite::OPEN_READWRITE);
    older.exec("DELETE FROM identifier_block; UPDATE release SET code_state = 0");
}

void CodeWindowTest::init() {
    folder_ = std::make_unique<test::TempDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                       QString::fromStdString((*folder_ / "settings").string()));
}

void CodeWindowTest::open(const char* database) {
    std::filesystem::copy_file(*made_ / database, *folder_ / "test.db");
    window_ = openWindow(*folder_ / "test.db", {1200, 800});
}

void CodeWindowTest::search(const QString& text) {
    auto* const edit = window_->findChild<FilterBar*>()->findChild<QLineEdit*>();
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

void CodeWindowTest::searched(const QString& text, int count) {
    search(text);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), count, patience);
    QTest::keyClick(window_->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(table()->hasFocus());
    QTest::keyClick(table(), Qt::Key_Home);
    QTRY_COMPARE_WITH_TIMEOUT(window_->findChild<QLabel*>("subject")->text(), title(0), patience);
}

QString CodeWindowTest::place(const DiffView& view) const {
    const QTextCursor cursor = view.textCursor();
    QString line = cursor.block().text();
    line.insert(cursor.positionInBlock(), QLatin1Char('|'));
    return file() + QStringLiteral(": ") + line;
}

void CodeWindowTest::aHitOpensTheDiffAtItsLine() {
    open("test.db");
    searched("adds:new_lock", 1);
    QTRY_COMPARE_WITH_TIMEOUT(place(*diff()), QString("kernel/a.c: +\t|new_lock(&l);"), patience);
    QVERIFY(diff()->isVisible());
    QTRY_VERIFY(!diff()->extraSelections().isEmpty());
    for (const QTextEdit::ExtraSelection& mark : diff()->extraSelections())
        QCOMPARE(mark.cursor.selectedText(), QString("new_lock"));
    // In the lines that are asked for alone.
    searched("removes:old_lock", 1);
    QTRY_COMPARE_WITH_TIMEOUT(place(*diff()), QString("kernel/a.c: -\t|old_lock(&l);"), patience);
    searched("locks", 1);
    QTRY_VERIFY_WITH_TIMEOUT(diff()->extraSelections().isEmpty(), patience);
}

void CodeWindowTest::hitsAreWalkedFromFileToFile() {
    open("test.db");
    searched("adds:new_lock", 1);
    QStringList walked;
    const auto step = [&](Qt::Key key, Qt::KeyboardModifiers modifiers, const QString& expected) {
        // From the list, which keeps the focus.
        QTest::keyClick(table(), key, modifiers);
        QTRY_COMPARE_WITH_TIMEOUT(place(*diff()), expected, patience);
    };
    const QString first = "kernel/a.c: +\t|new_lock(&l);",
                  second = "kernel/a.c: +int y = |new_lock(&m) + new_lock(&n);",
                  third = "kernel/a.c: +int y = new_lock(&m) + |new_lock(&n);",
                  other = "net/b.c: +int c = |new_lock(&o);";
    QTRY_COMPARE_WITH_TIMEOUT(place(*diff()), first, patience);
    for (const QString& next : {second, third, other, first})
        step(Qt::Key_F3, Qt::NoModifier, next);
    for (const QString& before : {other, third, second, first})
        step(Qt::Key_F3, Qt::ShiftModifier, before);
    QVERIFY(table()->hasFocus());
}

void CodeWindowTest::hitsAreWalkedSideBySide() {
    open("test.db");
    searched("code:old_lock OR adds:new_lock", 1);
    action("actionSideBySide")->trigger();
    auto* const sides = window_->findChild<SideBySideView*>();
    QTRY_VERIFY_WITH_TIMEOUT(sides->isVisible(), patience);
    sides->after().setFocus();
    sides->after().moveCursor(QTextCursor::Start);
    sides->before().moveCursor(QTextCursor::Start);
    const auto step = [&](Qt::KeyboardModifiers modifiers, const DiffView& side,
                          const QString& expected) {
        QTest::keyClick(window_->focusWidget(), Qt::Key_F3, modifiers);
        QTRY_VERIFY(side.hasFocus());
        QTRY_COMPARE_WITH_TIMEOUT(place(side), expected, patience);
    };
    const QString old = "kernel/a.c: -\t|old_lock(&l);", added = "kernel/a.c: +\t|new_lock(&l);",
                  next = "kernel/a.c: +int y = |new_lock(&m) + new_lock(&n);";
    step({}, sides->before(), old);
    step({}, sides->after(), added);
    step({}, sides->after(), next);
    step(Qt::ShiftModifier, sides->after(), added);
    step(Qt::ShiftModifier, sides->before(), old);
}

void CodeWindowTest::aHitFarDownIsReadUntilItIsSeen() {
    open("test.db");
    searched("code:far_away", 1);
    QTRY_COMPARE_WITH_TIMEOUT(place(*diff()), QString("net/l.c: +\t|far_away();"), patience);
}

void CodeWindowTest::aFileThatWasChosenStays() {
    open("test.db");
    searched("adds:new_lock", 1);
    QTRY_COMPARE_WITH_TIMEOUT(file(), QString("kernel/a.c"), patience);
    QTest::mouseClick(files()->viewport(), Qt::LeftButton, {},
                      files()->visualRect(files()->model()->index(0, 1)).center());
    QCOMPARE(file(), QString("README"));
    auto* const pages = window_->findChild<CommitPanel*>()->findChild<QTabWidget*>("pages");
    auto* const page = pages->currentWidget();
    pages->setCurrentIndex(0);
    pages->setCurrentWidget(page);
    QTest::qWait(200);
    QCOMPARE(file(), QString("README"));
}

void CodeWindowTest::exactTextIsVerified() {
    open("test.db");
    search("code:\"spin_take(&dev->lock)\"");
    QTRY_VERIFY_WITH_TIMEOUT(rows() == 1 && title(0) == "d: in order", patience);
    QVERIFY2(count().contains(" ms"), qPrintable(count()));
    QVERIFY(stop()->isHidden());
    search("code:\"spin_take(lock)\"");
    QTRY_VERIFY_WITH_TIMEOUT(rows() == 1 && title(0) == "c: other order", patience);
    search("code:\"spin_take(&lock)\"");
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 0, patience);
}

void CodeWindowTest::verifyingShowsWhatWasFoundAndCanBeStopped() {
    open("many.db");
    QTRY_COMPARE_WITH_TIMEOUT(rows(), manyChangesets, patience);
    QStringList counts;
    bool stopped = false;
    connect(&window_->session(), &Session::listChanged, window_.get(), [&] {
        counts << count();
        if (stop()->isVisible() && !stopped) {
            stopped = true;
            stop()->setFocus();
            QTest::keyClick(stop(), Qt::Key_Space);
        }
    });
    search("code:\"spin_take(&dev->lock)\"");
    QTRY_VERIFY_WITH_TIMEOUT(count().contains("stopped after"), patience);
    QVERIFY2(counts.constFirst().contains("looked at"), qPrintable(counts.join('\n')));
    QVERIFY2(rows() > 0 && rows() < manyChangesets, qPrintable(count()));
    QVERIFY(stop()->isHidden());
    QVERIFY(window_->findChild<FilterBar*>()->findChild<QLineEdit*>()->hasFocus());
    // Another text is looked for to the end.
    search("adds:\"spin_take(&dev->lock) + 7\"");
    QTRY_VERIFY_WITH_TIMEOUT(rows() == 1 && !stop()->isVisible(), patience);
}

void CodeWindowTest::whatWasVerifiedIsNotAskedAgain() {
    open("test.db");
    searched("code:\"spin_take(&dev->lock)\"", 1);
    // What is written to the file makes the list be read again; the clone has nothing to say to it.
    std::vector<FindFacts> read;
    connect(&window_->session(), &Session::listChanged, window_.get(),
            [&] { read.push_back(window_->session().findFacts()); });
    SQLite::Database database((*folder_ / "test.db").string(), SQLite::OPEN_READWRITE);
    database.exec("UPDATE personal SET note = note");
    window_->session().reloadLists(false);
    QTRY_VERIFY_WITH_TIMEOUT(!read.empty(), patience);
    QTest::qWait(200);
    QCOMPARE(rows(), 1);
    QCOMPARE(read.back().toLookAt, 0);
}

void CodeWindowTest::withoutTheCloneItSaysWhatIsNotVerified() {
    open("gone.db");
    search("code:\"spin_take(&dev->lock)\"");
    QTRY_VERIFY_WITH_TIMEOUT(mistake()->isVisible(), patience);
    QVERIFY2(mistake()->text().contains("2 changesets may have the text"),
             qPrintable(mistake()->text()));
    QVERIFY2(mistake()->text().contains("could not be verified"), qPrintable(mistake()->text()));
    QCOMPARE(rows(), 0);
    // Nor at the second time.
    search("a: locks");
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, patience);
    QVERIFY(!mistake()->isVisible());
    search("code:\"spin_take(&dev->lock)\"");
    QTRY_VERIFY_WITH_TIMEOUT(mistake()->isVisible(), patience);
    QCOMPARE(rows(), 0);
    // An identifier needs no clone.
    search("code:spin_take");
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 2, patience);
    QTRY_VERIFY(!mistake()->isVisible());
}

void CodeWindowTest::anOlderReleaseGetsItsIndex() {
    open("older.db");
    search("adds:new_lock");
    QTRY_VERIFY_WITH_TIMEOUT(mistake()->isVisible(), patience);
    QVERIFY2(mistake()->text().contains("index it first"), qPrintable(mistake()->text()));
    QAction* const index = action("actionIndexCode");
    QTRY_VERIFY_WITH_TIMEOUT(index->isEnabled(), patience);
    index->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, patience);
    QCOMPARE(title(0), QString("a: locks"));
    QTRY_VERIFY_WITH_TIMEOUT(!index->isEnabled(), patience);
    QVERIFY(!mistake()->isVisible());
}

MW_UI_TEST(CodeWindowTest)
#include "code_window_test.moc"
