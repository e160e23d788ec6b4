// Files and diffs as a person wants them: side by side, in folders, without white space; and the
// steps from one commit to the next.

#include "application/application.h"
#include "changesets/changeset_view.h"
#include "commit/commit_panel.h"
#include "commit/diff/diff_options.h"
#include "commit/diff/diff_view.h"
#include "commit/diff/side_by_side.h"
#include "commit/diff/side_by_side_view.h"
#include "commit/files/file_tree_model.h"
#include "commit/files/files_page.h"
#include "commit/message/trailer_model.h"
#include "fixtures/open_window.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"
#include "test_ui.h"
#include "window/main_window.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QScrollBar>
#include <QTabWidget>
#include <QTest>

using namespace mw::ui;
namespace store = mw::store;
namespace test = mw::test;

namespace {

using LineKind = DiffLine::Kind;

DiffText diffOf(const QStringList& lines) {
    DiffText diff;
    diff.text = lines.join(QLatin1Char('\n'));
    for (const QString& line : lines) {
        const QChar sign = line.isEmpty() ? QLatin1Char(' ') : line[0];
        diff.lines.push_back({sign == QLatin1Char('@')    ? LineKind::Hunk
                              : sign == QLatin1Char('+')  ? LineKind::Added
                              : sign == QLatin1Char('-')  ? LineKind::Removed
                              : sign == QLatin1Char('\\') ? LineKind::Remark
                                                          : LineKind::Context});
    }
    return diff;
}

} // namespace

class FilesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { window_.reset(); }
    void sidesHaveAsManyLines_data();
    void sidesHaveAsManyLines();
    void changedCharactersAreMarked();
    void filesStandInTheirFolders();
    void trailersLeadSomewhere();
    void optionsAreKept();
    void aDiffIsReadSideBySide();
    void whiteSpaceIsLeftOut();
    void filesAreShownInFolders();
    void stepsLeadThroughListSeriesAndPull();

private:
    void open(const QString& subject);
    void showFiles();
    QTreeView* files() const { return page()->findChild<QTreeView*>("files"); }
    FilesPage* page() const { return window_->findChild<FilesPage*>(); }
    void trigger(const char* action) const {
        window_->findChild<QAction*>(QLatin1String(action))->trigger();
    }
    QString subject() const { return window_->findChild<QLabel*>("subject")->text(); }

    std::unique_ptr<test::TempDir> clones_, folder_;
    std::unique_ptr<MainWindow> window_;
};

void FilesTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    clones_ = std::make_unique<test::TempDir>();
    test::RepoBuilder repo(*clones_ / "repo");
    repo.tag("v1", repo.commit("net/a.c", "int a;\nint b;\nint c;\n"));
    const auto base = repo.tip();
    repo.branch("topic", base);
    repo.commit("net/a.c", "int  a;\nint bb;\nint c;\n").message("net: first");
    auto many = repo.commit();
    many.message("net: second").file("drivers/net/x.c", "x\n").file("drivers/net/y.c", "y\n");
    many.file("README", "read\n");
    repo.commit("net/b.c", "b\n").message("net: third");
    const auto topic = repo.tip();
    repo.checkout("master");
    repo.merge({topic}).message("Merge branch 'topic' of git://host/people/net");
    repo.commit("fs/c.c", "c\n").message("fs: direct");
    repo.tag("v2", repo.tip());
    repo.write();
}

void FilesTest::init() {
    folder_ = std::make_unique<test::TempDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                       QString::fromStdString((*folder_ / "settings").string()));
}

void FilesTest::sidesHaveAsManyLines_data() {
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("context") << QStringList{"@@", " a"} << "@@| a"
                             << "@@| a";
    QTest::newRow("change") << QStringList{" a", "-b", "+c", " d"} << " a|-b| d"
                            << " a|+c| d";
    QTest::newRow("more added") << QStringList{"-b", "+c", "+d", " e"} << "-b|| e"
                                << "+c|+d| e";
    QTest::newRow("more removed") << QStringList{"-b", "-c", "+d"} << "-b|-c"
                                  << "+d|";
    QTest::newRow("added alone") << QStringList{" a", "+b"} << " a|"
                                 << " a|+b";
    QTest::newRow("remark") << QStringList{"-a", "\\ no", "+b"} << "-a|\\ no"
                            << "+b|";
    QTest::newRow("two changes") << QStringList{"-a", "+b", "-c", "+d"} << "-a|-c"
                                 << "+b|+d";
    QTest::newRow("nothing") << QStringList{} << ""
                             << "";
}

