#include "application/application.h"
#include "changesets/changeset_panel.h"
#include "changesets/changeset_view.h"
#include "fixtures/open_window.h"
#include "follow/follow_controller.h"
#include "importer/import.h"
#include "importer/refresh.h"
#include "session/session.h"
#include "store/user/news.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"
#include "test_ui.h"
#include "widgets/message_bar.h"
#include "window/main_window.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace mw::ui;
namespace importer = mw::importer;
namespace test = mw::test;

namespace {} // namespace

/// A release that goes on, followed in the real window.
class FollowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { window_.reset(); }
    void noticesAChangedCloneByItself();
    void aKeyReadsWhatIsNew();
    void whatIsNewIsMarkedUntilItWasSeen();
    void aCloneThatIsAsItWasIsSaidToBe();
    void aLookIsAtTheReleaseAsItIsStored();
    void aLookFindsAReleaseThatTookTheNameOfATag();
    void takesTheNameOfTheTag();

private:
    void fetch(int commit) const {
        test::run_git(repo_->path(), {"branch", "-f", "followed", ids_[std::size_t(commit)]});
    }
    MessageBar* bar() const { return window_->findChild<MessageBar*>("news"); }
    int rows() const { return window_->findChild<ChangesetView*>()->model()->rowCount(); }
    void readClone() {
        window_->findChild<QAction*>("actionReadClone")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!bar()->text().contains("has something new"), patience);
    }

    std::unique_ptr<test::TempDir> folder_;
    std::unique_ptr<QTemporaryDir> settings_;
    std::unique_ptr<test::RepoBuilder> repo_;
    std::vector<std::string> ids_;
    std::unique_ptr<MainWindow> window_;
};

void FollowTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
}

void FollowTest::init() {
    settings_ = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_->path());
    folder_ = std::make_unique<test::TempDir>();
    repo_ = std::make_unique<test::RepoBuilder>(*folder_ / "repo");
    repo_->tag("base", repo_->commit("a.c", "base\n").message("base\n"));
    std::vector<test::Commit> commits;
    for (const char* const name : {"one", "two", "three"})
        commits.push_back(repo_->commit("a.c", std::string(name) + "\n").message(name));
    repo_->write();
    ids_.clear();
    for (const auto& commit : commits)
        ids_.push_back(commit.id());
    fetch(0);
    importRange(repo_->path(), "base", "followed", *folder_ / "test.db");
    StartOptions options;
    options.database = QString::fromStdString((*folder_ / "test.db").string());
    options.release = "followed";
    window_ = std::make_unique<MainWindow>(options);
    QSignalSpy shown(window_->findChild<FollowController*>(), &FollowController::shown);
    window_->show();
    QVERIFY(shown.wait(patience));
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, patience);
}

void FollowTest::noticesAChangedCloneByItself() {
    QVERIFY(!bar()->isVisible());
    fetch(1);
    QTRY_VERIFY_WITH_TIMEOUT(bar()->isVisible(), patience);
    QVERIFY2(bar()->text().contains("followed"), qPrintable(bar()->text()));
    bar()->findChild<QPushButton*>("action")->click();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(bar()->text().startsWith("1 changeset came"), patience);
}

void FollowTest::aKeyReadsWhatIsNew() {
    fetch(2);
    QTest::keyClick(window_.get(), Qt::Key_F5, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, patience);
}

void FollowTest::whatIsNewIsMarkedUntilItWasSeen() {
    fetch(2);
    readClone();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, patience);
    QTRY_VERIFY_WITH_TIMEOUT(bar()->text().startsWith("2 changesets came"), patience);
    auto& model = window_->findChild<ChangesetPanel*>()->model();
    const auto marks = [&model](int line) {
        return model.index(line, ChangesetModel::MarksColumn)
            .data(Qt::AccessibleTextRole)
            .toString();
    };
    QCOMPARE(marks(0), QString());
    QCOMPARE(marks(2), QString("new since your last look"));
    bar()->findChild<QPushButton*>("action")->click(); // Show them
    QTRY_COMPARE(rows(), 2);
    QVERIFY(window_->findChild<ChangesetView*>()->hasFocus());
    bar()->findChild<QPushButton*>("second")->click(); // All seen
    QTRY_COMPARE(rows(), 0);
    QTRY_VERIFY(!bar()->isVisible());
    QVERIFY(!window_->findChild<QAction*>("actionUnseen")->isEnabled());
}

void FollowTest::aCloneThatIsAsItWasIsSaidToBe() {
    window_->findChild<QAction*>("actionReadClone")->trigger();
    auto* const message = window_->findChild<MessageBar*>("message");
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible() && message->text().contains("nothing new"),
                             patience);
    QVERIFY(!bar()->isVisible());
}

/// A look may begin before the window knows what a refresh has brought.
void FollowTest::aLookIsAtTheReleaseAsItIsStored() {
    const FollowEngine engine(QString::fromStdString((*folder_ / "test.db").string()));
    const mw::store::Release before = *window_->session().release();
    QVERIFY(!engine.look(before).moved);
    fetch(2);
    QVERIFY(engine.look(before).moved);
    importer::refresh_release(*folder_ / "test.db", "followed", {}, {});
    const Followed followed = engine.look(before);
    QVERIFY(!followed.moved);
    QCOMPARE(followed.changesets, 2);
    QCOMPARE(followed.release.changesets, 3);
}

/// Nor what name it has by then.
void FollowTest::aLookFindsAReleaseThatTookTheNameOfATag() {
    const FollowEngine engine(QString::fromStdString((*folder_ / "test.db").string()));
    const mw::store::Release before = *window_->session().release();
    fetch(2);
    test::run_git(repo_->path(), {"tag", "v9.1", ids_[1]});
    importer::refresh_release(*folder_ / "test.db", "followed", {}, {});
    const Followed followed = engine.look(before);
    QCOMPARE(QString::fromStdString(followed.release.name), QString("v9.1"));
    QVERIFY(!followed.moved);
}

void FollowTest::takesTheNameOfTheTag() {
    fetch(2);
    test::run_git(repo_->path(), {"tag", "v9.1", ids_[1]});
    readClone();
    QTRY_COMPARE_WITH_TIMEOUT(window_->session().navigation().current().release, QString("v9.1"),
                              patience);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 2, patience);
}

MW_UI_TEST(FollowTest)
#include "follow_test.moc"
