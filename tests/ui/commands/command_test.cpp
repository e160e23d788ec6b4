#include "application/application.h"
#include "changesets/filter_bar.h"
#include "commands/about_dialog.h"
#include "commands/action_catalogue.h"
#include "commands/command_palette.h"
#include "commands/commit_finder.h"
#include "commands/fuzzy.h"
#include "commands/palette_model.h"
#include "commands/shortcut_table.h"
#include "core/page.h"
#include "document/version.h"
#include "document/view/document_browser.h"
#include "git/setup/version.h"
#include "manual/manual_dialog.h"
#include "store/db/version.h"
#include "test_ui.h"
#include "tour/checks.h"
#include "tour/states.h"
#include "widgets/collapsible_section.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QTreeWidget>

using namespace mw::ui;

namespace {

constexpr QSize dialogSize{1200, 800};

} // namespace

/// What finds the rest: command palette and shortcut sheet, both made from the window's actions,
/// and the window that says what program this is.
class CommandTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { stage_.reset(); }
    void lettersFit_data();
    void lettersFit();
    void betterMatchesScoreMore_data();
    void betterMatchesScoreMore();
    void aRankedModelKeepsItsProtocol();
    void aCommandIsFoundAndRun();
    void thePaletteOpensPlaces();
    void aCommitIsOpenedByItsId();
    void commitsAreFoundByTheirTitles();
    void whatIsFoundMovesNothingAboveIt();
    void titlesBecomeQueries_data();
    void titlesBecomeQueries();
    void wordsAreSearchedFor();
    void whatIsDisabledIsNotOffered();
    void whatWasUsedComesFirstAndIsRemembered();
    void escapeGivesTheFocusBack();
    void theManualIsReadAndSearched();
    void whatIsReadNamesMenusAsTheWindowDoes();
    void theSheetHasEveryShortcutOfTheWindow();
    void theSheetIsSearchedAndCopied();
    void aboutNamesWhatRuns();
    void tabsFoldsAndPlaceComeBack();

private:
    QLineEdit* edit() { return stage_->find<QLineEdit>("paletteEdit"); }
    QListView* list() { return stage_->find<QListView>("paletteList"); }
    QString line(int row) const;
    int lineWith(const QString& start) const;
    void openPalette(const QString& typed);
    const Location& place() { return stage_->window().session().navigation().current(); }

    std::unique_ptr<TourDatabase> database_;
    std::unique_ptr<Stage> stage_;
};

void CommandTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    database_ = std::make_unique<TourDatabase>();
}

void CommandTest::init() {
    stage_ = std::make_unique<Stage>(database_->file(), database_->clone(), dialogSize);
    QVERIFY(stage_->open());
    QTRY_VERIFY(QApplication::focusWidget());
}

QString CommandTest::line(int row) const {
    return stage_->find<QListView>("paletteList")->model()->index(row, 0).data().toString();
}

/// -1 where none starts so.
int CommandTest::lineWith(const QString& start) const {
    const int rows = stage_->find<QListView>("paletteList")->model()->rowCount();
    for (int row = 0; row < rows; ++row)
        if (line(row).startsWith(start))
            return row;
    return -1;
}

void CommandTest::openPalette(const QString& typed) {
    stage_->press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(edit()->hasFocus());
    stage_->type(typed);
}

void CommandTest::lettersFit_data() {
    QTest::addColumn<QString>("letters");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    QTest::newRow("whole") << "bookmark"
                           << "Bookmark" << true;
    QTest::newRow("start") << "book"
                           << "Bookmark" << true;
    QTest::newRow("some letters of a word") << "bkmk"
                                            << "Bookmark" << true;
    QTest::newRow("starts of words") << "cr"
                                     << "Copy references" << true;
    QTest::newRow("start and more of the next word") << "cref"
                                                     << "Copy references" << true;
    QTest::newRow("within a word") << "ware"
                                   << "Hardware support" << true;
    QTest::newRow("nothing") << ""
                             << "Anything" << true;
    QTest::newRow("a letter is missing") << "bookz"
                                         << "Bookmark" << false;
    QTest::newRow("other order") << "koob"
                                 << "Bookmark" << false;
    QTest::newRow("scattered") << "net"
                               << "Sort anew by the rules" << false;
    QTest::newRow("longer than the text") << "bookmarks"
                                          << "Bookmark" << false;
    QTest::newRow("umlaut") << "über"
                            << "Über Merge Window" << true;
}

void CommandTest::lettersFit() {
    QFETCH(QString, letters);
    QFETCH(QString, text);
    const auto match = fuzzyMatch(letters, text);
    QTEST(match.has_value(), "fits");
    if (!match)
        return;
    QCOMPARE(std::ssize(match->places), letters.size());
    QVERIFY(std::ranges::is_sorted(match->places));
    for (qsizetype i = 0; i < letters.size(); ++i)
        QCOMPARE(text[match->places[static_cast<std::size_t>(i)]].toCaseFolded(),
                 letters[i].toCaseFolded());
}

