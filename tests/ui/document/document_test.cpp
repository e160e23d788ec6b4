#include "changesets/changeset_view.h"
#include "commit/commit_panel.h"
#include "document/document_menu.h"
#include "document/document_print.h"
#include "document/document_window.h"
#include "document/view/find_bar.h"
#include "document/web_browser.h"
#include "labels/fact_label.h"
#include "pages/commit_side.h"
#include "pages/mentions_bar.h"
#include "test_ui.h"
#include "widgets/message_bar.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QToolTip>
#include <QTreeWidget>

#include <fstream>

using namespace mw::ui;

/// Documents in the real window, on the release that the program ships.
class DocumentTest : public DocumentWindow {
    Q_OBJECT

private slots:
    void theShippedDocumentOpensWhereItIsAskedFor();
    void everyLinkOpensItsCommitAndBackReturns();
    void aMiddleClickOpensATab();
    void hoveringSaysWhatTheCommitIs();
    void unknownCommitsOfferAnImport();
    void webLinksOpenInTheBrowserAlone();
    void kernelDocumentsNeedAClone();
    void theOutlineLeadsToItsPlace();
    void wordsAreFound();
    void zooming();
    void historyKeepsThePlace();
    void whatIsWrittenLeadsToItsLine();
    void aChangedFileIsReadAgain();
    void aChangeBeforeTheFileIsWatchedIsRead();
    void aMovedFileIsFollowed();
    void aPdfIsWritten();
    void tabsAreClosed();

private:
    /// Where the nth link of the document is, scrolled into view; its target.
    QPair<QPoint, QString> link(int number);
    QString subject() const {
        return window_->findChild<CommitPanel*>("commit")->findChild<QLabel*>("subject")->text();
    }
    void click(const QPoint& place, Qt::MouseButton button = Qt::LeftButton) {
        QTest::mouseClick(browser().viewport(), button, {}, place);
    }
    MessageBar* notice() const { return page()->findChild<MessageBar*>("notice"); }
};

QPair<QPoint, QString> DocumentTest::link(int number) {
    // The page that has just come makes room for its outline, and its text moves.
    QCoreApplication::processEvents();
    QTextCursor cursor(browser().document());
    cursor.setPosition(linkPositions().at(number));
    QRect rect = browser().cursorRect(cursor);
    if (rect.top() < 0 || rect.bottom() > browser().viewport()->height()) {
        browser().verticalScrollBar()->setValue(browser().verticalScrollBar()->value() +
                                                rect.top() - 20);
        rect = browser().cursorRect(cursor);
    }
    const QPoint point = rect.center() + QPoint(3, 0);
    return {point, browser().anchorAt(point)};
}

void DocumentTest::theShippedDocumentOpensWhereItIsAskedFor() {
    QVERIFY(page()->content().title.startsWith("Linux 6.7, first half"));
    QVERIFY(!window_->findChild<CommitPanel*>("commit")->isVisible());
    auto* const tabs = window_->findChild<QTabBar*>("pageTabs");
    QVERIFY(tabs->isVisible());
    QCOMPARE(tabs->count(), 2);
    // The table keeps the keyboard: nobody has asked for the document.
    QVERIFY(!browser().hasFocus());

    // The second start opens what was read last, the commit view too.
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(0).center());
    QTRY_VERIFY(place().page.isEmpty());
    window_->close();
    window_.reset();
    StartOptions options;
    options.database = database_->file();
    window_ = std::make_unique<MainWindow>(options);
    QSignalSpy library(&window_->documents().library(), &DocumentIndex::changed);
    window_->show();
    QTRY_VERIFY_WITH_TIMEOUT(!library.isEmpty(), patience);
    QVERIFY(!page());
    QVERIFY(window_->findChild<CommitPanel*>("commit")->isVisible());
}

