#include "application/application.h"
#include "changesets/changeset_model.h"
#include "changesets/changeset_view.h"
#include "changesets/filter_bar.h"
#include "commit/message/message_view.h"
#include "core/page.h"
#include "document/document_page.h"
#include "fixtures/bundled_database.h"
#include "fixtures/open_window.h"
#include "painting/contrast.h"
#include "painting/hits.h"
#include "search/completion_popup.h"
#include "search/facet_panel.h"
#include "search/saved_search_panel.h"
#include "search/search_words.h"
#include "store/user/saved_searches.h"
#include "store/write/writer.h"
#include "test_ui.h"
#include "widgets/collapsible_section.h"
#include "window/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <chrono>
#include <thread>

using namespace mw::ui;

namespace {} // namespace

/// What helps with a search, in the real window on the release that the program ships.
class SearchTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theCountSaysHowLongItTook();
    void anEmptyListSaysWhichWordNothingHas();
    void anEmptyListSaysWhatIsNotKnown();
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
    void aFacetIsTakenBackAtASecondClick();
    void facetsCountWhatHadLandedByAMoment();
    void hitsAreMarkedInDocuments();
    void aSearchIsSavedOpenedRenamedAndRemoved();
    void aSavedSearchIsOfOneReleaseOrOfAll();
    void savedSearchesOutliveTheWindow();
    void whatWaitsForAnImportIsSaved();
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
    SavedSearchPanel* saved() const { return window_->findChild<SavedSearchPanel*>(); }
    QAction* action(const char* name) const { return window_->findChild<QAction*>(name); }
    int rows() const { return table()->model()->rowCount(); }
    void type(const QString& text) {
        filter()->setFocus();
        QTest::keyClicks(filter(), text);
    }
    void openCollapsibleSection() {
        auto* const fold = window_->findChild<CollapsibleSection*>("spread");
        QTest::mouseClick(fold->findChild<QToolButton*>(), Qt::LeftButton);
    }

    std::unique_ptr<BundledDatabase> database_;
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
    database_ = std::make_unique<BundledDatabase>();
    window_ = openWindow(database_->file().toStdString());
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

