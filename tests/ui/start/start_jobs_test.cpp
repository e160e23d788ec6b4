#include "clone/clone_errors.h"
#include "clone/clone_model.h"
#include "clone/clone_search.h"
#include "clone/created_folders.h"
#include "clone/download_progress.h"
#include "clone/history_clone.h"
#include "clone/history_form.h"
#include "git/objects/fetch_consent.h"
#include "messages/message_log.h"
#include "session/open_target.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"
#include "test_ui.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <filesystem>
#include <stop_token>

using namespace mw::ui;
namespace test = mw::test;

namespace {

QString text(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

} // namespace

/// What stands behind the start page: git run on real repositories, searches in real folders.
class StartJobsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aFolderThatGitFillsIsNoMistake();
    void progressIsRead_data();
    void progressIsRead();
    void progressReadsWell();
    void troublesAreSentences_data();
    void troublesAreSentences();
    void foldersAreTakenBack();
    void whatIsThereIsNotTouched();
    void clonesWithoutContents();
    void oneReleaseIsFetched();
    void aReleaseThatIsStoppedGoesOn();
    void stopsInTheMiddle();
    void stopsWhileNobodyAnswers();
    void destructionStopsGit();
    void mistakesLeaveNothing();
    void noGitIsASentence();
    void findsClonesAndNothingElse();
    void aSearchCanBeStopped();
    void theNewestReleaseIsFound();
    void foldersAreJudged();
    void targetsAreTold();
    void modelsSpeakTheProtocol();

private:
    QString url() const { return QStringLiteral("file://") + text(*clones_ / "linux"); }
    void breakPacks(int bytes) const;
    QString folder(const char* name) const { return text(*folder_ / name); }

    std::unique_ptr<test::TempDir> clones_; ///< made once
    std::unique_ptr<test::TempDir> folder_;
    QByteArray path_, home_;
};

void StartJobsTest::initTestCase() {
    path_ = qgetenv("PATH");
    home_ = qgetenv("HOME");
    clones_ = std::make_unique<test::TempDir>();
    test::RepoBuilder repo(*clones_ / "linux");
    for (const char* tag : {"v6.5", "v6.6", "v6.7-rc1", "v6.7", "v6.8-rc1"}) {
        // Enough of what cannot be made smaller for a pack to be stopped in its middle.
        for (int i = 0; i < 300; ++i)
            repo.commit("fs/file" + std::to_string(i % 40) + ".c", tag + std::to_string(i))
                .message(tag + std::to_string(i * 7919) + " " + std::to_string(i * 104729) + "\n");
        repo.commit("MAINTAINERS", tag);
        repo.tag(tag, repo.tip());
    }
    repo.write();
    test::run_git(repo.path(), {"config", "uploadpack.allowFilter", "true"});
    test::RepoBuilder other(*clones_ / "other");
    for (const char* tag : {"v3.1", "v3.2"}) {
        other.commit("a.c", tag);
        other.tag(tag, other.tip());
    }
    other.write();
}

void StartJobsTest::init() {
    folder_ = std::make_unique<test::TempDir>();
    qputenv("GIT_CONFIG_GLOBAL", "/dev/null");
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder("config")));
}

void StartJobsTest::cleanup() {
    qputenv("PATH", path_);
    qputenv("HOME", home_);
    qunsetenv("GIT_CONFIG_GLOBAL");
}

void StartJobsTest::aFolderThatGitFillsIsNoMistake() {
    HistoryForm form;
    const auto* const sentence = form.findChild<QLabel*>("sentence");
    const QString estimate = sentence->text();
    form.setEnabled(false); // as long as git runs
    form.showState(form.folder(), {FolderState::Kind::Filled, -1});
    QCOMPARE(sentence->text(), estimate);
    form.setEnabled(true);
    form.showState(form.folder(), {FolderState::Kind::Filled, -1});
    QVERIFY(sentence->text() != estimate);
}

