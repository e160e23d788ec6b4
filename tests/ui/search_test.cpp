#include "app/application.h"
#include "app/main_window.h"
#include "commit/message_view.h"
#include "embedded_database.h"
#include "models/changeset_model.h"
#include "search/completion_popup.h"
#include "search/facet_panel.h"
#include "search/hits.h"
#include "views/changeset_view.h"
#include "views/contrast.h"
#include "views/filter_bar.h"
#include "views/fold.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace mw::ui;

namespace {

constexpr int patience = 10'000;

} // namespace

/// What helps with a search, in the real window on the release that the program ships.
class SearchTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theCountSaysHowLongItTook();
    void anEmptyListSaysWhichWordNothingHas();
    void hitsAreWhereTheWordsAre();
    void hitsAreReadableOnLightAndDark();
    void hitsAreDrawnInTheTable();
    void hitsAreMarkedInTheMessage();
    void tabTakesASuggestion();
    void arrowAndEnterTakeTheChosenOne();
    void escapeClosesSuggestionsAndKeepsTheFilter();
    void aFacetNarrowsTheFilter();
    void aHiddenPanelCountsNothing();
    void allReleasesAreSearchedAtAToggle();
    void theSearchIsCopiedAsACommand();
    void whatIsTypedOutlivesAnotherPage();
    void aHalfWrittenQueryIsNoMistakeYet();

private:
    QLineEdit* filter() const { return window_->findChild<FilterBar*>()->findChild<QLineEdit*>(); }
    QTreeView* table() const { return window_->findChild<ChangesetView*>(); }
    CompletionPopup* popup() const { return window_->findChild<CompletionPopup*>(); }
    FacetPanel* facets() const { return window_->findChild<FacetPanel*>(); }
    QString count() const {
        return window_->findChild<FilterBar*>()->findChild<QLabel*>("count")->text();
    }
    int rows() const { return table()->model()->rowCount(); }
    void type(const QString& text) {
        filter()->setFocus();
        QTest::keyClicks(filter(), text);
    }
    void openFold() {
        auto* const fold = window_->findChild<Fold*>("spread");
        QTest::mouseClick(fold->findChild<QToolButton*>(), Qt::LeftButton);
    }

    std::unique_ptr<EmbeddedDatabase> database_;
    std::unique_ptr<QTemporaryDir> settings_;
    std::unique_ptr<MainWindow> window_;
    int whole_ = 0;
};

void SearchTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
}

void SearchTest::init() {
    settings_ = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_->path());
    database_ = std::make_unique<EmbeddedDatabase>();
    StartOptions options;
    options.database = database_->file();
    window_ = std::make_unique<MainWindow>(options);
    QSignalSpy complete(window_.get(), &MainWindow::complete);
    window_->show();
    window_->activateWindow();
    QVERIFY(complete.wait(patience));
    whole_ = rows();
}

void SearchTest::cleanup() {
    window_.reset();
}

void SearchTest::theCountSaysHowLongItTook() {
    type("futex");
    QTRY_VERIFY(rows() < whole_);
    QVERIFY2(count().contains(" ms") && count().startsWith(QString::number(rows())),
             qPrintable(count()));
}

void SearchTest::anEmptyListSaysWhichWordNothingHas() {
    QSignalSpy listed(&window_->session(), &Session::listChanged);
    type("futex zebrafish");
    QTRY_COMPARE(rows(), 0);
    QCOMPARE(window_->session().findFacts().emptyTerms, QStringList("zebrafish"));
}

void SearchTest::hitsAreWhereTheWordsAre() {
    const Hits hits("łódź OR futex");
    const QString text = "Łódź: the fast futexes";
    const auto ranges = hits.ranges(text, "subject");
    QCOMPARE(ranges.size(), std::size_t{2});
    QCOMPARE(text.mid(ranges[0].begin, ranges[0].length), QString("Łódź"));
    QCOMPARE(text.mid(ranges[1].begin, ranges[1].length), QString("futex"));
    QVERIFY(Hits("author:futex").ranges(text, "subject").empty());
    QVERIFY(Hits("(futex").isEmpty());
    QVERIFY(Hits("  ").isEmpty());
}

void SearchTest::hitsAreReadableOnLightAndDark() {
    for (const QColor& base : {QColor(Qt::white), QColor(0x1b, 0x1e, 0x20)}) {
        QPalette palette(base);
        palette.setColor(QPalette::Base, base);
        const HitColors colors = hitColors(palette);
        QVERIFY(contrast(colors.background, colors.text) >= 4.5);
    }
}

void SearchTest::hitsAreDrawnInTheTable() {
    const QColor marker = hitColors(table()->palette()).background;
    const auto marked = [&] {
        const QImage picture = table()->viewport()->grab().toImage();
        int pixels = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                pixels += picture.pixelColor(x, y) == marker;
        return pixels;
    };
    QCOMPARE(marked(), 0);
    type("futex");
    QTRY_VERIFY(rows() < whole_);
    QVERIFY(marked() > 200);
    filter()->clear();
    QTRY_COMPARE(rows(), whole_);
    QCOMPARE(marked(), 0);
}

void SearchTest::hitsAreMarkedInTheMessage() {
    auto* const message = window_->findChild<MessageView*>("message");
    type("futex");
    QTRY_VERIFY(rows() < whole_);
    message->showMessage("A word.\n\nThe futex and the other Futex.");
    const auto marks = message->extraSelections();
    QCOMPARE(marks.size(), 2);
    for (const auto& mark : marks)
        QCOMPARE(mark.cursor.selectedText().toLower(), QString("futex"));
}

