#include "application/application.h"
#include "changesets/changeset_view.h"
#include "commit/commit_panel.h"
#include "commit/diff/diff_view.h"
#include "document/document_controller.h"
#include "document/document_page.h"
#include "fixtures/open_window.h"
#include "git/objects/fetch_consent.h"
#include "import/import_dialog.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"
#include "support/traps.h"
#include "test_ui.h"
#include "widgets/message_bar.h"
#include "window/main_window.h"

#include <QAction>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

#include <filesystem>

using namespace mw::ui;
namespace git = mw::git;
namespace test = mw::test;

namespace {

constexpr const char* document = "Documentation/core-api/workqueue.rst";

} // namespace

/// The window and a clone without file contents: what is asked before the network is, and that
/// nothing of the clone is run meanwhile.
class FetchTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theImportAsksOnceForEachClone();
    void withoutAWordTheNetworkIsLeftAlone();
    void aDiffIsFetchedAtAPress();
    void aDocumentIsFetchedAtAPress();
    void nothingOfATrappedCloneIsRun();
    void anAddressThatIsATrapIsNotOffered();

private:
    void open();
    void import(bool fetch);
    bool isAllowed() const {
        return git::FetchConsent::remembered(git::Repository(clone_)).has_value();
    }
    bool hasFetched() const { return std::filesystem::exists(*folder_ / "cache/mergewindow"); }
    void showDiff(int line);
    void openDocument();
    bool isShown(const char* title) const;

    template <typename Widget>
    Widget* find(const char* name = "") const {
        return window_->findChild<Widget*>(QLatin1String(name));
    }
    QTreeView* table() const { return window_->findChild<ChangesetView*>(); }

    std::unique_ptr<test::TempDir> origins_; ///< made once
    std::filesystem::path origin_, clone_;
    std::unique_ptr<test::TempDir> folder_;
    std::unique_ptr<MainWindow> window_;
};

void FetchTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    origins_ = std::make_unique<test::TempDir>();
    test::RepoBuilder repo(*origins_ / "repo");
    repo.tag("v6.6", repo.commit("net/core/dev.c", "0\n")
                         .file("MAINTAINERS", "NETWORKING\nF:\tnet/\n")
                         .file(".gitattributes", test::Traps::attributes()));
    repo.commit("net/core/dev.c", "1\n").message("net: one");
    repo.commit(document, "=========\nWorkqueue\n=========\n\nMany cases.\n")
        .message("docs: workqueue");
    repo.tag("v6.7", repo.tip());
    repo.write();
    origin_ = repo.path();
    test::run_git(origin_, {"config", "uploadpack.allowFilter", "true"});
}

void FetchTest::init() {
    folder_ = std::make_unique<test::TempDir>();
    const auto folder = [this](const char* name) {
        return QFile::encodeName(QString::fromStdString((*folder_ / name).string()));
    };
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder("settings"));
    qputenv("XDG_CACHE_HOME", folder("cache"));
    qputenv("XDG_CONFIG_HOME", folder("config"));
    clone_ = *folder_ / "partial";
    test::run_git(folder_->path(), {"clone", "--quiet", "--bare", "--filter=blob:none",
                                    "file://" + origin_.string(), clone_.string()});
}

void FetchTest::cleanup() {
    window_.reset();
}

void FetchTest::open() {
    window_ = openWindow(*folder_ / "test.db");
}

void FetchTest::import(bool fetch) {
    ImportDialog* const dialog = openImportDialog(*window_, clone_);
    QVERIFY(dialog);
    auto* const box = dialog->findChild<QCheckBox*>("fetch");
    if (box->isVisible())
        box->setChecked(fetch);
    QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok),
                      Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(find<MessageBar>("message")->isVisible(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 2, patience);
    QTRY_VERIFY(!window_->findChild<ImportDialog*>());
    // The list is there before the lines are counted.
    QTRY_VERIFY_WITH_TIMEOUT(find<QAction>("actionImport")->isEnabled(), patience);
}

void FetchTest::showDiff(int line) {
    const QRect rect = table()->visualRect(table()->model()->index(line, 0));
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, rect.center());
    auto* const pages = window_->findChild<CommitPanel*>()->findChild<QTabWidget*>("pages");
    for (int page = 0; page < pages->count(); ++page)
        if (pages->isTabVisible(page) && pages->tabText(page).remove('&').startsWith("Files"))
            pages->setCurrentIndex(page);
}

void FetchTest::openDocument() {
    window_->session().navigation().openPage(
        Page::ofKernelDoc(QStringLiteral("v6.7"), QLatin1String(document)));
}