void StartJobsTest::progressIsRead_data() {
    using Step = DownloadProgress::Step;
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("known");
    QTest::addColumn<DownloadProgress>("expected");
    const auto row = [](const char* line, const DownloadProgress& progress) {
        QTest::newRow(line) << QByteArray(line) << true << progress;
    };
    row("remote: Enumerating objects: 1234, done.", {Step::Preparing, 1234, 0, 0, 0});
    row("remote: Counting objects:  50% (5/10)", {Step::Preparing, 5, 10, 0, 0});
    row("remote: Compressing objects: 100% (10/10), done.", {Step::Preparing, 10, 10, 0, 0});
    row("Receiving objects:   0% (1/9876543)", {Step::Receiving, 1, 9876543, 0, 0});
    row("Receiving objects:  12% (12/100), 1.50 MiB | 512.00 KiB/s",
        {Step::Receiving, 12, 100, 3 << 19, 512 << 10});
    row("Receiving objects: 100% (5/5), 1.25 GiB | 2.00 MiB/s, done.",
        {Step::Receiving, 5, 5, 5LL << 28, 2 << 20});
    row("Receiving objects:  99% (99/100), 300 bytes | 300.00 KiB/s",
        {Step::Receiving, 99, 100, 300, 300 << 10});
    row("Resolving deltas:  33% (1/3)", {Step::Resolving, 1, 3, 0, 0});
    for (const char* line : {"Cloning into bare repository '/x'...", "", "fatal: no",
                             "remote: Total 3 (delta 0), reused 0 (delta 0)"})
        QTest::newRow(line) << QByteArray(line) << false << DownloadProgress{};
}

void StartJobsTest::progressIsRead() {
    QFETCH(const QByteArray, line);
    QFETCH(const bool, known);
    QFETCH(const DownloadProgress, expected);
    const auto progress = downloadProgressOf(line);
    QCOMPARE(progress.has_value(), known);
    QCOMPARE(progress.value_or(DownloadProgress{}), expected);
}

void StartJobsTest::progressReadsWell() {
    DownloadProgress progress{DownloadProgress::Step::Receiving, 25, 200, 3 << 20, 1 << 19, 61.0};
    QCOMPARE(downloadProgressText(progress).replace(QChar::Nbsp, ' '),
             QString("Receiving the history · 12 % · 3.0 MiB · 512.0 KiB a second · 2 min left"));
    progress = {DownloadProgress::Step::Resolving, 1, 2, 0, 0, 3 * 3600.0};
    QCOMPARE(downloadProgressText(progress),
             QString("Putting it in order · 50 % · 3 h 0 min left"));
    QCOMPARE(downloadProgressText({}), QString("Asking the server"));
}

void StartJobsTest::troublesAreSentences_data() {
    QTest::addColumn<QByteArray>("errors");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* errors, const char* words) {
        QTest::newRow(name) << QByteArray(errors) << QString(words);
    };
    row("no network", "fatal: unable to access 'https://h/x/': Could not resolve host: h",
        "network");
    row("refused", "fatal: unable to access 'x': Failed to connect to h port 443",
        "The host h does not answer");
    row("no repository", "fatal: repository 'https://h/x/' not found", "no git repository");
    row("password", "fatal: could not read Username for 'https://h': terminal prompts disabled",
        "no passwords");
    row("full",
        "fatal: write error: No space left on device\nfatal: fetch-pack: invalid index-pack",
        "no room left");
    row("broken", "error: RPC failed; curl 18\nfatal: early EOF", "broke");
    row("unknown", "warning: hm\nfatal: the moon is in the way", "the moon is in the way");
    row("silent", "", "without a word");
}

void StartJobsTest::troublesAreSentences() {
    QFETCH(const QByteArray, errors);
    QFETCH(const QString, words);
    const QString sentence = cloneError(errors, "https://h/x", "/y");
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
    QVERIFY2(!sentence.contains('%') && !sentence.contains('{'), qPrintable(sentence));
}