void SearchTest::tabTakesASuggestion() {
    type("sect");
    QTRY_VERIFY(popup()->isVisible());
    QTest::keyClick(filter(), Qt::Key_Tab);
    QCOMPARE(filter()->text(), QString("section:"));
    QVERIFY(filter()->hasFocus());
    QTest::keyClicks(filter(), "net");
    QTRY_VERIFY(popup()->isVisible() && popup()->topLevelItemCount() == 1);
    QTest::keyClick(filter(), Qt::Key_Tab);
    QCOMPARE(filter()->text(), QString("section:networking "));
    QVERIFY(!popup()->isVisible());
    QTRY_VERIFY(rows() > 0 && rows() < whole_);
}

void SearchTest::arrowAndEnterTakeTheChosenOne() {
    type("section:");
    QTRY_VERIFY(popup()->isVisible() && popup()->topLevelItemCount() > 3);
    QTest::keyClick(filter(), Qt::Key_Down);
    QTest::keyClick(filter(), Qt::Key_Down);
    const QString second = popup()->topLevelItem(1)->text(0);
    QTest::keyClick(filter(), Qt::Key_Return);
    QCOMPARE(filter()->text(), "section:" + second + ' ');
    QVERIFY(filter()->hasFocus());
}

void SearchTest::escapeClosesSuggestionsAndKeepsTheFilter() {
    type("sect");
    QTRY_VERIFY(popup()->isVisible());
    QTest::keyClick(filter(), Qt::Key_Escape);
    QVERIFY(!popup()->isVisible());
    QCOMPARE(filter()->text(), QString("sect"));
    QTest::keyClick(filter(), Qt::Key_Escape);
    QTRY_VERIFY(filter()->text().isEmpty());
}

void SearchTest::aFacetNarrowsTheFilter() {
    openFold();
    QTRY_VERIFY(facets()->topLevelItem(0)->childCount() > 3);
    QTreeWidgetItem* const section = facets()->topLevelItem(0)->child(0);
    const int hits = section->text(1).toInt();
    QVERIFY(hits > 0 && hits < whole_);
    facets()->scrollToItem(section);
    QTest::mouseClick(facets()->viewport(), Qt::LeftButton, {},
                      facets()->visualItemRect(section).center());
    QTRY_COMPARE(rows(), hits);
    QVERIFY(filter()->text().startsWith("section:"));
    QTRY_COMPARE(facets()->topLevelItem(0)->childCount(), 1);
}

void SearchTest::aHiddenPanelCountsNothing() {
    QSignalSpy counted(&window_->session().service(), &StoreService::facets);
    type("futex");
    QTRY_VERIFY(rows() < whole_);
    QCOMPARE(counted.size(), 0);
    openFold();
    QTRY_COMPARE(counted.size(), 1);
}

void SearchTest::allReleasesAreSearchedAtAToggle() {
    auto* const action = window_->findChild<QAction*>("actionAllReleases");
    action->trigger();
    QTRY_VERIFY2(count().contains("all releases"), qPrintable(count()));
    QVERIFY(!window_->session().query()->release);
    QVERIFY(!table()->isColumnHidden(ChangesetModel::ReleaseColumn));
    QCOMPARE(table()->model()->index(0, ChangesetModel::ReleaseColumn).data().toString(),
             QString("Linux 6.7"));
    action->trigger();
    QTRY_VERIFY(!count().contains("all releases"));
    QVERIFY(table()->isColumnHidden(ChangesetModel::ReleaseColumn));
}

void SearchTest::theSearchIsCopiedAsACommand() {
    type("-it's");
    QTRY_VERIFY(window_->session().navigation().current().filter == "-it's");
    window_->findChild<QAction*>("actionCopySearch")->trigger();
    QCOMPARE(QApplication::clipboard()->text(),
             QString("mergewindow-cli search --release 'Linux 6.7' -- '-it'\\''s'"));
}

/// A document that opens by itself, or a commit at a click, must not take the words away that are
/// being typed.
void SearchTest::whatIsTypedOutlivesAnotherPage() {
    type("futex");
    window_->session().navigation().openPage(QStringLiteral("file:/no/such/page.md"));
    QCOMPARE(filter()->text(), QString("futex"));
    QTRY_VERIFY(rows() < whole_);
    QCOMPARE(window_->session().navigation().current().filter, QString("futex"));
    type(" lock");
    window_->session().navigation().back();
    QTRY_COMPARE(window_->session().navigation().current().filter, filter()->text());
    window_->session().navigation().openFilter("usb");
    QCOMPARE(filter()->text(), QString("usb"));
}

void SearchTest::aHalfWrittenQueryIsNoMistakeYet() {
    auto* const mistake = window_->findChild<FilterBar*>()->findChild<QLabel*>("mistake");
    QSignalSpy mistaken(&window_->session(), &Session::queryMistaken);
    type("(futex");
    QTRY_COMPARE(mistaken.size(), 1);
    QVERIFY(!mistake->isVisible());
    type(")");
    QTRY_VERIFY(rows() < whole_);
    QVERIFY(!mistake->isVisible());
    type(" \"fast");
    QTRY_COMPARE(mistaken.size(), 2);
    QVERIFY(!mistake->isVisible());
    QTRY_VERIFY(mistake->isVisible());
    type(" path");
    QVERIFY(mistake->isVisible());
    QTRY_COMPARE(mistaken.size(), 3);
    QVERIFY(mistake->isVisible());
    type("\"");
    QTRY_VERIFY(!mistake->isVisible());
    type(" (");
    QTRY_COMPARE(mistaken.size(), 4);
    QTest::keyClick(filter(), Qt::Key_Return);
    QVERIFY(mistake->isVisible());
}

QTEST_MAIN(SearchTest)
#include "search_test.moc"