void FilesTest::sidesHaveAsManyLines() {
    QFETCH(QStringList, lines);
    const SideBySide sides = sideBySide(diffOf(lines));
    QTEST(QString(sides.before.text).replace('\n', '|'), "before");
    QTEST(QString(sides.after.text).replace('\n', '|'), "after");
    QCOMPARE(sides.before.lines.size(), sides.after.lines.size());
    if (!lines.isEmpty())
        QCOMPARE(sides.before.lines.size(), std::size_t(sides.before.text.count('\n') + 1));
}

void FilesTest::changedCharactersAreMarked() {
    mw::git::FilePatch patch;
    patch.path = "a.txt";
    mw::git::PatchHunk hunk{"@@ -1 +1 @@", {}};
    for (const char* line : {"-return old_name(1);", "+return new_name(1);", " x", "-gone"})
        hunk.lines.push_back({line[0], 1, 1, line + 1});
    patch.hunks.push_back(hunk);
    const DiffText diff = layOutDiff(patch);
    QCOMPARE(diff.lines[1].changed.size(), 1U);
    QCOMPARE(diff.lines[1].changed[0], (TextRange{8, 8}));
    QCOMPARE(diff.text.split('\n')[2].mid(diff.lines[2].changed.at(0).start,
                                          diff.lines[2].changed.at(0).length),
             QString("new_name"));
    QVERIFY(diff.lines[4].changed.empty()); // a removed line without a partner
}

void FilesTest::filesStandInTheirFolders() {
    FileModel files;
    FileTreeModel tree(files);
    QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    files.setFiles({{"README", 'A', false, 1, 0},
                    {"drivers/net/phy/a.c", 'M', false, 1, 0},
                    {"drivers/net/phy/b.c", 'M', false, 1, 0},
                    {"drivers/net/z.c", 'M', false, 1, 0}},
                   false);
    tree.rebuild();
    const int path = FileModel::PathColumn;
    QCOMPARE(tree.rowCount(), 2);
    const QModelIndex folder = tree.index(1, path);
    QCOMPARE(folder.data().toString(), QString("drivers/net/"));
    QCOMPARE(tree.rowCount(tree.index(1, 0)), 2);
    const QModelIndex file = tree.indexOfFile(2);
    QCOMPARE(file.data().toString(), QString("b.c"));
    QCOMPARE(tree.fileOf(file), 2);
    QCOMPARE(file.parent().siblingAtColumn(path).data().toString(), QString("phy/"));
    QCOMPARE(tree.fileOf(folder), -1);
    files.setFiles({}, false);
    tree.rebuild();
    QCOMPARE(tree.rowCount(), 0);
    QVERIFY(!tree.firstFile().isValid());
}

void FilesTest::trailersLeadSomewhere() {
    TrailerModel trailers;
    trailers.setTrailers({{"Reviewed-by", "Ann \"A\" Author <ann@example.org>"},
                          {"Link", "https://lore.kernel.org/r/1"},
                          {"Fixes", "123456789abc (\"net: x\")"},
                          {"Change-Id", "none"}});
    using Target = TrailerModel::Target::Kind;
    QCOMPARE(trailers.target(0).kind, Target::Person);
    QCOMPARE(trailers.target(0).value,
             QString(R"(author:="Ann ""A"" Author" OR trailer:"Ann ""A"" Author")"));
    QCOMPARE(trailers.target(1).kind, Target::Web);
    QCOMPARE(trailers.target(1).value, QString("https://lore.kernel.org/r/1"));
    QCOMPARE(trailers.target(2).kind, Target::Commit);
    QCOMPARE(trailers.target(2).value, QString("123456789abc"));
    QCOMPARE(trailers.target(3).kind, Target::None);
}

void FilesTest::optionsAreKept() {
    QWidget one, other;
    DiffOptions first(&one), second(&other);
    for (QAction* const action : first.menu().actions())
        if (action->objectName() == "actionSideBySide" ||
            action->objectName() == "actionWhitespaceNone" ||
            action->objectName() == "actionLessContext")
            action->trigger();
    QVERIFY(first.sideBySide());
    second.restoreState(first.saveState());
    QVERIFY(second.sideBySide());
    QVERIFY(second.patch() == first.patch());
    QCOMPARE(second.patch().whitespace, mw::git::Whitespace::not_at_all);
    QCOMPARE(second.patch().context, 1U);
    second.restoreState("nonsense");
    QVERIFY(second.sideBySide());
}