void DocumentTest::everyLinkOpensItsCommitAndBackReturns() {
    const QString article = place().page;
    const int links = static_cast<int>(linkPositions().size());
    int commits = 0;
    QSet<QString> seen;
    for (int number = 0; number < links; ++number) {
        const auto [point, target] = link(number);
        if (!target.startsWith("commit:"))
            continue;
        const int before = browser().place();
        QSignalSpy shown(&window_->session(), &Session::commitShown);
        click(point);
        QTRY_VERIFY2_WITH_TIMEOUT(!shown.isEmpty(), qPrintable(target), patience);
        const auto detail = shown.back().front().value<mw::store::CommitDetail>();
        const QString id = QString::fromStdString(detail.row.oid);
        QVERIFY2(target.mid(7).startsWith(id) || id.startsWith(target.mid(7)), qPrintable(target));
        QTRY_VERIFY(window_->findChild<CommitPanel*>("commit")->isVisible());
        QCOMPARE(place().page, article); // beside it, not in its place
        QVERIFY(browser().isVisible());
        QTest::keyClick(window_.get(), Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(!place().hasCommit());
        QCOMPARE(place().page, article);
        QCOMPARE(browser().place(), before);
        seen << id;
        ++commits;
    }
    QVERIFY2(commits >= 40, qPrintable(QString::number(commits)));
    QVERIFY2(seen.size() >= 35, qPrintable(QString::number(seen.size())));
}

void DocumentTest::aMiddleClickOpensATab() {
    const auto [point, target] = link(0);
    QVERIFY(target.startsWith("commit:"));
    auto* const tabs = window_->findChild<QTabBar*>("pageTabs");
    click(point, Qt::MiddleButton);
    QTRY_COMPARE(tabs->count(), 3);
    QTRY_COMPARE(place().page, target);
    CommitSide* const side = window_->documents().pane().page<CommitSide>(target);
    QVERIFY(side);
    QTRY_VERIFY(side->findChild<QLabel*>("subject")->text().size() > 10);
    QTest::keyClick(window_.get(), Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(page());
    // A line of the table is read in the commit view, not in somebody else's tab.
    tabs->setCurrentIndex(2);
    QTRY_COMPARE(place().page, target);
    auto* const table = window_->findChild<ChangesetView*>();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(1, 0)).center());
    QTRY_VERIFY(place().page.isEmpty());
}

void DocumentTest::hoveringSaysWhatTheCommitIs() {
    const auto [point, target] = link(0);
    QTest::mouseMove(browser().viewport(), point);
    QTRY_VERIFY2_WITH_TIMEOUT(QToolTip::text().contains("<b>") &&
                                  QToolTip::text().contains("Architecture"),
                              qPrintable(QToolTip::text()), patience);
}

