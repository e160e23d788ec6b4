#include "application/application.h"
#include "changesets/changeset_panel.h"
#include "changesets/changeset_view.h"
#include "commit/commit_panel.h"
#include "commit/diff/diff_view.h"
#include "fixtures/open_window.h"
#include "import/import_dialog.h"
#include "import/import_progress.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"
#include "test_ui.h"
#include "widgets/message_bar.h"
#include "window/main_window.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

#include <filesystem>

using namespace mw::ui;
namespace importer = mw::importer;
namespace test = mw::test;

namespace {

/// So many that an import is stopped before it can end.
constexpr int longRelease = 3'000;
constexpr int shortCommits = 7;
constexpr int shortRelease = shortCommits + 1; ///< and one of documentation

} // namespace

/// The real window and a clone made for it: imports, releases, and a clone that goes away.
class WindowWithCloneTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void importsFromTheWindow();
    void whoReadsOnIsNotTornAwayByAnImport();
    void stoppingKeepsWhatWasThere();
    void closingAsksBeforeItEndsAnImport();
    void aFailedImportIsASentence();
    void releasesAreSwitched();
    void aPullOpensOnWhatItBrought();
    void aCloneThatIsGoneIsSaid();
    void kernelDocumentsComeFromTheClone();
    void gitFetchesWhatACloneWithoutContentsLacks();

private:
    void open();
    void import(const char* from, const char* to) const { import(clone_, from, to); }
    void import(const std::filesystem::path& clone, const char* from, const char* to) const;
    void choose(int line);
    void showPage(const char* title);

    template <typename Widget>
    Widget* find(const char* name = "") const {
        return window_->findChild<Widget*>(QLatin1String(name));
    }
    QTreeView* table() const { return window_->findChild<ChangesetView*>(); }
    int rows() const { return table()->model()->rowCount(); }
    QString database() const { return QString::fromStdString((*folder_ / "test.db").string()); }

    std::unique_ptr<test::TempDir> clones_; ///< made once
    std::filesystem::path clone_;
    std::unique_ptr<test::TempDir> folder_;
    std::unique_ptr<MainWindow> window_;
};

void WindowWithCloneTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    clones_ = std::make_unique<test::TempDir>();
    test::RepoBuilder repo(*clones_ / "repo");
    repo.tag("v6.5", repo.commit("fs/file.c", "0\n"));
    for (int i = 0; i < longRelease; ++i)
        repo.commit("fs/file.c", std::to_string(i) + "\n").message("fs: long " + std::to_string(i));
    repo.tag("v6.6", repo.tip());
    const auto base = repo.tip();
    repo.branch("topic", base);
    for (int i = 0; i < shortCommits; ++i)
        repo.commit("net/core/dev.c", std::to_string(i) + "\n")
            .message("net: short " + std::to_string(i));
    repo.commit("Documentation/core-api/workqueue.rst",
                "=========\nWorkqueue\n=========\n\nIntroduction\n============\n\nThere are *many* "
                "cases.\nSee Documentation/core-api/other.rst.\n")
        .message("docs: workqueue");
    const auto topic = repo.tip();
    repo.checkout("master");
    repo.merge({topic}).message("Merge branch 'topic' of git://host/people/net");
    repo.tag("v6.7", repo.tip());
    repo.write();
    clone_ = repo.path();
}

void WindowWithCloneTest::init() {
    folder_ = std::make_unique<test::TempDir>();
    for (const char* const name : {"XDG_CACHE_HOME", "XDG_CONFIG_HOME"})
        qputenv(name, QByteArray::fromStdString((*folder_ / name).string()));
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                       QString::fromStdString((*folder_ / "settings").string()));
}

void WindowWithCloneTest::cleanup() {
    window_.reset();
}

void WindowWithCloneTest::open() {
    window_ = openWindow(database().toStdString());
}

void WindowWithCloneTest::import(const std::filesystem::path& clone, const char* from,
                                 const char* to) const {
    importRange(clone, from, to, database().toStdString());
}

