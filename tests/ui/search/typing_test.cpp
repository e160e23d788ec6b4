#include "application/application.h"
#include "changesets/changeset_view.h"
#include "changesets/filter_bar.h"
#include "fixtures/bundled_database.h"
#include "fixtures/generated_release.h"
#include "fixtures/open_window.h"
#include "test_ui.h"
#include "window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <ctime>

using namespace mw::ui;

namespace {

constexpr qint64 longestWait = 50;
constexpr int betweenKeysMilliseconds = 60; ///< a fast typist

/// The longest time in which the event loop did not come round, seen from a timer in it.
class Latency : public QObject {
public:
    explicit Latency(const QLineEdit* edit) {
        beat_.setTimerType(Qt::PreciseTimer);
        connect(&beat_, &QTimer::timeout, this, [this, edit] {
            const qint64 waited = clock_.restart();
            longest_ = std::max(longest_, waited);
            const double now = processorMilliseconds();
            mostWork_ = std::max(mostWork_, now - worked_);
            worked_ = now;
            if (waited > longestWait)
                qInfo("%lld ms while the filter was \"%s\"", waited, qPrintable(edit->text()));
        });
        clock_.start();
        beat_.start(1);
    }
    qint64 longest() const { return longest_; }
    /// The most processor time of this thread between two beats: what is left of longest() where
    /// nobody else wants the processor.
    double mostWork() const { return mostWork_; }

private:
    static double processorMilliseconds() {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    QTimer beat_;
    QElapsedTimer clock_;
    qint64 longest_ = 0;
    double worked_ = processorMilliseconds(), mostWork_ = 0;
};

} // namespace

/// Typing into the filter of the real window over a long list: a database that
/// MERGEWINDOW_TEST_DATABASE names, searched over all its releases, else a generated one.
class TypingTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void noKeyWaits_data();
    void noKeyWaits();
    void allReleasesComeAtOnce();

private:
    QTemporaryDir folder_;
    QString database_;
};

void TypingTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
    database_ = qEnvironmentVariable("MERGEWINDOW_TEST_DATABASE");
    if (database_.isEmpty()) {
        database_ = folder_.filePath("generated.db");
        generateRelease(database_, generatedRows);
    }
}

void TypingTest::noKeyWaits_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("facets");
    QTest::newRow("words") << "futex lock driver" << false;
    QTest::newRow("words, with facets") << "network fix buffer" << true;
    QTest::newRow("fields") << "author:auth path:drivers -usb" << false;
    QTest::newRow("mistake") << "(fix OR memory" << true;
}

void TypingTest::noKeyWaits() {
    QFETCH(QString, typed);
    QFETCH(bool, facets);
    const auto shown = openWindow(database_.toStdString());
    MainWindow& window = *shown;
    auto* const table = window.findChild<ChangesetView*>();
    QSignalSpy everything(&window.session(), &Session::listChanged);
    window.session().navigation().openAllReleases(true);
    QVERIFY(everything.wait(patience));
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() >= generatedRows, patience);
    if (facets)
        QTest::mouseClick(window.findChild<QWidget*>("spread")->findChild<QToolButton*>(),
                          Qt::LeftButton);
    auto* const edit = window.findChild<FilterBar*>()->findChild<QLineEdit*>();
    edit->setFocus();
    QApplication::processEvents();

    QSignalSpy listed(&window.session(), &Session::listChanged);
    qint64 longestKey = 0;
    Latency latency(edit);
    const auto type = [&](int key, const QString& text) {
        QElapsedTimer clock;
        clock.start();
        if (text.isEmpty())
            QTest::keyClick(edit, Qt::Key(key));
        else
            QTest::keyClicks(edit, text);
        edit->repaint();
        longestKey = std::max(longestKey, clock.elapsed());
        QTest::qWait(betweenKeysMilliseconds);
    };
    for (const QChar letter : std::as_const(typed))
        type(0, QString(letter));
    QTRY_VERIFY_WITH_TIMEOUT(typed.startsWith('(') || !listed.isEmpty(), patience);
    // Back to the whole list, letter by letter.
    while (!edit->text().isEmpty())
        type(Qt::Key_Backspace, {});
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() >= generatedRows, patience);
    qInfo("%d rows: longest key %lld ms, longest wait of the event loop %lld ms, of that at most "
          "%.1f ms work",
          table->model()->rowCount(), longestKey, latency.longest(), latency.mostWork());
    QVERIFY2(longestKey <= longestWait, qPrintable(QString::number(longestKey)));
    QVERIFY2(latency.longest() <= longestWait, qPrintable(QString::number(latency.longest())));
}

/// Turning the search over all releases on and off, with and without a filter.
void TypingTest::allReleasesComeAtOnce() {
    const auto shown = openWindow(database_.toStdString());
    MainWindow& window = *shown;
    auto* const edit = window.findChild<FilterBar*>()->findChild<QLineEdit*>();
    QTest::qWait(20 * betweenKeysMilliseconds);
    QSignalSpy listed(&window.session(), &Session::listChanged);
    Latency latency(edit);
    const auto turn = [&](const char* name, const auto& change) {
        QElapsedTimer clock;
        clock.start();
        const auto before = listed.size();
        change();
        const qint64 taken = clock.elapsed();
        QTRY_VERIFY_WITH_TIMEOUT(listed.size() > before, patience);
        QTest::qWait(5 * betweenKeysMilliseconds);
        qInfo("%s: the click %lld ms, so far longest wait of the event loop %lld ms, of that at "
              "most %.1f ms work",
              name, taken, latency.longest(), latency.mostWork());
    };
    Navigation& navigation = window.session().navigation();
    auto* const all = window.findChild<QAction*>("actionAllReleases");
    turn("all releases", [&] { all->trigger(); });
    turn("one release", [&] { all->trigger(); });
    turn("all releases again", [&] { all->trigger(); });
    turn("a filter", [&] { navigation.openFilter("fix"); });
    turn("one release, filtered", [&] { all->trigger(); });
    turn("all releases, filtered", [&] { all->trigger(); });
    turn("no filter", [&] { navigation.openFilter({}); });
    QVERIFY2(latency.longest() <= longestWait, qPrintable(QString::number(latency.longest())));
}

MW_UI_TEST(TypingTest)
#include "typing_test.moc"
