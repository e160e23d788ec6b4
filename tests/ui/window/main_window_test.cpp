#include "application/application.h"
#include "changesets/changeset_panel.h"
#include "changesets/changeset_view.h"
#include "changesets/filter_bar.h"
#include "changesets/section_panel.h"
#include "commit/overview_page.h"
#include "fixtures/bundled_database.h"
#include "painting/contrast.h"
#include "test_ui.h"
#include "text/format.h"
#include "widgets/message_bar.h"
#include "window/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace mw::ui;

namespace {} // namespace

/// The real window on the release that the program ships, driven as a person would.
class MainWindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void showsTheBundledReleaseAndSaysWhatItIs();
    void aSectionNarrowsTheList();
    void theOverviewSaysWhatThisIsAndOffersFilters();
    void typingFilters();
    void theCountSaysWhatItCounts();
    void escapeClearsTheFilter();
    void aMistakeIsMarkedAndTheListStays();
    void choosingARowShowsTheCommit();
    void backAndForward();
    void mouseButtonsGoBackAndForward();
    void typeAheadFindsASubject();
    void sortingKeepsTheChosenCommit();
    void copiesReferences();
    void everyPaneIsReachedByKeyboard();
    void layoutAndPlaceAreRemembered();
    void anUnreadableDatabaseIsASentence();
    void darkPaletteIsFollowed();

private:
    void open(StartOptions options = {});
    QTreeView* table() const { return window_->findChild<ChangesetView*>(); }
    QTreeView* sections() const {
        return window_->findChild<SectionPanel*>()->findChild<QTreeView*>();
    }
    QLineEdit* filter() const { return window_->findChild<FilterBar*>()->findChild<QLineEdit*>(); }
    int rows() const { return table()->model()->rowCount(); }
    QString currentSubject() const {
        return table()->currentIndex().siblingAtColumn(0).data().toString();
    }
    QString currentId() const {
        return table()->currentIndex().siblingAtColumn(ChangesetModel::IdColumn).data().toString();
    }
    const Location& place() const { return window_->session().navigation().current(); }
    void chooseSection(const QString& title);
    void type(const QString& text);

    std::unique_ptr<BundledDatabase> database_;
    std::unique_ptr<QTemporaryDir> settings_;
    std::unique_ptr<MainWindow> window_;
    int whole_ = 0;
};

void MainWindowTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
}

void MainWindowTest::init() {
    settings_ = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_->path());
    database_ = std::make_unique<BundledDatabase>();
    open();
    whole_ = rows();
}

void MainWindowTest::cleanup() {
    window_.reset();
}

void MainWindowTest::open(StartOptions options) {
    window_.reset();
    if (options.database.isEmpty())
        options.database = database_->file();
    window_ = std::make_unique<MainWindow>(options);
    QSignalSpy complete(window_.get(), &MainWindow::complete);
    QSignalSpy failed(window_.get(), &MainWindow::failed);
    window_->show();
    QVERIFY(QTest::qWaitFor([&] { return !complete.isEmpty() || !failed.isEmpty(); }, patience));
}