void WindowWithCloneTest::choose(int line) {
    const QRect rect = table()->visualRect(table()->model()->index(line, 0));
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, rect.center());
}

void WindowWithCloneTest::showPage(const char* title) {
    const auto* const pages = window_->findChild<CommitPanel*>()->findChild<QTabWidget*>("pages");
    for (int page = 0; page < pages->count(); ++page)
        if (pages->isTabVisible(page) && pages->tabText(page).remove('&').startsWith(title)) {
            QTest::mouseClick(pages->tabBar(), Qt::LeftButton, {},
                              pages->tabBar()->tabRect(page).center());
            return;
        }
    QFAIL(title);
}

void WindowWithCloneTest::importsFromTheWindow() {
    open();
    auto* const banner = find<MessageBar>("banner");
    QVERIFY(banner->isVisible());
    ImportDialog* const dialog = openImportDialog(*window_, clone_);
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLineEdit*>("name")->text(), QString("v6.7"));
    QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok),
                      Qt::LeftButton);
    QVERIFY(window_->findChild<ImportProgressWidget*>()->isVisible());
    // A second import cannot be started meanwhile, from anywhere.
    QVERIFY(!find<QAction>("actionImport")->isEnabled());
    QVERIFY(!banner->findChild<QPushButton*>("action")->isEnabled());

    QTRY_VERIFY_WITH_TIMEOUT(find<MessageBar>("message")->isVisible(), patience);
    QVERIFY(find<MessageBar>("message")->text().startsWith("v6.7 is complete"));
    QTRY_COMPARE_WITH_TIMEOUT(rows(), shortRelease, patience);
    QVERIFY(window_->windowTitle().startsWith("v6.7"));
    QVERIFY(!banner->isVisible());
    QVERIFY(!window_->findChild<ImportProgressWidget*>()->isVisible());
    QVERIFY(find<QAction>("actionImport")->isEnabled());
}

void WindowWithCloneTest::whoReadsOnIsNotTornAwayByAnImport() {
    open();
    ImportDialog* const dialog = openImportDialog(*window_, clone_);
    QVERIFY(dialog);
    QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok),
                      Qt::LeftButton);
    window_->session().navigation().openFilter("futex");
    auto* const message = find<MessageBar>("message");
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), patience);
    QVERIFY2(message->text().startsWith("v6.7 is complete"), qPrintable(message->text()));
    QVERIFY(!window_->windowTitle().startsWith("v6.7"));
    QCOMPARE(window_->session().navigation().current().filter, QString("futex"));
    auto* const show = message->findChild<QPushButton*>("action");
    QVERIFY(show->isVisible());
    QTest::mouseClick(show, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(window_->windowTitle().startsWith("v6.7"), patience);
}

void WindowWithCloneTest::stoppingKeepsWhatWasThere() {
    open();
    const int before = rows();
    ImportDialog* const dialog = openImportDialog(*window_, clone_);
    QVERIFY(dialog);
    auto* const to = dialog->findChild<QComboBox*>("to");
    to->setFocus();
    QTest::keyClick(to, Qt::Key_Down); // v6.6, the long one, since v6.5
    QCOMPARE(dialog->findChild<QLineEdit*>("name")->text(), QString("v6.6"));
    QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok),
                      Qt::LeftButton);
    auto* const progress = window_->findChild<ImportProgressWidget*>();
    QTest::mouseClick(progress->findChild<QPushButton*>("cancel"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(find<MessageBar>("message")->isVisible(), patience);
    QVERIFY2(find<MessageBar>("message")->text().startsWith("The import was stopped"),
             qPrintable(find<MessageBar>("message")->text()));
    QVERIFY(!progress->isVisible());
    QCOMPARE(rows(), before);
    QCOMPARE(find<QComboBox>()->count(), 1);
    QVERIFY(find<QAction>("actionImport")->isEnabled());
}

void WindowWithCloneTest::closingAsksBeforeItEndsAnImport() {
    open();
    const auto startLongImport = [this] {
        ImportDialog* const dialog = openImportDialog(*window_, clone_);
        QVERIFY(dialog);
        auto* const to = dialog->findChild<QComboBox*>("to");
        to->setFocus();
        QTest::keyClick(to, Qt::Key_Down); // v6.6, the long one, since v6.5
        QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok),
                          Qt::LeftButton);
    };
    const auto answer = [this](const char* text) {
        auto* const box = window_->findChild<QMessageBox*>();
        QVERIFY(box);
        for (QAbstractButton* const button : box->buttons())
            if (button->text().remove('&') == QLatin1String(text)) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        QFAIL(text);
    };
    auto* const progress = window_->findChild<ImportProgressWidget*>();

    startLongImport();
    QVERIFY(!window_->close());
    answer("Go on importing");
    QVERIFY(window_->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!progress->isVisible(), patience);
    QVERIFY2(find<MessageBar>("message")->text().startsWith("v6.6 is complete"),
             qPrintable(find<MessageBar>("message")->text()));

    startLongImport();
    QVERIFY(!window_->close());
    answer("Stop it and quit");
    QTRY_VERIFY(!window_->isVisible());
    // With nothing at work there is nothing to ask.
    QTRY_VERIFY_WITH_TIMEOUT(!progress->isVisibleTo(window_.get()), patience);
    window_->show();
    QVERIFY(window_->close());
}