void StartJobsTest::foldersAreTakenBack() {
    CreatedFolders made;
    QCOMPARE(made.make(folder("a/b/c")), QString());
    QVERIFY(QDir(folder("a/b/c")).exists());
    test::run_git(*folder_ / "a/b/c", {"init", "--quiet", "--bare", "."});
    made.takeBack();
    QVERIFY(!QFileInfo::exists(folder("a")));

    // What somebody else has put there stays, and so do the folders around it.
    QCOMPARE(made.make(folder("a/b/c")), QString());
    test::run_git(*folder_ / "a/b/c", {"init", "--quiet", "--bare", "."});
    test::write_bytes(*folder_ / "a/b/c/mine.txt", "mine");
    made.takeBack();
    QCOMPARE(
        QDir(folder("a/b/c")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList{"mine.txt"});
}

void StartJobsTest::whatIsThereIsNotTouched() {
    QDir(folder("")).mkpath("filled");
    test::write_bytes(*folder_ / "filled/HEAD", "mine");
    test::write_bytes(*folder_ / "file", "mine");
    CreatedFolders made;
    QVERIFY(made.make(folder("filled")).contains("holds something"));
    made.takeBack();
    QVERIFY(QFileInfo::exists(folder("filled/HEAD")));
    QVERIFY(made.make(folder("file")).contains("is a file"));
    QVERIFY(!made.make(folder("file/below")).isEmpty());
    // An empty folder is taken, and left when it is taken back.
    QDir(folder("")).mkpath("empty");
    QCOMPARE(made.make(folder("empty")), QString());
    made.takeBack();
    QVERIFY(QDir(folder("empty")).exists());
}

void StartJobsTest::clonesWithoutContents() {
    HistoryClone clone;
    QSignalSpy started(&clone, &HistoryClone::started);
    QSignalSpy progress(&clone, &HistoryClone::progress);
    QSignalSpy finished(&clone, &HistoryClone::finished);
    clone.start(url(), folder("deep/linux.git"));
    QVERIFY(clone.isRunning());
    QVERIFY(finished.wait(patience));
    QVERIFY(!clone.isRunning());
    QCOMPARE(started.size(), 1);
    QVERIFY(!progress.isEmpty());
    QCOMPARE(finished.front().at(0).toString(), folder("deep/linux.git"));
    QCOMPARE(finished.front().at(1).toString(), QString());
    const auto made = *folder_ / "deep/linux.git";
    QCOMPARE(test::run_git(made, {"rev-parse", "--is-bare-repository"}), std::string("true\n"));
    QCOMPARE(test::run_git(made, {"rev-parse", "v6.7"}),
             test::run_git(*clones_ / "linux", {"rev-parse", "v6.7"}));
    // What this program cloned it may complete.
    QVERIFY(mw::git::FetchConsent::remembered(mw::git::Repository(made)));
    QVERIFY(test::run_git(made, {"rev-list", "--objects", "--missing=print", "v6.7"}).find('?') !=
            std::string::npos);
}

/// A server that sends the start of a pack and then nothing more.
void StartJobsTest::breakPacks(int bytes) const {
    const auto hook = *folder_ / "hook.sh";
    test::write_bytes(hook, "#!/bin/sh\n\"$@\" | { head -c " + std::to_string(bytes) +
                                "; exec sleep 60; }\n");
    std::filesystem::permissions(hook, std::filesystem::perms::owner_all);
    test::write_bytes(*folder_ / "gitconfig",
                      "[uploadpack]\n\tpackObjectsHook = " + hook.string() + "\n");
    qputenv("GIT_CONFIG_GLOBAL", QFile::encodeName(folder("gitconfig")));
}

void StartJobsTest::oneReleaseIsFetched() {
    HistoryClone clone;
    QSignalSpy finished(&clone, &HistoryClone::finished);
    QSignalSpy progress(&clone, &HistoryClone::progress);
    clone.startRelease(url(), folder("deep/one.git"), "v6.7");
    QVERIFY(clone.isRunning());
    QCOMPARE(clone.release(), QString("v6.7"));
    QVERIFY(finished.wait(patience));
    QVERIFY(clone.range());
    QCOMPARE(clone.range()->from, std::string("v6.6"));
    QVERIFY(!progress.isEmpty());
    QVERIFY(clone.newestProgress().parts > 1);
    const auto made = *folder_ / "deep/one.git";
    QCOMPARE(test::run_git(made, {"rev-parse", "v6.7"}),
             test::run_git(*clones_ / "linux", {"rev-parse", "v6.7"}));
    QVERIFY(mw::git::FetchConsent::remembered(mw::git::Repository(made)));
    const FolderState state = stateOfFolder(folder("deep/one.git"));
    QCOMPARE(state.kind, FolderState::Kind::Download);
    QCOMPARE(state.release, QString("v6.7"));
    QVERIFY(state.complete);

    // What is wrong is a sentence, and a whole history is none of a release afterwards.
    QSignalSpy failed(&clone, &HistoryClone::failed);
    clone.startRelease(url(), folder("none.git"), "v9.9");
    QVERIFY(failed.wait(patience));
    QVERIFY(failed.front().front().toString().contains("no tag v9.9"));
    QVERIFY(!QFileInfo::exists(folder("none.git")));
    clone.start(url(), folder("linux.git"));
    QVERIFY(finished.wait(patience));
    QVERIFY(!clone.range());
}

void StartJobsTest::aReleaseThatIsStoppedGoesOn() {
    breakPacks(200);
    HistoryClone clone;
    QSignalSpy cancelled(&clone, &HistoryClone::cancelled);
    clone.startRelease(url(), folder("new/one.git"), "v6.7");
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(folder("new/one.git/mergewindow/dates")), patience);
    clone.cancel();
    QVERIFY(cancelled.wait(patience));
    QCOMPARE(stateOfFolder(folder("new/one.git")).kind, FolderState::Kind::Download);
    QVERIFY(!stateOfFolder(folder("new/one.git")).complete);
    qputenv("GIT_CONFIG_GLOBAL", "/dev/null");
    QSignalSpy finished(&clone, &HistoryClone::finished);
    clone.startRelease(url(), folder("new/one.git"), "v6.7");
    QVERIFY(finished.wait(patience));
    QVERIFY(stateOfFolder(folder("new/one.git")).complete);
}

