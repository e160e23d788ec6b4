#include "application/application.h"
#include "changesets/changeset_view.h"
#include "changesets/filter_bar.h"
#include "clone/clone_progress.h"
#include "clone/history_form.h"
#include "fixtures/bundled_database.h"
#include "fixtures/open_window.h"
#include "import/import_dialog.h"
#include "importer/import.h"
#include "messages/messages.h"
#include "messages/messages_dock.h"
#include "start/start_controller.h"
#include "start/start_page.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"
#include "test_ui.h"
#include "widgets/message_bar.h"
#include "window/main_window.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabBar>
#include <QTcpServer>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace mw::ui;
namespace importer = mw::importer;
namespace test = mw::test;

namespace {} // namespace

/// The ways into the real window: the start page with mouse and keyboard, drops, and the place for
/// what the window has to say.
class StartTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theFirstStartShowsWhatCanBeDone();
    void theNextStartShowsThePlace();
    void theArticleIsAClickAway();
    void everythingIsReachedByKeyboard();
    void whatWasReadLatelyIsListed();
    void clonesAreLookedForWhenAsked();
    void aSearchIsStopped();
    void aReleaseIsFetchedAndImported();
    void aHistoryIsFetchedAndImported();
    void aFetchIsStoppedAndLeavesNothing();
    void whatIsWrongIsSaidBeforehand();
    void aFetchGoesOnWithoutThePage();
    void quittingAsksWhileItFetches();
    void aDroppedCloneIsOffered();
    void droppedDocumentsAreRead();
    void whatCannotBeUsedIsSaid();
    void textIsLeftToTheFields();
    void requestsAreFollowed();
    void messagesAreKept();
    void aMessageOffersWhatCanBeDone();

private:
    void open(StartOptions options = {});
    StartPage* page() const { return window_->findChild<StartPage*>(); }
    template <typename Widget>
    Widget* onPage(const char* name) const {
        return page()->findChild<Widget*>(QLatin1String(name));
    }
    void click(const char* button) const {
        QTest::mouseClick(onPage<QPushButton>(button), Qt::LeftButton);
    }
    void fill(const char* field, const QString& words) const;
    const Location& place() const { return window_->session().navigation().current(); }
    QString said() const { return window_->findChild<MessageBar*>("message")->text(); }
    QString url() const { return "file://" + QString::fromStdString(clone_); }
    QString inHome(const char* name) const { return home_->filePath(name); }
    bool drop(const QList<QUrl>& urls, QWidget* where = nullptr);
    QLabel* sign() const { return window_->findChild<QLabel*>("dropSign"); }

    std::unique_ptr<test::TempDir> clones_; ///< made once
    std::string clone_;
    QByteArray realHome_;
    std::unique_ptr<QTemporaryDir> settings_, home_;
    std::unique_ptr<BundledDatabase> database_;
    std::unique_ptr<MainWindow> window_;
};

void StartTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    realHome_ = qgetenv("HOME");
    qputenv("GIT_CONFIG_GLOBAL", "/dev/null");
    clones_ = std::make_unique<test::TempDir>();
    test::RepoBuilder repo(*clones_ / "linux");
    for (const char* tag : {"v6.6", "v6.7"}) {
        for (int i = 0; i < 20; ++i)
            repo.commit("fs/file.c", tag + std::to_string(i)).message("fs: change\n");
        repo.commit("MAINTAINERS", tag);
        repo.tag(tag, repo.tip());
    }
    repo.write();
    clone_ = repo.path().string();
    test::run_git(clone_, {"config", "uploadpack.allowFilter", "true"});
}

void StartTest::init() {
    settings_ = std::make_unique<QTemporaryDir>();
    home_ = std::make_unique<QTemporaryDir>();
    qputenv("HOME", QFile::encodeName(home_->path()));
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_->path());
    database_ = std::make_unique<BundledDatabase>();
    open();
}

void StartTest::cleanup() {
    window_.reset();
    qputenv("HOME", realHome_);
}

