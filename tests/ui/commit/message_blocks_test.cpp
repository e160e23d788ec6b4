#include "commit/message/message_blocks.h"
#include "test_ui.h"

#include <QTest>

using namespace mw::ui;

class MessageBlocksTest : public QObject {
    Q_OBJECT

private slots:
    void messagesHaveBlocks_data();
    void messagesHaveBlocks();
};

void MessageBlocksTest::messagesHaveBlocks_data() {
    QTest::addColumn<QString>("message");
    QTest::addColumn<QStringList>("blocks"); ///< kind, depth of items, text
    const auto add = [](const char* name, const QString& message, const QStringList& blocks) {
        QTest::newRow(name) << message << blocks;
    };
    const QString wrapped = "This is a paragraph of prose that somebody wrapped by hand\n"
                            "somewhere near the seventieth column, as one does in mail.";
    add("prose flows", wrapped, {"P " + QString(wrapped).replace('\n', ' ')});
    add("breaks on purpose stay", "Hello Linus,\nplease pull.", {"P Hello Linus,\nplease pull."});
    add("indented code", wrapped.section('\n', 0, 0) + ":\n\n    a = b;\n\n    c;\n\nAnd on.",
        {"P " + wrapped.section('\n', 0, 0) + ":", "C     a = b;\n\n    c;", "P And on."});
    add("call trace", "Call Trace:\n [<c0123456>] foo+0x1/0x20\n [<c0123457>] bar+0x1/0x20",
        {"C Call Trace:\n [<c0123456>] foo+0x1/0x20\n [<c0123457>] bar+0x1/0x20"});
    add("table", "name    old    new\nfoo       1      2",
        {"C name    old    new\nfoo       1      2"});
    add("quote", "> so he said\n> and left\nTrue.", {"Q > so he said\n> and left", "P True."});
    add("list", "- one\n  goes on\n- two\n  - inner\n\nEnd.",
        {"I0 - one goes on", "I0 - two", "I1 - inner", "P End."});
    add("numbers", "1. one\n2) two", {"I0 1. one", "I0 2) two"});
    add("trailers", "Text.\n\nFixes: 123456789abc (\"x\")\nReported-by: A <a@b>",
        {"P Text.", "T Fixes: 123456789abc (\"x\")\nReported-by: A <a@b>"});
    add("a list that is indented", "    - a\n    - b", {"I0 - a", "I0 - b"});
    add("nothing", "", {});
}

void MessageBlocksTest::messagesHaveBlocks() {
    QFETCH(QString, message);
    QFETCH(QStringList, blocks);
    QStringList found;
    for (const MessageBlock& block : messageBlocks(message, false)) {
        QString kind = QStringLiteral("PCQIHT").mid(static_cast<int>(block.kind), 1);
        if (block.kind == MessageBlock::Kind::Item)
            kind += QString::number(block.depth) + " " + block.marker;
        found << kind + " " + block.text;
    }
    QCOMPARE(found, blocks);

    QStringList titles;
    for (const MessageBlock& block :
         messageBlocks("* 'for-linus' of git://host/x: (2 commits)\n  net: one\n  net: two\n\n"
                       "Some Body (1):\n      mm: three\n",
                       true))
        titles << QString::number(static_cast<int>(block.kind)) + block.text;
    QCOMPARE(titles, (QStringList{"4'for-linus' of git://host/x: (2 commits)", "3net: one",
                                  "3net: two", "4Some Body (1):", "3mm: three"}));
}

MW_UI_TEST_WITHOUT_WINDOWS(MessageBlocksTest)
#include "message_blocks_test.moc"