void StartJobsTest::stopsInTheMiddle() {
    breakPacks(60000);
    HistoryClone clone;
    QSignalSpy cancelled(&clone, &HistoryClone::cancelled);
    clone.start(url(), folder("new/linux.git"));
    QTRY_VERIFY_WITH_TIMEOUT(clone.newestProgress().step == DownloadProgress::Step::Receiving &&
                                 clone.newestProgress().done > 0,
                             patience);
    QVERIFY(QFileInfo::exists(folder("new/linux.git/objects")));
    clone.cancel();
    clone.cancel(); // once is enough
    QVERIFY(cancelled.wait(patience));
    QVERIFY(!clone.isRunning());
    QVERIFY(!QFileInfo::exists(folder("new")));

    // The same object clones again.
    qputenv("GIT_CONFIG_GLOBAL", "/dev/null");
    QSignalSpy finished(&clone, &HistoryClone::finished);
    clone.start(url(), folder("new/linux.git"));
    QVERIFY(finished.wait(patience));
}

void StartJobsTest::stopsWhileNobodyAnswers() {
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    HistoryClone clone;
    QSignalSpy cancelled(&clone, &HistoryClone::cancelled);
    QSignalSpy reached(&silent, &QTcpServer::newConnection);
    clone.start(QString("http://127.0.0.1:%1/linux.git").arg(silent.serverPort()),
                folder("linux.git"));
    QVERIFY(reached.wait(patience));
    clone.cancel();
    QVERIFY(cancelled.wait(patience));
    QVERIFY(!QFileInfo::exists(folder("linux.git")));
}

