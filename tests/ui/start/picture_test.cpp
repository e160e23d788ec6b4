#include "application/application.h"
#include "fixtures/bundled_database.h"
#include "support/temp_dir.h"
#include "test_ui.h"
#include "widgets/screen_fit.h"

#include <QFileInfo>
#include <QImage>
#include <QProcess>
#include <QTest>

using namespace mw::ui;

namespace {} // namespace

/// `mergewindow --screenshot FILE`, run as a person runs it: a picture that fits the screen, or a
/// sentence and exit code 1, and always an end.
class PictureTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void aWindowIsDrawn();
    void whatIsNotThereEndsWithASentence_data();
    void whatIsNotThereEndsWithASentence();
    void aStartThatIsMeasuredEndsToo();
    void withoutADisplayThereIsASentence_data();
    void withoutADisplayThereIsASentence();
    void aFirstWindowFitsItsScreen_data();
    void aFirstWindowFitsItsScreen();
    void newSizesAndOldPlacesFit();

private:
    /// Its exit status; -1 where it was killed or ended by a signal.
    int run(const QStringList& arguments, const QProcessEnvironment& more = {});
    QString file(const char* name) const { return folder_->filePath(name); }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<BundledDatabase> database_;
    QString errors_;
};

void PictureTest::initTestCase() {
    nameApplication();
    database_ = std::make_unique<BundledDatabase>();
    database_->fill();
}

void PictureTest::init() {
    folder_ = std::make_unique<QTemporaryDir>();
}

int PictureTest::run(const QStringList& arguments, const QProcessEnvironment& more) {
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    for (const char* const name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        all.insert(QLatin1String(name), folder_->path());
    all.insert(more);
    QProcess process;
    process.setProcessEnvironment(all);
    process.setWorkingDirectory(folder_->path());
    process.start(MW_BROWSER, QStringList{"--db", database_->file()} + arguments);
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished();
        return -1;
    }
    errors_ = QString::fromUtf8(process.readAllStandardError());
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

void PictureTest::aWindowIsDrawn() {
    QCOMPARE(run({"--screenshot", file("window.png"), "--commit", "21ca59b365c0"}), 0);
    QCOMPARE(QImage(file("window.png")).size(), QSize(1440, 900));
    QCOMPARE(run({"--screenshot", file("nameless"), "--filter", "autor:x"}), 0);
    QCOMPARE(QImage(file("nameless"), "PNG").size(), QSize(1440, 900));
}

void PictureTest::whatIsNotThereEndsWithASentence_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("commit") << QStringList{"--commit", "deadbeefdead"}
                            << "Commit deadbeefdead is not in this database";
    QTest::newRow("commit by itself")
        << QStringList{"deadbeefdead"} << "Commit deadbeefdead is not in this database";
    QTest::newRow("several commits") << QStringList{"--commit", "2"} << "";
    QTest::newRow("no id") << QStringList{"--commit", "nonsense"} << "";
    QTest::newRow("release") << QStringList{"--release", "v9.9"} << "There is no release v9.9";
    QTest::newRow("document that is none") << QStringList{"huge.md"} << "";
    QTest::newRow("folder") << QStringList{"--screenshot", "no/such/folder.png"}
                            << "no/such/folder.png cannot be written: there is no such folder";
    QTest::newRow("folder as a file") << QStringList{"--screenshot", "."} << ". is a folder";
    QTest::newRow("format") << QStringList{"--screenshot", "window.md"}
                            << "Pictures of the kind md cannot be made";
    QTest::newRow("database") << QStringList{"--db", "letter.db"} << "letter.db";
}

void PictureTest::whatIsNotThereEndsWithASentence() {
    QFETCH(QStringList, words);
    QFETCH(QString, sentence);
    mw::test::write_bytes(file("letter.db").toStdString(),
                          "Dear reader, this is not a database, but it is long enough.");
    // More than is shown of a document.
    mw::test::write_bytes(file("huge.md").toStdString(), "");
    QFile(file("huge.md")).resize(qint64(65) << 20);
    if (!words.contains("--screenshot"))
        words = QStringList{"--screenshot", file("window.png")} + words;
    QCOMPARE(run(words), 1);
    QVERIFY2(errors_.contains(sentence), qPrintable(errors_));
    QVERIFY(errors_.endsWith('\n') && errors_.size() > 10);
    QVERIFY(!QFileInfo::exists(file("window.png")));
}

void PictureTest::aStartThatIsMeasuredEndsToo() {
    QCOMPARE(run({"--measure-start", "--commit", "deadbeefdead"}), 1);
    QVERIFY2(errors_.contains("deadbeefdead"), qPrintable(errors_));
    QCOMPARE(run({"--measure-start", "--release", "v9.9"}), 1);
    QVERIFY2(errors_.contains("v9.9"), qPrintable(errors_));
}