void FilesTest::open(const QString& subject) {
    const QString database = QString::fromStdString((*folder_ / "test.db").string());
    importRange(*clones_ / "repo", "v1", "v2", database.toStdString());
    window_ = openWindow(database.toStdString());
    auto* const table = window_->findChild<ChangesetView*>();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 4, patience);
    for (int line = 0; line < 4; ++line)
        if (table->model()->index(line, 0).data().toString() == subject)
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                              table->visualRect(table->model()->index(line, 0)).center());
    QTRY_COMPARE_WITH_TIMEOUT(this->subject(), subject, patience);
}

void FilesTest::showFiles() {
    auto* const pages = window_->findChild<CommitPanel*>()->findChild<QTabWidget*>("pages");
    pages->setCurrentWidget(page());
    QTRY_VERIFY(page()->isVisible());
}

void FilesTest::aDiffIsReadSideBySide() {
    open("net: first");
    showFiles();
    trigger("actionSideBySide");
    auto* const before = window_->findChild<DiffView*>("diffBefore");
    auto* const after = window_->findChild<DiffView*>("diffAfter");
    QTRY_VERIFY_WITH_TIMEOUT(before->isVisible(), patience);
    QCOMPARE(before->toPlainText(), QString("@@ -1,3 +1,3 @@\n-int a;\n-int b;\n int c;"));
    QCOMPARE(after->toPlainText(), QString("@@ -1,3 +1,3 @@\n+int  a;\n+int bb;\n int c;"));
    before->verticalScrollBar()->setValue(before->verticalScrollBar()->maximum());
    QCOMPARE(after->verticalScrollBar()->value(), before->verticalScrollBar()->value());
    trigger("actionSideBySide");
    QTRY_VERIFY_WITH_TIMEOUT(page()->findChild<DiffView*>("diff")->isVisible(), patience);
}

void FilesTest::whiteSpaceIsLeftOut() {
    open("net: first");
    showFiles();
    auto* const diff = page()->findChild<DiffView*>("diff");
    QTRY_VERIFY_WITH_TIMEOUT(diff->toPlainText().contains("-int a;"), patience);
    trigger("actionWhitespaceAmount");
    QTRY_VERIFY_WITH_TIMEOUT(!diff->toPlainText().contains("-int a;"), patience);
    QVERIFY(diff->toPlainText().contains("+int bb;"));
}

void FilesTest::filesAreShownInFolders() {
    open("net: second");
    showFiles();
    QTRY_COMPARE_WITH_TIMEOUT(files()->model()->rowCount(), 3, patience);
    files()->setCurrentIndex(files()->model()->index(2, FileModel::PathColumn));
    trigger("actionFileTree");
    QCOMPARE(files()->model()->rowCount(), 2);
    QCOMPARE(files()->currentIndex().data().toString(), QString("y.c"));
    QVERIFY(files()->isExpanded(files()->currentIndex().parent().siblingAtColumn(0)));
    QTest::keyClick(files(), Qt::Key_Up);
    QCOMPARE(files()->currentIndex().data().toString(), QString("x.c"));
    QTRY_VERIFY_WITH_TIMEOUT(
        window_->findChild<QLabel*>("fileTitle")->text().startsWith("drivers/net/x.c"), patience);
    trigger("actionFileTree");
    QCOMPARE(files()->currentIndex().siblingAtColumn(FileModel::PathColumn).data().toString(),
             QString("drivers/net/x.c"));
}

void FilesTest::stepsLeadThroughListSeriesAndPull() {
    open("net: second");
    auto* const places = window_->findChild<QLabel*>("places");
    QTRY_VERIFY_WITH_TIMEOUT(places->text().contains("2 of 3 in its pull"), patience);
    QTest::keyClick(window_.get(), Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(subject(), QString("net: third"), patience);
    QTRY_VERIFY(!window_->findChild<QAction*>("actionNextInPull")->isEnabled());
    QTRY_VERIFY(window_->findChild<QAction*>("actionPreviousInPull")->isEnabled());
    trigger("actionPreviousInPull");
    QTRY_COMPARE_WITH_TIMEOUT(subject(), QString("net: second"), patience);
    QTest::keyClick(window_.get(), Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(subject(), QString("net: first"), patience);
    QTRY_VERIFY(window_->findChild<QAction*>("actionNextInSeries")->isEnabled());
    trigger("actionNextInSeries");
    QTRY_COMPARE_WITH_TIMEOUT(subject(), QString("net: second"), patience);
}

MW_UI_TEST(FilesTest)
#include "files_test.moc"
