#include "annotations/section_dialog.h"
#include "application/application.h"
#include "changesets/filter_bar.h"
#include "commit/why_page.h"
#include "document/draft_dialog.h"
#include "store/read/reader.h"
#include "test_ui.h"
#include "tour/states.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QTreeWidget>

using namespace mw::ui;

namespace {

constexpr int mostSteps = 40;

} // namespace

/// Counts what a mouse would do.
class MouseWatch : public QObject {
public:
    int presses = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        presses += event->type() == QEvent::MouseButtonPress ||
                   event->type() == QEvent::MouseButtonDblClick || event->type() == QEvent::Wheel;
        return false;
    }
};

/// A person without a mouse: nothing here but keys to what has the focus.
class KeyboardTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aChangesetIsFoundUnderstoodMovedMarkedAndDrafted();
    void everyMenuOpensByItsLetter();

private:
    void find(const QString& word);
    void understand();
    void move(const QString& letters);
    void bookmark();
    void writeNote(const QString& text);
    void draft(const QString& file);
    /// Tab until that has the focus.
    bool tabTo(const QWidget* widget);
    /// What a window manager does when a dialog comes or goes.
    bool isActive(QWidget* window);
    mw::store::CommitDetail stored();

    std::unique_ptr<TourDatabase> database_;
    std::unique_ptr<Stage> stage_;
    std::unique_ptr<MouseWatch> mouse_;
};

void KeyboardTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    database_ = std::make_unique<TourDatabase>();
}

void KeyboardTest::init() {
    stage_ = std::make_unique<Stage>(database_->file(), database_->clone(), laptopSize);
    QVERIFY(stage_->open());
    QVERIFY(isActive(&stage_->window()));
    mouse_ = std::make_unique<MouseWatch>();
    qApp->installEventFilter(mouse_.get());
}

void KeyboardTest::cleanup() {
    QCOMPARE(mouse_->presses, 0);
    stage_.reset();
    mouse_.reset();
}

bool KeyboardTest::isActive(QWidget* window) {
    window->activateWindow();
    return QTest::qWaitFor(
        [&] {
            return QApplication::activeWindow() == window && QApplication::focusWidget() &&
                   QApplication::focusWidget()->window() == window;
        },
        patience);
}

bool KeyboardTest::tabTo(const QWidget* widget) {
    for (int step = 0; step < mostSteps && !widget->hasFocus(); ++step)
        stage_->press(Qt::Key_Tab);
    return widget->hasFocus();
}

mw::store::CommitDetail KeyboardTest::stored() {
    const QString id = stage_->window().session().navigation().current().commit;
    const auto detail =
        mw::store::Reader(stage_->databaseFile().toStdU16String()).commit_by_oid(id.toStdString());
    return detail.value_or(mw::store::CommitDetail{});
}

void KeyboardTest::find(const QString& word) {
    const int all = stage_->table().model()->rowCount();
    stage_->press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
    stage_->type(word);
    QTRY_VERIFY(stage_->table().model()->rowCount() < all);
    stage_->press(Qt::Key_Return);
    QTRY_VERIFY(stage_->table().hasFocus());
    stage_->press(Qt::Key_Down);
    QTRY_VERIFY(stage_->find<QLabel>("subject")->text().contains(word));
}

void KeyboardTest::understand() {
    stage_->press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    const auto* const why = stage_->find<WhyPage>();
    QTRY_VERIFY(why->isVisible() && why->isAncestorOf(QApplication::focusWidget()));
    const QString reason = why->findChild<QLabel*>("reason")->text();
    QVERIFY2(reason.contains("net/"), qPrintable(reason));
}

void KeyboardTest::move(const QString& letters) {
    stage_->press(Qt::Key_M, Qt::ControlModifier);
    auto* const dialog = stage_->find<SectionDialog>();
    QVERIFY(dialog && isActive(dialog));
    stage_->type(letters);
    stage_->press(Qt::Key_Return);
    QTRY_VERIFY(stored().row.place.section == mw::classify::Section::security);
    QVERIFY(isActive(&stage_->window()));
    QTRY_COMPARE(stage_->find<WhyPage>()->findChild<QLabel*>("decision")->text().left(3),
                 QString("You"));
}

void KeyboardTest::bookmark() {
    stage_->press(Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(stored().row.personal && stored().row.personal->bookmarked);
}

void KeyboardTest::writeNote(const QString& text) {
    stage_->press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(stage_->find<QPlainTextEdit>("note")->hasFocus());
    stage_->type(text);
    stage_->press(Qt::Key_Escape);
    QTRY_VERIFY(stage_->table().hasFocus());
    QTRY_COMPARE(QString::fromStdString(stored().row.personal->note), text);
}

void KeyboardTest::draft(const QString& file) {
    stage_->press(Qt::Key_D, Qt::AltModifier);
    QTRY_VERIFY(QApplication::activePopupWidget());
    stage_->press(Qt::Key_D);
    auto* const dialog = stage_->find<DraftDialog>();
    QVERIFY(dialog && isActive(dialog));
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->draft().empty(), patience);

    // A line that is not wanted, unticked.
    auto* const ranking = dialog->findChild<QTreeWidget*>("ranking");
    QVERIFY(tabTo(ranking));
    stage_->press(Qt::Key_Home);
    stage_->press(Qt::Key_Down);
    const QString left = ranking->currentItem()->data(0, Qt::UserRole).toString();
    QVERIFY(!left.isEmpty());
    QVERIFY(QString::fromStdString(dialog->draft()).contains(left.left(12)));
    stage_->press(Qt::Key_Space);
    QTRY_VERIFY(!QString::fromStdString(dialog->draft()).contains(left.left(12)));

    auto* const save = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save);
    QVERIFY(tabTo(save));
    stage_->press(Qt::Key_Space);
    auto* const where = dialog->findChild<QFileDialog*>();
    QVERIFY(where && isActive(where));
    stage_->press(Qt::Key_A, Qt::ControlModifier);
    stage_->type(file);
    stage_->press(Qt::Key_Return);
    QTRY_VERIFY(QFile::exists(file));
    QVERIFY(isActive(&stage_->window()));
    QTRY_COMPARE(stage_->window().session().navigation().current().page, "file:" + file);
}

void KeyboardTest::aChangesetIsFoundUnderstoodMovedMarkedAndDrafted() {
    find("steer");
    understand();
    move("secur");
    bookmark();
    writeNote("Steers packets to where they are read.");
    const QString file = stage_->folder() + "/draft.md";
    draft(file);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QVERIFY(text.contains("v2.6.100"));
    QVERIFY2(text.contains("Security-related"), text); // where the changeset is now
}

void KeyboardTest::everyMenuOpensByItsLetter() {
    int menus = 0;
    for (const QAction* const action : stage_->find<QMenuBar>("menuBar")->actions()) {
        const QKeySequence keys = QKeySequence::mnemonic(action->text());
        QVERIFY2(!keys.isEmpty(), qPrintable(action->text()));
        stage_->press(keys[0].key(), Qt::AltModifier);
        QTRY_COMPARE(QApplication::activePopupWidget(), QMenu::menuInAction(action));
        stage_->press(Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        stage_->press(Qt::Key_Escape); // leaves the menu bar
        ++menus;
    }
    QVERIFY(menus >= 8);
}

MW_UI_TEST(KeyboardTest)
#include "keyboard_test.moc"