void StartJobsTest::destructionStopsGit() {
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    {
        HistoryClone clone;
        QSignalSpy reached(&silent, &QTcpServer::newConnection);
        clone.start(QString("http://127.0.0.1:%1/linux.git").arg(silent.serverPort()),
                    folder("linux.git"));
        QVERIFY(reached.wait(patience));
    }
    QVERIFY(!QFileInfo::exists(folder("linux.git")));
}

void StartJobsTest::mistakesLeaveNothing() {
    HistoryClone clone;
    QSignalSpy failed(&clone, &HistoryClone::failed);
    const auto fails = [&](const QString& from, const QString& into) {
        failed.clear();
        clone.start(from, into);
        if (failed.isEmpty())
            failed.wait(patience);
        return failed.isEmpty() ? QString() : failed.front().front().toString();
    };
    QVERIFY(fails("file://" + folder("nowhere"), folder("a/linux.git"))
                .contains("no git repository at file://"));
    QVERIFY(!QFileInfo::exists(folder("a")));
    QVERIFY(fails("gopher://example.org/linux", folder("a")).contains("https://"));
    QVERIFY(!QFileInfo::exists(folder("a")));
    QDir(folder("")).mkpath("there");
    test::write_bytes(*folder_ / "there/x", "x");
    QVERIFY(fails(url(), folder("there")).contains("there already"));
    QVERIFY(QFileInfo::exists(folder("there/x")));
    // An address is no option.
    QVERIFY(!fails("--upload-pack=touch " + folder("hacked"), folder("b")).isEmpty());
    QVERIFY(!QFileInfo::exists(folder("hacked")));
    QVERIFY(!QFileInfo::exists(folder("b")));
    QVERIFY(!clone.isRunning());
}

void StartJobsTest::noGitIsASentence() {
    qputenv("PATH", QFile::encodeName(folder("")));
    HistoryClone clone;
    QSignalSpy failed(&clone, &HistoryClone::failed);
    clone.start(url(), folder("linux.git"));
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed.front().front().toString().contains("apt install git"));
    QVERIFY(!QFileInfo::exists(folder("linux.git")));
}

