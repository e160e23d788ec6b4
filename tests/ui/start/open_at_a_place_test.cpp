#include "application/application.h"
#include "application/single_instance.h"
#include "fixtures/bundled_database.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"
#include "test_ui.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace mw::ui;
namespace test = mw::test;

namespace {} // namespace

/// `mergewindow WHAT…`, run as a person runs it, and one window for each database.
class OpenAtAPlaceTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void requestsSurviveTheWay();
    void theFirstServesAndTheSecondHandsOver();
    void databasesAreApart();
    void oneFileByTwoNamesIsOneDatabase();
    void aDeadSocketIsReplaced();
    void strangersAreNotHeard();
    void arguments_data();
    void arguments();
    void addresses_data();
    void addresses();
    void aWrongAddressIsSaidInTheWindow();
    void mistakesEndWithTwo_data();
    void mistakesEndWithTwo();
    void aSecondProcessHandsOver();
    void aKilledProcessIsNoObstacle();
    void picturesAreNeverHandedOver();

private:
    QProcessEnvironment environment() const;
    void start(QProcess& process, const QStringList& arguments) const;
    /// Ends before the time; its exit status, or -1.
    int run(const QStringList& arguments);
    QString file(const char* name) const { return folder_->filePath(name); }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<BundledDatabase> database_;
    QString output_, errors_;
};

void OpenAtAPlaceTest::initTestCase() {
    nameApplication();
}

void OpenAtAPlaceTest::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder_->path()));
    database_ = std::make_unique<BundledDatabase>();
    database_->fill();
}

void OpenAtAPlaceTest::cleanup() {
    qunsetenv("XDG_RUNTIME_DIR");
}