void PictureTest::withoutADisplayThereIsASentence_data() {
    QTest::addColumn<QString>("platform");
    QTest::newRow("no server") << "xcb";
    QTest::newRow("no such platform") << "nonsense";
}

void PictureTest::withoutADisplayThereIsASentence() {
    QFETCH(QString, platform);
    QProcessEnvironment none;
    none.insert("QT_QPA_PLATFORM", platform);
    none.insert("DISPLAY", ":4711");
    QCOMPARE(run({"--screenshot", file("window.png")}, none), 1);
    QVERIFY2(errors_.contains("There is no display to open a window on"), qPrintable(errors_));
    QCOMPARE(run({}, none), 1);
    QVERIFY2(errors_.contains("There is no display to open a window on"), qPrintable(errors_));
    // What needs no window needs no display.
    QCOMPARE(run({"--version"}, none), 0);
}

void PictureTest::aFirstWindowFitsItsScreen_data() {
    QTest::addColumn<QSize>("screen");
    QTest::addColumn<qreal>("scale");
    QTest::addColumn<QSize>("least");
    QTest::newRow("laptop") << QSize(1366, 768) << 1.0 << QSize(1340, 650);
    QTest::newRow("small") << QSize(1280, 720) << 1.0 << QSize(1250, 600);
    QTest::newRow("scaled") << QSize(1600, 1000) << 1.5 << QSize(1550, 840);
    QTest::newRow("4K") << QSize(3840, 2160) << 2.0 << QSize(2880, 1800);
    QTest::newRow("large") << QSize(2560, 1440) << 1.0 << QSize(1440, 900);
}

void PictureTest::aFirstWindowFitsItsScreen() {
    QFETCH(QSize, screen);
    QFETCH(qreal, scale);
    QFETCH(QSize, least);
    mw::test::write_bytes(
        file("screens.json").toStdString(),
        QStringLiteral(R"({"screens":[{"name":"one","x":0,"y":0,"width":%1,"height":%2,)"
                       R"("logicalDpi":96,"logicalBaseDpi":96,"dpr":1}]})")
            .arg(screen.width())
            .arg(screen.height())
            .toStdString());
    QProcessEnvironment sized;
    sized.insert("QT_QPA_PLATFORM", QString("offscreen:configfile=" + file("screens.json")));
    sized.insert("QT_SCALE_FACTOR", QString::number(scale));
    QCOMPARE(run({"--screenshot", file("window.png")}, sized), 0);
    const QSize size = QImage(file("window.png")).size();
    QVERIFY2(size.width() <= screen.width() && size.height() <= screen.height() - 40 * scale,
             qPrintable(QStringLiteral("%1x%2").arg(size.width()).arg(size.height())));
    QVERIFY2(size.width() >= least.width() && size.height() >= least.height(),
             qPrintable(QStringLiteral("%1x%2").arg(size.width()).arg(size.height())));
}

void PictureTest::newSizesAndOldPlacesFit() {
    const QRect laptop(0, 0, 1366, 768);
    const ScreenSpace bare{laptop, laptop}, panelled{laptop, laptop.adjusted(0, 28, 0, 0)};
    const QSize wanted(1440, 900);
    QVERIFY(fittingSize(wanted, bare).width() < 1366);
    QVERIFY(fittingSize(wanted, bare).height() < 700);
    // Where the panel is known, nothing more is left for one.
    QVERIFY(fittingSize(wanted, panelled).height() > fittingSize(wanted, bare).height());
    QVERIFY(fittingSize(wanted, panelled).height() < 740);
    QCOMPARE(fittingSize({400, 300}, bare), QSize(400, 300));

    const QRect usual(100, 60, 1000, 600);
    QCOMPARE(fittingPlace(usual, bare), usual);
    // On a screen that is not there any more, and partly over the edge.
    QCOMPARE(fittingPlace(usual.translated(1920, 0), bare), QRect(366, 60, 1000, 600));
    QCOMPARE(fittingPlace(usual.translated(-500, 400), bare), QRect(0, 168, 1000, 600));
    QVERIFY(laptop.contains(fittingPlace({0, 0, 1920, 1040}, bare)));
    QVERIFY(panelled.available.contains(fittingPlace({0, 0, 1366, 768}, panelled)));
    const ScreenSpace right{{1920, 0, 1366, 768}, {1920, 0, 1366, 740}};
    QCOMPARE(fittingPlace(usual, right), QRect(1920, 60, 1000, 600));
}

MW_UI_TEST_WITHOUT_WINDOWS(PictureTest)
#include "picture_test.moc"
