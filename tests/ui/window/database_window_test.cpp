// The window and its database: one that cannot be written, and a release that is removed.

#include "fixtures/sample_window.h"
#include "store/read/reader.h"
#include "store/user/annotations.h"
#include "test_ui.h"
#include "widgets/message_bar.h"

#include <QComboBox>
#include <QMessageBox>
#include <QPushButton>

#include <filesystem>

using namespace mw::ui;
namespace store = mw::store;

class DatabaseWindowTest : public SampleWindow {
    Q_OBJECT

private slots:
    void aReleaseIsRemovedWhenThePersonSaysSo();
    void aReleaseStaysWhenThePersonDoesNot();
    void theLastReleaseIsRemovedToo();
    void whatCannotBeWrittenIsRead();
    void whatCannotBeWrittenIsNotRemoved();

private:
    QAction* removal() const {
        return window_->findChild<QAction*>(QStringLiteral("actionRemoveRelease"));
    }
    MessageBar* message() const {
        return window_->findChild<MessageBar*>(QStringLiteral("message"));
    }
    std::filesystem::path file() const { return database_->file().toStdString(); }
    std::vector<std::string> releases() const {
        std::vector<std::string> names;
        for (const store::Release& release : store::Reader(file()).releases())
            names.push_back(release.name);
        return names;
    }
    /// Presses the button of the question with that text.
    void answer(const QString& button);
};

void DatabaseWindowTest::answer(const QString& button) {
    // The start looks for lines that are still to be counted.
    QTRY_VERIFY_WITH_TIMEOUT(removal()->isEnabled(), patience);
    removal()->trigger();
    auto* const question = window_->findChild<QMessageBox*>();
    QVERIFY(question);
    for (QAbstractButton* const one : question->buttons())
        if (one->text().remove(QLatin1Char('&')) == button) {
            one->click();
            return;
        }
    QFAIL(qPrintable(button));
}

void DatabaseWindowTest::aReleaseIsRemovedWhenThePersonSaysSo() {
    const auto row = [this] {
        store::Reader reader(file());
        return reader.rows(reader.find({})).back();
    }();
    store::AnnotationStore(file()).change({row.oid},
                                          [](store::Annotation& own) { own.note = "keep"; });
    answer(QStringLiteral("Remove"));
    QTRY_COMPARE_WITH_TIMEOUT(releases(), std::vector<std::string>{"v1"}, patience);
    QTRY_COMPARE_WITH_TIMEOUT(place().release, QStringLiteral("v1"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 5, patience);
    QTRY_VERIFY_WITH_TIMEOUT(message()->isVisible(), patience);
    QVERIFY2(message()->text().startsWith(QStringLiteral("v2 was removed")),
             qPrintable(message()->text()));
    QVERIFY(!navigation().canGoBack());
    QCOMPARE(store::Reader(file()).personal().size(), std::size_t{1});
    QVERIFY(store::Reader(file()).check().empty());
}

void DatabaseWindowTest::aReleaseStaysWhenThePersonDoesNot() {
    QTRY_VERIFY_WITH_TIMEOUT(removal()->isEnabled(), patience);
    removal()->trigger();
    auto* const question = window_->findChild<QMessageBox*>();
    QVERIFY(question);
    QVERIFY2(question->text().contains(QStringLiteral("v2")), qPrintable(question->text()));
    QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel));
    QTest::keyClick(question, Qt::Key_Escape);
    QTest::qWait(100);
    QCOMPARE(releases().size(), std::size_t{2});
    QCOMPARE(rows(), 7);
}

void DatabaseWindowTest::theLastReleaseIsRemovedToo() {
    answer(QStringLiteral("Remove"));
    QTRY_COMPARE_WITH_TIMEOUT(place().release, QStringLiteral("v1"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(removal()->isEnabled(), patience);
    answer(QStringLiteral("Remove"));
    // There is still something to look at, and that cannot be removed.
    QTRY_COMPARE_WITH_TIMEOUT(place().release, QStringLiteral("Linux 6.7"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(rows() > 10, patience);
    QVERIFY(!removal()->isEnabled());
    QCOMPARE(releases(), std::vector<std::string>{"Linux 6.7"});
}

void DatabaseWindowTest::whatCannotBeWrittenIsRead() {
    window_->close();
    window_.reset();
    for (const char* name : {"v1", "v2"}) // there is no clone in which to count them
        store::LineWriter(file(), name).commit({.state = store::LineState::unavailable});
    std::filesystem::permissions(file(), std::filesystem::perms::owner_read);
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 7, patience);
    QTest::qWait(500); // what the start brings with it: documents, searches, lines to be counted
    QVERIFY2(!message()->isVisible(), qPrintable(message()->text()));
    navigation().openRelease(QStringLiteral("v1"));
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 5, patience);
    QVERIFY2(!message()->isVisible(), qPrintable(message()->text()));
}

void DatabaseWindowTest::whatCannotBeWrittenIsNotRemoved() {
    std::filesystem::permissions(file(), std::filesystem::perms::owner_read);
    answer(QStringLiteral("Remove"));
    QTRY_VERIFY2_WITH_TIMEOUT(message()->isVisible() &&
                                  message()->text().contains(QStringLiteral("write-protected")),
                              qPrintable(message()->text()), patience);
    QVERIFY(removal()->isEnabled());
    QCOMPARE(releases().size(), std::size_t{2});
}

MW_UI_TEST(DatabaseWindowTest)
#include "database_window_test.moc"