void CommandTest::betterMatchesScoreMore_data() {
    QTest::addColumn<QString>("letters");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("start") << "net"
                           << "Networking"
                           << "Hardware › Networking";
    QTest::newRow("word") << "net"
                          << "Hardware › Networking"
                          << "Magnetic";
    QTest::newRow("together") << "fil"
                              << "Filter"
                              << "First in the list";
    QTest::newRow("initials") << "cr"
                              << "Copy references"
                              << "Scroll";
}

void CommandTest::betterMatchesScoreMore() {
    QFETCH(QString, letters);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    const auto good = fuzzyMatch(letters, better), bad = fuzzyMatch(letters, worse);
    QVERIFY(good);
    QVERIFY(!bad || good->score > bad->score);
}

void CommandTest::aRankedModelKeepsItsProtocol() {
    PaletteModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto candidate = [](const char* text, const char* id) {
        return PaletteItem{QString::fromLatin1(text), {}, {}, QString::fromLatin1(id), [] {}};
    };
    const Candidates all{candidate("Bookmark", "a"), candidate("Filter", "b"),
                         candidate("File", "c")};
    model.rank(all, {}, {}, {QStringLiteral("c")});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.line(0).candidate.text, QString("File"));
    model.rank(all, QStringLiteral("fil"), {}, {});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.line(0).candidate.text, QString("File"));
    model.rank(all, QStringLiteral("nothing"), {candidate("Search for nothing", "")}, {});
    QCOMPARE(model.rowCount(), 1);
}

void CommandTest::aCommandIsFoundAndRun() {
    QVERIFY(stage_->choose("net: dev"));
    openPalette("bkmk");
    QCOMPARE(line(0), QString("Bookmark"));
    stage_->press(Qt::Key_Return);
    QTRY_VERIFY(stage_->find<QAction>("actionBookmark")->isChecked());
    QVERIFY(!stage_->find<CommandPalette>()->isVisible());
    QVERIFY(stage_->table().hasFocus());
}

void CommandTest::thePaletteOpensPlaces() {
    openPalette("networking");
    QCOMPARE(line(0), QString("Networking"));
    stage_->press(Qt::Key_Down);
    QCOMPARE(list()->currentIndex().data().toString(), QString("Hardware › Networking"));
    stage_->press(Qt::Key_Up);
    stage_->press(Qt::Key_Return);
    QTRY_VERIFY(place().section.section == mw::classify::Section::networking);
    openPalette("linux 6.7");
    QCOMPARE(line(0), QString("Linux 6.7"));
    stage_->press(Qt::Key_Return);
    QTRY_COMPARE(place().release, QString("Linux 6.7"));
    QTRY_VERIFY(!stage_->window().documents().library().all().empty());
    openPalette("first half");
    QVERIFY(line(0).contains("first half of the merge window"));
    stage_->press(Qt::Key_Return);
    QTRY_VERIFY(place().page.startsWith("file:"));
}

void CommandTest::aCommitIsOpenedByItsId() {
    QVERIFY(stage_->choose("iio: light"));
    const QString id = place().commit;
    QVERIFY(stage_->choose("ext4: mend"));
    openPalette(id.left(10));
    QCOMPARE(line(0), "Open commit " + id.left(10));
    stage_->press(Qt::Key_Return);
    QTRY_VERIFY(stage_->find<QLabel>("subject")->text().startsWith("iio: light"));
}

void CommandTest::commitsAreFoundByTheirTitles() {
    // Starts of words, in any order.
    openPalette("inod mend");
    QTRY_VERIFY(lineWith("ext4: mend the inode") >= 0);
    const int row = lineWith("ext4: mend the inode");
    list()->setCurrentIndex(list()->model()->index(row, 0));
    stage_->press(Qt::Key_Return);
    QTRY_VERIFY(stage_->find<QLabel>("subject")->text().startsWith("ext4: mend the inode"));

    // What a pull is called is a title, too; and so is one of another release.
    openPalette("merge branch net-next");
    QTRY_VERIFY(lineWith("Merge branch 'master' of git://git.kernel.org") >= 0);
    stage_->press(Qt::Key_Escape);
    openPalette("futex wake");
    QTRY_VERIFY(lineWith("futex: Add sys_futex_wake") >= 0);
    stage_->press(Qt::Key_Escape);
    // No title has it, though a message does: that is what ?words are for.
    openPalette("quoted line of the mail");
    QTest::qWait(300);
    QCOMPARE(lineWith("net: dev"), -1);
}