void DocumentTest::unknownCommitsOfferAnImport() {
    const QString file = add("own.md", "# Own\n\n- Known 9f6c532f59b2.\n"
                                       "- Nobody has 0123456789abcdef0123.\n");
    QVERIFY(!file.isEmpty());
    QCOMPARE(linkPositions().size(), 2);
    QTextCursor known(browser().document()), unknown(browser().document());
    known.setPosition(linkPositions()[0] + 1);
    unknown.setPosition(linkPositions()[1] + 1);
    QVERIFY(known.charFormat().foreground() != unknown.charFormat().foreground());
    QVERIFY(known.charFormat().fontUnderline() && !unknown.charFormat().fontUnderline());
    QVERIFY(unknown.charFormat().fontItalic());
    click(link(1).first);
    QTRY_VERIFY(notice()->isVisible());
    QVERIFY(notice()->text().contains("0123456789abcdef0123"));
    QSignalSpy wanted(&window_->documents(), &DocumentController::importWanted);
    QTest::mouseClick(notice()->findChild<QPushButton*>("action"), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
}

void DocumentTest::webLinksOpenInTheBrowserAlone() {
    Browser web;
    add("web.md", "[one](https://example.org/page) and [two](http://example.org/other)\n\n"
                  "[three](ftp://example.org/) [four](file:///etc/passwd) "
                  "[five](javascript:alert(1)) ![six](https://example.org/picture.png)\n");
    const int links = static_cast<int>(linkPositions().size());
    QCOMPARE(links, 3);
    QVERIFY(web.opened.isEmpty());
    click(link(0).first);
    QTRY_COMPARE(web.opened.size(), 1);
    QCOMPARE(web.opened.front(), QUrl("https://example.org/page"));
    click(link(1).first);
    QTRY_COMPARE(web.opened.size(), 2);
}

void DocumentTest::kernelDocumentsNeedAClone() {
    add("doc.md", "See Documentation/core-api/workqueue.rst for more.\n");
    click(link(0).first);
    QTRY_VERIFY(place().page.startsWith("kerneldoc:"));
    QTRY_VERIFY(page() && notice()->isVisible());
    QVERIFY(notice()->text().contains("workqueue.rst"));
    QVERIFY(notice()->findChild<QPushButton*>("action")->isVisible());
}

void DocumentTest::theOutlineLeadsToItsPlace() {
    auto* const outline = page()->findChild<QTreeWidget*>("outline");
    QVERIFY(outline->isVisible());
    QTRY_VERIFY(outline->viewport()->width() > 0); // laid out, so that it can be clicked
    const auto found = outline->findItems("Hardware support", Qt::MatchRecursive);
    QCOMPARE(found.size(), 1);
    QTest::mouseClick(outline->viewport(), Qt::LeftButton, {},
                      outline->visualItemRect(found.front()).center());
    const QTextCursor top = browser().cursorForPosition(QPoint(1, 30));
    QVERIFY2(top.block().text().contains("Hardware support") ||
                 top.block().previous().text().contains("Hardware support"),
             qPrintable(top.block().text()));
}

void DocumentTest::wordsAreFound() {
    browser().setFocus();
    QTest::keyClick(&browser(), Qt::Key_F, Qt::ControlModifier);
    auto* const bar = page()->findChild<FindBar*>();
    auto* const words = bar->findChild<QLineEdit*>("words");
    QTRY_VERIFY(words->isVisible() && words->hasFocus());
    QTest::keyClicks(words, "BTRFS");
    const QString text = browser().document()->toPlainText();
    const auto total = text.count("btrfs", Qt::CaseInsensitive);
    QVERIFY(total > 2);
    auto* const found = bar->findChild<QLabel*>("found");
    QCOMPARE(found->text(), QString("1 of %1").arg(total));
    const int first = browser().textCursor().selectionStart();
    QCOMPARE(browser().textCursor().selectedText().toLower(), QString("btrfs"));
    QTest::keyClick(words, Qt::Key_Return);
    QCOMPARE(found->text(), QString("2 of %1").arg(total));
    QTest::keyClick(words, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(browser().textCursor().selectionStart(), first);
    QTest::keyClick(words, Qt::Key_Return, Qt::ShiftModifier); // round
    QCOMPARE(found->text(), QString("%1 of %1").arg(total));
    QTest::keyClick(words, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QVERIFY(browser().hasFocus());
}

void DocumentTest::zooming() {
    browser().setFocus();
    const qreal before = browser().font().pointSizeF();
    QTest::keyClick(&browser(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(browser().font().pointSizeF() > before);
    QTest::keyClick(&browser(), Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(&browser(), Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(browser().font().pointSizeF() < before);
    QTest::keyClick(&browser(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(browser().font().pointSizeF(), before);
}

void DocumentTest::historyKeepsThePlace() {
    const QString article = place().page;
    browser().verticalScrollBar()->setValue(browser().verticalScrollBar()->maximum() / 2);
    const int there = browser().place();
    QVERIFY(there > 0);
    add("other.md", "# Other\n\nSomething else.\n");
    QTest::keyClick(window_.get(), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(place().page, article);
    QCOMPARE(browser().place(), there);
    QTest::keyClick(window_.get(), Qt::Key_Right, Qt::AltModifier);
    QTRY_VERIFY(place().page.endsWith("other.md"));
    // A tab that was closed comes back where it was.
    QTest::keyClick(window_.get(), Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(window_.get(), Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(place().page != article);
    QTest::keyClick(window_.get(), Qt::Key_Left, Qt::AltModifier);
    waitFor(article);
    QTRY_COMPARE(browser().place(), there);
}

void DocumentTest::whatIsWrittenLeadsToItsLine() {
    const QString article = place().page;
    window_->session().navigation().openPage({});
    window_->session().navigation().openCommit("9f6c532f59b2");
    auto* const bar = window_->documents().pane().commitSide().findChild<MentionsBar*>();
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), patience);
    auto* const list = bar->findChild<FactLabel*>();
    QVERIFY2(list->text().contains("futex_wake()"), qPrintable(list->text()));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Tab);
    QTest::keyClick(list, Qt::Key_Return);
    waitFor(article);
    QTRY_VERIFY(!browser().extraSelections().isEmpty());
    const QTextCursor marked = browser().extraSelections().front().cursor;
    QVERIFY2(marked.block().text().contains("futex_wake()"), qPrintable(marked.block().text()));
    QTRY_VERIFY(
        browser().viewport()->rect().intersects(browser().cursorRect(QTextCursor(marked.block()))));
}

void DocumentTest::aChangeBeforeTheFileIsWatchedIsRead() {
    const QString name = settings_->filePath("early.md");
    const auto write = [&name](const QByteArray& words) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(words);
    };
    write("# Early\n\nfirst words\n");
    window_->session().navigation().openPage(Page::ofFile(name));
    waitFor(Page::ofFile(name));
    QVERIFY(browser().toPlainText().contains("first words"));
    write("# Early\n\nother words\n\nand more\n");
    window_->documents().library().add(name, place().release);
    QTRY_VERIFY_WITH_TIMEOUT(browser().toPlainText().contains("other words"), patience);
}

void DocumentTest::aChangedFileIsReadAgain() {
    const QString file = add("note.md", "# First\n\nNothing yet.\n");
    QCOMPARE(page()->content().title, QString("First"));
    std::ofstream(file.toStdString()) << "# Second\n\nNow 9f6c532f59b2 is in it.\n";
    QTRY_COMPARE_WITH_TIMEOUT(page()->content().title, QString("Second"), patience);
    window_->session().navigation().openCommit("9f6c532f59b2");
    auto* const bar = window_->documents().pane().commitSide().findChild<MentionsBar*>();
    QTRY_VERIFY_WITH_TIMEOUT(bar->findChild<FactLabel*>()->text().contains("Now 9f6c532f59b2"),
                             patience);
}

void DocumentTest::aMovedFileIsFollowed() {
    const QString file = add("draft.md", "# Draft\n\nAbout 9f6c532f59b2.\n");
    const auto* const document = window_->documents().library().ofFile(file);
    const auto id = document->id;
    const QString now = settings_->filePath("article.md");
    QVERIFY(QFile::rename(file, now));
    QTRY_VERIFY_WITH_TIMEOUT(window_->documents().library().ofFile(now), patience);
    QCOMPARE(window_->documents().library().ofFile(now)->id, id);
    QVERIFY(!window_->documents().library().ofFile(file));
    waitFor(Page::ofFile(now));
    QCOMPARE(page()->content().title, QString("Draft"));
}

void DocumentTest::aPdfIsWritten() {
    const QString file = settings_->filePath("article.pdf");
    bool done = false;
    QString problem;
    savePageAsPdf(
        window_->documents().service(), window_.get(), place().page, file, [&] { done = true; },
        [&](const QString& sentence) { problem = sentence; });
    QTRY_VERIFY2_WITH_TIMEOUT(done || !problem.isEmpty(), "no answer", patience);
    QVERIFY2(done, qPrintable(problem));
    QFile pdf(file);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.read(5) == "%PDF-");
    QVERIFY(pdf.size() > 10'000);

    savePageAsPdf(
        window_->documents().service(), window_.get(), place().page, "/nowhere/article.pdf", [] {},
        [&](const QString& sentence) { problem = sentence; });
    QTRY_VERIFY_WITH_TIMEOUT(problem.contains("/nowhere/article.pdf"), patience);
}

void DocumentTest::tabsAreClosed() {
    auto* const tabs = window_->findChild<QTabBar*>("pageTabs");
    QTest::keyClick(window_.get(), Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(place().page.isEmpty());
    QCOMPARE(tabs->count(), 1);
    QVERIFY(!tabs->isVisible());
    QVERIFY(window_->findChild<CommitPanel*>("commit")->isVisible());
}

MW_UI_TEST(DocumentTest)
#include "document_test.moc"
