#include "application/application.h"
#include "base/message.h"
#include "changesets/changeset_view.h"
#include "commit/message/message_view.h"
#include "fixtures/open_window.h"
#include "labels/fact_label.h"
#include "store/write/writer.h"
#include "table/table_model.h"
#include "test_ui.h"
#include "text/engine_text.h"
#include "text/format.h"
#include "window/main_window.h"

#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace mw;
using namespace mw::ui;

/// Characters that hide or reorder text, in all that a clone can put on screen.
class VisibleTextTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void textIsMarkedAndDataIsNot();
    void whatIsPlainStays();
    void namesWithPlacesAreNamesInASentence();
    void tablesAndLabelsAreMarked();
    void theWindowIsMarked();

private:
    QTemporaryDir folder_;
};

void VisibleTextTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
}

void VisibleTextTest::textIsMarkedAndDataIsNot() {
    const std::string hidden = "net\u202e: \u200bx\x1b";
    QCOMPARE(shownText(hidden), QString("net<U+202E>: <U+200B>x␛"));
    QCOMPARE(shownText(QString::fromStdString(hidden)), QString("net<U+202E>: <U+200B>x␛"));
    QCOMPARE(toQString(hidden), QString::fromStdString(hidden));
}

void VisibleTextTest::whatIsPlainStays() {
    for (const QString& text : {QString(), QString("a\tb\nc"), QString("naïve 😀 ❤\ufe0f 日本語")})
        QCOMPARE(shownText(text), text);
}

/// A document may be called "%2", and a tag "{}".
void VisibleTextTest::namesWithPlacesAreNamesInASentence() {
    QCOMPARE(engineText(
                 base::Message("{} has no tag {}.", std::string("%2 {} %1"), std::string("%1{0}"))),
             QString("%2 {} %1 has no tag %1{0}."));
}

void VisibleTextTest::tablesAndLabelsAreMarked() {
    TableModel sheet;
    TableData rows;
    rows.columns.resize(1);
    rows.rows.push_back({{QString("Ann\u202e")}});
    sheet.setSheet(rows);
    QCOMPARE(sheet.index(0, 0).data().toString(), QString("Ann<U+202E>"));
    QCOMPARE(sheet.index(0, 0).data(Qt::ToolTipRole).toString(), QString("Ann&lt;U+202E&gt;"));
    FactLabel label;
    label.showText(QString("Ann\u202e"));
    QCOMPARE(label.text(), QString("Ann<U+202E>"));
    QCOMPARE(label.textFormat(), Qt::PlainText);
    label.showPieces({{QString("Ann\u202e"), QString("author:Ann"), {}}});
    QVERIFY2(label.text().contains("Ann&lt;U+202E&gt;"), qPrintable(label.text()));
    MessageView message;
    message.showMessage(QString("one\u2066 two\r\n\nthree\u00ad"));
    QCOMPARE(message.toPlainText(), QString("one<U+2066> two\nthree<U+00AD>"));
}

void VisibleTextTest::theWindowIsMarked() {
    namespace store = mw::store;
    const QString file = folder_.filePath("hidden.db");
    store::Release meta;
    meta.name = "v2";
    meta.repository = "/no/clone";
    meta.from_rev = "v1";
    meta.to_rev = "v2";
    meta.lines = store::LineState::not_wanted;
    {
        store::ReleaseWriter writer(file.toStdString(), meta, "hidden");
        store::NewCommit made;
        made.oid = std::string(20, 'x');
        made.subject = "net: \u202ex";
        made.body = "Why\u200b so.\n";
        made.author = {"Ann\u2066", "ann@example.org"};
        made.committer = made.author;
        made.author_time = made.commit_time = made.landed_time = 1'000'000;
        made.subsystem = "NET\u00ad";
        made.reason = "made up";
        made.paths = {{"net/a\u202eb.c", 'M', false, {}, {}}};
        writer.add(0, made);
        writer.commit(0);
    }
    StartOptions options;
    options.database = file;
    options.release = "v2";
    const auto shown = openWindow(options);
    MainWindow& window = *shown;
    auto* const table = window.findChild<ChangesetView*>();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 30'000);
    QStringList cells;
    for (int column = 0; column < table->model()->columnCount(); ++column)
        cells << table->model()->index(0, column).data().toString();
    QVERIFY(cells.contains("net: <U+202E>x"));
    QVERIFY(cells.contains("Ann<U+2066>"));
    QVERIFY(cells.contains("NET<U+00AD>"));
    window.session().navigation().openCommit(QString::fromLatin1(QByteArray(20, 'x').toHex()));
    const auto shows = [&window](const QString& text) {
        for (const QLabel* const label : window.findChildren<QLabel*>())
            if (label->text().contains(text))
                return true;
        return false;
    };
    QTRY_VERIFY(shows("net: <U+202E>x"));
    QTRY_VERIFY(shows("Ann&lt;U+2066&gt;"));
    for (const QLabel* const label : window.findChildren<QLabel*>())
        for (const char16_t c : {u'\u202e', u'\u2066', u'\u00ad', u'\u200b'})
            QVERIFY2(!label->text().contains(QChar(c)), qPrintable(label->objectName()));
}

MW_UI_TEST(VisibleTextTest)
#include "visible_text_test.moc"
