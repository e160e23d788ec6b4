#include "application/application.h"
#include "changesets/changeset_panel.h"
#include "commit/diff/diff_highlighter.h"
#include "painting/colors.h"
#include "painting/contrast.h"
#include "painting/hits.h"
#include "painting/mark_colors.h"
#include "test_ui.h"
#include "tour/checks.h"
#include "tour/states.h"

#include <QApplication>
#include <QScrollBar>
#include <QSettings>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace mw::ui;

namespace {

constexpr qreal leastContrast = 4.5;
constexpr int moreHeight = 60;
constexpr int mostTabs = 120;
constexpr int layoutMilliseconds = 2'000;

QByteArray joined(const QStringList& faults) {
    return faults.join(QLatin1Char('\n')).toLocal8Bit();
}

/// Of a light desktop, a dark one, one with high contrast and one that is yellowish.
std::vector<QPalette> palettes() {
    std::vector<QPalette> all;
    for (const auto& [window, base] :
         {std::pair{0xffefefef, 0xffffffff}, std::pair{0xff2a2e32, 0xff1b1e20},
          std::pair{0xff000000, 0xff000000}, std::pair{0xfff5ecd7, 0xfffdf6e3}}) {
        QPalette palette{QColor::fromRgb(window)};
        palette.setColor(QPalette::Base, QColor::fromRgb(base));
        palette.setColor(QPalette::Link, Qt::blue);
        all.push_back(palette);
    }
    return all;
}

} // namespace

/// What must be true of everything that the window can show: names for screen readers, letters and
/// shortcuts that mean one thing, room for every text, contrast.
class AccessibilityTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyStateIsInOrder_data();
    void everyStateIsInOrder();
    void everythingIsReachedByTab_data();
    void everythingIsReachedByTab();
    void aSmallWindowDoesNotScrollSideways();
    void titlesCanBeReadInASmallWindow();
    void coloursCanBeRead();

private:
    std::unique_ptr<TourDatabase> database_;
};

void AccessibilityTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    database_ = std::make_unique<TourDatabase>();
}

void AccessibilityTest::everyStateIsInOrder_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("small");
    int number = 0;
    for (const TourState& state : tourStates()) {
        QTest::addRow("%s, light", state.name) << number << false;
        QTest::addRow("%s, dark and small", state.name) << number << true;
        ++number;
    }
}

void AccessibilityTest::everyStateIsInOrder() {
    QFETCH(int, state);
    QFETCH(bool, small);
    std::optional<DarkDesktop> dark;
    if (small)
        dark.emplace();
    Stage stage(database_->file(), database_->clone(), small ? smallSize : usualSize);
    QVERIFY(tourStates()[static_cast<std::size_t>(state)].go(stage));
    // Nothing makes the window wider than it is to be; with a dock below it may be a line higher.
    const QSize wanted = small ? smallSize : usualSize;
    QCOMPARE(stage.window().width(), wanted.width());
    QVERIFY(stage.window().height() <= wanted.height() + moreHeight);
    QStringList faults;
    // What was shown last is laid out a moment later.
    const bool inOrder = QTest::qWaitFor(
        [&] {
            faults = ambiguousShortcuts(stage.window());
            for (QWidget* const shown : Stage::shown())
                faults << namelessWidgets(*shown) << doubleMnemonics(*shown) << paleWidgets(*shown)
                       << cutOffWidgets(*shown);
            return faults.isEmpty();
        },
        layoutMilliseconds);
    QVERIFY2(inOrder, joined(faults));
}

void AccessibilityTest::everythingIsReachedByTab_data() {
    QTest::addColumn<QString>("state");
    for (const char* const state :
         {"first-start", "document", "figures", "interfaces", "compare", "pulls", "commit-message",
          "commit-files", "commit-why", "marks", "document-beside-commit", "draft", "import",
          "shortcuts"})
        QTest::newRow(state) << QString::fromLatin1(state);
}