void CommandTest::whatIsFoundMovesNothingAboveIt() {
    openPalette("net");
    const QStringList before{line(0), line(1), line(2)};
    QTRY_VERIFY(lineWith("net: dev: steer") >= 0);
    QCOMPARE(QStringList({line(0), line(1), line(2)}), before);
    QCOMPARE(list()->currentIndex().row(), 0);
    QVERIFY(lineWith("Search for net") < lineWith("net: dev: steer"));
    // Longer words are looked for anew, and fewer fit.
    stage_->type("working");
    QTRY_COMPARE(lineWith("net: dev: steer"), -1);
}

void CommandTest::titlesBecomeQueries_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("query");
    QTest::newRow("starts") << "steer pack"
                            << "subject:steer* subject:pack*";
    QTest::newRow("pasted") << "net: fix (\"it\")"
                            << "subject:net* subject:fix* subject:\"it\"";
    QTest::newRow("path") << "x86/mm: free"
                          << "subject:\"x86/mm\" subject:free*";
    QTest::newRow("operators") << "-not OR a:b"
                               << "subject:not* subject:\"OR\" subject:\"a:b\"";
    QTest::newRow("too short") << "ab c"
                               << "";
    QTest::newRow("nothing") << "  ?! "
                             << "";
}

void CommandTest::titlesBecomeQueries() {
    QFETCH(QString, typed);
    QTEST(titleQuery(typed), "query");
}

void CommandTest::wordsAreSearchedFor() {
    const int all = stage_->table().model()->rowCount();
    openPalette("?steer packets");
    QCOMPARE(list()->model()->rowCount(), 1);
    stage_->press(Qt::Key_Return);
    QTRY_COMPARE(place().filter, QString("steer packets"));
    QTRY_VERIFY(stage_->table().model()->rowCount() < all);
    openPalette("truncate interrupted");
    QCOMPARE(line(0), QString("Search for truncate interrupted"));
    stage_->press(Qt::Key_Return);
    QTRY_COMPARE(stage_->table().model()->rowCount(), 1);
}

void CommandTest::whatIsDisabledIsNotOffered() {
    QVERIFY(!stage_->find<QAction>("actionUndo")->isEnabled());
    openPalette("undo");
    for (int row = 0; row < list()->model()->rowCount(); ++row)
        QVERIFY(line(row) != "Undo");
}

void CommandTest::whatWasUsedComesFirstAndIsRemembered() {
    openPalette("my marks");
    stage_->press(Qt::Key_Return);
    QTRY_VERIFY(stage_->find<QAction>("actionMarks")->isChecked());
    openPalette("networking");
    stage_->press(Qt::Key_Return);
    openPalette({});
    QCOMPARE(line(0), QString("Networking"));
    QCOMPARE(line(1), QString("My marks"));
    stage_->press(Qt::Key_Escape);
    stage_->window().close();
    QVERIFY(stage_->open());
    openPalette({});
    QCOMPARE(line(0), QString("Networking"));
}

void CommandTest::escapeGivesTheFocusBack() {
    QVERIFY(stage_->search("steer"));
    stage_->table().setFocus();
    openPalette("anything");
    stage_->press(Qt::Key_Escape);
    QVERIFY(!stage_->find<CommandPalette>()->isVisible());
    QVERIFY(stage_->table().hasFocus());
    // The key was the palette's, and not the filter's as well.
    QCOMPARE(place().filter, QString("steer"));
}

