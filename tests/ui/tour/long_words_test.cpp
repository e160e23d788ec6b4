#include "application/application.h"
#include "commit/message/message_view.h"
#include "core/limits.h"
#include "core/long_words.h"
#include "document/document_page.h"
#include "document/index/document_index.h"
#include "importer/import.h"
#include "labels/fact_label.h"
#include "labels/whole_text.h"
#include "labels/wrap_label.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"
#include "test_ui.h"
#include "tour/idle_meter.h"
#include "tour/states.h"
#include "widgets/message_bar.h"

#include <QClipboard>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QTextBlock>

using namespace mw::ui;

namespace {

/// What the GUI thread may work for a commit, however long its texts are. A tenth of it is usual.
constexpr double mostWork = 3'000;

std::string longWord(std::size_t letters, char letter = 'x') {
    return std::string(letters, letter);
}

/// Every text that a clone can hold, in one word of 300 letters.
void describeLongWords(mw::test::RepoBuilder& repo, const std::string& word) {
    const std::string person = "N" + word + " <" + word + "@example.org>";
    repo.commit()
        .file("MAINTAINERS", "NET" + word + "\nM:\tSome Body <some@example.org>\nF:\tnet/\n\n" +
                                 "THE REST\nM:\tAnother <a@example.org>\nF:\t*\nF:\t*/\n")
        .message("base");
    repo.tag("v6.6", repo.tip());
    repo.branch("side", repo.tip());
    const std::string path = "net/" + word.substr(0, 200) + "/" + word.substr(0, 200) + ".c";
    std::string text = "a\nb\nc\nd\n";
    for (int i = 0; i < 4; ++i) {
        text += word + word + std::to_string(i) + "\n";
        repo.commit(path, text)
            .author(person)
            .committer(person)
            .message("net: dev: " + word + std::to_string(i) + "\n\nsteer packets " + word +
                     "\n\n - " + word + "\n\n" + word + "\n\nReported-by: " + person +
                     "\nFixes: " + word + "\nLink: https://example.org/" + word + "\n");
    }
    const auto side = repo.tip();
    repo.checkout("master");
    repo.merge({side}).author(person).message("Merge tag '" + word + "' of git://x.example/" +
                                              word + "\n\n* " + word + ":\n  " + word + "\n");
    repo.commit()
        .file("drivers/iio/light/fx100.c", "int fx100;\n")
        .file("drivers/iio/light/Kconfig", "config FX100\n\ttristate \"" + word + "\"\n")
        .author(person)
        .message("iio: light: Add driver for " + word);
    repo.tag("v6.7", repo.tip());
    repo.write();
}

void importAs(const std::string& database, const mw::test::RepoBuilder& repo,
              const std::string& name) {
    mw::importer::ImportRequest request;
    request.database = database;
    request.repository = repo.path();
    request.from = "v6.6";
    request.to = "v6.7";
    request.name = name;
    mw::importer::run_import(request, {}, {});
}

QByteArray named(const QWidget& widget) {
    return QByteArray(widget.metaObject()->className()) + " " + widget.objectName().toLatin1() +
           ", " + QByteArray::number(widget.width()) + " wide";
}

} // namespace

/// Nothing that comes from a clone or a document decides how wide a window is, or takes longer than
/// its length.
class LongWordsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void textsAreCutWhereTheyEnd();
    void tipsAndMenusAreNarrow();
    void wordsAreCutThatCannotBeLaidOut();
    void nothingWidensTheWindow_data();
    void nothingWidensTheWindow();
    void aMistakenQueryDoesNotEither();
    void whatIsCutCanBeOpenedWhole();
    void hugeTextsTakeNoTime_data();
    void hugeTextsTakeNoTime();
    void aHugeWordInADocumentIsCutAndOpened();

private:
    QString file(const char* name) const { return folder_.filePath(QLatin1String(name)); }
    /// Windows that are wider than they may be, and what in them is.
    static QByteArray tooWide(Stage& stage, QSize size);

    QTemporaryDir folder_;
    std::string huge_[3]; ///< ids of commits: subject, author, body
};

void LongWordsTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    const std::string word = longWord(300);
    mw::test::RepoBuilder repo(file("long.git").toStdString());
    describeLongWords(repo, word);
    importAs(file("long.db").toStdString(), repo, "v" + longWord(250, 'r'));
    mw::test::write_bytes(file("long.md").toStdString(),
                          "# " + word + "\n\n## " + word + "\n\ntext " + word + " `" + word +
                              "`\n\n| a | b |\n|---|---|\n| " + word + " | " + word + " |\n");
    mw::document::add_document(file("long.db").toStdString(), file("long.md").toStdString(),
                               "v" + longWord(250, 'r'));

    mw::test::RepoBuilder others(file("huge.git").toStdString());
    others.commit("a", "a").message("base");
    others.tag("v6.6", others.tip());
    const auto subject = others.commit("a", "b").message("net: " + longWord(70'000));
    const auto author = others.commit("a", "c").author(longWord(70'000) + " <a@b>").message("y");
    const auto body = others.commit("a", "d").message("net: z\n\n" + longWord(800'000, 'y') + "\n");
    others.tag("v6.7", others.tip());
    others.write();
    huge_[0] = subject.id();
    huge_[1] = author.id();
    huge_[2] = body.id();
    importAs(file("huge.db").toStdString(), others, "v6.7");
}

void LongWordsTest::textsAreCutWhereTheyEnd() {
    QCOMPARE(cutText("short", 5), QString("short"));
    QCOMPARE(cutText("longer", 5), QString("long…"));
    QCOMPARE(cutText("four words are here", 6), QString("four…"));
    // Half of a letter is none.
    const QString smiles = QString::fromUcs4(std::u32string(10, U'\U0001F600').c_str());
    QCOMPARE(cutText(smiles, 6), QString(smiles.left(4) + QStringLiteral("…")));
    QCOMPARE(cutText({}, 5), QString());
}

void LongWordsTest::tipsAndMenusAreNarrow() {
    const QString word(100'000, QLatin1Char('x'));
    const QString tip = tipText(QString(word + "\nsecond line"));
    QVERIFY(tip.size() < 2'000);
    for (const QString& line : tip.split('\n'))
        QVERIFY(line.size() <= 101);
    QVERIFY(tip.endsWith(QStringLiteral("…")));
    const QString usual = QStringLiteral("net: fix it\nA click lists everything.");
    QCOMPARE(tipText(usual), usual);
    const QString wrapped = tipText(QString("word ").repeated(50).trimmed());
    QCOMPARE(QString(wrapped).replace('\n', ' '), QString("word ").repeated(50).trimmed());
    QVERIFY(wrapped.contains('\n'));
    QCOMPARE(menuText("a & b"), QString("a && b"));
    QVERIFY(menuText(word).size() <= 60);
}

void LongWordsTest::wordsAreCutThatCannotBeLaidOut() {
    const QString word(400'000, QLatin1Char('y'));
    const ShortenedText shown = shortenText(QString("see " + word + " there"), 1'000'000);
    QVERIFY(shown.cut);
    QVERIFY(shown.text.startsWith("see yyy") && shown.text.endsWith(QStringLiteral("y… there")));
    QVERIFY(shown.text.size() <= wordLetters + 12);
    // Where a line can be broken nothing is cut: paths, and scripts without blanks.
    for (const QString& text :
         {QString("drivers/net/ ").repeated(500), QString("a-b").repeated(900),
          QString::fromUtf8("内核").repeated(2'000)}) {
        const ShortenedText same = shortenText(text, 1'000'000);
        QCOMPARE(same.text, text);
        QVERIFY(!same.cut);
    }
    QCOMPARE(shortenText("one two", 5).text, QString("one…"));
}

QByteArray LongWordsTest::tooWide(Stage& stage, QSize size) {
    if (stage.window().width() > size.width()) {
        QByteArray culprits = named(stage.window());
        for (const QWidget* const widget : stage.window().findChildren<QWidget*>())
            if (widget->isVisible() && widget->minimumSizeHint().width() > size.width() / 2)
                culprits += "\n" + named(*widget);
        return culprits;
    }
    // A dialog may have a width of its own, but nothing that it shows has a say in it.
    for (const QWidget* const widget : Stage::shown())
        if (widget->width() > usualSize.width() || widget->minimumSizeHint().width() > size.width())
            return named(*widget);
    return {};
}

void LongWordsTest::nothingWidensTheWindow_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("small");
    for (int number = 0; const TourState& state : tourStates()) {
        if (!state.ownRelease && inShare(number)) {
            QTest::addRow("%s", state.name) << number << false;
            QTest::addRow("%s, small", state.name) << number << true;
        }
        ++number;
    }
}

void LongWordsTest::nothingWidensTheWindow() {
    QFETCH(int, state);
    QFETCH(bool, small);
    const QSize size = small ? smallSize : usualSize;
    Stage stage(file("long.db"), file("long.git"), size);
    QVERIFY(tourStates()[static_cast<std::size_t>(state)].go(stage));
    IdleMeter meter;
    QVERIFY(meter.settle(patience));
    QCOMPARE(tooWide(stage, size), QByteArray());
}

void LongWordsTest::aMistakenQueryDoesNotEither() {
    Stage stage(file("long.db"), file("long.git"), smallSize);
    StartOptions options;
    options.filter = QStringLiteral("autor:") + QString(3000, QLatin1Char('x')) + " (";
    QVERIFY(stage.open(options));
    QTRY_VERIFY(stage.find<QLabel>("mistake")->isVisible());
    QCOMPARE(tooWide(stage, smallSize), QByteArray());
}

void LongWordsTest::whatIsCutCanBeOpenedWhole() {
    Stage stage(file("huge.db"), file("huge.git"), usualSize);
    StartOptions options;
    options.commit = QString::fromStdString(huge_[0]);
    QVERIFY(stage.open(options));
    auto* const subject = stage.find<FactLabel>("subject");
    QTRY_VERIFY(subject->text().contains(QStringLiteral("…")));
    emit subject->linkActivated("+0");
    auto* const whole = stage.find<WholeText>();
    QVERIFY(whole);
    QCOMPARE(QString(whole->findChild<QPlainTextEdit*>()->toPlainText()).remove('\n').size(),
             qsizetype(70'005));
    whole->findChild<QPushButton*>("copy")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QString("net: " + QString(70'000, QLatin1Char('x'))));
    whole->close();

    stage.window().session().navigation().openCommit(QString::fromStdString(huge_[2]));
    auto* const message = stage.find<MessageView>();
    QTRY_VERIFY(message->toPlainText().contains("All of the message: 800,000 letter"));
    QVERIFY(message->toPlainText().size() < 2'000);
    emit message->anchorClicked(QUrl("whole:message"));
    QTRY_VERIFY(stage.find<WholeText>());
    stage.find<WholeText>()->findChild<QPushButton*>("copy")->click();
    QCOMPARE(QGuiApplication::clipboard()->text().trimmed().size(), qsizetype(800'000));
}

void LongWordsTest::hugeTextsTakeNoTime_data() {
    QTest::addColumn<int>("commit");
    QTest::newRow("subject") << 0;
    QTest::newRow("author") << 1;
    QTest::newRow("body") << 2;
}

void LongWordsTest::hugeTextsTakeNoTime() {
    QFETCH(int, commit);
    Stage stage(file("huge.db"), file("huge.git"), usualSize);
    QVERIFY(stage.open());
    IdleMeter meter;
    QVERIFY(meter.settle(patience));
    stage.window().session().navigation().openCommit(QString::fromStdString(huge_[commit]));
    double spent = 0;
    for (int rests = 0; rests < 3;) {
        const IdleMeter::Result look = meter.run(200);
        spent += look.guiMilliseconds;
        rests = look.guiMilliseconds < 10 ? rests + 1 : 0;
        QVERIFY2(spent < mostWork, qPrintable(look.text()));
    }
    qInfo("%.0f ms of the GUI thread", spent);
    QCOMPARE(tooWide(stage, usualSize), QByteArray());
}

void LongWordsTest::aHugeWordInADocumentIsCutAndOpened() {
    const std::string word = longWord(400'000, 'w');
    mw::test::write_bytes(file("huge.md").toStdString(),
                          "# Title\n\nbefore " + word + " after\n\n```\n" + word + "\n```\n");
    Stage stage(file("huge.db"), file("huge.git"), usualSize);
    StartOptions options;
    options.documents = QStringList{file("huge.md")};
    QVERIFY(stage.open(options));
    QVERIFY(stage.documentShown());
    auto* const page = stage.window().documents().pane().currentPage<DocumentPage>();
    const QString shown = page->browser().toPlainText();
    QVERIFY2(shown.size() < 5'000, qPrintable(QString::number(shown.size())));
    QVERIFY(shown.contains(QStringLiteral("w… after")));
    QCOMPARE(page->content().longWords.size(), 2);
    emit page->browser().anchorClicked(QUrl("word:0"));
    QTRY_VERIFY(stage.find<WholeText>());
    stage.find<WholeText>()->findChild<QPushButton*>("copy")->click();
    QCOMPARE(QGuiApplication::clipboard()->text().size(), qsizetype(400'000));
}

MW_UI_TEST(LongWordsTest)
#include "long_words_test.moc"