bool FetchTest::isShown(const char* title) const {
    const DocumentPage* const page = window_->documents().pane().currentPage<DocumentPage>();
    return page && page->isLoaded() && page->content().title == QLatin1String(title);
}

void FetchTest::theImportAsksOnceForEachClone() {
    open();
    ImportDialog* const dialog = openImportDialog(*window_, clone_);
    QVERIFY(dialog);
    auto* const box = dialog->findChild<QCheckBox*>("fetch");
    QVERIFY(box->isVisible());
    QVERIFY(!box->isChecked());
    QVERIFY2(box->text().contains(QString::fromStdString(origin_.string())),
             qPrintable(box->text()));
    QVERIFY(!isAllowed());
    import(true);
    QVERIFY(isAllowed());
    QVERIFY(hasFetched());

    ImportDialog* const again = openImportDialog(*window_, clone_);
    QVERIFY(again);
    QVERIFY(again->findChild<QCheckBox*>("fetch")->isChecked());
    // A clone that lacks nothing needs nothing.
    again->setRepository(QString::fromStdString(origin_.string()));
    QVERIFY(!again->findChild<QCheckBox*>("fetch")->isVisible());
    QVERIFY(!again->request().fetch);
}

void FetchTest::withoutAWordTheNetworkIsLeftAlone() {
    open();
    import(false);
    QVERIFY(!isAllowed());
    QVERIFY(!hasFetched());
}

void FetchTest::aDiffIsFetchedAtAPress() {
    open();
    import(false);
    showDiff(0);
    auto* const button = find<QPushButton>("fetchContents");
    const auto* const state = find<QLabel>("fetchState");
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(state->text().contains(QString::fromStdString(origin_.string())),
                             patience);
    QVERIFY(!hasFetched());
    QTest::mouseClick(button, Qt::LeftButton);
    const auto* const diff = window_->findChild<DiffView*>();
    QTRY_VERIFY_WITH_TIMEOUT(diff->isVisible(), patience);
    QVERIFY(isAllowed());
    QVERIFY(hasFetched());
}

void FetchTest::aDocumentIsFetchedAtAPress() {
    open();
    import(false);
    openDocument();
    QTRY_VERIFY_WITH_TIMEOUT(window_->documents().pane().currentPage<DocumentPage>(), patience);
    const auto* const notice =
        window_->documents().pane().currentPage<DocumentPage>()->findChild<MessageBar*>("notice");
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), patience);
    QVERIFY2(notice->text().contains("takes the network"), qPrintable(notice->text()));
    QVERIFY(!hasFetched());
    QTest::mouseClick(notice->findChild<QPushButton*>("action"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isShown("Workqueue"), patience);
    QVERIFY(isAllowed());
}

void FetchTest::nothingOfATrappedCloneIsRun() {
    test::Traps traps(*folder_ / "traps");
    traps.set(clone_);
    const QByteArray path = qgetenv("PATH");
    const QByteArray trapped = QByteArray::fromStdString(traps.programs().string()) + ':' + path;
    qputenv("PATH", trapped);
    open();
    import(true);
    const auto* const diff = window_->findChild<DiffView*>();
    for (int line = 0; line < 2; ++line) {
        showDiff(line);
        auto* const button = find<QPushButton>("fetchContents");
        QTRY_VERIFY_WITH_TIMEOUT(button->isVisible() || diff->isVisible(), patience);
        if (button->isVisible())
            QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(diff->isVisible(), patience);
    }
    openDocument();
    QTRY_VERIFY_WITH_TIMEOUT(isShown("Workqueue"), patience);
    window_.reset();
    qputenv("PATH", path);
    QCOMPARE(traps.sprung(), std::vector<std::string>());
}

void FetchTest::anAddressThatIsATrapIsNotOffered() {
    test::Traps traps(*folder_ / "traps");
    traps.set(clone_);
    const std::string address = "ext::" + traps.command("address") + " %S";
    test::run_git(folder_->path(), {"config", "--file", (clone_ / "config").string(),
                                    "--replace-all", "remote.origin.url", address});
    open();
    ImportDialog* const dialog = openImportDialog(*window_, clone_);
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QCheckBox*>("fetch")->isVisible());
    import(true);
    showDiff(0);
    const auto* const state = find<QLabel>("fetchState");
    QTRY_VERIFY_WITH_TIMEOUT(state->isVisible() && state->text().contains("no address"), patience);
    QVERIFY(!find<QPushButton>("fetchContents")->isVisible());
    openDocument();
    QTest::qWait(500);
    QCOMPARE(traps.sprung(), std::vector<std::string>());
}

MW_UI_TEST(FetchTest)
#include "fetch_test.moc"