void StartTest::open(StartOptions options) {
    window_.reset();
    options.database = database_->file();
    window_ = openWindow(options, QSize(1400, 900));
    // The shipped document is read into the library behind the window's back.
    QTRY_VERIFY_WITH_TIMEOUT(!window_->documents().library().all().empty(), patience);
}

void StartTest::fill(const char* field, const QString& words) const {
    auto* const edit = onPage<QLineEdit>(field);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, words);
    QCOMPARE(edit->text(), words);
}

void StartTest::theFirstStartShowsWhatCanBeDone() {
    QCOMPARE(place().page, QString("start::"));
    QVERIFY(page() && page()->isVisible());
    const auto* const tabs = window_->findChild<QTabBar*>("pageTabs");
    QTRY_COMPARE(tabs->tabText(tabs->currentIndex()), QString("Start"));
    QTRY_VERIFY(onPage<QPushButton>("read")->isVisible());
    QCOMPARE(onPage<QPushButton>("read")->text(), QString("Read the article on Linux 6.7"));
    for (const char* const name : {"import", "look", "get"})
        QVERIFY2(onPage<QPushButton>(name)->isVisible(), name);
    // Nothing is empty without a word, and nothing was looked for.
    QVERIFY(!onPage<QTreeView>("clones")->isVisible());
    QVERIFY(onPage<QTreeView>("recent")->isVisible() || onPage<QLabel>("recentNone")->isVisible());
    QVERIFY(onPage<QLineEdit>("url")->text().startsWith("https://git.kernel.org/"));
    QVERIFY(onPage<QRadioButton>("alone")->isChecked());
    QCOMPARE(onPage<QLineEdit>("folder")->text(), inHome("linux-v6.7.git"));
    QVERIFY(onPage<QLabel>("sentence")->text().contains("v6.7"));
    onPage<QRadioButton>("whole")->setChecked(true);
    QCOMPARE(onPage<QLineEdit>("folder")->text(), inHome("linux.git"));
    QVERIFY(onPage<QLabel>("sentence")->text().contains("1.5 to 2 GB"));
    onPage<QRadioButton>("alone")->setChecked(true);
    QTRY_VERIFY_WITH_TIMEOUT(onPage<QLabel>("sentence")->text().contains("free on that disk"),
                             patience);
}

