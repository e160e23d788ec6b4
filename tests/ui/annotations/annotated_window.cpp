#include "annotations/annotated_window.h"

#include "annotations/own_rules.h"
#include "annotations/section_dialog.h"
#include "application/application.h"
#include "changesets/section_panel.h"
#include "fixtures/open_window.h"
#include "store/read/reader.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"
#include "test_ui.h"
#include "window/main_window.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QLineEdit>
#include <QTest>

#include <filesystem>

using namespace mw::ui;
namespace importer = mw::importer;
namespace store = mw::store;
namespace test = mw::test;

namespace {

/// Writes the history; the id of the commit that its last one mends, where that is given.
std::string describe(test::RepoBuilder& repo, const std::string& broken) {
    repo.tag("v1", repo.commit("MAINTAINERS", "none\n"));
    repo.commit("kernel/futex.c", "1\n").message("futex: speed up the wait queue");
    for (int i = 0; i < netChanges; ++i)
        repo.commit("net/core/dev.c", std::to_string(i) + "\n")
            .message("net: core: change " + std::to_string(i));
    const auto breaks = repo.commit("fs/ext4/inode.c", "1\n").message("ext4: break the inode");
    repo.commit()
        .file("drivers/iio/light/fx100.c", "1\n")
        .file("drivers/iio/light/Kconfig", "config FX100\n\ttristate \"Foo FX100 light sensor\"\n")
        .file("drivers/iio/light/Makefile", "obj-m += fx100.o\n")
        .message("iio: light: Add driver for Foo FX100 light sensor");
    if (!broken.empty())
        repo.commit("fs/ext4/inode.c", "2\n")
            .message("ext4: mend the inode\n\nFixes: " + broken.substr(0, 12) +
                     " (\"ext4: break the inode\")\n");
    repo.tag("v2", repo.tip());
    repo.write();
    return breaks.id();
}

} // namespace

void AnnotatedWindow::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    clones_ = std::make_unique<test::TempDir>();
    // Once to learn the id of the commit that is broken, and once with the fix that names it.
    test::RepoBuilder first(*clones_ / "first");
    fixed_ = describe(first, {});
    test::RepoBuilder repo(*clones_ / "repo");
    describe(repo, fixed_);

    importRange(repo.path(), "v1", "v2", *clones_ / "test.db");
    QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "launched");
}

void AnnotatedWindow::cleanupTestCase() {
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
}

void AnnotatedWindow::init() {
    folder_ = std::make_unique<test::TempDir>();
    std::filesystem::copy_file(*clones_ / "test.db", *folder_ / "test.db");
    // First: Qt looks once where its own settings are, which it writes when the program ends.
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                       QString::fromStdString((*folder_ / "settings").string()));
    qputenv("XDG_CONFIG_HOME", QByteArray::fromStdString((*folder_ / "config").string()));
    launched_.clear();
    open();
}

void AnnotatedWindow::cleanup() {
    window_.reset();
}

void AnnotatedWindow::open() {
    window_.reset();
    window_ = openWindow(database().toStdString());
    activate();
}

void AnnotatedWindow::activate() {
    window_->activateWindow();
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::activeWindow() == window_.get());
}

int AnnotatedWindow::count(const QString& section) const {
    const auto* const tree = window_->findChild<SectionPanel*>()->findChild<QTreeView*>();
    const auto found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, section, 1,
                                            Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty()
               ? 0
               : found.front().siblingAtColumn(SectionModel::CountColumn).data().toInt();
}

store::CommitDetail AnnotatedWindow::stored(const QString& subject) const {
    store::Reader reader(database().toStdString());
    store::CommitQuery query;
    query.text = '"' + subject.toStdString() + '"';
    return reader.commit(reader.find(query).at(0)).value();
}

void AnnotatedWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const {
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

void AnnotatedWindow::choose(int line) {
    const QModelIndex index = table()->model()->index(line, 0);
    table()->scrollTo(index);
    const QRect rect = table()->visualRect(index);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, rect.center());
    QTRY_COMPARE_WITH_TIMEOUT(shownSubject(), subject(line), patience);
}

void AnnotatedWindow::filterBy(const QString& query, int expected) {
    press(Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(filter()->hasFocus());
    QTest::keyClicks(filter(), query);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), expected, patience);
    QTest::keyClick(filter(), Qt::Key_Return);
    QTRY_VERIFY(table()->hasFocus());
}

void AnnotatedWindow::choosePlace(const QString& letters) {
    press(Qt::Key_M, Qt::ControlModifier);
    auto* const dialog = window_->findChild<SectionDialog*>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->findChild<QLineEdit*>("edit")->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), letters);
    press(Qt::Key_Return);
    QTRY_VERIFY(!window_->findChild<SectionDialog*>());
    activate();
}

void AnnotatedWindow::writeRules(const char* text) {
    const std::filesystem::path file(OwnRules::file().toStdString());
    std::filesystem::create_directories(file.parent_path());
    QFile rules(OwnRules::file());
    QVERIFY(rules.open(QIODevice::WriteOnly));
    rules.write(text);
}

void AnnotatedWindow::answerFileDialog(const QString& file) {
    auto* const dialog = window_->findChild<QFileDialog*>();
    QVERIFY(dialog);
    auto* const edit = dialog->findChild<QLineEdit*>();
    edit->setFocus();
    edit->setText(file); // typed, a list of completions would come between
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY(!window_->findChild<QFileDialog*>());
    activate();
}