void SearchTest::anEmptyListSaysWhatIsNotKnown() {
    type("lines:>100"); // of the release that the program ships nobody counted them
    QTRY_COMPARE(rows(), 0);
    const FindFacts& facts = window_->session().findFacts();
    QVERIFY(facts.emptyTerms.isEmpty());
    QCOMPARE(facts.unknownTerms.size(), std::size_t{1});
    Location place;
    place.filter = QStringLiteral("lines:>100");
    const QString text = emptyListText(place, facts);
    QVERIFY2(text.startsWith("It is not known what has lines:>100.") &&
                 text.endsWith("Import it from a clone."),
             qPrintable(text));
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
    openCollapsibleSection();
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
    openCollapsibleSection();
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

void SearchTest::aFacetIsTakenBackAtASecondClick() {
    QCOMPARE(withTermTurned("futex  path:a", "path:a"), QString("futex"));
    QCOMPARE(withTermTurned("path:a  futex", "path:a"), QString("futex"));
    QCOMPARE(withTermTurned("a path:a  b", "path:a"), QString("a b"));
    QCOMPARE(withTermTurned("author:=\"A  B\" path:a", "path:a"), QString("author:=\"A  B\""));
    QCOMPARE(withTermTurned("path:a author:=\"A  B\"", "path:a"), QString("author:=\"A  B\""));
    QCOMPARE(withTermTurned("futex -path:a", "path:a"), QString("futex -path:a path:a"));
    QVERIFY(!hasTerm("section:core/x", "section:core"));
    type("the");
    QTRY_VERIFY(rows() < whole_);
    const int before = rows();
    openCollapsibleSection();
    QTRY_VERIFY(facets()->topLevelItem(0)->childCount() > 1);
    const auto click = [&] {
        QTreeWidgetItem* const first = facets()->topLevelItem(0)->child(0);
        facets()->scrollToItem(first);
        QTest::mouseClick(facets()->viewport(), Qt::LeftButton, {},
                          facets()->visualItemRect(first).center());
    };
    click();
    QTRY_VERIFY(rows() < before);
    QTRY_VERIFY(facets()->topLevelItem(0)->child(0)->text(0).startsWith("✓"));
    click();
    QTRY_COMPARE(rows(), before);
    QCOMPARE(filter()->text(), QString("the"));
    QTRY_VERIFY(facets()->topLevelItem(0)->childCount() > 1);
}

void SearchTest::facetsCountWhatHadLandedByAMoment() {
    openCollapsibleSection();
    const auto counted = [&] {
        qint64 sum = 0;
        for (int i = 0; i < facets()->topLevelItem(0)->childCount(); ++i)
            sum += facets()->topLevelItem(0)->child(i)->text(1).toInt();
        return sum;
    };
    QTRY_COMPARE(counted(), qint64(whole_));
    window_->session().navigation().openAsOf(1); // nothing had landed in 1970
    QTRY_COMPARE(rows(), 0);
    QTRY_COMPARE(counted(), qint64(0));
}

void SearchTest::hitsAreMarkedInDocuments() {
    window_->session().navigation().openPage(
        Page::ofFile(QString::fromStdString(mw::importer::data_file("linux-6.7.md").string())));
    QTRY_VERIFY(window_->findChild<DocumentPage*>() != nullptr);
    auto* const page = window_->findChild<DocumentPage*>();
    QTRY_VERIFY(page->isLoaded());
    QCOMPARE(page->browser().extraSelections().size(), 0);
    // A word that is on screen.
    page->browser().setPlace(0);
    const QString text = page->browser().document()->toPlainText().left(400);
    const QString word = text.contains("Linux") ? "linux" : "the";
    type(word);
    QTRY_VERIFY(!page->browser().extraSelections().isEmpty());
    for (const auto& mark : page->browser().extraSelections())
        QCOMPARE(mark.cursor.selectedText().toLower(), word);
    filter()->clear();
    QTRY_VERIFY(page->browser().extraSelections().isEmpty());
}

void SearchTest::aSearchIsSavedOpenedRenamedAndRemoved() {
    type("futex");
    QTRY_VERIFY(rows() < whole_);
    const int found = rows();
    QTest::keyClick(window_.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(saved()->topLevelItemCount(), 1);
    QCOMPARE(saved()->topLevelItem(0)->text(0), QString("futex"));
    // Its name is being written at once.
    QTRY_VERIFY(saved()->findChild<QLineEdit*>() != nullptr);
    QTest::keyClicks(saved()->findChild<QLineEdit*>(), "fast locks");
    QTest::keyClick(saved()->findChild<QLineEdit*>(), Qt::Key_Return);
    QTRY_COMPARE(saved()->topLevelItem(0)->text(0), QString("fast locks"));
    QTRY_COMPARE(saved()->current(), QString("fast locks"));

    filter()->clear();
    QTRY_COMPARE(rows(), whole_);
    QTest::mouseClick(saved()->viewport(), Qt::LeftButton, {},
                      saved()->visualItemRect(saved()->topLevelItem(0)).center());
    QTRY_COMPARE(rows(), found);
    QCOMPARE(filter()->text(), QString("futex"));

    window_->session().navigation().openFilter("the");
    QTRY_VERIFY(rows() != found);
    action("actionUpdateSearch")->trigger();
    QTRY_VERIFY(saved()->topLevelItem(0)->toolTip(0).startsWith("the"));

    saved()->setFocus();
    QTest::keyClick(saved(), Qt::Key_Delete);
    QTRY_COMPARE(saved()->topLevelItemCount(), 0);
    QVERIFY(!action("actionRemoveSearch")->isEnabled());
    action("actionBringBackSearch")->trigger();
    QTRY_COMPARE(saved()->topLevelItemCount(), 1);
    QCOMPARE(saved()->topLevelItem(0)->text(0), QString("fast locks"));
}

void SearchTest::aSavedSearchIsOfOneReleaseOrOfAll() {
    window_->session().navigation().openSection({mw::classify::Section::networking, {}});
    QTRY_VERIFY(rows() < whole_);
    QSignalSpy listed(&window_->session(), &Session::listChanged);
    type("net");
    QTRY_COMPARE(listed.size(), 1);
    const int found = rows();
    QVERIFY(found > 0);
    action("actionSaveSearch")->trigger();
    QTRY_COMPARE(saved()->topLevelItemCount(), 1);
    QCOMPARE(saved()->topLevelItem(0)->text(1), QString("Linux 6.7"));
    QTRY_VERIFY(action("actionSavedForAll")->isEnabled());
    QVERIFY(!action("actionSavedForAll")->isChecked());
    action("actionSavedForAll")->trigger();
    QTRY_COMPARE(saved()->topLevelItem(0)->text(1), QString("all releases"));
    emit saved()->openRequested(saved()->topLevelItem(0)->text(0));
    QTRY_VERIFY2(count().contains("all releases"), qPrintable(count()));
    QCOMPARE(filter()->text(), QString("section:networking (net)"));
    QCOMPARE(rows(), found);
}

void SearchTest::savedSearchesOutliveTheWindow() {
    action("actionSaveSearch")->trigger();
    QTRY_COMPARE(saved()->topLevelItemCount(), 1);
    QCOMPARE(saved()->topLevelItem(0)->text(0), QString("Everything"));
    StartOptions options;
    options.database = database_->file();
    window_ = openWindow(options);
    QTRY_COMPARE(saved()->topLevelItemCount(), 1);
    QCOMPARE(saved()->topLevelItem(0)->text(0), QString("Everything"));
}

/// A document that opens by itself, or a commit at a click, must not take the words away that are
/// being typed.
void SearchTest::whatWaitsForAnImportIsSaved() {
    const std::string file = database_->file().toStdString();
    mw::store::Release meta;
    meta.name = "v9";
    auto import = std::make_unique<mw::store::ReleaseWriter>(file, meta, "v9");
    // The first waits for the import, the others for the first.
    for (const char* const query : {"futex", "rust", "rust"}) {
        window_->session().navigation().openFilter(QLatin1String(query));
        action("actionSaveSearch")->trigger();
    }
    std::jthread ends([&import] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        import.reset();
    });
    window_->close();
    window_.reset();
    ends.join();
    QStringList names;
    for (const mw::store::SavedSearch& search : mw::store::SavedSearches(file).all())
        names << QString::fromStdString(search.name);
    QCOMPARE(names, QStringList({"futex", "rust", "rust (2)"}));
}

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

MW_UI_TEST(SearchTest)
#include "search_test.moc"