void WindowWithCloneTest::aFailedImportIsASentence() {
    open();
    const int before = rows();
    ImportDialog* const dialog = openImportDialog(*window_, clone_);
    QVERIFY(dialog);
    const std::filesystem::path away = *clones_ / "away";
    std::filesystem::rename(clone_, away);
    QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok),
                      Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(find<MessageBar>("message")->isVisible(), patience);
    std::filesystem::rename(away, clone_);
    QVERIFY(find<MessageBar>("message")->text().contains("There is no folder"));
    QCOMPARE(rows(), before);
    QVERIFY(find<QAction>("actionImport")->isEnabled());
}

void WindowWithCloneTest::releasesAreSwitched() {
    import("v6.6", "v6.7");
    import("v6.5", "v6.6");
    open();
    auto* const releases = find<QComboBox>();
    QCOMPARE(releases->count(), 2);
    QCOMPARE(releases->currentText(), QString("v6.7"));
    QCOMPARE(rows(), shortRelease);
    releases->setFocus();
    QTest::keyClick(releases, Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), longRelease, patience);
    QVERIFY(window_->windowTitle().startsWith("v6.6"));
    QTest::keyClick(window_.get(), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), shortRelease, patience);
    QCOMPARE(releases->currentText(), QString("v6.7"));
}

void WindowWithCloneTest::aPullOpensOnWhatItBrought() {
    import("v6.6", "v6.7");
    open();
    QTest::keyClick(window_.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(window_->focusWidget(), "is:pull");
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, patience);
    const auto* const count = find<QLabel>("count");
    QVERIFY2(count->text().startsWith("1 found \u00B7"), qPrintable(count->text()));
    choose(0);
    const auto* const subject = find<QLabel>("subject");
    QTRY_VERIFY_WITH_TIMEOUT(subject->isVisible() && subject->text().startsWith("Merge branch"),
                             patience);
    showPage("Brought");
    auto* const brought = find<QTreeView>("brought");
    QTRY_VERIFY(brought->isVisible());
    QCOMPARE(brought->model()->rowCount(), shortRelease);
    QCOMPARE(brought->model()->index(0, 1).data().toString(), QString("net: short 0"));
    QTest::mouseClick(brought->viewport(), Qt::LeftButton, {},
                      brought->visualRect(brought->model()->index(2, 1)).center());
    QTRY_COMPARE_WITH_TIMEOUT(subject->text(), QString("net: short 2"), patience);
}

