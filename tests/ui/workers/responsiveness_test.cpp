#include "application/application.h"
#include "changesets/changeset_model.h"
#include "changesets/changeset_view.h"
#include "changesets/section_panel.h"
#include "fixtures/generated_release.h"
#include "fixtures/open_window.h"
#include "fixtures/stall_meter.h"
#include "test_ui.h"
#include "window/main_window.h"

#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace mw::ui;

namespace {

/// Whoever runs the tests may have a slow and busy machine: tests/bench/window.sh holds the program
/// against the 50 ms that it promises.
constexpr double longestStall = 500;

/// So long has this thread had a processor.
std::chrono::nanoseconds processorTime() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// Keeps the thread that calls it busy, in a function that a stack shows. Counts the time that it
/// had: what it waits for a processor on a busy machine is not its own.
[[gnu::noinline]] void stallOnPurpose(std::chrono::milliseconds time) {
    QThread::sleep(0);
    const auto end = processorTime() + time;
    while (processorTime() < end)
        ;
}

} // namespace

/// How long the event loop of the real window does not come round, and that the meter knows.
class ResponsivenessTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theMeterSeesAStallAndWhoseItIs();
    void theMeterSeesNothingWhereNothingIs();
    void scrollingAndSortingDoNotStall();

private:
    QTemporaryDir folder_;
};

void ResponsivenessTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
}

void ResponsivenessTest::theMeterSeesAStallAndWhoseItIs() {
    StallMeter meter;
    StallMeter::run(50);
    meter.restart();
    constexpr std::chrono::milliseconds stalled{200};
    QTimer timer;
    timer.setObjectName("culprit");
    timer.setSingleShot(true);
    connect(&timer, &QTimer::timeout, this, [=] { stallOnPurpose(stalled); });
    timer.start(20);
    QTRY_VERIFY_WITH_TIMEOUT(meter.stalls() > 0, patience);
    const StallMeter::Stall stall = meter.longest();
    // A beat may have been on its way when the stall began, never more than its pause before.
    QVERIFY2(stall.milliseconds > 150, qPrintable(stall.text()));
    QVERIFY2(stall.own() <= stall.milliseconds, qPrintable(stall.text()));
    QVERIFY2(stall.during.contains("Timer") && stall.during.contains("culprit"),
             qPrintable(stall.text()));
    QVERIFY(!stall.stack.isEmpty());

    meter.restart();
    StallMeter::run(20);
    QVERIFY2(meter.longest().milliseconds < stall.milliseconds, "The meter does not forget.");
}

void ResponsivenessTest::theMeterSeesNothingWhereNothingIs() {
    StallMeter meter;
    StallMeter::run(300);
    QVERIFY2(meter.longest().own() < longestStall, qPrintable(meter.longest().text()));
}

void ResponsivenessTest::scrollingAndSortingDoNotStall() {
    const QString database = folder_.filePath("generated.db");
    generateRelease(database, generatedRows);
    const auto window = openWindow(database.toStdString());
    auto* const table = window->findChild<ChangesetView*>();
    QCOMPARE(table->model()->rowCount(), generatedRows);

    StallMeter meter;
    StallMeter::run(50);
    const auto report = [&](const char* what) {
        const StallMeter::Stall longest = meter.longest();
        qInfo("%s: longest stall %s", what, qPrintable(longest.text()));
        QVERIFY2(longest.own() < longestStall, qPrintable(longest.stack.join('\n')));
        meter.restart();
    };
    meter.restart();
    for (int page = 0; page < 40; ++page) {
        QTest::keyClick(table, Qt::Key_PageDown);
        StallMeter::run(10);
    }
    report("page down");
    QScrollBar* const bar = table->verticalScrollBar();
    for (int step = 0; step <= 40; ++step) {
        bar->setValue(bar->maximum() / 40 * step);
        StallMeter::run(10);
    }
    report("scroll bar");
    QSignalSpy listed(&window->session(), &Session::listChanged);
    for (const auto column : {ChangesetModel::SubjectColumn, ChangesetModel::AuthorColumn,
                              ChangesetModel::SectionColumn, ChangesetModel::LandedColumn}) {
        const auto before = listed.size();
        table->sortByColumn(column, Qt::DescendingOrder);
        QTRY_VERIFY_WITH_TIMEOUT(listed.size() > before, patience);
    }
    report("sorting");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(table->selectionModel()->selection().value(0).height(), generatedRows);
    report("selecting all");
}

MW_UI_TEST(ResponsivenessTest)
#include "responsiveness_test.moc"