void StartJobsTest::findsClonesAndNothingElse() {
    const QString source = text(*clones_ / "linux");
    test::run_git(folder_->path(), {"clone", "--quiet", source.toStdString(), "src/a/linux"});
    test::run_git(folder_->path(), {"clone", "--quiet", "--bare", "--filter=blob:none",
                                    url().toStdString(), "b.git"});
    test::run_git(folder_->path(),
                  {"clone", "--quiet", (*clones_ / "other").string(), "src/other"});
    test::run_git(folder_->path(),
                  {"clone", "--quiet", "--bare", source.toStdString(), "src/x/y/z/deep.git"});
    test::run_git(folder_->path(),
                  {"clone", "--quiet", "--bare", source.toStdString(), ".hidden/linux.git"});
    test::run_git(*folder_ / "src/a/linux", {"worktree", "add", "--quiet", "../tree"});
    QVERIFY(QFile::link(source, folder("link")));

    QStringList found, looked;
    std::stop_source stop;
    const SearchReport report{[&](const QString& where) { looked << where; },
                              [&](const FoundClone& clone) {
                                  found << clone.folder;
                                  QCOMPARE(clone.release, QString("v6.7"));
                                  QCOMPARE(clone.newest, QString("v6.8-rc1"));
                                  QVERIFY(clone.bytes > 10'000);
                              }};
    const QString top = text(folder_->path());
    const int folders =
        searchClones({{folder("src"), 2}, {top, 2}, {folder("no"), 3}}, report, stop.get_token());
    QCOMPARE(found, (QStringList{folder("src/a/linux"), folder("b.git")}));
    QVERIFY(folders >= 6);
    QVERIFY(!looked.isEmpty());
}

void StartJobsTest::aSearchCanBeStopped() {
    for (int i = 0; i < 50; ++i)
        QDir(folder("")).mkpath(QString::number(i));
    std::stop_source stop;
    const SearchReport report{[&](const QString&) { stop.request_stop(); },
                              [](const FoundClone&) {}};
    QCOMPARE(searchClones({{text(folder_->path()), 3}}, report, stop.get_token()), 1);
}

void StartJobsTest::theNewestReleaseIsFound() {
    const auto newest = newestRelease(text(*clones_ / "linux"));
    QVERIFY(newest.has_value());
    QCOMPARE(newest->from, std::string("v6.6"));
    QCOMPARE(newest->to, std::string("v6.7"));
    QCOMPARE(newest->name, std::string("v6.7"));
    test::RepoBuilder untagged(*folder_ / "untagged");
    untagged.commit("a", "b");
    untagged.write();
    QVERIFY(!newestRelease(folder("untagged")));
}

void StartJobsTest::foldersAreJudged() {
    QDir(folder("")).mkpath("empty");
    test::write_bytes(*folder_ / "file", "x");
    QCOMPARE(stateOfFolder(folder("empty")).kind, FolderState::Kind::Empty);
    QCOMPARE(stateOfFolder(folder("file")).kind, FolderState::Kind::File);
    QCOMPARE(stateOfFolder(text(folder_->path())).kind, FolderState::Kind::Filled);
    const FolderState missing = stateOfFolder(folder("not/there/yet"));
    QCOMPARE(missing.kind, FolderState::Kind::Missing);
    QVERIFY(missing.bytesFree > 0);
}

void StartJobsTest::targetsAreTold() {
    test::write_bytes(*folder_ / "a.md", "# A\n");
    test::write_bytes(*folder_ / "README", "text\n");
    test::write_bytes(*folder_ / "binary", std::string("\0\1", 2));
    test::write_bytes(*folder_ / "a.pdf", "%PDF");
    using Kind = Target::Kind;
    QCOMPARE(targetOfPath(folder("a.md")).kind, Kind::Document);
    QCOMPARE(targetOfPath(folder("README")).kind, Kind::Document);
    QCOMPARE(targetOfPath(text(*clones_ / "linux")).kind, Kind::Repository);
    for (const char* name : {"binary", "a.pdf", "", "missing"}) {
        const Target target = targetOfPath(folder(name));
        QCOMPARE(target.kind, Kind::None);
        QVERIFY2(target.why.contains(text(folder_->path())), qPrintable(target.why));
    }
    const QString none = folder("none.db");
    QCOMPARE(targetOfArgument("21CA59b365c0", none).value, QString("21ca59b365c0"));
    QCOMPARE(targetOfArgument("abc", none).kind, Kind::None);
    QCOMPARE(targetOfArgument(QString(41, 'a'), none).kind, Kind::None);
    QVERIFY(!QFileInfo::exists(none));
}

void StartJobsTest::modelsSpeakTheProtocol() {
    CloneModel clones;
    const QAbstractItemModelTester cloneTester(&clones);
    clones.add({"/b", "v6.8-rc1", "v6.7", 5 << 20});
    clones.add({QDir::homePath() + "/a", "v6.7", "v6.7", 1});
    QCOMPARE(clones.rowCount(), 2);
    QCOMPARE(clones.index(0, CloneModel::FolderColumn).data().toString(), QString("/b"));
    QCOMPARE(clones.index(1, CloneModel::FolderColumn).data().toString(), QString("~/a"));
    QCOMPARE(clones.index(0, CloneModel::ReleaseColumn).data().toString(), QString("v6.7"));
    clones.clear();
    QCOMPARE(clones.rowCount(), 0);

    MessageLog log;
    const QAbstractItemModelTester logTester(&log);
    for (int i = 0; i < 600; ++i)
        log.add(
            {QDateTime::currentDateTime(), MessageBar::Kind::Error, QString::number(i), {}, {}});
    QCOMPARE(log.rowCount(), 500);
    QCOMPARE(log.message(0).text, QString("599"));
    QVERIFY(log.lineText(0).endsWith("  Error  599"));
}

MW_UI_TEST(StartJobsTest)
#include "start_jobs_test.moc"