void MainWindowTest::chooseSection(const QString& title) {
    const auto found = sections()->model()->match(sections()->model()->index(0, 0), Qt::DisplayRole,
                                                  title, 1, Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(found.size(), 1);
    const QRect rect = sections()->visualRect(found.front());
    QTest::mouseClick(sections()->viewport(), Qt::LeftButton, {}, rect.center());
}

void MainWindowTest::type(const QString& text) {
    QTest::keyClick(window_.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(filter()->hasFocus());
    QTest::keyClicks(filter(), text);
}

void MainWindowTest::showsTheBundledReleaseAndSaysWhatItIs() {
    QVERIFY(whole_ > 40);
    QVERIFY(window_->windowTitle().startsWith("Linux 6.7"));
    const auto* const banner = window_->findChild<MessageBar*>("banner");
    QVERIFY(banner->isVisible());
    QVERIFY(banner->text().contains("known here, of"));
    QVERIFY(!window_->findChild<MessageBar*>("message")->isVisible());
    QVERIFY(sections()->model()->rowCount() > 5);
}

void MainWindowTest::aSectionNarrowsTheList() {
    chooseSection("Core kernel");
    QTRY_VERIFY(rows() < whole_);
    const QModelIndex current = sections()->currentIndex();
    QCOMPARE(rows(), current.siblingAtColumn(SectionModel::CountColumn).data().toInt());
    chooseSection("All sections");
    QTRY_COMPARE(rows(), whole_);
}

void MainWindowTest::theOverviewSaysWhatThisIsAndOffersFilters() {
    auto* const overview = window_->findChild<OverviewPage*>();
    // The first start opens the release's document; the overview is a tab away.
    auto* const tabs = window_->findChild<QTabBar*>("pageTabs");
    QTRY_VERIFY_WITH_TIMEOUT(tabs->isVisible(), patience);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(0).center());
    QTRY_VERIFY(overview->isVisible());
    QCOMPARE(overview->findChild<QLabel*>("title")->text(), QString("What went into Linux 6.7"));
    QVERIFY(overview->findChild<QLabel*>("what")->text().contains("Merge Window shows"));
    auto* const examples = overview->findChild<QLabel*>("examples");
    examples->setFocus();
    QTest::keyClick(examples, Qt::Key_Tab); // to the first link in it
    QTest::keyClick(examples, Qt::Key_Return);
    QTRY_COMPARE(filter()->text(), QString("io_uring"));
    QTRY_VERIFY(rows() < whole_ && rows() > 0);

    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QTRY_VERIFY(!overview->isVisible());
    QTest::keyClick(window_.get(), Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(overview->isVisible());
}

void MainWindowTest::theCountSaysWhatItCounts() {
    const auto* const count = window_->findChild<FilterBar*>()->findChild<QLabel*>("count");
    QVERIFY2(count->text().startsWith(QString("%1 changesets known here, of %2 in all · ")
                                          .arg(countText(whole_), countText(18'405))),
             qPrintable(count->text()));
    type("is:merge");
    QTRY_VERIFY(rows() < whole_);
    QVERIFY(count->text().startsWith(QString("%1 found · ").arg(rows())));
}

void MainWindowTest::typingFilters() {
    type("futex");
    QTRY_VERIFY(rows() < whole_ && rows() > 0);
    const auto* const count = window_->findChild<FilterBar*>()->findChild<QLabel*>("count");
    QVERIFY2(count->text().startsWith(QString::number(rows())), qPrintable(count->text()));
    QTest::keyClick(filter(), Qt::Key_Return);
    QTRY_VERIFY(table()->hasFocus());
    QVERIFY(table()->currentIndex().isValid());
}

void MainWindowTest::escapeClearsTheFilter() {
    type("futex");
    QTRY_VERIFY(rows() < whole_);
    QTest::keyClick(filter(), Qt::Key_Escape);
    QTRY_COMPARE(rows(), whole_);
    QVERIFY(filter()->text().isEmpty());
}

void MainWindowTest::aMistakeIsMarkedAndTheListStays() {
    auto* const mistake = window_->findChild<FilterBar*>()->findChild<QLabel*>("mistake");
    QVERIFY(!mistake->isVisible());
    type("(futex");
    QTRY_VERIFY(mistake->isVisible());
    QVERIFY(mistake->text().contains("underline"));
    QCOMPARE(rows(), whole_);
    QTest::keyClicks(filter(), ")");
    QTRY_VERIFY(!mistake->isVisible());
    QTRY_VERIFY(rows() < whole_);
}

void MainWindowTest::choosingARowShowsTheCommit() {
    QSignalSpy shown(&window_->session(), &Session::commitShown);
    table()->setFocus();
    const QRect rect = table()->visualRect(table()->model()->index(3, 0));
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, rect.center());
    QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, patience);
    const auto detail = shown.front().front().value<mw::store::CommitDetail>();
    QCOMPARE(QString::fromStdString(detail.row.oid).left(12), currentId());
    QTest::keyClick(table(), Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 2, patience);
    QCOMPARE(table()->currentIndex().row(), 4);
}

void MainWindowTest::backAndForward() {
    chooseSection("Core kernel");
    QTRY_VERIFY(rows() < whole_);
    const int core = rows();
    QTest::keyClick(window_.get(), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(rows(), whole_);
    QCOMPARE(sections()->currentIndex().row(), 0);
    QTest::keyClick(window_.get(), Qt::Key_Right, Qt::AltModifier);
    QTRY_COMPARE(rows(), core);
    QCOMPARE(sections()->currentIndex().data().toString(), QString("Core kernel"));
}

void MainWindowTest::mouseButtonsGoBackAndForward() {
    chooseSection("Core kernel");
    QTRY_VERIFY(rows() < whole_);
    QTest::mouseClick(table()->viewport(), Qt::BackButton);
    QTRY_COMPARE(rows(), whole_);
    QTest::mouseClick(sections()->viewport(), Qt::ForwardButton);
    QTRY_VERIFY(rows() < whole_);
}

void MainWindowTest::typeAheadFindsASubject() {
    table()->setFocus();
    QTest::keyClicks(table(), "rust");
    QTRY_VERIFY(currentSubject().startsWith("rust"));
}

void MainWindowTest::sortingKeepsTheChosenCommit() {
    type("io_uring"); // few enough lines that all of them are read
    QTRY_VERIFY(rows() < whole_ && rows() > 6);
    table()->setCurrentIndex(table()->model()->index(5, 0));
    const QString subject = currentSubject();
    QTRY_VERIFY(place().hasCommit());
    QHeaderView* const header = table()->header();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      QPoint(header->sectionViewportPosition(0) + 20, header->height() / 2));
    QTRY_VERIFY(table()->currentIndex().row() != 5);
    QCOMPARE(currentSubject(), subject);
    QStringList subjects;
    for (int row = 0; row < rows(); ++row)
        if (const QString text = table()->model()->index(row, 0).data().toString();
            text != "title unknown")
            subjects << text.toLower();
    QVERIFY(std::ranges::is_sorted(subjects) || std::ranges::is_sorted(subjects, std::greater<>()));
}

void MainWindowTest::copiesReferences() {
    type("sha:9f6c532f59b2");
    QTRY_COMPARE(rows(), 1);
    table()->selectAll();
    QTest::keyClick(window_.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(QApplication::clipboard()->text(),
                 QString("9f6c532f59b2 (\"futex: Add sys_futex_wake()\")"));
}

void MainWindowTest::everyPaneIsReachedByKeyboard() {
    QSet<QWidget*> reached;
    table()->setFocus();
    for (int step = 0; step < 80; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached << QApplication::focusWidget();
    }
    QVERIFY(reached.contains(table()));
    QVERIFY(reached.contains(sections()));
    QVERIFY(reached.contains(filter()));
    for (QComboBox* const box : window_->findChildren<QComboBox*>())
        if (box->isVisible())
            QVERIFY2(reached.contains(box), qPrintable(box->accessibleName()));
}

void MainWindowTest::layoutAndPlaceAreRemembered() {
    chooseSection("Core kernel");
    QTRY_VERIFY(rows() < whole_);
    const int core = rows();
    table()->setColumnHidden(ChangesetModel::IdColumn, true);
    window_->close();
    open();
    QTRY_COMPARE(rows(), core);
    QTRY_COMPARE(sections()->currentIndex().data().toString(), QString("Core kernel"));
    QVERIFY(table()->isColumnHidden(ChangesetModel::IdColumn));
}

void MainWindowTest::anUnreadableDatabaseIsASentence() {
    QFile file(settings_->filePath("letter.db"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Dear reader, this is not a database at all, but it is long enough.");
    file.close();
    StartOptions options;
    options.database = file.fileName();
    open(options);
    const auto* const message = window_->findChild<MessageBar*>("message");
    QVERIFY(message->isVisible());
    QVERIFY(message->text().size() > 20);
    QCOMPARE(rows(), 0);
}

void MainWindowTest::darkPaletteIsFollowed() {
    const QPalette light = QApplication::palette();
    QPalette dark(QColor(0x2a, 0x2e, 0x32));
    dark.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
    dark.setColor(QPalette::PlaceholderText, QColor(0, 0, 0, 128));
    QApplication::setPalette(dark);
    const auto restore = qScopeGuard([&] { QApplication::setPalette(light); });
    QTRY_COMPARE(filter()->palette().color(QPalette::Base), dark.color(QPalette::Base));
    // A desktop's own dark palette often leaves the placeholder black.
    const QPalette shown = filter()->palette();
    QVERIFY(contrast(shown.color(QPalette::PlaceholderText), shown.color(QPalette::Base)) >= 4.5);
    const QImage picture = window_->grab().toImage();

    // Hardly a light pixel but those of text, wherever one looks.
    int lightPixels = 0, pixels = 0;
    for (int y = 0; y < picture.height(); y += 3)
        for (int x = 0; x < picture.width(); x += 3, ++pixels)
            lightPixels += picture.pixelColor(x, y).lightness() > 160;
    QVERIFY2(lightPixels * 10 < pixels, qPrintable(QString::number(lightPixels)));
}

MW_UI_TEST(MainWindowTest)
#include "main_window_test.moc"

#include <algorithm>