QProcessEnvironment OpenAtAPlaceTest::environment() const {
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    for (const char* const name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        all.insert(QLatin1String(name), folder_->path());
    all.insert("XDG_ACTIVATION_TOKEN", "a-token");
    return all;
}

void OpenAtAPlaceTest::start(QProcess& process, const QStringList& arguments) const {
    process.setProcessEnvironment(environment());
    process.setWorkingDirectory(folder_->path());
    process.start(MW_BROWSER, QStringList{"--db", database_->file()} + arguments);
}

int OpenAtAPlaceTest::run(const QStringList& arguments) {
    QProcess process;
    start(process, arguments);
    // Waits with the event loop running: this process may be the one that is asked.
    const bool ended =
        QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, patience);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    output_ = QString::fromUtf8(process.readAllStandardOutput());
    errors_ = QString::fromUtf8(process.readAllStandardError());
    return ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

void OpenAtAPlaceTest::requestsSurviveTheWay() {
    OpenRequest request;
    request.release = "v6.7 ü";
    request.filter = "author:\"x y\"";
    request.commit = "21ca59b365c0";
    request.documents = QStringList{"/a b.md", "/c.md"};
    request.repository = "/r";
    request.configuration = "/boot/config";
    request.mistake = "No.";
    request.files = true;
    request.activation = "token";
    const auto back = OpenRequest::fromBytes(request.toBytes());
    QVERIFY(back.has_value());
    QCOMPARE(back->release, request.release);
    QCOMPARE(back->filter, request.filter);
    QCOMPARE(back->commit, request.commit);
    QCOMPARE(back->documents, request.documents);
    QCOMPARE(back->repository, request.repository);
    QCOMPARE(back->configuration, request.configuration);
    QCOMPARE(back->mistake, request.mistake);
    QCOMPARE(back->files, true);
    QCOMPARE(back->activation, request.activation);
    QVERIFY(!back->isEmpty());
    QVERIFY(OpenRequest{}.isEmpty());
    QVERIFY(!OpenRequest::fromBytes("nonsense"));
    QVERIFY(!OpenRequest::fromBytes(request.toBytes().chopped(1)));
    QVERIFY(!OpenRequest::fromBytes(request.toBytes() + "x"));
}

void OpenAtAPlaceTest::theFirstServesAndTheSecondHandsOver() {
    QVERIFY(!SingleInstance(database_->file()).handOver({}, 100)); // nobody is there
    SingleInstance first(database_->file());
    QSignalSpy requested(&first, &SingleInstance::requested);
    QVERIFY(first.claim());
    SingleInstance second(database_->file());
    QVERIFY(!second.claim());
    QCOMPARE(run({}), 0);
    QCOMPARE(requested.size(), 1);
}

void OpenAtAPlaceTest::databasesAreApart() {
    SingleInstance one(file("one.db")), other(file("other.db"));
    QVERIFY(one.claim());
    QVERIFY(other.claim());
}

void OpenAtAPlaceTest::oneFileByTwoNamesIsOneDatabase() {
    QVERIFY(QFile::link(database_->file(), file("link.db")));
    SingleInstance one(database_->file()), other(file("link.db"));
    QVERIFY(one.claim());
    QVERIFY(!other.claim());
    QDir(folder_->path()).mkdir("a");
    SingleInstance notYet(file("new.db")), around(file("a/../new.db"));
    QVERIFY(notYet.claim());
    QVERIFY(!around.claim());
}

void OpenAtAPlaceTest::aDeadSocketIsReplaced() {
    QString socket;
    {
        SingleInstance dead(database_->file());
        QVERIFY(dead.claim());
        QTRY_VERIFY(!QDir(folder_->path()).entryList({"*.socket"}, QDir::System).isEmpty());
        socket = file(
            qPrintable(QDir(folder_->path()).entryList({"*.socket"}, QDir::System).constFirst()));
    }
    // What a process that was killed leaves: a file that nobody listens at.
    test::write_bytes(socket.toStdString(), "");
    SingleInstance next(database_->file());
    QSignalSpy requested(&next, &SingleInstance::requested);
    QVERIFY(next.claim());
    QCOMPARE(run({"21ca59b365c0"}), 0);
    QCOMPARE(requested.size(), 1);
}

void OpenAtAPlaceTest::strangersAreNotHeard() {
    SingleInstance first(database_->file());
    QSignalSpy requested(&first, &SingleInstance::requested);
    QVERIFY(first.claim());
    const auto sockets = [this] {
        return QDir(folder_->path()).entryList({"*.socket"}, QDir::System);
    };
    QTRY_VERIFY(!sockets().isEmpty());
    // Only this person may speak.
    const auto permissions = QFileInfo(file(qPrintable(sockets().constFirst()))).permissions();
    QVERIFY(!(permissions & (QFile::ReadGroup | QFile::WriteGroup | QFile::WriteOther)));
    for (const QByteArray& bytes :
         {QByteArray("\0\0\0\5hello", 9), QByteArray("\xff\xff\xff\xff", 4), QByteArray("x", 1)}) {
        QLocalSocket stranger;
        stranger.connectToServer(file(qPrintable(sockets().constFirst())));
        QVERIFY(stranger.waitForConnected(patience));
        stranger.write(bytes);
        if (bytes.size() > 1)
            QTRY_COMPARE_WITH_TIMEOUT(stranger.state(), QLocalSocket::UnconnectedState, patience);
    }
    QCOMPARE(requested.size(), 0);
    QCOMPARE(run({}), 0);
    QCOMPARE(requested.size(), 1);
}

void OpenAtAPlaceTest::arguments_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("release");
    QTest::addColumn<QString>("commit");
    QTest::addColumn<QStringList>("documents");
    QTest::addColumn<QString>("repository");
    QTest::newRow("nothing") << QStringList{} << ""
                             << "" << QStringList{} << "";
    QTest::newRow("id") << QStringList{"21CA59B365C0"} << ""
                        << "21ca59b365c0" << QStringList{} << "";
    QTest::newRow("option") << QStringList{"--commit", "21ca"} << ""
                            << "21ca" << QStringList{} << "";
    QTest::newRow("release") << QStringList{"Linux 6.7"} << "Linux 6.7"
                             << "" << QStringList{} << "";
    QTest::newRow("document") << QStringList{"a.md"} << ""
                              << "" << QStringList{"a.md"} << "";
    QTest::newRow("documents") << QStringList{"./a.md", "b.txt"} << ""
                               << "" << QStringList{"a.md", "b.txt"} << "";
    QTest::newRow("clone") << QStringList{"clone"} << ""
                           << "" << QStringList{} << "clone";
    QTest::newRow("configuration") << QStringList{"config-6.6"} << ""
                                   << "" << QStringList{} << "";
    QTest::newRow("like an id") << QStringList{"./beef"} << ""
                                << "" << QStringList{"beef"} << "";
    QTest::newRow("all") << QStringList{"Linux 6.7", "21ca", "a.md"} << "Linux 6.7"
                         << "21ca" << QStringList{"a.md"} << "";
}