void WindowWithCloneTest::aCloneThatIsGoneIsSaid() {
    import("v6.6", "v6.7");
    open();
    const std::filesystem::path away = *clones_ / "away";
    std::filesystem::rename(clone_, away);
    choose(0);
    QTRY_VERIFY_WITH_TIMEOUT(find<MessageBar>("notice")->isVisible(), patience);
    const QString said = find<MessageBar>("notice")->text();
    showPage("Files");
    const auto* const diff = window_->findChild<DiffView*>();
    QVERIFY(!diff->isVisible());
    QCOMPARE(find<QTreeView>("files")->model()->rowCount(), 1);

    // It comes back, and so do the diffs, with the next commit that is looked at.
    std::filesystem::rename(away, clone_);
    choose(1);
    QTRY_VERIFY_WITH_TIMEOUT(diff->isVisible(), patience);
    // The diff may be read before somebody has looked whether the clone is there.
    QTRY_VERIFY_WITH_TIMEOUT(!find<MessageBar>("notice")->isVisible(), patience);
    QVERIFY2(said.contains(QString::fromStdString(clone_.string())), qPrintable(said));
}

void WindowWithCloneTest::kernelDocumentsComeFromTheClone() {
    import("v6.6", "v6.7");
    open();
    const QString article = QString::fromStdString((*folder_ / "article.md").string());
    QFile file(article);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Documentation/core-api/workqueue.rst tells more.\n");
    file.close();
    DocumentController& documents = window_->documents();
    documents.openFile(article);
    const auto shown = [&](const char* title) {
        const DocumentPage* const page = documents.pane().currentPage<DocumentPage>();
        return page && page->isLoaded() && page->content().title == QLatin1String(title);
    };
    const auto follow = [&] {
        DocumentBrowser& browser = documents.pane().currentPage<DocumentPage>()->browser();
        browser.setFocus();
        QTest::keyClick(&browser, Qt::Key_Tab); // to the first link
        QTest::keyClick(&browser, Qt::Key_Return);
    };
    QTRY_VERIFY_WITH_TIMEOUT(shown(""), patience);
    follow();
    QTRY_VERIFY_WITH_TIMEOUT(shown("Workqueue"), patience);
    QCOMPARE(documents.pane().currentPage<DocumentPage>()->content().outline.size(),
             std::size_t(2));
    // A file that the release has not.
    follow();
    QTRY_VERIFY_WITH_TIMEOUT(
        documents.pane().currentPage<DocumentPage>()->address().endsWith("other.rst"), patience);
    const auto* const notice =
        documents.pane().currentPage<DocumentPage>()->findChild<MessageBar*>("notice");
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), patience);
    QVERIFY2(notice->text().contains("has no file"), qPrintable(notice->text()));
    QTest::keyClick(window_.get(), Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(shown("Workqueue"));
}

void WindowWithCloneTest::gitFetchesWhatACloneWithoutContentsLacks() {
    const std::filesystem::path partial = *folder_ / "partial", away = *clones_ / "away";
    test::run_git(clone_, {"config", "uploadpack.allowFilter", "true"});
    test::run_git(folder_->path(), {"clone", "--quiet", "--bare", "--filter=blob:none",
                                    "file://" + clone_.string(), partial.string()});
    import(partial, "v6.6", "v6.7");
    open();
    choose(0);
    showPage("Files");
    auto* const button = find<QPushButton>("fetchContents");
    const auto* const state = find<QLabel>("fetchState");
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), patience);
    QVERIFY(find<QLabel>("note")->text().contains("was made without file contents"));
    const auto* const diff = window_->findChild<DiffView*>();
    QVERIFY(!diff->isVisible());

    // Without a way to the remote git says so, and can be asked again.
    std::filesystem::rename(clone_, away);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(state->text().startsWith("Git could not fetch it"), patience);
    std::filesystem::rename(away, clone_);
    QVERIFY(!diff->isVisible());

    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(diff->isVisible(), patience);
    QVERIFY(diff->toPlainText().contains("+0"));
    QVERIFY(!button->isVisible());

    // Another commit needs another file.
    choose(1);
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), patience);
    choose(0);
    QTRY_VERIFY_WITH_TIMEOUT(diff->isVisible(), patience);
    QVERIFY(!button->isVisible());
}

MW_UI_TEST(WindowWithCloneTest)
#include "window_with_clone_test.moc"
