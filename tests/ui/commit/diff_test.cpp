#include "commit/diff/c_lexer.h"
#include "commit/diff/diff_highlighter.h"
#include "commit/diff/diff_text.h"
#include "commit/diff/diff_view.h"
#include "commit/diff/line_changes.h"
#include "commit/diff/side_by_side_view.h"
#include "painting/contrast.h"
#include "test_ui.h"

#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace mw::ui;
namespace git = mw::git;

namespace {

git::FilePatch patchOf(const std::string& path, const std::vector<std::string>& lines) {
    git::FilePatch patch;
    patch.path = patch.old_path = path;
    git::PatchHunk hunk;
    hunk.header = "@@ -1 +1 @@";
    int oldNumber = 1, newNumber = 1;
    for (const std::string& line : lines) {
        git::PatchLine entry;
        entry.origin = line[0];
        entry.text = line.substr(1);
        if (line[0] == ' ' || line[0] == '-')
            entry.old_number = oldNumber++;
        if (line[0] == ' ' || line[0] == '+')
            entry.new_number = newNumber++;
        hunk.lines.push_back(entry);
    }
    patch.hunks.push_back(hunk);
    return patch;
}

/// "kiff" of the tokens, one letter for each: Keyword, type (Y), Text, Number, Comment,
/// Preprocessor.
QString tokensOf(const QString& line, bool inComment) {
    std::vector<CSpan> spans;
    const bool goesOn = lexCLine(line, inComment, spans);
    QString text;
    for (const CSpan& span : spans)
        text += QStringLiteral("%1:%2 ")
                    .arg(QLatin1Char("KYTNCP"[static_cast<int>(span.token)]))
                    .arg(line.mid(span.start, span.length));
    return text + (goesOn ? QStringLiteral("…") : QString());
}

QPalette palette(const QColor& window, const QColor& base) {
    QPalette palette(window);
    palette.setColor(QPalette::Base, base);
    return palette;
}

} // namespace

class DiffTest : public QObject {
    Q_OBJECT

private slots:
    void everyPatchLineIsOneLine();
    void whatHidesCodeIsMarked();
    void linesKnowTheirNumbers();
    void commentsAreFollowedOnBothSides_data();
    void commentsAreFollowedOnBothSides();
    void wordsOfC_data();
    void wordsOfC();
    void contrastIsThatOfWcag();
    void everyColorCanBeRead_data();
    void everyColorCanBeRead();
    void viewShowsTheDiff();
    void viewColorsWhatIsOnScreen();
    void wordsThatChanged_data();
    void wordsThatChanged();
    void sidesScrollTogether();
    void changesAreSteppedThrough();
    void aLongerContextKeepsThePlace();
    void blanksAreShown();
};

void DiffTest::everyPatchLineIsOneLine() {
    const std::vector<std::string> lines = {"+carriage return\r",
                                            " a\rb",
                                            "-\xE2\x80\xA8 line separator",
                                            "+\xE2\x80\xA9 paragraph",
                                            "+\xEF\xB7\x90\xEF\xB7\x91",
                                            " \f form feed",
                                            "+",
                                            "\\ No newline at end of file"};
    git::FilePatch patch = patchOf("a.txt", lines);
    patch.hunks.front().header = "@@ -1 +1 @@ int\rf(\xE2\x80\xA9void)";
    const DiffText diff = layOutDiff(patch);
    QCOMPARE(diff.lines.size(), lines.size() + 1);
    DiffView view;
    view.setDiff(diff, false);
    QCOMPARE(view.blockCount(), static_cast<int>(lines.size()) + 1);
    QCOMPARE(view.document()->findBlockByNumber(1).text(), QString("+carriage return␍"));
    QCOMPARE(view.document()->findBlockByNumber(8).text(), QString("\\ No newline at end of file"));

    const DiffText longLine = layOutDiff(patchOf("min.js", {"+" + std::string(1'000'000, 'x')}));
    QVERIFY(longLine.text.size() < 3000);
    QVERIFY(longLine.text.endsWith(QStringLiteral("…")));
}

