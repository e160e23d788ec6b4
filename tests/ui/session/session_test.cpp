#include "application/application.h"
#include "fixtures/bundled_database.h"
#include "fixtures/threads.h"
#include "session/session.h"
#include "test_ui.h"
#include "window/main_window.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace mw::ui;

namespace {} // namespace

/// In what order a person and what nobody waits for are served.
class SessionTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theRestComesOnceBehindTheList();
    void theRestComesWhereTheFilterIsMistaken();
    void theListHasTheProcessorsForItself();

private:
    std::unique_ptr<BundledDatabase> database_;
};

void SessionTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
}

void SessionTest::init() {
    database_ = std::make_unique<BundledDatabase>();
}

void SessionTest::theRestComesOnceBehindTheList() {
    database_->fill();
    Session session(database_->file());
    QStringList told;
    connect(&session, &Session::releaseChanged, this,
            [&] { told << (session.isSettled() ? "release, settled" : "release"); });
    connect(&session, &Session::listChanged, this, [&told] { told << "list"; });
    connect(&session, &Session::settled, this, [&told] { told << "rest"; });
    session.open({});
    QVERIFY(told.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(told, QStringList({"release", "list", "rest"}), patience);
    QVERIFY(session.isSettled());

    // Another list of the same release is no reason to ask for the rest again.
    told.clear();
    session.navigation().openFilter(QStringLiteral("futex"));
    QTRY_COMPARE_WITH_TIMEOUT(told, QStringList({"list"}), patience);
    QTest::qWait(100);
    QCOMPARE(told, QStringList({"list"}));

    told.clear();
    session.reload();
    QTRY_COMPARE_WITH_TIMEOUT(told, QStringList({"release", "list", "rest"}), patience);
}

void SessionTest::theRestComesWhereTheFilterIsMistaken() {
    database_->fill();
    Session session(database_->file());
    QSignalSpy mistaken(&session, &Session::queryMistaken);
    QSignalSpy rest(&session, &Session::settled);
    Location place;
    place.filter = QStringLiteral("(net");
    session.open(place);
    QVERIFY(rest.wait(patience));
    QCOMPARE(mistaken.size(), 1);
}

/// Threads that count, follow and look do not begin before the list is on screen.
void SessionTest::theListHasTheProcessorsForItself() {
    database_->fill();
    QTemporaryDir settings;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    const QStringList before = threadNames();
    StartOptions options;
    options.database = database_->file();
    MainWindow window(options);
    QStringList began;
    connect(&window, &MainWindow::complete, this, [&] {
        if (!began.isEmpty())
            return;
        for (const QString& name : threadNames())
            if (!before.contains(name) && name != QLatin1String("Thread (pooled)")) // Qt's, drawing
                began << name;
    });
    window.show();
    QTRY_VERIFY_WITH_TIMEOUT(!began.isEmpty(), patience);
    QVERIFY2(began == QStringList{"store"}, qPrintable(began.join(' ')));
}

MW_UI_TEST(SessionTest)
#include "session_test.moc"