void StartTest::theNextStartShowsThePlace() {
    window_->session().navigation().openPage({});
    window_->close();
    open();
    QCOMPARE(place().page, QString());
    QTest::keyClick(window_.get(), Qt::Key_Home, Qt::AltModifier);
    QCOMPARE(place().page, QString("start::"));
    QTRY_VERIFY(onPage<QPushButton>("read")->hasFocus());
    QTest::keyClick(window_.get(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(place().page, QString());
}

void StartTest::theArticleIsAClickAway() {
    QTRY_VERIFY(onPage<QPushButton>("read")->isVisible());
    click("read");
    QVERIFY(place().page.endsWith("linux-6.7.md"));
    QTest::keyClick(window_.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(place().page, QString("start::"));
}

void StartTest::everythingIsReachedByKeyboard() {
    QTest::keyClick(window_.get(), Qt::Key_Home, Qt::AltModifier);
    QTRY_VERIFY(onPage<QPushButton>("read")->hasFocus());
    QStringList passed;
    for (int i = 0; i < 14 && !passed.contains("get"); ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        passed << QApplication::focusWidget()->objectName();
    }
    for (const char* const name :
         {"import", "look", "alone", "release", "url", "folder", "browse", "get"})
        QVERIFY2(passed.contains(name), qPrintable(passed.join(' ')));
    for (auto* const widget : page()->findChildren<QWidget*>())
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible())
            if (auto* const list = qobject_cast<QTreeView*>(widget))
                QVERIFY(!list->accessibleName().isEmpty());
    onPage<QPushButton>("read")->setFocus();
    QTest::keyClick(onPage<QPushButton>("read"), Qt::Key_Space);
    QVERIFY(place().page.endsWith("linux-6.7.md"));
}

void StartTest::whatWasReadLatelyIsListed() {
    auto* const list = onPage<QTreeView>("recent");
    const QAbstractItemModelTester tester(list->model());
    QTRY_VERIFY(onPage<QPushButton>("read")->isVisible());
    click("read");
    const QString article = place().page;
    QTest::keyClick(window_.get(), Qt::Key_Home, Qt::AltModifier);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QVERIFY(list->model()->index(0, 0).data().toString().contains("6.7"));
    QVERIFY(list->model()->index(0, 1).data().toString().startsWith("Document"));
    QCOMPARE(list->model()->index(1, 1).data().toString(), QString("Release"));
    QVERIFY(!onPage<QLabel>("recentNone")->isVisible());
    // They are there at the next start.
    window_->close();
    open();
    QTest::keyClick(window_.get(), Qt::Key_Home, Qt::AltModifier);
    auto* const again = onPage<QTreeView>("recent");
    QTRY_COMPARE(again->model()->rowCount(), 2);
    QTest::mouseClick(again->viewport(), Qt::LeftButton, {},
                      again->visualRect(again->model()->index(0, 0)).center());
    QCOMPARE(place().page, article);
}

void StartTest::clonesAreLookedForWhenAsked() {
    QDir(home_->path()).mkpath("src");
    test::run_git(home_->path().toStdString(), {"clone", "--quiet", clone_, "src/linux"});
    QTest::qWait(0);
    auto* const list = onPage<QTreeView>("clones");
    QCOMPARE(list->model()->rowCount(), 0);
    click("look");
    QTRY_VERIFY_WITH_TIMEOUT(onPage<QLabel>("found")->text().contains("Choose a clone"), patience);
    QTRY_VERIFY(list->isVisible());
    int line = 0; // of what was made here: the computer may have clones of its own
    while (line < list->model()->rowCount() &&
           list->model()->index(line, 0).data().toString() != "~/src/linux")
        ++line;
    QVERIFY(line < list->model()->rowCount());
    QCOMPARE(list->model()->index(line, 1).data().toString(), QString("v6.7"));
    list->setFocus();
    list->setCurrentIndex(list->model()->index(line, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(window_->findChild<ImportDialog*>());
    auto* const dialog = window_->findChild<ImportDialog*>();
    QCOMPARE(dialog->findChild<QLineEdit*>("repository")->text(), inHome("src/linux"));
    QTRY_COMPARE_WITH_TIMEOUT(dialog->findChild<QLineEdit*>("name")->text(), QString("v6.7"),
                              patience);
}

void StartTest::aSearchIsStopped() {
    for (int i = 0; i < 100; ++i)
        for (int j = 0; j < 30; ++j)
            QDir(home_->path()).mkpath(QString("src/%1/%2").arg(i).arg(j));
    click("look");
    QVERIFY(onPage<QPushButton>("stop")->isVisible());
    QVERIFY(!onPage<QPushButton>("look")->isVisible());
    click("stop");
    QVERIFY(onPage<QLabel>("found")->text().contains("stopped"));
    QVERIFY(onPage<QPushButton>("look")->isVisible());
    QTest::qWait(200);
    QVERIFY(onPage<QLabel>("found")->text().contains("stopped"));
}

void StartTest::aReleaseIsFetchedAndImported() {
    fill("url", url());
    fill("folder", inHome("new/one.git"));
    fill("release", "v6.");
    QVERIFY(!onPage<QPushButton>("get")->isEnabled());
    QVERIFY(onPage<QLabel>("sentence")->text().contains("v6.7-rc3"));
    fill("release", "v6.7");
    QCOMPARE(onPage<QLineEdit>("folder")->text(), inHome("new/one.git"));
    QTest::keyClick(onPage<QLineEdit>("release"), Qt::Key_Return);
    QVERIFY(!onPage<QWidget>("form")->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(place().release, QString("v6.7"), patience);
    QVERIFY(QFileInfo::exists(inHome("new/one.git/mergewindow/download")));
    QTRY_VERIFY_WITH_TIMEOUT(said().contains("v6.7 is complete"), patience);
    QTest::keyClick(window_.get(), Qt::Key_Home, Qt::AltModifier);
    QTRY_VERIFY(onPage<QLabel>("outcome")->text().contains("v6.7 is being imported"));
    // It is there, and may be imported again; another release cannot come into its folder.
    QTRY_VERIFY_WITH_TIMEOUT(onPage<QLabel>("sentence")->text().contains("there already"),
                             patience);
    QVERIFY(onPage<QPushButton>("get")->isEnabled());
    fill("release", "v6.6");
    QTRY_VERIFY_WITH_TIMEOUT(onPage<QLabel>("sentence")->text().contains("with v6.7 alone"),
                             patience);
    QVERIFY(!onPage<QPushButton>("get")->isEnabled());
}

void StartTest::aHistoryIsFetchedAndImported() {
    onPage<QRadioButton>("whole")->click();
    fill("url", url());
    fill("folder", inHome("new/linux.git"));
    QTest::keyClick(onPage<QLineEdit>("folder"), Qt::Key_Return);
    QVERIFY(!onPage<QWidget>("form")->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(place().release, QString("v6.7"), patience);
    QVERIFY(QFileInfo::exists(inHome("new/linux.git/HEAD")));
    QTRY_VERIFY_WITH_TIMEOUT(said().contains("v6.7 is complete"), patience);
    QTest::keyClick(window_.get(), Qt::Key_Home, Qt::AltModifier);
    QTRY_VERIFY(onPage<QLabel>("outcome")->text().contains("v6.7 is being imported"));
    QVERIFY(onPage<QWidget>("form")->isEnabled());
    // What is there now cannot be fetched into once more.
    QTRY_VERIFY_WITH_TIMEOUT(onPage<QLabel>("sentence")->text().contains("there already"),
                             patience);
    QVERIFY(!onPage<QPushButton>("get")->isEnabled());
}

void StartTest::aFetchIsStoppedAndLeavesNothing() {
    onPage<QRadioButton>("whole")->click();
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    QSignalSpy reached(&silent, &QTcpServer::newConnection);
    fill("url", QString("http://127.0.0.1:%1/linux.git").arg(silent.serverPort()));
    fill("folder", inHome("linux.git"));
    click("get");
    QTRY_VERIFY_WITH_TIMEOUT(!reached.isEmpty(), patience);
    auto* const progress = onPage<CloneProgress>("progress");
    QVERIFY(progress->isVisible());
    QVERIFY(QFileInfo::exists(inHome("linux.git")));
    QTest::mouseClick(progress->findChild<QPushButton*>("stop"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(onPage<QLabel>("outcome")->text().contains("stopped"), patience);
    QVERIFY(!progress->isVisible());
    QVERIFY(!QFileInfo::exists(inHome("linux.git")));
    QVERIFY(onPage<QWidget>("form")->isEnabled());
}

void StartTest::whatIsWrongIsSaidBeforehand() {
    QDir(home_->path()).mkpath("full/of/it");
    fill("folder", inHome("full"));
    QTRY_VERIFY_WITH_TIMEOUT(onPage<QLabel>("sentence")->text().contains("there already"),
                             patience);
    QVERIFY(!onPage<QPushButton>("get")->isEnabled());
    fill("folder", "~/new.git");
    QTRY_VERIFY(onPage<QPushButton>("get")->isEnabled());
    fill("url", "file://" + inHome("nowhere"));
    click("get");
    QTRY_VERIFY_WITH_TIMEOUT(onPage<QLabel>("outcome")->text().contains("no git repository"),
                             patience);
    QVERIFY(said().contains("no git repository"));
    QVERIFY(!QFileInfo::exists(inHome("new.git")));
    QVERIFY(!window_->findChild<QMessageBox*>());
}

void StartTest::aFetchGoesOnWithoutThePage() {
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    fill("url", QString("http://127.0.0.1:%1/linux.git").arg(silent.serverPort()));
    click("get");
    window_->documents().closeCurrent();
    QTRY_VERIFY(!page());
    auto* const progress = window_->statusBar()->findChild<CloneProgress*>();
    QVERIFY(progress->isVisible());
    QTest::keyClick(window_.get(), Qt::Key_Home, Qt::AltModifier);
    QVERIFY(!onPage<QWidget>("form")->isEnabled());
    QVERIFY(onPage<CloneProgress>("progress")->isVisible());
    QTest::mouseClick(progress->findChild<QPushButton*>("stop"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(said().contains("stopped"), patience);
}

void StartTest::quittingAsksWhileItFetches() {
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    fill("url", QString("http://127.0.0.1:%1/linux.git").arg(silent.serverPort()));
    click("get");
    window_->close();
    QVERIFY(window_->isVisible());
    auto* box = window_->findChild<QMessageBox*>();
    QVERIFY(box);
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(!window_->findChild<QMessageBox*>());
    QVERIFY(window_->isVisible());
    window_->close();
    box = window_->findChild<QMessageBox*>();
    QVERIFY(box);
    for (QAbstractButton* const button : box->buttons())
        if (button->text().contains("quit"))
            QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!window_->isVisible(), patience);
    QVERIFY(!QFileInfo::exists(inHome("linux.git")));
}

/// Enters, moves and drops; whether the sign was shown meanwhile.
bool StartTest::drop(const QList<QUrl>& urls, QWidget* where) {
    QMimeData data;
    data.setUrls(urls);
    QWidget* const target = where ? where : window_.get();
    const QPoint middle = target->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    enter.ignore();
    QCoreApplication::sendEvent(target, &enter);
    if (!enter.isAccepted())
        return false;
    QDragMoveEvent move(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(target, &move);
    const bool shown = sign() && sign()->isVisible();
    QDropEvent fall(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(target, &fall);
    return shown && fall.isAccepted() && !sign()->isVisible();
}

void StartTest::aDroppedCloneIsOffered() {
    const QUrl folder = QUrl::fromLocalFile(QString::fromStdString(clone_));
    // Over a field that takes text as well.
    QVERIFY(drop({folder}, window_->findChild<FilterBar*>()->findChild<QLineEdit*>()));
    QVERIFY(sign()->text().contains("import"));
    auto* const dialog = window_->findChild<ImportDialog*>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLineEdit*>("repository")->text(), folder.toLocalFile());
    QCOMPARE(place().filter, QString());
}

void StartTest::droppedDocumentsAreRead() {
    test::write_bytes(inHome("a.md").toStdString(), "# First\n\ntext 21ca59b365c0\n");
    test::write_bytes(inHome("b.html").toStdString(), "<html><body><p>Second</p></body></html>");
    test::write_bytes(inHome("c.txt").toStdString(), "Third\n");
    QVERIFY(drop({QUrl::fromLocalFile(inHome("a.md")), QUrl::fromLocalFile(inHome("b.html")),
                  QUrl::fromLocalFile(inHome("c.txt"))},
                 window_->findChild<ChangesetView*>()->viewport()));
    QTRY_COMPARE_WITH_TIMEOUT(place().page, "file:" + inHome("c.txt"), patience);
    const QStringList open = window_->documents().pane().addresses();
    for (const char* const name : {"a.md", "b.html", "c.txt"})
        QVERIFY(open.contains("file:" + inHome(name)));
    QTRY_VERIFY_WITH_TIMEOUT(window_->documents().library().ofFile(inHome("c.txt")), patience);
}

void StartTest::whatCannotBeUsedIsSaid() {
    test::write_bytes(inHome("a.pdf").toStdString(), "%PDF");
    test::write_bytes(inHome("a.md").toStdString(), "# A\n");
    QVERIFY(drop({QUrl::fromLocalFile(inHome("a.pdf")), QUrl::fromLocalFile(home_->path()),
                  QUrl::fromLocalFile(inHome("a.md"))}));
    QVERIFY(sign()->text().contains("a.pdf is no document"));
    QVERIFY(said().contains("a.pdf is no document"));
    QVERIFY(said().contains("no git repository"));
    QTRY_COMPARE_WITH_TIMEOUT(place().page, "file:" + inHome("a.md"), patience);
    QVERIFY(drop({QUrl("https://example.org/x.md")}));
    QVERIFY(said().contains("not on this computer"));
}

void StartTest::textIsLeftToTheFields() {
    QMimeData data;
    data.setText("futex");
    auto* const edit = window_->findChild<FilterBar*>()->findChild<QLineEdit*>();
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(edit, &enter);
    QDropEvent fall(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(edit, &fall);
    QCOMPARE(edit->text(), QString("futex"));
    QVERIFY(!sign() || !sign()->isVisible());
}

void StartTest::requestsAreFollowed() {
    test::write_bytes(inHome("a.md").toStdString(), "# A\n");
    OpenRequest request;
    request.commit = "21ca59b365c0";
    window_->onOpenRequest(request);
    QCOMPARE(place().commit, QString("21ca59b365c0"));
    QCOMPARE(place().page, QString());
    QTest::keyClick(window_.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(place().page, QString("start::"));

    request = {};
    request.documents = QStringList{inHome("a.md")};
    window_->onOpenRequest(request);
    QTRY_COMPARE_WITH_TIMEOUT(place().page, "file:" + inHome("a.md"), patience);

    request = {};
    request.release = "Linux 9.9";
    window_->onOpenRequest(request);
    QVERIFY(said().contains("no release Linux 9.9"));
    QCOMPARE(place().release, QString("Linux 6.7"));

    request = {};
    request.repository = QString::fromStdString(clone_);
    window_->onOpenRequest(request);
    QVERIFY(window_->findChild<ImportDialog*>());
}

void StartTest::messagesAreKept() {
    const auto* const button = window_->findChild<QToolButton*>("messagesButton");
    MessageLog& log = window_->messages().log();
    log.clear();
    QVERIFY(!button->isVisible());
    window_->findChild<MessageBar*>("message")->showMessage(MessageBar::Kind::Error, "It broke.");
    window_->statusBar()->showMessage("Copied", 10);
    QTRY_COMPARE(button->text(), QString("2 messages"));
    QVERIFY(button->isVisible());
    QTest::keyClick(window_.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto* const dock = window_->findChild<MessagesDock*>();
    QTRY_VERIFY(dock->isVisible());
    auto* const list = dock->findChild<QTreeView*>("list");
    QTRY_VERIFY(list->hasFocus());
    QCOMPARE(list->model()->rowCount(), 2);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(dock->findChild<QPlainTextEdit*>("text")->toPlainText(), QString("It broke."));
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith("Error  It broke."));
    QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
    QTest::mouseClick(dock->findChild<QPushButton*>("copy"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text().count('\n'), 1);
    QTest::mouseClick(dock->findChild<QPushButton*>("clear"), Qt::LeftButton);
    QVERIFY(!button->isVisible());
    QVERIFY(dock->findChild<QPlainTextEdit*>("text")->toPlainText().contains("Nothing was said"));
    QTest::keyClick(window_.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!dock->isVisible());
}

void StartTest::aMessageOffersWhatCanBeDone() {
    int done = 0;
    window_->messages().say(MessageBar::Kind::Error, "It broke.", "Mend it", [&] { ++done; });
    auto* const bar = window_->findChild<MessageBar*>("message");
    QTest::mouseClick(bar->findChild<QPushButton*>("action"), Qt::LeftButton);
    QCOMPARE(done, 1);
    // Another message has another remedy, or none; the list keeps the first one's.
    bar->showMessage(MessageBar::Kind::Information, "All is well.");
    emit bar->actionTriggered();
    QCOMPARE(done, 1);
    QTest::mouseClick(window_->findChild<QToolButton*>("messagesButton"), Qt::LeftButton);
    auto* const dock = window_->findChild<MessagesDock*>();
    QTRY_VERIFY(dock->isVisible());
    auto* const act = dock->findChild<QPushButton*>("act");
    QVERIFY(!act->isVisible());
    QTest::keyClick(dock->findChild<QTreeView*>("list"), Qt::Key_Down);
    QTRY_VERIFY(act->isVisible());
    QCOMPARE(act->text(), QString("Mend it"));
    QTest::mouseClick(act, Qt::LeftButton);
    QCOMPARE(done, 2);
}

MW_UI_TEST(StartTest)
#include "start_test.moc"