/// CVE-2021-42574: what is read is what is there.
void DiffTest::whatHidesCodeIsMarked() {
    const DiffText diff =
        layOutDiff(patchOf("a.c", {"+/*\u202e } \u2066if (admin)\u2069 \u2066 begin admins only */",
                                   "+zero\u200bwidth\u00ad\ufeff = 1;", " naïve 😀 日本語"}));
    const QStringList lines = diff.text.split('\n');
    QCOMPARE(lines[1],
             QString("+/*<U+202E> } <U+2066>if (admin)<U+2069> <U+2066> begin admins only */"));
    QCOMPARE(lines[2], QString("+zero<U+200B>width<U+00AD><U+FEFF> = 1;"));
    QCOMPARE(lines[3], QString(" naïve 😀 日本語"));
    QCOMPARE(diff.lines[2].marks.size(), 3U);
    QCOMPARE(diff.lines[2].marks[0], (TextRange{5, 8}));
    QVERIFY(diff.lines[3].marks.empty());

    DiffView view;
    view.resize(600, 200);
    view.setDiff(diff, false);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const QTextBlock block = view.document()->findBlockByNumber(2);
    const auto isMarked = [&block](int at) {
        for (const QTextLayout::FormatRange& range : block.layout()->formats())
            if (range.start <= at && at < range.start + range.length)
                return range.format.hasProperty(QTextFormat::BackgroundBrush);
        return false;
    };
    QTRY_VERIFY(isMarked(5) && isMarked(12));
    QVERIFY(!isMarked(4) && !isMarked(13));
}

void DiffTest::linesKnowTheirNumbers() {
    const DiffText diff = layOutDiff(patchOf("a", {" x", "-y", "+z", "+w", " v"}));
    QCOMPARE(diff.lines[0].kind, DiffLine::Kind::Hunk);
    QCOMPARE(diff.lines[2].oldNumber, 2);
    QCOMPARE(diff.lines[2].newNumber, 0);
    QCOMPARE(diff.lines[4].newNumber, 3);
    QCOMPARE(diff.lines[5].oldNumber, 3);
    QCOMPARE(diff.lines[5].newNumber, 4);
    QVERIFY(!diff.isC);
}

void DiffTest::commentsAreFollowedOnBothSides_data() {
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("inComment"); ///< x for each line that begins in one
    QTest::newRow("within the hunk") << QStringList{" /* a", " b */", " c"} << ".x.";
    QTest::newRow("ends in the hunk") << QStringList{" a", " b */", " c"} << "xx.";
    QTest::newRow("kernel's stars") << QStringList{" \t * a", " \t * b"} << "xx";
    QTest::newRow("a product") << QStringList{" a", " * b"} << "..";
    QTest::newRow("added alone") << QStringList{"+/*", "-a", "+b */", " c"} << "..x.";
    QTest::newRow("removed alone") << QStringList{"-/*", "-a", "+b", "-*/", " c"} << ".x.x.";
    QTest::newRow("whole on a line") << QStringList{" /* a */", " b"} << "..";
}

void DiffTest::commentsAreFollowedOnBothSides() {
    QFETCH(QStringList, lines);
    QFETCH(QString, inComment);
    std::vector<std::string> texts;
    for (const QString& line : lines)
        texts.push_back(line.toStdString());
    const DiffText diff = layOutDiff(patchOf("a.c", texts));
    QString found;
    for (std::size_t i = 1; i < diff.lines.size(); ++i)
        found += QLatin1Char(diff.lines[i].inComment ? 'x' : '.');
    QCOMPARE(found, inComment);
}

void DiffTest::wordsOfC_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("inComment");
    QTest::addColumn<QString>("tokens");
    const auto add = [](const char* line, const char* tokens, bool inComment = false) {
        QTest::newRow(line) << QString(line) << inComment << QString(tokens);
    };
    add("static int x = 0x1fUL;", "K:static Y:int N:0x1fUL ");
    add("returned integer", "");
    add("s = \"a\\\"b\" + 'c';", "T:\"a\\\"b\" T:'c' ");
    add("\"never ended", "T:\"never ended ");
    add("\"ends in \\", "T:\"ends in \\ ");
    add("a /* b */ if // c", "C:/* b */ K:if C:// c ");
    add("a /* b", "C:/* b …");
    add("b */ if", "C:b */ K:if ", true);
    add("all of it", "C:all of it …", true);
    add("#include <linux/if.h>", "P:#include T:<linux/if.h> ");
    add("  # define A 1", "P:# define N:1 ");
    add("", "");
}