void OpenAtAPlaceTest::arguments() {
    QFETCH(const QStringList, words);
    QFETCH(const QString, release);
    QFETCH(const QString, commit);
    QFETCH(const QStringList, documents);
    QFETCH(const QString, repository);
    for (const char* const name : {"a.md", "b.txt", "beef", "config-6.6"})
        test::write_bytes(file(name).toStdString(), "text\n");
    test::RepoBuilder(file("clone").toStdString()).write();
    SingleInstance first(database_->file());
    QVERIFY(first.claim());
    std::optional<OpenRequest> heard;
    connect(&first, &SingleInstance::requested, this,
            [&](const OpenRequest& request) { heard = request; });
    QCOMPARE(run(words), 0);
    QVERIFY(heard.has_value());
    QCOMPARE(heard->release, release);
    QCOMPARE(heard->commit, commit);
    QStringList whole;
    for (const QString& name : documents)
        whole << folder_->filePath(name);
    QCOMPARE(heard->documents, whole);
    QCOMPARE(heard->repository, repository.isEmpty() ? repository : folder_->filePath(repository));
    const bool configured = words.contains("config-6.6");
    QCOMPARE(heard->configuration, configured ? file("config-6.6") : QString());
    QCOMPARE(heard->activation, QByteArray("a-token"));
}

void OpenAtAPlaceTest::addresses_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("commit");
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("mistake");
    const QString none;
    // What browsers make of an address: RFC 3986 leaves the scheme's case open, and some add
    // slashes.
    for (const char* const address :
         {"mergewindow:commit/21CA59b365c0", "mergewindow://commit/21ca59b365c0/",
          "MergeWindow:/commit/21ca59b365c0"})
        QTest::newRow(address) << QString(address) << "21ca59b365c0" << none << none;
    QTest::newRow("file") << "file://{}/a%20b.md" << none << "a b.md" << none;
    QTest::newRow("no id") << "mergewindow:commit/v6.7" << none << none << "a commit id";
    QTest::newRow("too long") << "mergewindow:commit/" + QString(41, 'a') << none << none
                              << "a commit id";
    QTest::newRow("other") << "mergewindow:import/21ca59b365c0" << none << none << "commit/";
    QTest::newRow("no file") << "file://{}/none.md" << none << none << "no file or folder";
    QTest::newRow("no path") << "file:/" << none << none << "is a folder";
}

void OpenAtAPlaceTest::addresses() {
    QFETCH(const QString, address);
    QFETCH(const QString, commit);
    QFETCH(const QString, document);
    QFETCH(const QString, mistake);
    test::write_bytes(file("a b.md").toStdString(), "text\n");
    SingleInstance first(database_->file());
    QVERIFY(first.claim());
    std::optional<OpenRequest> heard;
    connect(&first, &SingleInstance::requested, this,
            [&](const OpenRequest& request) { heard = request; });
    QCOMPARE(run({QString(address).replace("{}", folder_->path())}), 0);
    QVERIFY(heard.has_value());
    QCOMPARE(heard->commit, commit);
    QCOMPARE(heard->documents,
             document.isEmpty() ? QStringList{} : QStringList{folder_->filePath(document)});
    QVERIFY2(heard->mistake.contains(mistake), qPrintable(heard->mistake));
    QCOMPARE(heard->mistake.isEmpty(), mistake.isEmpty());
}