void AccessibilityTest::everythingIsReachedByTab() {
    QFETCH(QString, state);
    Stage stage(database_->file(), database_->clone(), usualSize);
    const auto found = std::ranges::find(tourStates(), state, &TourState::name);
    QVERIFY(found != tourStates().end() && found->go(stage));
    QWidget* const window = Stage::shown().constLast();
    window->activateWindow();
    QTRY_VERIFY(QApplication::focusWidget());
    QSet<const QWidget*> reached;
    for (int step = 0; step < mostTabs; ++step) {
        reached << QApplication::focusWidget();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QStringList missed;
    QWidget* const focusWindow = QApplication::focusWidget()->window();
    for (const QWidget* const widget : focusWindow->findChildren<QWidget*>())
        if (widget->isVisible() && widget->isEnabled() && widget->window() == focusWindow &&
            (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() &&
            !reached.contains(widget) && !widget->objectName().startsWith("qt_"))
            missed << QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
                          widget->objectName();
    QVERIFY2(missed.isEmpty(), joined(missed));
}

void AccessibilityTest::aSmallWindowDoesNotScrollSideways() {
    Stage stage(database_->file(), database_->clone(), smallSize);
    QVERIFY(stage.open());
    QTRY_COMPARE(stage.table().horizontalScrollBar()->maximum(), 0);
    stage.window().resize(usualSize);
    QTRY_COMPARE(stage.table().horizontalScrollBar()->maximum(), 0);
    // With room again, each column has what it wants.
    QTRY_VERIFY(stage.table().columnWidth(ChangesetModel::AuthorColumn) >
                12 * stage.table().fontMetrics().horizontalAdvance(QLatin1Char('0')));
}

void AccessibilityTest::titlesCanBeReadInASmallWindow() {
    constexpr int lettersRead = 36;
    Stage stage(database_->file(), database_->clone(), smallSize);
    QVERIFY(stage.open());
    const int digit = stage.table().fontMetrics().horizontalAdvance(QLatin1Char('0'));
    QTRY_VERIFY(stage.table().columnWidth(ChangesetModel::SubjectColumn) >= lettersRead * digit);
    QVERIFY(stage.table().isColumnHidden(ChangesetModel::FilesColumn));
    // What is asked for is there, whatever the room; what was left out comes back with it.
    auto* const panel = stage.find<ChangesetPanel>();
    panel->columns().menu()->actions()[ChangesetModel::FilesColumn]->trigger();
    QVERIFY(!stage.table().isColumnHidden(ChangesetModel::FilesColumn));
    QVERIFY(stage.table().isColumnHidden(ChangesetModel::InsertionsColumn));
    stage.window().resize(usualSize);
    QTRY_VERIFY(!stage.table().isColumnHidden(ChangesetModel::InsertionsColumn));
    panel->columns().menu()->actions()[ChangesetModel::FilesColumn]->trigger();
    QVERIFY(stage.table().isColumnHidden(ChangesetModel::FilesColumn));
    // A new window knows what was left out and what was turned off.
    stage.window().resize(smallSize);
    QTRY_VERIFY(stage.table().isColumnHidden(ChangesetModel::InsertionsColumn));
    const QByteArray kept = panel->columns().save(ChangesetColumns::Set::Whole);
    stage.window().resize(usualSize);
    panel->columns().restore(ChangesetColumns::Set::Whole, kept);
    QTRY_VERIFY(!stage.table().isColumnHidden(ChangesetModel::InsertionsColumn));
    QVERIFY(stage.table().isColumnHidden(ChangesetModel::FilesColumn));
}

void AccessibilityTest::coloursCanBeRead() {
    for (const QPalette& palette : palettes()) {
        const QColor base = palette.color(QPalette::Base);
        const QByteArray on = base.name().toLatin1();
        for (const TextColor tone :
             {TextColor::Normal, TextColor::Dimmed, TextColor::Added, TextColor::Removed})
            QVERIFY2(contrast(paletteColor(tone, palette, QPalette::Active), base) >= leastContrast,
                     on);
        for (int colour = 0; colour < markColours; ++colour)
            QVERIFY2(contrast(markColor(colour, palette), base) >= leastContrast, on);
        QVERIFY2(contrast(linkColor(palette), base) >= leastContrast, on);
        QVERIFY2(contrast(linkColor(palette, QPalette::Window), palette.color(QPalette::Window)) >=
                     leastContrast,
                 on);
        const HitColors hit = hitColors(palette);
        QVERIFY2(contrast(hit.text, hit.background) >= leastContrast, on);
        const DiffColors diff(palette);
        for (const auto kind :
             {DiffLine::Kind::Context, DiffLine::Kind::Added, DiffLine::Kind::Removed,
              DiffLine::Kind::Hunk, DiffLine::Kind::Remark}) {
            QVERIFY2(contrast(diff.accent(kind), diff.background(kind)) >= leastContrast, on);
            for (int token = 0; token < 6; ++token)
                QVERIFY2(contrast(diff.token(kind, CToken(token)), diff.background(kind)) >=
                             leastContrast,
                         on);
        }
    }
}

MW_UI_TEST(AccessibilityTest)
#include "accessibility_test.moc"