void DiffTest::wordsOfC() {
    QFETCH(QString, line);
    QFETCH(bool, inComment);
    QFETCH(QString, tokens);
    QCOMPARE(tokensOf(line, inComment), tokens);
}

void DiffTest::contrastIsThatOfWcag() {
    QVERIFY(qAbs(contrast(Qt::white, Qt::black) - 21) < 0.01);
    QVERIFY(qAbs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    QCOMPARE(readable(Qt::black, Qt::white), QColor(Qt::black));
    QVERIFY(contrast(readable(Qt::blue, Qt::black), Qt::black) >= 4.5);
}

void DiffTest::everyColorCanBeRead_data() {
    QTest::addColumn<QPalette>("colors");
    QTest::newRow("light") << palette(QColor(0xef, 0xef, 0xef), Qt::white);
    QTest::newRow("dark") << palette(QColor(0x2a, 0x2e, 0x32), QColor(0x1b, 0x1e, 0x20));
    QTest::newRow("black") << palette(Qt::black, Qt::black);
    QTest::newRow("grey") << palette(QColor(0x50, 0x50, 0x50), QColor(0x44, 0x44, 0x44));
    QTest::newRow("solarized") << palette(QColor(0xee, 0xe8, 0xd5), QColor(0xfd, 0xf6, 0xe3));
}

void DiffTest::everyColorCanBeRead() {
    QFETCH(QPalette, colors);
    const DiffColors diff(colors);
    for (int kind = 0; kind < 5; ++kind) {
        const auto as = static_cast<DiffLine::Kind>(kind);
        QVERIFY(contrast(diff.accent(as), diff.background(as)) >= 4.5);
        QVERIFY(contrast(colors.color(QPalette::Text), diff.background(as)) >= 4.5);
        for (int token = 0; token < 6; ++token)
            QVERIFY2(contrast(diff.token(as, static_cast<CToken>(token)), diff.background(as)) >=
                         4.5,
                     qPrintable(QString("kind %1, token %2").arg(kind).arg(token)));
    }
    QVERIFY(contrast(linkColor(colors), colors.color(QPalette::Base)) >= 4.5);
}

void DiffTest::viewShowsTheDiff() {
    DiffView view;
    view.resize(600, 300);
    view.setDiff(layOutDiff(patchOf("a.c", {" int a;", "-old", "+new"})), false);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QCOMPARE(view.toPlainText(), QString("@@ -1 +1 @@\n int a;\n-old\n+new"));
    QVERIFY(view.isReadOnly());

    // The tint reaches from the margin to the right edge.
    const QImage picture = view.viewport()->grab().toImage();
    const qreal scale = picture.devicePixelRatio();
    const DiffColors colors(view.palette());
    const auto pixelBeside = [&](int line) {
        const QRect rect = view.cursorRect(QTextCursor(view.document()->findBlockByNumber(line)));
        return picture.pixelColor(
            (QPointF(view.viewport()->width() - 3, rect.center().y()) * scale).toPoint());
    };
    QCOMPARE(pixelBeside(2).rgb(), colors.background(DiffLine::Kind::Removed).rgb());
    QCOMPARE(pixelBeside(3).rgb(), colors.background(DiffLine::Kind::Added).rgb());
    QCOMPARE(pixelBeside(1).rgb(), view.palette().color(QPalette::Base).rgb());
}

void DiffTest::viewColorsWhatIsOnScreen() {
    DiffView view;
    view.resize(600, 300);
    view.show();
    std::vector<std::string> lines(5000, "+static int x;");
    const git::FilePatch half = patchOf("a.c", std::vector(lines.begin(), lines.begin() + 2500));
    view.setDiff(layOutDiff(half), false);
    const auto formats = [&](int line) {
        return view.document()->findBlockByNumber(line).layout()->formats().size();
    };
    QCOMPARE(formats(3), 3);
    QCOMPARE(formats(2000), 0);
    view.verticalScrollBar()->setValue(2000);
    QCOMPARE(formats(2003), 3);

    QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(formats(2500), 3);
    view.verticalScrollBar()->setValue(2000);

    view.setDiff(layOutDiff(patchOf("a.c", lines)), true);
    QCOMPARE(view.blockCount(), 5001);
    QCOMPARE(view.verticalScrollBar()->value(), 2000);
    QCOMPARE(formats(2003), 3);
    view.setDiff(layOutDiff(patchOf("a.txt", lines)), false);
    QCOMPARE(view.verticalScrollBar()->value(), 0);
    QCOMPARE(formats(3), 1);
}

void DiffTest::wordsThatChanged_data() {
    QTest::addColumn<QString>("before"); ///< with what is to be marked in []
    QTest::addColumn<QString>("after");
    const auto add = [](const char* before, const char* after) {
        QTest::newRow(before) << QString(before) << QString(after);
    };
    add("return [a] + b;", "return [c] + b;");
    add("int x;", "int x[, y];");
    add("f(a, [b, ]c);", "f(a, c);");
    add("if ([foo] && [bar])", "if ([x1] && [y1])");
    add("call([one two]);", "call([three four]);");
    add("nothing here", "totally other");
    add("", "new line");
    add("same", "same");
}

void DiffTest::wordsThatChanged() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    const auto marked = [](QString line, const std::vector<TextRange>& ranges) {
        for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
            line.insert(range->start + range->length, QLatin1Char(']'));
            line.insert(range->start, QLatin1Char('['));
        }
        return line;
    };
    const auto plain = [](QString text) { return text.remove('[').remove(']'); };
    const QString one = plain(before), other = plain(after);
    const LineChanges changes = changedWords(one, other);
    QCOMPARE(marked(one, changes.before), before);
    QCOMPARE(marked(other, changes.after), after);
    // However long lines are, this does not take long.
    const QString large = QString("word ").repeated(50'000);
    QVERIFY(changedWords(QString(large + one), QString(large + other)).before.size() < 10);
}

