// What changed lines lead to: who wrote one, and what changed it later.

#include "application/application.h"
#include "changesets/changeset_view.h"
#include "commit/commit_panel.h"
#include "commit/diff/diff_view.h"
#include "commit/files/file_model.h"
#include "commit/files/files_page.h"
#include "commit/files/line_panel.h"
#include "fixtures/open_window.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"
#include "test_ui.h"
#include "window/main_window.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace mw::ui;
namespace test = mw::test;

namespace {} // namespace

class LinesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { window_.reset(); }
    void whoWroteALineIsFound();
    void andFurtherBack();
    void whatChangedItLaterIsFound();

private:
    void choose(const QString& subject);
    void cursorOn(const QString& line);
    QTreeView* table() const { return window_->findChild<ChangesetView*>(); }
    DiffView* diff() const { return window_->findChild<DiffView*>("diff"); }
    QTreeWidget* commits() const { return window_->findChild<QTreeWidget*>("lineCommits"); }
    QString state() const { return window_->findChild<QLabel*>("lineState")->text(); }
    QString subject() const { return window_->findChild<QLabel*>("subject")->text(); }

    std::unique_ptr<test::TempDir> made_, folder_;
    std::unique_ptr<MainWindow> window_;
};

void LinesTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    made_ = std::make_unique<test::TempDir>();
    test::RepoBuilder repo(*made_ / "repo");
    repo.tag("v1", repo.commit("kernel/a.c", "int a(void)\n{\n\told();\n}\n").message("start"));
    repo.commit("kernel/a.c", "int a(void)\n{\n\told();\n\tmutex_lock(&l);\n}\n")
        .message("a: lock")
        .file("README", "mutexes\n");
    repo.commit("kernel/b.c", "mutex_lock_nested(&l);\n").message("b: nested");
    repo.commit("kernel/c.c", "mutex_lock(&n);\nput(&l);\n").message("c: near");
    repo.commit("kernel/a.c", "int a(void)\n{\n\tmutex_lock(&m);\n}\n").message("a: other lock");
    repo.tag("v2", repo.tip());
    repo.write();
    importRange(repo.path(), "v1", "v2", *made_ / "test.db");
}

void LinesTest::init() {
    folder_ = std::make_unique<test::TempDir>();
    std::filesystem::copy_file(*made_ / "test.db", *folder_ / "test.db");
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                       QString::fromStdString((*folder_ / "settings").string()));
    window_ = openWindow(*folder_ / "test.db", {1200, 800});
    QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 4, patience);
}

void LinesTest::choose(const QString& subject) {
    for (int row = 0; row < table()->model()->rowCount(); ++row)
        if (table()->model()->index(row, 0).data().toString() == subject)
            QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                              table()->visualRect(table()->model()->index(row, 0)).center());
    QTRY_COMPARE_WITH_TIMEOUT(this->subject(), subject, patience);
}

void LinesTest::cursorOn(const QString& wanted) {
    auto* const page = window_->findChild<FilesPage*>();
    auto* const panel = window_->findChild<CommitPanel*>();
    panel->findChild<QTabWidget*>("pages")->setCurrentWidget(page);
    auto* const files = page->findChild<QTreeView*>("files");
    for (int row = 0; row < files->model()->rowCount(); ++row)
        if (files->model()->index(row, FileModel::PathColumn).data().toString() == "kernel/a.c")
            files->setCurrentIndex(files->model()->index(row, FileModel::PathColumn));
    QTRY_VERIFY_WITH_TIMEOUT(diff()->isVisible() && diff()->toPlainText().contains(wanted),
                             patience);
    diff()->setTextCursor(diff()->document()->find(wanted));
    diff()->setFocus();
}

void LinesTest::whoWroteALineIsFound() {
    choose("a: other lock");
    cursorOn("mutex_lock(&l);");
    QTest::keyClick(diff(), Qt::Key_B, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(commits()->topLevelItemCount(), 1, patience);
    QTRY_VERIFY(state().contains("last written"));
    QCOMPARE(commits()->topLevelItem(0)->text(1), QString("a: lock"));
    QTRY_VERIFY(commits()->hasFocus());
    // All of what is short is there: the id, the author, the date.
    for (const int column : {0, 2, 3}) {
        QTRY_VERIFY(!commits()->isColumnHidden(column));
        const QString text = commits()->topLevelItem(0)->text(column);
        QVERIFY2(commits()->columnWidth(column) > commits()->fontMetrics().horizontalAdvance(text),
                 qPrintable(text));
    }
    QTest::keyClick(commits(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(subject(), QString("a: lock"), patience);
    QTRY_VERIFY(!window_->findChild<LinePanel*>()->isVisible());
    // An added line was written by the changeset itself.
    cursorOn("+\tmutex_lock(&l);");
    QTest::keyClick(diff(), Qt::Key_B, Qt::ControlModifier);
    QTRY_VERIFY(state().contains("written by this changeset"));
}

void LinesTest::andFurtherBack() {
    choose("a: other lock");
    cursorOn("old();");
    QTest::keyClick(diff(), Qt::Key_B, Qt::ControlModifier);
    auto* const further = window_->findChild<QPushButton*>("linesFurther");
    QTRY_VERIFY_WITH_TIMEOUT(further->isVisible(), patience);
    QVERIFY(state().contains("older than v2"));
    QCOMPARE(commits()->topLevelItemCount(), 0);
    QTest::mouseClick(further, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(commits()->topLevelItemCount(), 1, patience);
    QCOMPARE(commits()->topLevelItem(0)->text(1), QString("start"));
    QTest::mouseClick(window_->findChild<QToolButton*>("closeLines"), Qt::LeftButton);
    QVERIFY(!window_->findChild<LinePanel*>()->isVisible());
}

void LinesTest::whatChangedItLaterIsFound() {
    choose("a: lock");
    cursorOn("mutex_lock(&l);");
    QTest::keyClick(diff(), Qt::Key_B, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(commits()->topLevelItemCount(), 1, patience);
    QCOMPARE(commits()->topLevelItem(0)->text(1), QString("a: other lock"));
    QTRY_VERIFY(state().startsWith("1 changeset of v2"));
    QTest::keyClick(commits(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(subject(), QString("a: other lock"), patience);
    cursorOn("mutex_lock(&m);");
    QTest::keyClick(diff(), Qt::Key_B, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(state().startsWith("Nothing in v2"), patience);
}

MW_UI_TEST(LinesTest)
#include "lines_test.moc"
