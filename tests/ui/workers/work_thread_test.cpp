#include "fixtures/threads.h"
#include "test_ui.h"
#include "workers/work_thread.h"

#include <QTest>

#include <memory>
#include <stdexcept>

using namespace mw::ui;

namespace {

struct Counter {
    int calls = 0;
};

const auto nothing = [](const std::exception&) {};

} // namespace

/// The one kind of thread that the window has.
class WorkThreadTest : public QObject {
    Q_OBJECT

private slots:
    void beginsWithItsFirstWork();
    void whoNeverWorkedEndsAndSettles();
    void ofAKindTheNewestIsAnswered();
    void whatAPersonMadeIsDoneBeforeTheEnd();
    void whatIsThrownIsAFailure();
    void whatIsToldComesInOrderAndBeforeTheAnswer();
    void nobodyIsToldWhoIsGone();
};

void WorkThreadTest::beginsWithItsFirstWork() {
    WorkThread<Counter> thread(QStringLiteral("late"));
    QVERIFY(!threadNames().contains("late"));
    int answer = 0;
    thread.run(
        this, [](Counter& counter, const std::stop_token&) { return ++counter.calls; },
        [&answer](int calls) { answer = calls; }, nothing);
    QTRY_COMPARE_WITH_TIMEOUT(answer, 1, patience);
    QVERIFY(threadNames().contains("late"));
}

void WorkThreadTest::whoNeverWorkedEndsAndSettles() {
    WorkThread<Counter> thread(QStringLiteral("never"));
    thread.cancel();
    thread.settle();
    QVERIFY(!threadNames().contains("never"));
}

void WorkThreadTest::ofAKindTheNewestIsAnswered() {
    WorkThread<Counter> thread(QStringLiteral("latest"));
    QList<int> answers;
    for (int number = 0; number < 20; ++number)
        thread.runLatest(
            0, this, [number](Counter&, const std::stop_token&) { return number; },
            [&answers](int answer) { answers << answer; }, nothing);
    thread.settle();
    QCOMPARE(answers, QList<int>{19});
}

void WorkThreadTest::whatAPersonMadeIsDoneBeforeTheEnd() {
    std::atomic<int> done = 0;
    {
        WorkThread<Counter> thread(QStringLiteral("always"));
        for (int times = 0; times < 5; ++times)
            thread.runAlways(
                this, [&done](Counter&) { return ++done; }, [](int) {}, nothing);
    }
    QCOMPARE(done.load(), 5);
}

void WorkThreadTest::whatIsThrownIsAFailure() {
    WorkThread<Counter> thread(QStringLiteral("throws"));
    QString said;
    thread.run(
        this, [](Counter&, const std::stop_token&) -> int { throw std::runtime_error("no"); },
        [](int) {}, [&said](const std::exception& error) { said = error.what(); });
    QTRY_COMPARE_WITH_TIMEOUT(said, QString("no"), patience);
}

void WorkThreadTest::whatIsToldComesInOrderAndBeforeTheAnswer() {
    WorkThread<Counter> thread(QStringLiteral("tells"));
    QList<int> told;
    QThread* where = nullptr;
    thread.run(
        this,
        [&, tell = thread.reporter(this)](Counter&, const std::stop_token&) {
            for (int number = 0; number < 3; ++number)
                tell([&told, &where, number] {
                    told << number;
                    where = QThread::currentThread();
                });
            return 3;
        },
        [&told](int answer) { told << answer; }, nothing);
    QTRY_COMPARE_WITH_TIMEOUT(told, (QList<int>{0, 1, 2, 3}), patience);
    QCOMPARE(where, this->thread());
}

void WorkThreadTest::nobodyIsToldWhoIsGone() {
    WorkThread<Counter> thread(QStringLiteral("alone"));
    bool told = false;
    auto context = std::make_unique<QObject>();
    thread.run(
        this,
        [&told, tell = thread.reporter(context.get())](Counter&, const std::stop_token&) {
            tell([&told] { told = true; });
            return 0;
        },
        [](int) {}, nothing);
    context.reset();
    thread.settle();
    QVERIFY(!told);
}

MW_UI_TEST_WITHOUT_WINDOWS(WorkThreadTest)
#include "work_thread_test.moc"