void OpenAtAPlaceTest::aWrongAddressIsSaidInTheWindow() {
    QCOMPARE(run({"--screenshot", file("window.png"), "mergewindow:commit/v6.7"}), 1);
    QVERIFY2(errors_.contains("“mergewindow:commit/v6.7” cannot be opened"), qPrintable(errors_));
    QCOMPARE(run({"--screenshot", file("window.png"), "mergewindow:commit/21ca59b365c0"}), 0);
}

void OpenAtAPlaceTest::mistakesEndWithTwo_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no such thing") << QStringList{"v9.9"} << "nothing to do with “v9.9”";
    QTest::newRow("no such file") << QStringList{"./v9.9"} << "no file or folder";
    QTest::newRow("no document") << QStringList{"a.pdf"} << "is no document";
    QTest::newRow("no clone") << QStringList{"."} << "no git repository";
    QTest::newRow("too short an id") << QStringList{"21c"} << "4 to 40 hex digits";
    QTest::newRow("two commits") << QStringList{"21ca59", "9f6c53"} << "cannot both be opened";
    QTest::newRow("two configurations") << QStringList{"config-6.6", ".config"} << "cannot both be";
    QTest::newRow("no such option") << QStringList{"--nonsense"} << "nonsense";
}

void OpenAtAPlaceTest::mistakesEndWithTwo() {
    QFETCH(const QStringList, words);
    QFETCH(const QString, sentence);
    test::write_bytes(file("a.pdf").toStdString(), "%PDF");
    for (const char* const name : {"config-6.6", ".config"})
        test::write_bytes(file(name).toStdString(), "CONFIG_X86=y\n");
    QCOMPARE(run(words), 2);
    QVERIFY2(errors_.contains(sentence), qPrintable(errors_));
    QCOMPARE(output_, QString());
}

void OpenAtAPlaceTest::aSecondProcessHandsOver() {
    QProcess first;
    start(first, {});
    QVERIFY(first.waitForStarted(patience));
    QTRY_VERIFY_WITH_TIMEOUT(!QDir(folder_->path()).entryList({"*.socket"}, QDir::System).isEmpty(),
                             patience);
    QCOMPARE(run({"21ca59b365c0"}), 0);
    QCOMPARE(run({}), 0);
    QCOMPARE(first.state(), QProcess::Running);
    first.terminate();
    QVERIFY(first.waitForFinished(patience));
}

void OpenAtAPlaceTest::aKilledProcessIsNoObstacle() {
    QProcess first;
    start(first, {});
    QTRY_VERIFY_WITH_TIMEOUT(!QDir(folder_->path()).entryList({"*.socket"}, QDir::System).isEmpty(),
                             patience);
    first.kill();
    QVERIFY(first.waitForFinished(patience));
    QVERIFY(!QDir(folder_->path()).entryList({"*.socket"}, QDir::System).isEmpty());
    SingleInstance next(database_->file());
    QSignalSpy requested(&next, &SingleInstance::requested);
    QVERIFY(next.claim());
    QCOMPARE(run({}), 0);
    QCOMPARE(requested.size(), 1);
}

void OpenAtAPlaceTest::picturesAreNeverHandedOver() {
    SingleInstance first(database_->file());
    QSignalSpy requested(&first, &SingleInstance::requested);
    QVERIFY(first.claim());
    QCOMPARE(run({"--screenshot", file("window.png"), "21ca59b365c0"}), 0);
    QVERIFY(QFileInfo(file("window.png")).size() > 10'000);
    QCOMPARE(run({"--measure-start"}), 0);
    QVERIFY2(output_.trimmed().toInt() > 0, qPrintable(output_));
    QCOMPARE(requested.size(), 0);
}

MW_UI_TEST(OpenAtAPlaceTest)
#include "open_at_a_place_test.moc"