void DiffTest::sidesScrollTogether() {
    SideBySideView view;
    view.resize(700, 200);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setDiff(sideBySide(layOutDiff(patchOf("a.c", std::vector<std::string>(300, " int x;")))),
                 false);
    auto* const before = view.findChild<DiffView*>("diffBefore");
    auto* const after = view.findChild<DiffView*>("diffAfter");
    QTest::keyClick(after, Qt::Key_PageDown);
    QVERIFY(after->verticalScrollBar()->value() > 0);
    QCOMPARE(before->verticalScrollBar()->value(), after->verticalScrollBar()->value());
    before->verticalScrollBar()->setValue(100);
    QCOMPARE(after->verticalScrollBar()->value(), 100);
}

void DiffTest::changesAreSteppedThrough() {
    std::vector<std::string> lines(200, " int x;");
    lines[50] = lines[51] = "+a";
    lines[150] = "-b";
    DiffView view;
    view.resize(600, 200);
    view.show();
    view.setDiff(layOutDiff(patchOf("a.c", lines)), false);
    QVERIFY(view.goToChange(true));
    QCOMPARE(view.textCursor().blockNumber(), 51);
    QVERIFY(view.goToChange(true));
    QCOMPARE(view.textCursor().blockNumber(), 151);
    QVERIFY(!view.goToChange(true));
    QVERIFY(view.goToChange(false));
    QCOMPARE(view.textCursor().blockNumber(), 51);
}

void DiffTest::aLongerContextKeepsThePlace() {
    DiffView view;
    view.resize(600, 200);
    view.show();
    git::FilePatch some = patchOf("a.c", std::vector<std::string>(400, " int x;"));
    git::FilePatch more = patchOf("a.c", std::vector<std::string>(500, " int x;"));
    for (git::PatchLine& line : some.hunks[0].lines)
        line.new_number += 50, line.old_number += 50;
    more.hunks[0].lines[0].text = "another";
    view.setDiff(layOutDiff(some), false);
    view.verticalScrollBar()->setValue(101); // its line 151, below the header
    view.setDiff(layOutDiff(more), true);
    QCOMPARE(view.verticalScrollBar()->value(), 151);
}

void DiffTest::blanksAreShown() {
    DiffView view;
    view.resize(600, 200);
    view.show();
    view.setDiff(layOutDiff(patchOf("a.c", {" \tint x;", "+  y"})), false);
    const QImage plain = view.viewport()->grab().toImage();
    view.showBlanks(true);
    QVERIFY(view.viewport()->grab().toImage() != plain);
    QCOMPARE(view.toPlainText(), QString("@@ -1 +1 @@\n \tint x;\n+  y"));
    view.showBlanks(false);
    QVERIFY(view.viewport()->grab().toImage() == plain);
}

MW_UI_TEST(DiffTest)
#include "diff_test.moc"