void CommandTest::theManualIsReadAndSearched() {
    stage_->press(Qt::Key_F1);
    auto* const manual = stage_->find<ManualDialog>();
    QVERIFY(manual);
    // The window's page, then the command line's with the options of its parser.
    const QString text = manual->plainText();
    const auto there = [&](const char* words) { return text.indexOf(QLatin1String(words)); };
    QVERIFY(there("mergewindow - browse") >= 0);
    QVERIFY(there("mergewindow-cli - find out") > there("mergewindow - browse"));
    QVERIFY(there("--no-lines") > there("mergewindow-cli - find out"));
    // What the contents name is what the text goes to.
    auto* const contents = manual->findChild<QTreeWidget*>("contents");
    QCOMPARE(contents->topLevelItemCount(), 2);
    const auto found = contents->findItems("import", Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(found.size(), 1);
    auto* const browser = manual->findChild<DocumentBrowser*>("text");
    contents->setCurrentItem(found.constFirst());
    QTRY_COMPARE(browser->cursorForPosition({browser->width() / 3, 6}).block().text(),
                 QString("import"));
    QTest::keyClick(browser, Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(manual->findChild<QWidget*>("findBar")->isVisible());
    QTest::keyClicks(manual->findChild<QLineEdit*>("words"), "--no-lines");
    QTRY_COMPARE(browser->textCursor().selectedText(), QString("--no-lines"));
    // The second time is the same window; the keys are a table of their own.
    QVERIFY(stage_->trigger("actionManual"));
    QCOMPARE(stage_->find<ManualDialog>(), manual);
    manual->findChild<QPushButton*>("keys")->click();
    QVERIFY(stage_->find<ShortcutTable>());
}

/// The German page: TranslationTest.
void CommandTest::whatIsReadNamesMenusAsTheWindowDoes() {
    for (const char* const file : {MW_MANUAL "/mergewindow.md", MW_MANUAL "/../../README.md"}) {
        const QStringList faults = unknownCommands(stage_->window(), QString::fromUtf8(file));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
    }
}

void CommandTest::theSheetHasEveryShortcutOfTheWindow() {
    stage_->press(Qt::Key_F1, Qt::ControlModifier);
    auto* const sheet = stage_->find<ShortcutTable>();
    QVERIFY(sheet);
    const QString text = sheet->plainText();
    int shortcuts = 0;
    for (const QAction* const action : stage_->window().findChildren<QAction*>()) {
        if (action->shortcut().isEmpty() || action->text().isEmpty())
            continue;
        ++shortcuts;
        const QString wanted = action->shortcut().toString(QKeySequence::NativeText) + "\t";
        const QString what = withoutMnemonic(action->text());
        QVERIFY2(text.contains(wanted + what) ||
                     (text.contains(wanted) && text.contains("› " + what)),
                 qPrintable(wanted + what));
    }
    QVERIFY(shortcuts > 20);
    // What has no shortcut is reached through its menu.
    QVERIFY(text.contains("Alt+V, B\tCommit beside the table"));
    QVERIFY(text.contains("In the table"));
}

void CommandTest::theSheetIsSearchedAndCopied() {
    stage_->press(Qt::Key_F1, Qt::ControlModifier);
    auto* const sheet = stage_->find<ShortcutTable>();
    QVERIFY(sheet);
    sheet->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), sheet);
    auto* const words = sheet->findChild<QLineEdit*>("edit");
    QTest::keyClicks(words, "bookmark");
    sheet->findChild<QPushButton*>("copy")->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied, sheet->plainText());
    QVERIFY(copied.contains("Ctrl+D\tBookmark"));
    QVERIFY(!copied.contains("Ctrl+Q"));
    QVERIFY(sheet->html().contains("<td>Ctrl+D</td>"));
    QTest::keyClicks(words, "zzz");
    QVERIFY(sheet->plainText().isEmpty());
    QVERIFY(sheet->findChild<QLabel*>("nothing")->isVisible());
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY(!stage_->find<ShortcutTable>());
}

void CommandTest::aboutNamesWhatRuns() {
    QVERIFY(stage_->trigger("actionAbout"));
    auto* const about = stage_->find<AboutDialog>();
    QVERIFY(about);
    const QString text = about->versions();
    for (const std::string& version : {mw::git::library_version(), mw::store::library_version(),
                                       mw::document::library_version(), std::string(qVersion())})
        QVERIFY2(version.size() >= 3 && text.contains(QString::fromStdString(version)),
                 version.c_str());
    const auto schema = mw::store::schema_of(database_->file().toStdU16String());
    QVERIFY(schema && text.contains(QString("schema %1").arg(*schema)));
    QVERIFY(!mw::store::schema_of(database_->folder().toStdU16String()));
    about->findChild<QPushButton*>("copy")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
}

void CommandTest::tabsFoldsAndPlaceComeBack() {
    QVERIFY(stage_->trigger("actionFigures"));
    QTRY_VERIFY(place().page.startsWith("figures:"));
    const QString figures = place().page;
    QVERIFY(stage_->trigger("actionPulls"));
    QTRY_VERIFY(place().page.startsWith("pulls:"));
    const QString pulls = place().page;
    stage_->find<CollapsibleSection>("spread")->setOpen(true);
    QVERIFY(stage_->trigger("actionAllReleases"));
    stage_->window().close();
    QVERIFY(stage_->open());
    ReadingPane& pane = stage_->window().documents().pane();
    QVERIFY(pane.addresses().contains(figures));
    QVERIFY(pane.addresses().contains(pulls));
    QVERIFY(!pane.title(figures).isEmpty());
    QTRY_COMPARE(place().page, pulls);
    QVERIFY(place().allReleases);
    QVERIFY(stage_->find<CollapsibleSection>("spread")->isOpen());
    // What is in a tab is made when it is looked at.
    QVERIFY(!pane.page<QWidget>(figures));
    stage_->window().session().navigation().openPage(figures);
    QTRY_VERIFY(pane.page<QWidget>(figures));
}

MW_UI_TEST(CommandTest)
#include "command_test.moc"

#include <algorithm>
